"""What commands are done to, and with: picked by numbers from what the catalogue holds."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from db.commands import stages
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, StageKind

T = TypeVar("T")


class NothingThereError(Exception):
    """The catalogue holds nothing that a command could be done to."""


class Dice:
    """Picks from what the catalogue holds, by numbers that are taken modulo."""

    def __init__(self, session: Session, numbers: Sequence[int]) -> None:
        self.session = session
        self._numbers = list(numbers)

    def number(self) -> int:
        """Return the next number; the same come again when all are used."""
        self._numbers.append(self._numbers.pop(0))
        return self._numbers[-1]

    def one(self, values: Sequence[T]) -> T:
        """Return one of some values.

        Raises:
            NothingThereError: there are none.
        """
        if not values:
            raise NothingThereError
        return values[self.number() % len(values)]

    def id(self, table: str, where: str = "true") -> int:
        """Return the id of a row."""
        rows = self.session.connection().exec_driver_sql(
            f"SELECT id FROM {table} WHERE {where} ORDER BY id"
        )
        return int(self.one([row[0] for row in rows]))

    def entry(self, kind: EntryKind | None = None) -> int:
        """Return an entry, of a kind if one is given."""
        return self.id("entry", f"kind = '{kind}'" if kind else "true")

    def some(self) -> list[int]:
        """Return one to three entries."""
        return [self.entry() for _ in range(1 + self.number() % 3)]

    def words(self) -> str:
        """Return words that nothing else is likely to be called."""
        return f"{self.one(('Alpha', 'Бета', 'Əlfa ✓', 'Γ & <b>'))} {self.number()}"

    def target(self) -> Target:
        """Return something evidence can be about."""
        thing = self.one(("entry", "name", "link", "stage", "point", "figure", "quotation"))
        return Target(thing, self.id(thing))

    def source(self) -> tuple[int, Span]:
        """Return a source with text, and words of it."""
        rows = self.session.connection().exec_driver_sql(
            "SELECT s.id, t.text FROM source s JOIN source_text t ON t.sha256 = s.text_sha256 "
            "WHERE length(trim(t.text)) > 8 ORDER BY s.id"
        )
        source, text = self.one([(row[0], row[1]) for row in rows])
        words = self.one([word for word in text.split() if len(word) > 2])
        first = text.index(words)
        return int(source), Span(first=first, last=first + len(words))

    def claim(self) -> EvidenceSpec:
        """Return a claim of a source about something."""
        source, span = self.source()
        return EvidenceSpec(target=self.target(), source_id=source, spans=(span,))

    def link(self) -> LinkSpec:
        """Return a link that may stand, of one of a few kinds."""
        kind, subject, other = self.one(_LINKS)
        return LinkSpec(
            kind=kind,
            subject_id=self.entry(subject),
            object_id=self.entry(other),
            note=self.words(),
            post_as=self.words(),
            since=self.one(("", "2021", "2022-05~")),
        )

    def stage(self) -> stages.StageSpec:
        """Return a stage."""
        date = self.one(("", "2021-05-20", "2022?", "2019/2020"))
        return stages.StageSpec(kind=self.one(tuple(StageKind)), date=date, note=self.words())


_LINKS = (
    (LinkKind.PARTY, EntryKind.AGREEMENT, EntryKind.ORGANISATION),
    (LinkKind.BENEFICIARY, EntryKind.AGREEMENT, EntryKind.ORGANISATION),
    (LinkKind.ATTENDEE, EntryKind.MEETING, EntryKind.PERSON),
    (LinkKind.ABOUT, EntryKind.SOURCE, EntryKind.AGREEMENT),
    (LinkKind.AMENDS, EntryKind.AGREEMENT, EntryKind.AGREEMENT),
)
