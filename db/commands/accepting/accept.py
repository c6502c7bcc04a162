"""One act of accepting: the record, its ticked lines, and what was decided."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from db.commands.accepting.ends import Reader, begin_entry, decided_entry
from db.commands.accepting.lines import write_lines
from db.commands.decisions import begin_reading, decide, decide_lines
from db.rows.suggestions import Suggestion, Taken
from db.terms import Verdict


def accept(
    session: Session, *, source_id: int, taken: Taken, suggestions: Mapping[str, Suggestion]
) -> int:
    """Make of a suggestion what was ticked, with evidence for each, and return the entry's id.

    Entries its lines name are found or made along with it, and one that was brought along before
    is completed; lines left without a tick are kept as refused. ``suggestions`` are all of the
    reading, by key.

    Raises:
        Refused: ``suggestion_gone``, ``passage_not_in_text``, or why a value can't be stored.
    """
    reader = Reader(session=session, source_id=source_id, suggestions=suggestions)
    suggestion = replace(taken.suggestion, lines=taken.lines)
    title = taken.title or suggestion.title
    there = taken.entry_id or decided_entry(reader, suggestion.key)
    entry_id = begin_entry(reader, suggestion, title, there)
    reader.entries[suggestion.key] = entry_id
    write_lines(reader, entry_id, taken.lines)
    _keep_decisions(session, source_id, taken, entry_id)
    begin_reading(session, source_id=source_id)
    return entry_id


def _keep_decisions(session: Session, source_id: int, taken: Taken, entry_id: int) -> None:
    key, ticked = taken.suggestion.key, {line.key for line in taken.lines}
    decide(session, source_id=source_id, key=key, verdict=Verdict.ACCEPTED, entry_id=entry_id)
    verdicts = {
        line.key: Verdict.ACCEPTED if line.key in ticked else Verdict.REFUSED
        for line in taken.suggestion.lines
    }
    decide_lines(session, source_id=source_id, key=key, verdicts=verdicts)
