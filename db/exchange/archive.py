"""Opens the zip archive a DOCX or ODT is, part by part, with bounds on what it may unpack to."""

import zipfile
import zlib
from io import BytesIO

from db.errors import Unreadable

LARGEST_PART = 32_000_000
LARGEST_WHOLE = 96_000_000
_MOST_PARTS = 20_000
_IS_ENCRYPTED = 0x1


class Archive:
    """A zip archive in memory; nothing of it is ever written to a disk."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive.

        Raises Unreadable: "damaged", or "bomb" where it holds more parts than any document.
        """
        self._name = name
        self._left = LARGEST_WHOLE
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
            raise Unreadable(name, "damaged") from error
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise Unreadable(name, "bomb")

    def part(self, path: str) -> bytes | None:
        """Unpack a part, None where there is none.

        Raises Unreadable: "damaged", "password", or "bomb" past 32 MB or 96 MB for all parts read.
        """
        try:
            info = self._zip.getinfo(path)
        except KeyError:
            return None
        if info.flag_bits & _IS_ENCRYPTED:
            raise Unreadable(self._name, "password")
        content = self._unpacked(info)
        self._left -= len(content)
        if len(content) > LARGEST_PART or self._left < 0:
            raise Unreadable(self._name, "bomb")
        return content

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack one byte more than allowed at most: what a part says of its size may be a lie."""
        try:
            with self._zip.open(info) as stream:
                return stream.read(min(LARGEST_PART, self._left) + 1)
        except (
            zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError,
            RuntimeError,
        ) as error:  # fmt: skip
            raise Unreadable(self._name, "damaged") from error
