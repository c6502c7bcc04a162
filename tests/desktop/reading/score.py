"""Prints how well releases are read: ``python -m tests.desktop.reading.score [FOLDER…]``.

``--keep`` writes the figures of the releases kept with the tests, below which none may fall.
A folder holds releases as ``.txt``, each with its reading by hand beside it as ``.json``; without
one it is the releases kept with the tests.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop.reading.as_json import as_json
from desktop.reading.release import read_release
from tests.desktop.reading.scoring import Score, score

RELEASES = Path(__file__).parent / "releases"
KEPT = Path(__file__).parent / "scores.json"


def releases(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield name, text and reading by hand of each release of a folder."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield path.stem, text, json.loads(path.read_text(encoding="utf-8"))


def score_of(folders: Iterable[Path], language: str = "") -> Score:
    """Return the score over all releases of some folders, of one language if asked."""
    whole = Score()
    for folder in folders:
        for _name, text, by_hand in releases(folder):
            if not language or by_hand["language"].startswith(language):
                whole.add(score(by_hand, as_json(read_release(text))))
    return whole


def main() -> None:
    """Print one line for each kind and attribute."""
    words = sys.argv[1:]
    if words == ["--keep"]:
        figures = {language: score_of([RELEASES], language).shares() for language in ("en", "ru")}
        KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        words = []
    folders = [Path(word) for word in words] or [RELEASES]
    whole = score_of(folders)
    for kind, tally in whole.kinds.items():
        counts = f"right {tally.right}, made up {tally.extra}, missed {tally.missed}"
        sys.stdout.write(f"{kind:24} F1 {tally.f1:.3f}   {counts}\n")
    for name, (right, asked) in sorted(whole.attributes.items()):
        sys.stdout.write(f"{name:24} {right}/{asked}\n")


if __name__ == "__main__":
    main()
