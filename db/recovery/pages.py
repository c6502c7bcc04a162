"""Pages: a database file as the format has it, read without trusting any of it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from db.recovery.records import Broken, varint

HEADER = 100
PAGE_SIZE = 4096
"""Of every catalogue this program has made."""

LEAF, INTERIOR = 13, 5
INDEX_LEAF, INDEX_INTERIOR = 10, 2

_U16, _U32 = struct.Struct(">H"), struct.Struct(">I")
_MOST_CELL = 1 << 31


@dataclass(frozen=True, slots=True)
class Child:
    """What an inner page of a table leads to: a page, and the last row id below it."""

    page: int
    last: int


class Pages:
    """The pages of a file, numbered from 1."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file = file
        self.count = -(-path.stat().st_size // PAGE_SIZE)

    def page(self, number: int) -> bytes:
        """Return a page; what is cut off of it is zero.

        Raises:
            Broken: there is no such page.
        """
        if not 1 <= number <= self.count:
            raise Broken
        self._file.seek((number - 1) * PAGE_SIZE)
        return self._file.read(PAGE_SIZE).ljust(PAGE_SIZE, b"\0")

    def kind(self, number: int) -> int:
        """Return what a page says it is: `LEAF`, `INTERIOR` or something else."""
        return self.page(number)[_start(number)]

    def children(self, number: int) -> Iterator[Child]:
        """Return what an inner page of a table leads to, in order; the last one without end."""
        page, at = self.page(number), _start(number)
        for cell in _cells(page, at, 12):
            if cell + 4 > PAGE_SIZE:
                continue
            try:
                yield Child(_U32.unpack_from(page, cell)[0], varint(page, cell + 4)[0])
            except Broken:
                continue
        yield Child(_U32.unpack_from(page, at + 8)[0], (1 << 63) - 1)

    def rows(self, number: int) -> Iterator[tuple[int, bytes] | None]:
        """Return the row ids and payloads of a leaf of a table; None for each that is broken."""
        page = self.page(number)
        for cell in _cells(page, _start(number), 8):
            try:
                size, at = varint(page, cell)
                row, at = varint(page, at)
                yield row, self._payload(page, at, size, PAGE_SIZE - 35)
            except Broken:
                yield None

    def index(self, number: int) -> Iterator[tuple[int, bytes | None]]:
        """Return the entries of a page of an index, each with the page below it, else 0."""
        page, at = self.page(number), _start(number)
        inner = page[at] == INDEX_INTERIOR
        most = (PAGE_SIZE - 12) * 64 // 255 - 23
        for cell in _cells(page, at, 12 if inner else 8):
            below = _U32.unpack_from(page, cell)[0] if inner and cell + 4 <= PAGE_SIZE else 0
            try:
                size, start = varint(page, cell + 4 * inner)
                yield below, self._payload(page, start, size, most)
            except Broken:
                yield below, None
        if inner:
            yield _U32.unpack_from(page, at + 8)[0], None

    def free(self) -> set[int]:
        """Return the pages that hold nothing any more, as far as their list can be followed."""
        found = set[int]()
        trunk = _U32.unpack_from(self.page(1), 32)[0]
        while 1 <= trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            trunk, leaves = struct.unpack_from(">II", page)
            for place in range(min(leaves, PAGE_SIZE // 4 - 2)):
                found.add(_U32.unpack_from(page, 8 + 4 * place)[0])
        return found

    def _payload(self, page: bytes, at: int, size: int, most: int) -> bytes:
        """Return a payload, followed through its overflow pages."""
        if not 0 < size < min(_MOST_CELL, self.count * PAGE_SIZE):
            raise Broken
        local = _local(size, most)
        if at + local + 4 * (local < size) > PAGE_SIZE:
            raise Broken
        parts, left = [page[at : at + local]], size - local
        following = _U32.unpack_from(page, at + local)[0] if left else 0
        seen = set[int]()
        while left:
            if following in seen:
                raise Broken
            seen.add(following)
            more = self.page(following)
            parts.append(more[4 : 4 + left])
            left -= len(parts[-1])
            following = _U32.unpack_from(more)[0]
        return b"".join(parts)


def _start(number: int) -> int:
    return HEADER if number == 1 else 0


def _cells(page: bytes, at: int, header: int) -> Iterator[int]:
    """Return where the cells of a page begin, as far as its list of them can be one."""
    count = _U16.unpack_from(page, at + 3)[0]
    first = at + header
    for place in range(min(count, (PAGE_SIZE - first) // 2)):
        cell = _U16.unpack_from(page, first + 2 * place)[0]
        if first <= cell < PAGE_SIZE:
            yield cell


def _local(size: int, most: int) -> int:
    """Return how many bytes of a payload stand on the page itself."""
    if size <= most:
        return size
    least = (PAGE_SIZE - 12) * 32 // 255 - 23
    fitting = least + (size - least) % (PAGE_SIZE - 4)
    return fitting if fitting <= most else least
