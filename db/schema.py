"""The file on disk: make a new one, look at one politely, bring an old one up to date."""

import contextlib
import errno
import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.engine import APPLICATION_ID, connect_raw, dbapi2, problems_of
from db.errors import (
    AlreadyThere,
    Busy,
    CatalogueError,
    Damaged,
    DiskFull,
    DiskTrouble,
    LockedBy,
    Missing,
    NotACatalogue,
    ReadOnlyPlace,
    TooNew,
)
from db.network import is_remote
from db.private import make_private

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "20261122_finding"
"""The revision this program writes; a test holds it equal to Alembic's head."""

EARLIER: tuple[str, ...] = ("20261122_first", "20261122_reading")
"""The revisions this program can upgrade from, oldest first."""

FULL_TEXT = ("entry_words", "exact_words", "name_forms", "word_parts")
"""The tables of the full-text index, which SQLite makes of several of its own."""

_KINDS: tuple[tuple[str, Callable[[Path], CatalogueError]], ...] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_NOTADB", NotACatalogue),
    ("SQLITE_READONLY", ReadOnlyPlace),
    ("SQLITE_CANTOPEN", ReadOnlyPlace),
    ("SQLITE_PERM", ReadOnlyPlace),
    ("SQLITE_IOERR", DiskTrouble),
    ("SQLITE_BUSY", Busy),
    ("SQLITE_LOCKED", Busy),
)
"""What SQLite's errors, by the beginning of their names, are to a user."""

_UNNAMED = {
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database is locked": "SQLITE_BUSY",
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "file is not a database": "SQLITE_NOTADB",
    "unable to open database file": "SQLITE_CANTOPEN",
}
"""The names of errors that come from SQLite's backup with their messages alone."""

_HEADER = b"SQLite format 3\x00"
_SMALL = 64 * 1024 * 1024
_SMALLEST = 64 * 1024


def is_mapped(name: str | None, kind: str, _parents: object) -> bool:
    """Tell Alembic which tables are ours: all but the full-text index."""
    return kind != "table" or not (name or "").startswith(FULL_TEXT)


def create(path: Path, *, revision: str = HEAD) -> None:
    """Make a new catalogue, of today's schema or an earlier one: whole, or nothing at all.

    Raises:
        AlreadyThere: a file of that name exists.
        ReadOnlyPlace: the folder can't be written.
        DiskFull: there is no room.
    """
    if path.exists():
        raise AlreadyThere(path)
    part = path.with_name(f".{path.name}.part")
    with telling(path):
        part.unlink(missing_ok=True)
        try:
            make_private(part)
            with _migrating(part, "rw") as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                _upgrade(connection, revision)
            put_in_place(part, path)
        except FileExistsError:
            raise AlreadyThere(path) from None
        finally:
            part.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, never in place of another.

    Raises:
        FileExistsError: a file of that name was made meanwhile.
    """
    try:
        os.link(part, path)  # unlike a rename, refuses to replace a file made meanwhile
    except FileExistsError:
        raise
    except OSError:  # memory sticks know no links
        if path.exists():
            raise FileExistsError(path) from None
        part.rename(path)


def recognise(path: Path) -> None:
    """Make sure, without SQLite, that there is a file that may be a catalogue.

    Raises:
        Missing, NotACatalogue, ReadOnlyPlace: there is none.
    """
    if not path.exists():
        raise Missing(path)
    with telling(path):
        if not path.is_file() or not (_has_header(path) or _lost_head(path)):
            raise NotACatalogue(path)


def inspect(path: Path, *, thorough: bool = False, immutable: bool = False) -> str:
    """Return the schema revision of a catalogue without changing the file.

    All of a small file is looked at, of a large one where its tables begin, unless `thorough`.
    `immutable`: nobody can write it, nor lock it.

    Raises:
        Missing, NotACatalogue, Damaged, TooNew, ReadOnlyPlace: what is wrong with it.
    """
    recognise(path)
    with telling(path):
        if not _has_header(path):
            raise Damaged(path, "its beginning is gone")
        with contextlib.closing(open_to_look(path, immutable=immutable)) as connection:
            revision = _revision(connection, path)
            wrong = _problem(connection, path, thorough=thorough)
    if wrong:
        raise Damaged(path, wrong)
    if revision != HEAD and revision not in EARLIER:
        raise TooNew(path, revision, HEAD)
    return revision


def upgrade(path: Path, *, fill: "Callable[[Connection], None]") -> None:
    """Bring an older catalogue up to date; whoever calls this has made a backup.

    The upgrade is one transaction: when a step fails, the file is as it was. ``fill`` writes what
    is derived and new, once the tables are there.
    """
    with telling(path), _migrating(path, "rw") as connection:
        _upgrade(connection)
        fill(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise Damaged(path, f"foreign key of {broken[0]}")


@contextlib.contextmanager
def telling(path: Path) -> Generator[None]:
    """Turn what the disk or SQLite says about a file into what a user is told."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(path) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT}:
            raise ReadOnlyPlace(path) from error
        raise DiskTrouble(path) from error
    except dbapi2.DatabaseError as error:
        raise told(path, error) from error


