"""What is looked at after a fault: that the file opens, is whole, and holds what it must."""

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path

from db.catalogue import Catalogue
from db.check import check
from db.errors import CatalogueError

State = str
"""A digest of what a catalogue holds; the same content, and no other, has the same."""

_HELD = (
    "SELECT kind, reference, title, trashed FROM entry ORDER BY reference",
    "SELECT e.reference, n.text FROM name n JOIN entry e ON e.id = n.entry_id ORDER BY 1, 2",
    "SELECT s.reference, l.kind, o.reference, l.named_as FROM link l JOIN entry s "
    "ON s.id = l.subject_id LEFT JOIN entry o ON o.id = l.object_id ORDER BY 1, 2, 3, 4",
    "SELECT e.reference, s.kind, s.date FROM stage s JOIN entry e ON e.id = s.agreement_id "
    "ORDER BY 1, 2, 3",
    "SELECT e.reference, t.label_en FROM entry_tag x JOIN entry e ON e.id = x.entry_id "
    "JOIN tag t ON t.id = x.tag_id ORDER BY 1, 2",
    "SELECT act, state, about FROM revision ORDER BY id",
    "SELECT sha256, length(content) FROM file ORDER BY 1",
    "SELECT sha256, length(text) FROM source_text ORDER BY 1",
)


def state_of(path: Path) -> State:
    """Open a catalogue as a user would, and return what it holds.

    Raises:
        CatalogueError: it does not open.
    """
    digest = hashlib.sha256()
    with Catalogue.open(path) as catalogue, catalogue.look() as execute:
        for statement in _HELD:
            digest.update(repr([*execute(statement, ())]).encode())
    return digest.hexdigest()


def losses(path: Path, states: Sequence[State], acknowledged: int) -> list[str]:
    """Return what is wrong with a catalogue after so many acknowledged steps of those planned.

    It must be as after the last acknowledged step, or as after the one that was under way.
    """
    found = list[str]()
    try:
        state = state_of(path)
        for finding in check(path):
            found += [f"{finding.part}: {problem}" for problem in finding.problems]
    except CatalogueError as error:
        return [f"does not open: {error}"]
    if state not in _allowed(states, acknowledged):
        where = states.index(state) if state in states else "none"
        found.append(f"{acknowledged} steps were acknowledged, and the state is that of {where}")
    return found


def _allowed(states: Sequence[State], acknowledged: int) -> set[State]:
    held = states[acknowledged]
    later = (state for state in states[acknowledged:] if state != held)
    return {held, next(later, held)}


def left_over(folder: Path, expected: Sequence[str]) -> list[str]:
    """Return the files in a folder that neither are expected nor belong to an open catalogue."""
    return [
        f"{path.name} is left over"
        for path in folder.iterdir()
        if not any(path.name.startswith((name, f".{name}")) for name in expected)
    ]


def forget(path: Path) -> None:
    """Remove a file that may be there."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
