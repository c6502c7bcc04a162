"""Writes the open directory: records line by line, texts and originals as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from db.exchange.directory.bag import Bag, new_bag
from db.exchange.directory.encoding import encoder, line_of, page_of
from db.exchange.directory.layout import ABOUT, FILES, LEFT_OVER, README, SCHEMA, TEXTS
from db.exchange.directory.names import bag_name
from db.exchange.directory.schema import schema
from db.rows.records.stored import StoredFile, StoredText
from db.rows.records.vocabularies import AboutRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that goes into a directory, as streams that are read once and in this order."""

    about: AboutRecord
    lines: Mapping[str, Iterable[object]]
    """The records of each file of ``layout.LINES``."""
    texts: Iterable[StoredText]
    files: Iterable[StoredFile]
    readme: str


def write_directory(folder: Path, contents: Contents) -> None:
    """Write a directory; whatever is raised leaves nothing behind.

    Raises:
        AlreadyThere: there is something of that name that is no empty folder.
        OSError: it can't be written.
    """
    with new_bag(folder) as bag:
        for path, records in contents.lines.items():
            _write_lines(bag, path, records)
        for text in contents.texts:
            with bag.file(text_path(text)) as file:
                file.write(text.text.encode())
        for stored in contents.files:
            with bag.file(file_path(stored)) as file:
                file.write(stored.content)
        _write_pages(bag, contents)
        bag.seal(
            {
                "Bag-Software-Agent": contents.about.program or "Chancery",
                "External-Description": "A catalogue of agreements, meetings and participants; "
                "README.txt explains it",
            }
        )


def text_path(text: StoredText) -> str:
    """Return where a text stands: under the reference of its source."""
    if text.reference is None:
        return f"{TEXTS}/{LEFT_OVER}/{text.sha256}.txt"
    return f"{TEXTS}/{bag_name(text.reference)}.txt"


def file_path(stored: StoredFile) -> str:
    """Return where an original stands: in a folder of its SHA-256, by the name it came under."""
    return f"{FILES}/{stored.sha256[:2]}/{stored.sha256}/{bag_name(stored.name)}"


def _write_lines(bag: Bag, path: str, records: Iterable[object]) -> None:
    with bag.file(path) as file:
        for record in records:
            file.write(line_of(record))


def _write_pages(bag: Bag, contents: Contents) -> None:
    with bag.file(ABOUT[0]) as file:
        file.write(page_of(encoder(AboutRecord)(contents.about)))
    with bag.file(SCHEMA) as file:
        file.write(page_of(schema()))
    bag.tag_file(README, contents.readme)