@contextlib.contextmanager
def telling_beside(path: Path, reason: CatalogueError | None) -> Generator[None]:
    """Tell as `telling` of a file that is read only for a reason.

    Where another computer writes it, and the file server keeps nobody waiting, what looks damaged
    may be half written just then.
    """
    try:
        with telling(path):
            yield
    except (Damaged, ReadOnlyPlace) as error:
        if isinstance(reason, LockedBy) and is_remote(path):
            raise Busy(path) from error
        raise


def told(path: Path, error: dbapi2.DatabaseError) -> Exception:
    """Return what a user is told of an error of SQLite; the error itself where it is a bug."""
    name = str(getattr(error, "sqlite_errorname", "")) or _UNNAMED.get(str(error), "")
    if name.startswith("SQLITE_CORRUPT"):
        return Damaged(path, str(error))
    kinds = (kind for start, kind in _KINDS if name.startswith(start))
    kind = next(kinds, None)
    return error if kind is None else kind(path)


def _lost_head(path: Path) -> bool:
    """Tell whether a file looks like one whose beginning a disk has lost."""
    with path.open("rb") as file:
        return path.stat().st_size > _SMALLEST and not any(file.read(len(_HEADER)))


def _has_header(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def open_to_look(path: Path, *, immutable: bool = False) -> dbapi2.Connection:
    """Open a file for a look that leaves nothing beside it where nothing was."""
    if immutable or (is_in_wal_mode(path) and not log_of(path).exists()):
        return connect_raw(path, mode="ro", immutable="1")
    return connect_raw(path, mode="ro")


def roll_back(path: Path) -> None:
    """Let SQLite take back what a kill broke off, which a connection that only reads can't.

    For whoever holds the lock: where SQLite's own locks don't reach another computer, what is under
    way there looks broken off.
    """
    if not journal_of(path).exists():
        return
    with (
        contextlib.suppress(dbapi2.DatabaseError),  # told by whoever looks next
        contextlib.closing(connect_raw(path, mode="rw")) as connection,
    ):
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def is_in_wal_mode(path: Path) -> bool:
    """Tell whether acts on a file go into a write-ahead log; nobody here may have it open."""
    with path.open("rb") as file:
        return file.read(20)[18:20] == b"\x02\x02"


def journal_of(path: Path) -> Path:
    """Return the journal from which an act that was broken off is taken back."""
    return path.with_name(f"{path.name}-journal")


def log_of(path: Path) -> Path:
    """Return the write-ahead log of a file, which is there while a part of it stands in it."""
    return path.with_name(f"{path.name}-wal")


def _revision(connection: dbapi2.Connection, path: Path) -> str:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotACatalogue(path)
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.OperationalError as error:
        raise Damaged(path, str(error)) from error
    if row is None:
        raise Damaged(path, "no schema revision")
    return str(row[0])


def _problem(connection: dbapi2.Connection, path: Path, *, thorough: bool) -> str:
    """Return what is wrong with a file; of a large one as far as is soon seen."""
    if thorough or path.stat().st_size <= _SMALL:
        return problems_of(connection)
    begun = connection.execute("SELECT name FROM sqlite_schema WHERE rootpage > 0 AND type='table'")
    for (table,) in begun.fetchall():
        connection.execute(f'SELECT * FROM "{table}" LIMIT 1').fetchone()
    return ""


@contextlib.contextmanager
def _migrating(path: Path, mode: str) -> "Generator[Connection]":
    """Give a connection with foreign keys off, in one transaction."""
    # imported here, since a start that finds the schema current does not need it
    from sqlalchemy import create_engine, event  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415
    from sqlalchemy.pool import StaticPool  # noqa: PLC0415

    raw = connect_raw(path, mode=mode)
    raw.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, dbapi2.DatabaseError):
            raise error.orig from error
        raise
    finally:
        engine.dispose()


def _begin(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _upgrade(connection: "Connection", revision: str = HEAD) -> None:
    # imported here for the same reason
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).resolve().parent.parent / "migrations")
    )
    attributes: dict[str, Any] = config.attributes
    attributes["connection"] = connection
    command.upgrade(config, revision)
