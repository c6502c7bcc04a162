"""A damaged file, copied to where it can be read: its log brought in, its header made anew."""

import contextlib
import shutil
from pathlib import Path

from db.engine import APPLICATION_ID, connect_raw, dbapi2, leave_wal
from db.private import make_private
from db.recovery.pages import HEADER, PAGE_SIZE

_SIZE, _FREE = slice(28, 32), slice(32, 40)
_LOG = b"\x02\x02"


def readable_copy(path: Path, room: Path, sound: Path) -> Path:
    """Copy a damaged file and its log into a workroom, so that it is left as it is.

    Where its header is not one, it gets that of a sound catalogue.
    """
    copy = room / "damaged"
    for log in ("", "-wal"):
        source, target = path.with_name(path.name + log), copy.with_name(copy.name + log)
        if source.exists():
            make_private(target)
            with source.open("rb") as old, target.open("r+b") as new:
                shutil.copyfileobj(old, new, 1 << 20)
    _mend_header(copy, sound)
    with contextlib.suppress(dbapi2.DatabaseError):  # then what is in the log stays behind
        leave_wal(copy)
    return copy


def says_it_is_one(path: Path) -> bool:
    """Tell whether the header of a file, as far as it is there, is that of a catalogue."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(HEADER)[68:72]) == APPLICATION_ID


def _mend_header(copy: Path, sound: Path) -> None:
    with copy.open("r+b") as file, sound.open("rb") as other:
        header, good = bytearray(file.read(HEADER)), bytearray(other.read(HEADER))
        if header[:24] == good[:18] + header[18:20] + good[20:24] and _opens(copy):
            return
        good[_SIZE] = (-(-copy.stat().st_size // PAGE_SIZE)).to_bytes(4, "big")
        good[_FREE] = bytes(8)
        good[18:20] = _LOG if copy.with_name(f"{copy.name}-wal").exists() else b"\x01\x01"
        file.seek(0)
        file.write(good)


def _opens(copy: Path) -> bool:
    try:
        with contextlib.closing(connect_raw(copy, mode="ro", immutable="1")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError:
        return False
    return True
