"""The sources of a dossier, in the order of the numbers they are cited by."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Source
from db.queries.among import among
from db.queries.dossier.material import Material
from db.rows.dossier import DossierSource
from db.terms import EntryKind
from db.text.dates import EdtfDate
from db.text.scripts import language_of


def source_rows(session: Session, material: Material) -> tuple[DossierSource, ...]:
    """Return the sources that are cited, then those that only name the country and tell no more."""
    named = material.chosen.of(EntryKind.SOURCE)
    material.numbering.numbers(
        sorted(named, key=lambda source: material.facts.entries[source].reference)
    )
    numbers = material.numbering.given
    rows = session.scalars(select(Source).where(Source.id.in_(among(numbers))))
    return tuple(
        _row(source, numbers[source.id])
        for source in sorted(rows, key=lambda source: numbers[source.id])
    )


def _row(source: Source, number: int) -> DossierSource:
    return DossierSource(
        number=number,
        reference=source.reference,
        title=source.title,
        language=language_of(source.title),
        kind=source.source_kind,
        publisher=source.publisher,
        byline=source.byline,
        published=_text(source.published),
        received=_text(source.received),
        languages=tuple(source.languages.split()),
        address=source.address,
        sha256=source.file_sha256 or "",
    )


def _text(when: EdtfDate | None) -> str:
    return when.text if when else ""
