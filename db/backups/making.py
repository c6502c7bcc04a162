"""Making a backup: copied, checked, packed, read back, and only then given its name.

SQLite's online backup copies the state at one moment, from a connection of its own, while the
catalogue is read and written by others (https://sqlite.org/backup.html). What holds that moment is
a read transaction, so that no act begun later gets into it or makes it start anew.
"""

import contextlib
import shutil
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db import schema
from db.backups.archive import SUFFIX, pack, read_backup, sync_folder, verify
from db.backups.facts import Backup, Facts, Reason
from db.backups.listing import rotate
from db.backups.places import folder_for_writing, folders, workroom
from db.backups.watching import Step, Watch
from db.engine import (
    APPLICATION_ID,
    application_id,
    connect_copy,
    connect_raw,
    connect_reader,
    dbapi2,
    has_log,
    problems_of,
)
from db.errors import AlreadyThere, Damaged, DiskFull
from db.private import make_private

_PAGES = 256
"""Copied at a time: 1 MB, so that it can be stopped soon."""
_LEAST_SHARE = 3
"""A third of a catalogue is room enough for its packed form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup just made; whether it lies elsewhere, since its folder can't be written."""

    backup: Backup
    is_elsewhere: bool = False


def make_backup(
    path: Path,
    *,
    reason: Reason,
    program: str = "",
    chosen: Path | None = None,
    immutable: bool = False,
    watch: Watch | None = None,
    begun: Callable[[], None] | None = None,
) -> Made:
    """Make a backup of a catalogue, and take away those that need not be kept any more.

    `begun` is called once the state to be kept is held: what is changed from then on is not in it.
    `chosen` is a folder for the backups of all catalogues.

    Raises:
        ReadOnlyPlace, DiskFull, Interrupted: no backup was made.
        Damaged: none was made, since the catalogue is damaged.
    """
    watch = watch or Watch()
    wanted = _Wanted(path=path, reason=reason, program=program, begun=begun)
    with schema.telling(path), _held(path, immutable=immutable) as source:
        folder = folder_for_writing(path, chosen)
        with schema.telling(folder):
            made = _make(source, folder, wanted, watch)
    rotate(folder)
    return Made(backup=made, is_elsewhere=folder != folders(path, chosen)[0])


def write_backup(
    path: Path,
    target: Path,
    *,
    program: str = "",
    immutable: bool = False,
    watch: Watch | None = None,
) -> Backup:
    """Make a backup by hand under a name of one's own; nothing is taken away.

    Raises:
        AlreadyThere: a file of that name exists; else as `make_backup`.
    """
    watch = watch or Watch()
    wanted = _Wanted(path=path, reason=Reason.BY_HAND, program=program)
    with schema.telling(path), _held(path, immutable=immutable) as source:
        try:
            return _make(source, target.absolute().parent, wanted, watch, name=target.name)
        except FileExistsError:
            raise AlreadyThere(target) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    path: Path
    reason: Reason
    program: str
    begun: Callable[[], None] | None = None


@contextlib.contextmanager
def _held(path: Path, *, immutable: bool) -> Generator[dbapi2.Connection]:
    """Give a connection that sees the catalogue as it is now, whatever is written meanwhile.

    Without a log to write to, acts would have to wait for it. There SQLite lets them in between its
    steps, and begins anew after each: what is copied is the state at the end.
    """
    with contextlib.closing(connect_reader(path, immutable=immutable)) as source:
        if has_log(source):
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield source


def _make(
    source: dbapi2.Connection, folder: Path, wanted: _Wanted, watch: Watch, name: str = ""
) -> Backup:
    _want_room(folder, wanted.path)
    with workroom(folder) as room:
        copy, packed = room / "copy", room / "packed"
        if wanted.begun is not None and has_log(source):
            wanted.begun()
        _copy(source, copy, watch)
        if wanted.begun is not None and not has_log(source):
            wanted.begun()
        facts = _checked(copy, wanted, watch)
        pack(copy, packed, facts, watch)
        verify(packed, watch)
        placed = _place(packed, folder, name, facts)
    sync_folder(folder)
    return read_backup(placed)


def _want_room(folder: Path, path: Path) -> None:
    size = path.stat().st_size
    if shutil.disk_usage(folder).free < size + size // _LEAST_SHARE:
        raise DiskFull(folder)


def _copy(source: dbapi2.Connection, copy: Path, watch: Watch) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        watch.at(Step.COPY, total - remaining, total)

    make_private(copy)
    with contextlib.closing(connect_copy(copy)) as target:
        source.backup(target, pages=_PAGES, progress=tell)


def _checked(copy: Path, wanted: _Wanted, watch: Watch) -> Facts:
    """Open the copy and look at all of it; return its facts.

    Raises:
        Damaged: something is wrong with it, and so with the catalogue.
    """
    watch.at(Step.CHECK)
    with (
        contextlib.closing(connect_raw(copy, mode="ro", immutable="1")) as looked_at,
        watch.interruption.watch_plain(looked_at),
    ):
        wrong = problems_of(looked_at)
        if not wrong and application_id(looked_at) != APPLICATION_ID:
            wrong = "it is not marked as a catalogue"
        if wrong:
            raise Damaged(wanted.path, wrong)
        return Facts(
            made_at=datetime.now(UTC),
            reason=wanted.reason,
            catalogue=wanted.path.name,
            schema=str(_one(looked_at, "SELECT version_num FROM alembic_version")),
            program=wanted.program,
            size=copy.stat().st_size,
            last_act=last_act(looked_at),
            entries=dict(looked_at.execute("SELECT kind, count(*) FROM entry GROUP BY kind")),
        )


def last_act(connection: dbapi2.Connection) -> int:
    """Return the number of the last act in a catalogue's history; 0 where there is none."""
    return int(_one(connection, "SELECT coalesce(max(id), 0) FROM revision"))


def _one(connection: dbapi2.Connection, statement: str) -> str | int:
    return connection.execute(statement).fetchone()[0]


def _place(packed: Path, folder: Path, name: str, facts: Facts) -> Path:
    """Give a finished backup its name, never in place of another."""
    if name:
        return _named(packed, folder / name)
    when = facts.made_at.strftime("%Y-%m-%d %H-%M-%SZ")
    stem = f"{Path(facts.catalogue).stem} {when} {facts.reason.replace('_', ' ')}"
    for number in range(1, 1000):
        again = f" {number}" if number > 1 else ""
        with contextlib.suppress(FileExistsError):
            return _named(packed, folder / f"{stem}{again}{SUFFIX}")
    raise FileExistsError(folder / stem)


def _named(packed: Path, placed: Path) -> Path:
    schema.put_in_place(packed, placed)
    return placed
