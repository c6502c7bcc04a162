"""The sources of a dossier, in the order of the numbers they are cited by."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry, Source
from db.queries.among import among
from db.queries.dossier.fetching import fetched
from db.queries.dossier.material import Material
from db.rows.dossier import DossierSource
from db.terms import EntryKind
from db.text.scripts import language_of

_SOURCE, _ENTRY = Source.__table__.c, Entry.__table__.c


def source_rows(session: Session, material: Material) -> tuple[DossierSource, ...]:
    """Return the sources that are cited, then those that only name the country and tell no more."""
    named = material.chosen.of(EntryKind.SOURCE)
    material.numbering.numbers(
        sorted(named, key=lambda source: material.facts.entries[source].reference)
    )
    numbers = material.numbering.given
    rows = fetched(
        session,
        select(
            _SOURCE.id, _ENTRY.reference, _ENTRY.title, _SOURCE.source_kind, _SOURCE.publisher,
            _SOURCE.byline, _SOURCE.published_text, _SOURCE.received_text, _SOURCE.languages,
            _SOURCE.address, _SOURCE.file_sha256,
        )
        .select_from(Source.__table__.join(Entry.__table__, _ENTRY.id == _SOURCE.id))
        .where(_SOURCE.id.in_(among(numbers))),
    )  # fmt: skip
    return tuple(
        DossierSource(
            number=numbers[source],
            reference=reference,
            title=title,
            language=language_of(title),
            kind=kind,
            publisher=publisher,
            byline=byline,
            published=published or "",
            received=received or "",
            languages=tuple(languages.split()),
            address=address,
            sha256=sha256 or "",
        )
        for (
            source, reference, title, kind, publisher,
            byline, published, received, languages,
            address, sha256,
        ) in sorted(rows, key=lambda row: numbers[row[0]])
    )  # fmt: skip
