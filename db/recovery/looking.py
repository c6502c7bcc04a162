"""Looking for damage: how far it goes, and all of a file in the background."""

import contextlib
from pathlib import Path

from db import schema
from db.backups.watching import Watch
from db.engine import connect_raw, connect_reader, dbapi2, problems_of, reading_options
from db.recovery.salvage import own_tables

_NEEDED = ("alembic_version", "link_rule")


def look_through(path: Path, *, immutable: bool = False, watch: Watch) -> str:
    """Look at every page of a catalogue that is in use; return what is wrong, else nothing.

    Raises:
        Interrupted: it was stopped.
    """
    try:
        with (
            contextlib.closing(connect_reader(path, immutable=immutable)) as connection,
            watch.interruption.watch_plain(connection),
        ):
            return problems_of(connection)
    except dbapi2.DatabaseError as error:
        told = schema.told(path, error)
        return str(getattr(told, "detail", told))


def only_derived(path: Path) -> bool:
    """Tell whether the damage spares all that was ever typed or taken in."""
    try:
        with contextlib.closing(schema.open_to_look(path)) as connection:
            return not any(problems_of(connection, table) for table in (*_NEEDED, *own_tables()))
    except dbapi2.DatabaseError:
        return False


def is_readable(path: Path) -> bool:
    """Tell whether a damaged catalogue can be shown, for reading alone."""
    options = reading_options(immutable=not schema.log_of(path).exists())
    try:
        with contextlib.closing(connect_raw(path, **options)) as connection:
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            connection.execute("SELECT * FROM link_rule").fetchall()
            connection.execute("SELECT id, kind, title FROM entry LIMIT 50").fetchall()
    except dbapi2.DatabaseError:
        return False
    return revision == (schema.HEAD,)
