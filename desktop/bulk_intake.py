"""Many releases taken in and read one after another: one bad file does not stop the rest."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from db.catalogue import Catalogue
from db.errors import CatalogueError, DiskFull, ReadOnly
from db.queries.sources import LikeSource
from desktop.intake import read_file, take_in
from desktop.source_reading import keep_read, read_source
from desktop.version import PROGRAM


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
            answer = self._catalogue.write(take_in(read_file(file), again=self._again)).value
        except (DiskFull, ReadOnly):
            raise
        except CatalogueError as error:
            return Outcome(file=file, ok=False, sentence=str(error))
        if isinstance(answer, LikeSource):
            return Outcome(file=file, ok=True, sentence=_left_out(answer))
        sentence = f"taken in as {answer.reference}."
        return Outcome(file=file, ok=True, sentence=sentence, source_id=answer.id)

    def read(self, outcome: Outcome) -> Outcome:
        """Read what has come in, ready for review; say what there is to decide on."""
        if outcome.source_id is None:
            return outcome
        read = read_source(self._catalogue, outcome.source_id)
        self._catalogue.keep(lambda session: keep_read(session, read))
        words = "nothing to decide on" if not read.keys else f"{len(read.keys)} to decide on"
        return replace(outcome, sentence=f"{outcome.sentence.removesuffix('.')}, {words}.")


def _left_out(like: LikeSource) -> str:
    how = "the same as" if like.same_file or like.likeness == 1 else f"{like.likeness:.0%} like"
    return f"left out, since it is {how} {like.ref.reference}: use --again to take it in."
