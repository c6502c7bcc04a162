"""Bodies known by name in English text: from the list that ships, and by their acronyms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop.reading.findings import FoundBody
from desktop.reading.gazetteers import lines_of

_FIRST = re.compile(r"[^\W_][\w.&’'-]*")
# A comma within a name is followed by a space
_BETWEEN_FORMS = re.compile(r",(?! )")
_GOES_ON = re.compile(r" (?:of|for) (?:the )?[A-Z]")
_ORGANISATION = re.compile(r"organi[sz]ation", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBody:
    """A body of the list."""

    name: str
    forms: tuple[str, ...]
    kind: str
    country: str

    @property
    def acronym(self) -> str:
        """Give the first form that is one word of capitals, or empty."""
        words = (form for form in self.forms if " " not in form)
        return next((word for word in words if sum(map(str.isupper, word)) > 1), "")


@cache
def known_bodies() -> dict[str, tuple[tuple[str, KnownBody], ...]]:
    """Return the listed forms with their bodies by the first word, the longest form first."""
    index: dict[str, list[tuple[str, KnownBody]]] = {}
    for line in lines_of("known_bodies"):
        body = _read(line)
        for form in dict.fromkeys(_spellings((body.name, *body.forms))):
            first = _FIRST.match(form)
            if first:
                index.setdefault(_bare(first[0]), []).append((form, body))
    return {
        word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in index.items()
    }


def _spellings(forms: tuple[str, ...]) -> Iterator[str]:
    for form in forms:
        yield form
        for spelling in ("Organization", "Organisation"):
            yield _ORGANISATION.sub(spelling, form)


def _read(line: str) -> KnownBody:
    names, kind, country = (part.strip() for part in line.split("|"))
    name, _, forms = names.partition(";")
    return KnownBody(
        name=name.strip(),
        forms=tuple(form for form in _BETWEEN_FORMS.split(forms) if form),
        kind=kind,
        country=country,
    )


def known_in(text: str, offset: int) -> Iterator[FoundBody]:
    """Yield the listed bodies a text names; `offset` is where the text begins in the page."""
    index = known_bodies()
    at = 0
    for word in _FIRST.finditer(text):
        if word.start() < at:
            continue
        for form, body in index.get(_bare(word[0]), ()):
            end = word.start() + len(form)
            if not text.startswith(form, word.start()) or text[end : end + 1].isalnum():
                continue
            if not (form.endswith(" Department") and _GOES_ON.match(text, end)):
                at = end
                yield FoundBody(
                    start=offset + word.start(),
                    end=offset + end,
                    rule="body known by name",
                    confidence=0.95,
                    name=form if " " in form and body.acronym else body.name,
                    kind=body.kind,
                    country=body.country,
                    acronym=body.acronym,
                )
                break


def _bare(word: str) -> str:
    for ending in ("'s", "’s", "'", "’", "-", "."):
        if word.endswith(ending) and not word[:-1].endswith(".") and len(word) > len(ending):
            word = word.removesuffix(ending)
    return word
