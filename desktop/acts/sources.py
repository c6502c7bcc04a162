"""Acts on sources, passages and evidence."""

from collections.abc import Mapping, Sequence

from db.act import Act
from db.commands import evidence, sources
from db.exchange.release import Release
from db.rows.evidence import EvidenceSpec, Span
from db.terms import PassageKind, ReadingState, SourceKind


def add_source(
    release: Release, kind: SourceKind, values: Mapping[str, str] | None = None
) -> Act[int]:
    """Take in a release."""
    return Act(
        key="source.add",
        run=lambda session: sources.add_source(session, release=release, kind=kind, values=values),
        about=(values or {}).get("title", release.title),
    )


def set_reading_state(source_id: int, state: ReadingState, about: str = "") -> Act[None]:
    """Say how far a source has been read."""
    return Act(
        key="source.state",
        run=lambda session: sources.set_reading_state(session, source_id=source_id, state=state),
        about=about,
    )


def mark_passage(source_id: int, span: Span, kind: PassageKind) -> Act[int]:
    """Mark words as a heading or as noise."""
    return Act(
        key="passage.mark",
        run=lambda session: evidence.mark_passage(
            session, source_id=source_id, span=span, kind=kind
        ),
    )


def unmark_passage(passage_id: int) -> Act[None]:
    """Remove a mark."""
    return Act(
        key="passage.unmark",
        run=lambda session: evidence.unmark_passage(session, passage_id=passage_id),
    )


def add_evidence(specs: Sequence[EvidenceSpec], about: str = "") -> Act[list[int]]:
    """Record what a source says of one thing or of several."""
    return Act(
        key="evidence.add",
        run=lambda session: evidence.add_evidence_for_all(session, specs=specs),
        about=about,
    )


def change_evidence(evidence_id: int, spec: EvidenceSpec, about: str = "") -> Act[None]:
    """Change a claim."""
    return Act(
        key="evidence.change",
        run=lambda session: evidence.change_evidence(session, evidence_id=evidence_id, spec=spec),
        about=about,
    )


def remove_evidence(evidence_id: int, about: str = "") -> Act[None]:
    """Remove a claim."""
    return Act(
        key="evidence.remove",
        run=lambda session: evidence.remove_evidence(session, evidence_id=evidence_id),
        about=about,
    )
