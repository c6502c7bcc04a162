"""What an archivist decides on suggestions, and what was suggested: the state of a review."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.errors import Refused
from db.models import Decision, NoisePattern, Source, SourceReading
from db.terms import ReadingState, Verdict
from db.text.cleaning import clean_line


def decide(
    session: Session, *, source_id: int, key: str, verdict: Verdict, entry_id: int | None = None
) -> None:
    """Keep a verdict on a suggestion, in place of an earlier one."""
    there = session.scalars(
        select(Decision).where(
            Decision.source_id == source_id, Decision.key == key, Decision.line == ""
        )
    ).first()
    if there is None:
        decision = Decision(source_id=source_id, key=key, verdict=verdict, entry_id=entry_id)
        session.add(decision)
    else:
        there.verdict, there.entry_id = verdict, entry_id
    session.flush()


def decide_lines(
    session: Session, *, source_id: int, key: str, verdicts: Mapping[str, Verdict]
) -> None:
    """Keep a verdict on each of some lines of a suggestion, in place of earlier ones."""
    same = select(Decision).where(Decision.source_id == source_id, Decision.key == key)
    there = {decision.line: decision for decision in session.scalars(same)}
    for line, verdict in verdicts.items():
        if line in there:
            there[line].verdict = verdict
        else:
            session.add(Decision(source_id=source_id, key=key, line=line, verdict=verdict))
    session.flush()


def refuse(session: Session, *, source_id: int, keys: Iterable[str]) -> None:
    """Refuse suggestions; they stay refused when the source is read again."""
    for key in keys:
        decide(session, source_id=source_id, key=key, verdict=Verdict.REFUSED)
    begin_reading(session, source_id=source_id)


def reopen(session: Session, *, source_id: int, key: str) -> None:
    """Forget what was decided on a suggestion and its lines; what was made of it stays."""
    session.execute(delete(Decision).where(Decision.source_id == source_id, Decision.key == key))


def begin_reading(session: Session, *, source_id: int) -> None:
    """Take a source out of the inbox once something of it is decided."""
    source = session.get(Source, source_id)
    if source is None:
        raise Refused("entry_missing", entry_id=source_id)
    if source.reading_state == ReadingState.INBOX:
        source.reading_state = ReadingState.READING


def keep_reading(
    session: Session,
    *,
    source_id: int,
    version: str,
    keys: Sequence[str],
    patterns: Sequence[str] = (),
) -> None:
    """Keep what was suggested of a source, in place of an earlier reading; outside history."""
    if session.get(Source, source_id) is None:
        return  # trashed for good meanwhile: nothing to keep
    session.merge(
        SourceReading(
            source_id=source_id,
            read_at=datetime.now(UTC),
            version=version,
            keys=json.dumps(list(keys), ensure_ascii=False),
            patterns=json.dumps(list(patterns), ensure_ascii=False),
        )
    )


def learn_noise(session: Session, *, words: str, source_id: int | None = None) -> int:
    """Learn a line of page furniture, as ``noise_pattern`` writes it; return the pattern's id."""
    line = clean_line(words)
    if not line:
        raise Refused("name_empty")
    there = session.execute(select(NoisePattern.id).where(NoisePattern.words == line)).scalar()
    if there is not None:
        return there
    pattern = NoisePattern(words=line, learnt_from=source_id)
    session.add(pattern)
    session.flush()
    return pattern.id


def change_noise(session: Session, *, pattern_id: int, words: str) -> None:
    """Change the words of a learnt line.

    Raises:
        Refused: ``target_missing``, ``name_empty``, ``name_exists``.
    """
    line = clean_line(words)
    if not line:
        raise Refused("name_empty")
    same = select(NoisePattern.id).where(NoisePattern.words == line, NoisePattern.id != pattern_id)
    if session.execute(same).first() is not None:
        raise Refused("name_exists", name=line)
    _pattern(session, pattern_id).words = line


def forget_noise(session: Session, *, pattern_id: int) -> None:
    """Forget a learnt line: it is read again in every source."""
    session.delete(_pattern(session, pattern_id))


def _pattern(session: Session, pattern_id: int) -> NoisePattern:
    pattern = session.get(NoisePattern, pattern_id)
    if pattern is None:
        raise Refused("target_missing")
    return pattern
