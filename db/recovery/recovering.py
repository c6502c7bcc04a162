"""Recovering: a new catalogue of all that can be read of a damaged one, which is left as it is."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from db import schema
from db.backups.archive import sync, sync_folder
from db.backups.places import workroom
from db.backups.watching import Step, Watch
from db.engine import connect_copy, dbapi2, leave_wal
from db.errors import AlreadyThere, Damaged, Missing, NotACatalogue
from db.recovery.consistency import drop_spoilt, fit_together, named_but_lost
from db.recovery.damaged import readable_copy, says_it_is_one
from db.recovery.rebuilding import rebuild_derived
from db.recovery.remembering import remember
from db.recovery.salvage import Salvage, own_tables, revision_of
from db.upgrading import upgrade


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """How many rows of each table were saved, and how many there must have been besides."""

    found: Mapping[str, int]
    lost: Mapping[str, int]
    remembered: Mapping[str, int]
    """Those of the found that were read from history alone."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be lost."""
        return not any(self.lost.values())


def recover(path: Path, target: Path, *, watch: Watch | None = None) -> Recovered:
    """Write all that can be read of a damaged catalogue into a new one.

    Rows that rest on lost ones go with them and are counted as lost.

    Raises:
        AlreadyThere: the new file exists. Missing: the damaged one does not.
        NotACatalogue: nothing of a catalogue was found in it.
        DiskFull, ReadOnlyPlace, Interrupted: nothing was written.
    """
    if not path.exists():
        raise Missing(path)
    if target.exists():
        raise AlreadyThere(target)
    folder = target.absolute().parent
    with schema.telling(target), workroom(folder) as room:
        recovered, new = recover_into(path, room, watch or Watch())
        try:
            schema.put_in_place(new, target)
        except FileExistsError:
            raise AlreadyThere(target) from None
    sync_folder(folder)
    return recovered


def recover_into(path: Path, room: Path, watch: Watch) -> tuple[Recovered, Path]:
    """Write all that can be read of a damaged catalogue into a new one in a workroom."""
    watch.at(Step.COPY)
    sound, new = room / "sound", room / "new"
    schema.create(sound)
    copy = readable_copy(path, room, sound)
    schema.create(new, revision=revision_of(copy, (*schema.EARLIER, schema.HEAD)))
    with contextlib.closing(connect_copy(new)) as filled:
        filled.execute("BEGIN")
        salvage = Salvage(copy, filled, watch)
        salvage.fill()
        filled.commit()
    if schema.inspect(new) != schema.HEAD:
        upgrade(new)
    with contextlib.closing(connect_copy(new)) as filled:
        filled.execute("BEGIN")
        recovered = _mended(filled, salvage)
        filled.commit()
    if not any(recovered.found.get(table, 0) for table in ("entry", "revision", "source_text")):
        unreadable = Damaged(path, "nothing of it can be read")
        raise unreadable if says_it_is_one(path) else NotACatalogue(path)
    watch.at(Step.REBUILD)
    rebuild_derived(new)
    leave_wal(new)
    with new.open("r+b") as file:
        sync(file)
    return recovered, new


def _mended(new: dbapi2.Connection, salvage: Salvage) -> Recovered:
    """Make what was salvaged fit together, and count it."""
    damaged = frozenset(name for name, known in salvage.known.items() if isinstance(known, set))
    remembered = remember(new, damaged)
    named = named_but_lost(new)
    drop_spoilt(new)
    fit_together(new)
    found: dict[str, int] = {}
    lost: dict[str, int] = {}
    for table in own_tables():
        ids = {row for (row,) in new.execute(f"SELECT rowid FROM {table}")}
        found[table] = len(ids)
        lost[table] = _lost(salvage.known.get(table, 0), ids, named.get(table, set()))
    return Recovered(found=found, lost=lost, remembered=remembered)


def _lost(known: set[int] | int, ids: set[int], named: set[object]) -> int:
    """Return how many rows there must have been besides those that are there.

    They are known by their own ids, from indexes, or by what names them.
    """
    if isinstance(known, int):
        return max(len(named), known - len(ids))
    by_id = {one for one in named if isinstance(one, int)}
    return max(len(named) - len(by_id), len((known | by_id) - ids))
