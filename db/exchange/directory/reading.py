"""Reads an open directory that somebody may have altered: checked first, then line by line."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self, TypeVar, cast

from db.errors import Unimportable
from db.exchange.directory.checking import Tell, check_bag
from db.exchange.directory.decoding import json_of, record_of
from db.exchange.directory.index import Index
from db.exchange.directory.layout import (
    ABOUT,
    DATA,
    ENTRIES,
    FILES,
    FORMAT,
    LINES,
    TEXTS,
    VERSION,
)
from db.exchange.directory.lines import MB, read_lines
from db.rows.incoming import Located, Named
from db.rows.records.entries import RECORDS, AgreementRecord, EntryRecord
from db.rows.records.stored import StoredFile, StoredText
from db.rows.records.vocabularies import AboutRecord
from db.terms import REFERENCE_LETTERS, EntryKind

T = TypeVar("T")

_MOST_ABOUT = 8 * MB
_MOST_CONTENT_MB = 400
_PATHS: Mapping[type, str] = {record: path for path, record in LINES.items()}


class Directory:
    """A directory whose files are as they were written, and whose entries can be looked up.

    An ``Incoming`` (``db.rows.incoming``); to be closed.
    """

    def __init__(self, folder: Path, index: Index, about: AboutRecord) -> None:
        self.folder = folder
        self._data, self._index, self._about = folder / DATA, index, about

    @property
    def about(self) -> AboutRecord:
        """What the directory says of itself."""
        return self._about

    def close(self) -> None:
        """Forget what it holds."""
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def entries(self, kind: EntryKind) -> Iterator[Located[EntryRecord]]:
        """Yield the entries of a kind.

        Raises:
            Unimportable: what is wrong in which line.
        """
        return self._located(ENTRIES[kind], RECORDS[kind])

    def records(self, record: type[T]) -> Iterator[Located[T]]:
        """Yield the records of a class that is no entry's; none where their file is missing.

        Raises:
            Unimportable: what is wrong in which line.
        """
        return self._located(_PATHS[record], record)

    def named(self, references: Iterable[str]) -> Mapping[str, Named]:
        """Return the entries of these references; those that are nobody's are left out."""
        return self._index.named(references)

    def highest(self, kind: EntryKind) -> int:
        """Return the highest number among the references of a kind, 0 without any."""
        return self._index.highest(kind)

    def counts(self) -> dict[EntryKind, int]:
        """Return how many entries there are of each kind."""
        return self._index.counts()

    def text(self, sha256: str) -> StoredText | None:
        """Return a text by the SHA-256 of its UTF-8, None where it is not among them."""
        path = self._index.path_of(sha256, TEXTS)
        return None if path is None else self._text(path, sha256)

    def original(self, sha256: str) -> StoredFile | None:
        """Return an original, None where it is not among them."""
        path = self._index.path_of(sha256, FILES)
        return None if path is None else self._original(path, sha256)

    def texts(self) -> Iterator[StoredText]:
        """Yield all texts."""
        return (self._text(path, sha256) for path, sha256 in self._index.paths(TEXTS))

    def originals(self) -> Iterator[StoredFile]:
        """Yield all originals."""
        return (self._original(path, sha256) for path, sha256 in self._index.paths(FILES))

    def list_entries(self, tell: Tell) -> None:
        """Read every entry once, so that they can be looked up; ``tell`` counts them.

        Raises:
            Unimportable: what is wrong in which line.
        """
        done = 0
        for kind in RECORDS:
            for located in self.entries(kind):
                _check_entry(kind, located)
                self._index.add_entry(kind, located)
                done += 1
                if done % 100 == 0:
                    tell(done, 0)

    def _located(self, path: str, record: type[T]) -> Iterator[Located[T]]:
        place = self._data / path
        if not place.exists():
            return
        for number, line in read_lines(place, path):
            if line.strip():
                try:
                    found = record_of(record, json_of(line))
                except Unimportable as error:
                    raise error.within(path, number) from None
                yield Located(found, path, number)

    def _text(self, path: str, sha256: str) -> StoredText:
        try:
            text = self._content(path).decode()
        except UnicodeDecodeError:
            raise Unimportable("not_text", file=path) from None
        if "\0" in text:
            raise Unimportable("not_text", file=path)
        return StoredText(sha256=sha256, reference=None, text=text)

    def _original(self, path: str, sha256: str) -> StoredFile:
        name = path.rpartition("/")[2]
        return StoredFile(sha256=sha256, name=name, content=self._content(path))

    def _content(self, path: str) -> bytes:
        place = self._data / path
        try:
            if place.stat().st_size > _MOST_CONTENT_MB * MB:
                raise Unimportable("long_file", file=path, limit=_MOST_CONTENT_MB)
            return place.read_bytes()
        except OSError:
            raise Unimportable("illegible", file=path) from None


def open_directory(folder: Path, tell: Tell = lambda _done, _total: None) -> Directory:
    """Check a directory, every byte and every entry of it, and return it.

    ``tell`` is told how many bytes were looked at, then how many entries (of 0: nobody knows).

    Raises:
        Unimportable: what is wrong in which file and line.
    """
    index = Index()
    try:
        check_bag(folder, index, tell)
        directory = Directory(folder, index, _about(folder))
        directory.list_entries(tell)
    except BaseException:
        index.close()
        raise
    return directory


def _about(folder: Path) -> AboutRecord:
    path, record = ABOUT
    try:
        with (folder / DATA / path).open("rb") as file:
            about = record_of(record, json_of(file.read(_MOST_ABOUT)))
    except OSError:
        raise Unimportable("not_there", file=path) from None
    except Unimportable as error:
        raise error.within(path) from None
    if about.format != FORMAT:
        raise Unimportable("not_a_bag", file=path)
    if about.version != VERSION:
        raise Unimportable("other_version", file=path, value=about.version, known=VERSION)
    return about


def _check_entry(kind: EntryKind, located: Located[EntryRecord]) -> None:
    """Check what no type says: the letter of a reference, and stages links stand on."""
    entry = located.record
    if not entry.reference.startswith(REFERENCE_LETTERS[kind]):
        raise located.refusal(
            "bad_form", member="reference", value=entry.reference, form=REFERENCE_LETTERS[kind]
        )
    stages = cast("AgreementRecord", entry).stages if kind == EntryKind.AGREEMENT else ()
    known = [stage.id for stage in stages]
    if len(set(known)) < len(known):
        raise located.refusal("duplicate", what="the id of a stage")
    for link in entry.links:
        if link.stage is not None and link.stage not in known:
            raise located.refusal("cites_outside", value=link.stage, what="stages of the entry")
