"""Evidence: standing values on the words that say them."""

from collections.abc import Iterable

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db.commands.entries import get_entry
from db.errors import Refused
from db.models import (
    TARGETS,
    Evidence,
    EvidencePassage,
    Figure,
    Link,
    Name,
    Passage,
    Point,
    Quotation,
    Source,
    SourceText,
    Stage,
)
from db.queries.values import field_values
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.rows.fields import field_of
from db.rows.pin import Pin
from db.terms import How, LinkKind, PassageKind, StageKind
from db.text.cleaning import clean_block, clean_line
from db.text.scripts import language_of

_CLASSES = {
    "name": Name,
    "link": Link,
    "stage": Stage,
    "point": Point,
    "figure": Figure,
    "quotation": Quotation,
}

_ABSENT = frozenset({*StageKind, *LinkKind})
"""What an entry may lack: a source that does not tell of entry into force, or of signatories."""


def mark_passage(
    session: Session, *, source_id: int, span: Span, kind: PassageKind = PassageKind.EVIDENCE
) -> int:
    """Mark words of a source and return the passage's id; the same words are marked once.

    Raises:
        Refused: ``passage_not_in_text``.
    """
    same = select(Passage.id).where(
        Passage.source_id == source_id,
        Passage.first == span.first,
        Passage.last == span.last,
        Passage.kind == kind,
    )
    found = session.execute(same).scalar()
    if found is not None:
        return found
    words = _words(session, source_id, span)
    passage = Passage(
        source_id=source_id,
        first=span.first,
        last=span.last,
        words=words,
        kind=kind,
        language=language_of(words),
    )
    session.add(passage)
    session.flush()
    return passage.id


def _words(session: Session, source_id: int, span: Span) -> str:
    text = session.execute(
        select(SourceText.text)
        .join(Source, Source.text_sha256 == SourceText.sha256)
        .where(Source.id == source_id)
    ).scalar()
    words = (text or "")[max(span.first, 0) : span.last]
    if span.first < 0 or len(words) != span.last - span.first or not words.strip():
        raise Refused("passage_not_in_text")
    return words


def unmark_passage(session: Session, *, passage_id: int) -> None:
    """Remove a mark that no evidence stands on.

    Raises:
        Refused: ``passage_in_use``.
    """
    used = select(EvidencePassage).where(EvidencePassage.passage_id == passage_id).limit(1)
    if session.execute(used).first() is not None:
        raise Refused("passage_in_use")
    session.execute(delete(Passage).where(Passage.id == passage_id))


def add_evidence(session: Session, *, spec: EvidenceSpec) -> int:
    """Record what a source says of one thing, and return the claim's id.

    Raises:
        Refused: ``evidence_needs_words`` where neither words nor a reason are given,
            ``target_missing``, ``no_such_field``, ``passage_not_in_text``.
    """
    evidence = Evidence(source_id=spec.source_id)
    _fill(session, evidence, spec)
    session.add(evidence)
    session.flush()
    _stand_on(session, evidence.id, spec)
    return evidence.id


def add_evidence_for_all(session: Session, *, specs: Iterable[EvidenceSpec]) -> list[int]:
    """Record several claims as one act: one gesture a sentence."""
    return [add_evidence(session, spec=spec) for spec in specs]


def change_evidence(session: Session, *, evidence_id: int, spec: EvidenceSpec) -> None:
    """Change a claim: its passages, how it is made, by whom."""
    evidence = _get(session, evidence_id)
    _fill(session, evidence, spec)
    session.execute(delete(EvidencePassage).where(EvidencePassage.evidence_id == evidence_id))
    _stand_on(session, evidence_id, spec)


def remove_evidence(session: Session, *, evidence_id: int) -> None:
    """Remove a claim; passages nothing else stands on go with it."""
    passages = session.scalars(
        select(EvidencePassage.passage_id).where(EvidencePassage.evidence_id == evidence_id)
    ).all()
    session.delete(_get(session, evidence_id))
    session.flush()
    for passage in passages:
        used = select(func.count()).where(EvidencePassage.passage_id == passage)
        if not session.execute(used).scalar():
            session.execute(
                delete(Passage).where(Passage.id == passage, Passage.kind == PassageKind.EVIDENCE)
            )


def _get(session: Session, evidence_id: int) -> Evidence:
    evidence = session.get(Evidence, evidence_id)
    if evidence is None:
        raise Refused("evidence_missing")
    return evidence


def _fill(session: Session, evidence: Evidence, spec: EvidenceSpec) -> None:
    needs_words = spec.how in {How.STATED, How.REPORTED}
    if not spec.spans and (needs_words or (spec.how == How.INFERRED and not spec.reason.strip())):
        raise Refused("evidence_needs_words")
    current = _current_value(session, spec.target)
    for thing in TARGETS:
        setattr(evidence, f"{thing}_id", spec.target.id if thing == spec.target.thing else None)
    evidence.source_id, evidence.field, evidence.how = spec.source_id, spec.target.field, spec.how
    stated = current if spec.value is None else spec.value
    evidence.value = "" if spec.how == How.NOT_STATED else stated
    evidence.as_stated = clean_line(spec.as_stated)
    evidence.attributed_as = clean_line(spec.attributed_as)
    evidence.attributed_to_id = spec.attributed_to_id
    evidence.reason = clean_block(spec.reason)


def _current_value(session: Session, target: Target) -> str:
    """Return what the target's field holds now, or an empty text for the thing itself."""
    if target.thing == "entry":
        entry = get_entry(session, target.id)
        if not target.field:
            return ""
        if target.field in _ABSENT:
            return ""
        if field_of(entry.kind, target.field) is None:
            raise Refused("no_such_field", field=target.field)
        return field_values(session.connection(), entry.id, entry.kind)[target.field]
    thing = session.get(_CLASSES[target.thing], target.id)
    if thing is None:
        raise Refused("target_missing")
    if isinstance(thing, Stage) and target.field == "date" and thing.date:
        return thing.date.text
    if isinstance(thing, Figure) and target.field == "number":
        return thing.number
    return ""


def _stand_on(session: Session, evidence_id: int, spec: EvidenceSpec) -> None:
    for position, span in enumerate(spec.spans):
        passage = mark_passage(session, source_id=spec.source_id, span=span)
        session.add(EvidencePassage(evidence_id=evidence_id, passage_id=passage, position=position))
    session.flush()


def stand_on_pin(session: Session, *, pin: Pin, targets: Iterable[Target]) -> list[int]:
    """Let each target stand on the pinned passage, once."""
    specs = [
        EvidenceSpec(
            target=target,
            source_id=pin.source_id,
            spans=pin.spans,
            how=pin.how,
            attributed_as=pin.attributed_as,
            attributed_to_id=pin.attributed_to_id,
        )
        for target in targets
    ]
    fresh = [spec for spec in specs if not claimed(session, spec=spec)]
    return add_evidence_for_all(session, specs=fresh)


def claimed(session: Session, *, spec: EvidenceSpec) -> bool:
    """Tell whether the same words of the same source stand behind the same target already."""
    if not spec.spans:
        return False
    same = (
        select(Evidence.id)
        .join(EvidencePassage, EvidencePassage.evidence_id == Evidence.id)
        .join(Passage, Passage.id == EvidencePassage.passage_id)
        .where(
            Evidence.source_id == spec.source_id,
            getattr(Evidence, f"{spec.target.thing}_id") == spec.target.id,
            Evidence.field == spec.target.field,
            Passage.first == spec.spans[0].first,
            Passage.last == spec.spans[-1].last,
        )
    )
    return session.execute(same.limit(1)).first() is not None
