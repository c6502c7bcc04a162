"""Entries as rows: their shared columns, names, links and evidence."""

import uuid
from functools import lru_cache

from db.terms import REFERENCE_LETTERS, EntryKind, LinkKind
from db.text.dates import parse_date
from db.text.scripts import script_of
from tests.benchmarks.generator.store import AT, Store

_NAMESPACE = uuid.UUID(int=4)


@lru_cache(maxsize=65536)
def _bounds(text: str) -> tuple[str | None, str | None]:
    date = parse_date(text)
    earliest, latest = date.earliest, date.latest
    return earliest.isoformat() if earliest else None, latest.isoformat() if latest else None


def dated(field: str, text: str) -> dict[str, str | None]:
    """Return the three columns of a date."""
    earliest, latest = _bounds(text)
    return {field: text, f"{field}_earliest": earliest, f"{field}_latest": latest}


class Entries:
    """Make entries and what hangs on them; ids and references count up as in life."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._numbers = dict.fromkeys(EntryKind, 0)

    def make(self, kind: EntryKind, title: str, *, summary: str = "") -> int:
        """Make an entry of a kind; its own table's row is the caller's."""
        self._numbers[kind] += 1
        number = self._numbers[kind]
        row: dict[str, object] = {
            "uid": str(uuid.uuid5(_NAMESPACE, f"{kind}{number}")),
            "kind": str(kind),
            "reference": f"{REFERENCE_LETTERS[kind]}-{number:04}",
            "title": title,
            "summary": summary,
            "review": ("draft", "checked", "checked", "final")[number % 4],
            "trashed": 1 if number % 97 == 0 and kind in _TRASHABLE else 0,
            "created_at": AT,
            "changed_at": AT,
            "version": 1,
        }
        entry = self.store.add("entry", **row)
        self.store.note(entry, "entry.create", row)
        return entry

    def name(self, entry: int, text: str, language: str) -> None:
        """Give an entry a further name."""
        self.store.add(
            "name", entry_id=entry, text=text, language=language, script=script_of(text),
            kind="translation",
        )  # fmt: skip

    def link(
        self,
        kind: LinkKind,
        subject: int,
        subject_kind: str,
        target: int,
        target_kind: str,
        *,
        on_behalf_of: int | None = None,
        stage: int | None = None,
        post_as: str = "",
    ) -> int:
        """Link two entries."""
        return self.store.add(
            "link", kind=str(kind), subject_id=subject, subject_kind=subject_kind,
            object_id=target, object_kind=target_kind, on_behalf_of_id=on_behalf_of,
            on_behalf_of_kind="organisation" if on_behalf_of else None, stage_id=stage,
            named_as="", post_as=post_as, presence="named", mode="not_stated",
        )  # fmt: skip

    def tag(self, entry: int, tag: int) -> None:
        """Tag an entry."""
        self.store.put("entry_tag", entry_id=entry, tag_id=tag)

    def finish(self) -> None:
        """Write what is left, and the counters of references."""
        for kind, number in self._numbers.items():
            self.store.put("reference_counter", kind=str(kind), last=number)
        self.store.flush()


_TRASHABLE = frozenset({EntryKind.SOURCE, EntryKind.AGREEMENT, EntryKind.MEETING})
