"""The file of a backup: its facts in front, the catalogue packed behind them.

The facts are JSON in a skippable frame (RFC 8878, 3.1.2), which ``zstd -d`` passes over; the packed
part carries a checksum of what it unpacks to.
"""

import contextlib
import os
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from db.backups.facts import Backup, Facts, as_json, of_json
from db.backups.watching import Step, Watch
from db.errors import BackupUnusable
from db.private import make_private

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

SUFFIX = ".zst"

_HEAD = struct.Struct("<II")
_MAGIC = 0x184D2A5C
_MOST_FACTS = 1 << 16
_CHUNK = 1 << 20
_LEVEL = 3
_OPTIONS: Mapping[int, int] = {
    zstd.CompressionParameter.compression_level: _LEVEL,
    zstd.CompressionParameter.checksum_flag: 1,
}


def pack(source: Path, target: Path, facts: Facts, watch: Watch) -> None:
    """Write a backup of a finished copy into a new, private file, down to the disk."""
    packer = zstd.ZstdCompressor(options=_OPTIONS)
    packer.set_pledged_input_size(facts.size)
    head = as_json(facts)
    make_private(target)
    with source.open("rb") as whole, target.open("r+b") as packed:
        packed.write(_HEAD.pack(_MAGIC, len(head)) + head)
        for chunk in _chunks(whole, Step.PACK, facts.size, watch):
            packed.write(packer.compress(chunk))
        packed.write(packer.flush())
        sync(packed)


def read_facts(path: Path) -> Facts:
    """Return what a backup tells of itself; reads the head of the file alone.

    Raises:
        BackupUnusable: this is no backup.
    """
    with path.open("rb") as packed:
        return _facts(packed, path)


def read_backup(path: Path) -> Backup:
    """Return the backup in a file.

    Raises:
        BackupUnusable: this is none.
    """
    return Backup(path=path, facts=read_facts(path), packed_size=path.stat().st_size)


def unpack(path: Path, target: Path, watch: Watch) -> None:
    """Write the catalogue in a backup into a new, private file, down to the disk.

    Raises:
        BackupUnusable: it is cut off or damaged; what was written is to be thrown away.
    """
    make_private(target)
    with target.open("r+b") as whole:
        for chunk in _unpacked(path, watch):
            whole.write(chunk)
        sync(whole)


def verify(path: Path, watch: Watch) -> None:
    """Unpack a backup to nowhere, so that its checksum is compared.

    Raises:
        BackupUnusable: it is cut off or damaged.
    """
    for _chunk in _unpacked(path, watch):
        pass


def sync(file: IO[bytes]) -> None:
    """Have the disk keep what was written to a file."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder, where the system knows how."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unpacked(path: Path, watch: Watch) -> Iterator[bytes]:
    unpacker, done = zstd.ZstdDecompressor(), 0
    with path.open("rb") as packed:
        facts = _facts(packed, path)
        try:
            while not unpacker.eof:
                chunk = packed.read(_CHUNK) if unpacker.needs_input else b""
                if unpacker.needs_input and not chunk:
                    raise BackupUnusable(path, "it is cut off")
                out = unpacker.decompress(chunk, _CHUNK)
                done += len(out)
                if done > facts.size:
                    raise BackupUnusable(path, "it holds more than it says")
                watch.at(Step.UNPACK, done, facts.size)
                yield out
        except zstd.ZstdError as error:
            raise BackupUnusable(path, str(error)) from error
    if done != facts.size:
        raise BackupUnusable(path, "it holds less than it says")


def _facts(packed: IO[bytes], path: Path) -> Facts:
    head = packed.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise BackupUnusable(path, "it is empty or cut off")
    magic, length = _HEAD.unpack(head)
    if magic != _MAGIC or length > _MOST_FACTS:
        raise BackupUnusable(path, "it is no backup of a catalogue")
    try:
        return of_json(packed.read(length))
    except ValueError as error:
        raise BackupUnusable(path, "its account of itself is damaged") from error


def _chunks(file: IO[bytes], step: Step, total: int, watch: Watch) -> Iterator[bytes]:
    done = 0
    while chunk := file.read(_CHUNK):
        watch.at(step, done, total)
        yield chunk
        done += len(chunk)
