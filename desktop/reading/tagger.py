"""Tags names of persons, bodies and places in Russian text with a small statistical model.

The model (slovnet's news tagger over navec's word vectors, both MIT) comes in natasha's wheel and
runs on numpy alone. It is loaded when first asked; where it cannot be, `tag` finds nothing, and
the rules read alone.
"""

import logging
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, cast

from db.text.sentences import sentence_spans

Kind = Literal["PER", "ORG", "LOC"]
_VECTORS = Path("emb") / "navec_news_v1_1B_250K_300d_100q.tar"
_MODEL = Path("model") / "slovnet_ner_news_v1.tar"
_LONGEST = 600
"""Code points tagged at once: memory grows with the longest stretch."""
_MAY_HOLD = re.compile(r"[A-ZА-ЯЁ]")
"""A capital behind the first letter; a first word alone is told by the rules or not at all."""
_log = logging.getLogger(__name__)
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name: its place in the text, in code points, and what it is the name of."""

    start: int
    end: int
    kind: Kind


def tag(text: str) -> tuple[Tagged, ...]:
    """Return the names of a text, in order; nothing where the model cannot be loaded."""
    return tag_all((text,))[0]


@lru_cache(maxsize=4)
def tag_all(texts: tuple[str, ...]) -> tuple[tuple[Tagged, ...], ...]:
    """Return the names of each of some texts; quicker than one by one, and kept for a while."""
    if not is_ready():
        return ((),) * len(texts)
    stretches = [(at, *span) for at, text in enumerate(texts) for span in _stretches(text)]
    stretches.sort(key=lambda stretch: stretch[2] - stretch[1])  # those of a batch are padded
    with _lock:
        markups = list(_loaded()[0].map([texts[at][start:end] for at, start, end in stretches]))
    found: list[list[Tagged]] = [[] for _text in texts]
    for (at, start, _), markup in zip(stretches, markups, strict=True):
        for span in markup.spans:
            kind = cast("Kind", str(span.type))
            found[at].append(Tagged(start + int(span.start), start + int(span.stop), kind))
    return tuple(tuple(sorted(names, key=lambda name: name.start)) for names in found)


def is_ready() -> bool:
    """Load the model if it is not yet, and tell whether it can be used."""
    return not why_not()


def why_not() -> str:
    """Return why the model cannot be used, one sentence, or empty where it can."""
    with _lock:
        return _loaded()[1]


def forget() -> None:
    """Let go of the model and of what it told; it is loaded again when next asked for."""
    with _lock:
        tag_all.cache_clear()
        _loaded.cache_clear()


@cache
def _loaded() -> tuple[Any, str]:
    try:
        return _load(), ""
    except Exception as error:  # noqa: BLE001 - whatever ails the model, the rules read on
        _log.warning("The tagger of Russian names could not be loaded: %s", error)
        return None, f"The tagger of Russian names could not be loaded: {error}"


def _load() -> Any:  # noqa: ANN401 - slovnet has no types
    folder = _model_folder()
    vectors = cast("Any", import_module("navec")).Navec.load(str(folder / _VECTORS))
    tagger = cast("Any", import_module("slovnet")).NER.load(str(folder / _MODEL))
    return tagger.navec(vectors)


def _model_folder() -> Path:
    """Find natasha's files without importing it: its code asks for a dead dictionary."""
    found = find_spec("natasha")
    for folder in (found and found.submodule_search_locations) or ():
        if (Path(folder) / "data" / _MODEL).is_file():
            return Path(folder) / "data"
    raise FileNotFoundError("natasha's model files are not installed")


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into sentences, and those too long at a space; only what may hold a name."""
    for first, end in sentence_spans(text):
        start = first
        while start < end:
            cut = end if end - start <= _LONGEST else text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            if _MAY_HOLD.search(text, start + 1, cut):
                yield start, cut
            start = cut
