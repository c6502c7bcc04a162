"""Many releases taken in one after another: one bad file does not stop the rest."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from db.catalogue import Catalogue
from db.errors import CatalogueError, DiskFull, ReadOnly, Unreadable
from db.exchange.intake import read_release
from db.exchange.release import Release
from db.queries.references import entry_refs
from db.queries.sources import LikeSource, like_sources
from db.terms import SourceKind
from desktop.acts.sources import add_source
from desktop.version import PROGRAM

LARGEST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file."""

    file: Path
    ok: bool
    sentence: str
    source_id: int | None = None


class BulkIntake:
    """A catalogue, made if it is missing, that releases are taken into."""

    def __init__(self, path: Path, *, again: bool = False) -> None:
        self._again = again
        opened = Catalogue.open if path.exists() else Catalogue.create
        self._catalogue = opened(path, program=PROGRAM)

    def __enter__(self) -> Self:
        if self._catalogue.read_only_because is not None:
            reason = self._catalogue.read_only_because
            self._catalogue.close()
            raise reason
        return self

    def __exit__(self, *_exception: object) -> None:
        self._catalogue.close()

    def take_in(self, file: Path) -> Outcome:
        """Take one file in, unless the same text is there already.

        Raises:
            DiskFull, ReadOnly: nothing more can be taken in.
        """
        try:
            release = read_release(read_file(file), name=file.name)
            like = self._there_already(release)
            if like is not None and not self._again:
                return _left_out(file, like)
            source = self._catalogue.write(add_source(release, SourceKind.PRESS_RELEASE)).value
        except (DiskFull, ReadOnly):
            raise
        except CatalogueError as error:
            return Outcome(file=file, ok=False, sentence=str(error))
        with self._catalogue.read() as session:
            reference = entry_refs(session, [source])[source].reference
        return Outcome(file=file, ok=True, sentence=f"taken in as {reference}.", source_id=source)

    def _there_already(self, release: Release) -> LikeSource | None:
        with self._catalogue.read() as session:
            alike = like_sources(session, sha256=release.sha256, text=release.text)
        return alike[0] if alike else None


def read_file(file: Path) -> bytes:
    """Return the bytes of a file, refusing one that is too large before reading it.

    Raises:
        Unreadable: ``too_large``, or the file can't be opened.
    """
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise Unreadable(file.name, "too_large", limit=LARGEST_BYTES // 1_000_000)
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(file.name, "not_opened") from error


def _left_out(file: Path, like: LikeSource) -> Outcome:
    how = "the same as" if like.same_file or like.likeness == 1 else f"{like.likeness:.0%} like"
    sentence = f"left out, since it is {how} {like.ref.reference}: use --again to take it in."
    return Outcome(file=file, ok=True, sentence=sentence)
