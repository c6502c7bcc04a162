"""The points and figures of an entry, with how many are found of what a count promises."""

from db.queries.dossier.content import FigureFact
from db.queries.dossier.material import Material
from db.rows.dossier import DossierFigure, DossierPoint


def point_rows(material: Material, entry_id: int) -> tuple[DossierPoint, ...]:
    """Return the points of an entry, in the order of the text."""
    return tuple(
        DossierPoint(
            kind=point.kind,
            wording=point.wording,
            owed_by=material.names.title(point.owed_by_id),
            owed_to=material.names.title(point.owed_to_id),
            due=point.due.text if point.due else "",
            citations=material.cite("point", point.id),
        )
        for point in material.content.points.get(entry_id, ())
    )


def figure_rows(material: Material, entry_id: int) -> tuple[DossierFigure, ...]:
    """Return the figures of an entry, and the counts it is one of."""
    own = material.content.figures.get(entry_id, ())
    counts = material.content.counted_in.get(entry_id, ())
    return tuple(_figure(material, each) for each in dict.fromkeys((*own, *counts)))


def _figure(material: Material, figure: FigureFact) -> DossierFigure:
    return DossierFigure(
        number=figure.number,
        unit=figure.unit,
        bound=figure.bound,
        state=figure.state,
        period=figure.period.text if figure.period else "",
        speaker=material.names.title(figure.speaker_id),
        found=members_found(material, figure) if figure.is_count else None,
        citations=material.cite("figure", figure.id),
    )


def members_found(material: Material, figure: FigureFact) -> int:
    """Return how many of those a count promises are catalogued."""
    return sum(material.facts.present(member) is not None for member in figure.members)
