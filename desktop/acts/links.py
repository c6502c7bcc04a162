"""Acts on links and stages, and participants in one line."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from db.act import Act
from db.commands import links, participants, stages
from db.commands.entries import create_entry, ensure_country
from db.commands.evidence import stand_on_pin
from db.commands.participants import Added, ParticipantSpec
from db.commands.stages import StageSpec
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.rows.pin import Pin
from db.terms import EntryKind


def add_link(spec: LinkSpec, about: str = "", pin: Pin | None = None) -> Act[int]:
    """Link two entries."""

    def run(session: Session) -> int:
        link = links.add_link(session, spec=spec)
        _stand(session, pin, Target("link", link))
        return link

    return Act(key="link.add", run=run, about=about)


def change_link(link_id: int, spec: LinkSpec, about: str = "", pin: Pin | None = None) -> Act[None]:
    """Change a link in place."""

    def run(session: Session) -> None:
        links.change_link(session, link_id=link_id, spec=spec)
        _stand(session, pin, Target("link", link_id))

    return Act(key="link.change", run=run, about=about)


def remove_links(link_ids: Sequence[int], about: str = "") -> Act[None]:
    """Remove links."""
    return Act(
        key="link.remove",
        run=lambda session: links.remove_links(session, link_ids=link_ids),
        about=about,
        extent=lambda _session: len(link_ids),
    )


def move_link(link_id: int, position: int, about: str = "") -> Act[None]:
    """Put a link at another place among those of its kind."""
    return Act(
        key="link.move",
        run=lambda session: links.move_link(session, link_id=link_id, position=position),
        about=about,
    )


def add_participants(
    subject_id: int, specs: Sequence[ParticipantSpec], about: str = "", pin: Pin | None = None
) -> Act[Added]:
    """Link participants, making those that are missing, as one act."""

    def run(session: Session) -> Added:
        added = participants.add_participants(session, subject_id=subject_id, specs=specs)
        for link in added.links:
            _stand(session, pin, Target("link", link))
        return added

    extent = len(specs)
    return Act(key="participant.add", run=run, about=about, extent=lambda _session: extent)


def create_other_end(
    kind: EntryKind, title: str, country: str = "", pin: Pin | None = None
) -> Act[int]:
    """Make the entry a picker did not find; a country by its ISO 3166-1 code."""

    def run(session: Session) -> int:
        if country:
            return ensure_country(session, code=country)
        entry = create_entry(session, kind=kind, values={"title": title})
        _stand(session, pin, Target("entry", entry))
        return entry

    return Act(key="entry.create", run=run, about=title)


def add_stage(
    agreement_id: int, spec: StageSpec, about: str = "", pin: Pin | None = None
) -> Act[int]:
    """Add a stage to an agreement."""

    def run(session: Session) -> int:
        stage = stages.add_stage(session, agreement_id=agreement_id, spec=spec)
        _stand(session, pin, Target("stage", stage))
        return stage

    return Act(key="stage.add", run=run, about=about)


def change_stage(
    stage_id: int, spec: StageSpec, about: str = "", pin: Pin | None = None
) -> Act[None]:
    """Change a stage."""

    def run(session: Session) -> None:
        stages.change_stage(session, stage_id=stage_id, spec=spec)
        _stand(session, pin, Target("stage", stage_id))

    return Act(key="stage.change", run=run, about=about)


def remove_stage(stage_id: int, about: str = "") -> Act[None]:
    """Remove a stage."""
    return Act(
        key="stage.remove",
        run=lambda session: stages.remove_stage(session, stage_id=stage_id),
        about=about,
    )


def move_stage(stage_id: int, position: int, about: str = "") -> Act[None]:
    """Put a stage at another place in the agreement's life."""
    return Act(
        key="stage.move",
        run=lambda session: stages.move_stage(session, stage_id=stage_id, position=position),
        about=about,
    )


def _stand(session: Session, pin: Pin | None, target: Target) -> None:
    if pin is not None:
        stand_on_pin(session, pin=pin, targets=[target])
