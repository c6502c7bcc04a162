"""Acts on points, figures and quotations."""

from sqlalchemy.orm import Session

from db.act import Act
from db.commands import content
from db.commands.content import FigureSpec, PointSpec, QuotationSpec
from db.commands.evidence import stand_on_pin
from db.rows.faces import Target
from db.rows.pin import Pin


def add_point(entry_id: int, spec: PointSpec, pin: Pin | None = None) -> Act[int]:
    """Add a point to an agreement or meeting."""

    def run(session: Session) -> int:
        point = content.add_point(session, entry_id=entry_id, spec=spec)
        return _stood(session, pin, Target("point", point))

    return Act(key="point.add", run=run, about=spec.wording)


def change_point(point_id: int, spec: PointSpec) -> Act[None]:
    """Change a point."""
    return Act(
        key="point.change",
        run=lambda session: content.change_point(session, point_id=point_id, spec=spec),
        about=spec.wording,
    )


def remove_point(point_id: int, about: str = "") -> Act[None]:
    """Remove a point."""
    return Act(
        key="point.remove",
        run=lambda session: content.remove_point(session, point_id=point_id),
        about=about,
    )


def add_figure(entry_id: int, spec: FigureSpec, pin: Pin | None = None) -> Act[int]:
    """Add a figure to an entry."""

    def run(session: Session) -> int:
        figure = content.add_figure(session, entry_id=entry_id, spec=spec)
        return _stood(session, pin, Target("figure", figure))

    return Act(key="figure.add", run=run, about=f"{spec.number} {spec.unit}".strip())


def change_figure(figure_id: int, spec: FigureSpec) -> Act[None]:
    """Change a figure and what it counts."""
    return Act(
        key="figure.change",
        run=lambda session: content.change_figure(session, figure_id=figure_id, spec=spec),
        about=f"{spec.number} {spec.unit}".strip(),
    )


def remove_figure(figure_id: int, about: str = "") -> Act[None]:
    """Remove a figure."""
    return Act(
        key="figure.remove",
        run=lambda session: content.remove_figure(session, figure_id=figure_id),
        about=about,
    )


def add_quotation(entry_id: int, spec: QuotationSpec, pin: Pin | None = None) -> Act[int]:
    """Add a quotation to an entry."""

    def run(session: Session) -> int:
        quotation = content.add_quotation(session, entry_id=entry_id, spec=spec)
        return _stood(session, pin, Target("quotation", quotation))

    return Act(key="quotation.add", run=run, about=spec.words)


def change_quotation(quotation_id: int, spec: QuotationSpec) -> Act[None]:
    """Change a quotation."""
    return Act(
        key="quotation.change",
        run=lambda session: content.change_quotation(session, quotation_id=quotation_id, spec=spec),
        about=spec.words,
    )


def remove_quotation(quotation_id: int, about: str = "") -> Act[None]:
    """Remove a quotation."""
    return Act(
        key="quotation.remove",
        run=lambda session: content.remove_quotation(session, quotation_id=quotation_id),
        about=about,
    )


def _stood(session: Session, pin: Pin | None, target: Target) -> int:
    if pin is not None:
        stand_on_pin(session, pin=pin, targets=[target])
    return target.id
