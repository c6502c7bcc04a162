"""The entries a suggestion speaks of: found by what was decided before, or made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.commands.decisions import decide
from db.commands.entries import create_entry, ensure_country, get_entry
from db.commands.evidence import add_evidence, claimed
from db.commands.links import ensure_link
from db.commands.names import add_name
from db.errors import Refused
from db.models import Decision, Entry, Name
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, How, LinkKind, NameKind, Verdict
from db.text.cleaning import clean_line
from db.text.folding import fold
from db.text.scripts import script_of

_OF_NEW = frozenset({"organisation_kind", "place_kind", "agreement_type", "meeting_kind"})
_COME_ALONG = _OF_NEW | {LinkKind.OF_COUNTRY, LinkKind.ABOUT}
"""What is written with a record that a line brings, or says no more than that line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One accepting: its session and source, all suggestions by key, what has become of them."""

    session: Session
    source_id: int
    suggestions: Mapping[str, Suggestion]
    entries: dict[str, int] = field(default_factory=dict[str, int])


def entry_of(reader: Reader, key: str) -> int | None:
    """Return the entry of a suggestion by its key: known, decided before, or made now.

    Raises:
        Refused: ``suggestion_gone`` where the reading no longer holds it.
    """
    if not key:
        return None
    if key not in reader.entries:
        reader.entries[key] = decided_entry(reader, key) or _of_suggestion(reader, key)
    return reader.entries[key]


def decided_entry(reader: Reader, key: str) -> int | None:
    """Return the entry a suggestion became in an earlier act, None where it did not."""
    return reader.session.execute(
        select(Decision.entry_id)
        .join(Entry, Entry.id == Decision.entry_id)
        .where(
            Decision.source_id == reader.source_id,
            Decision.key == key,
            Decision.line == "",
            Decision.verdict != Verdict.REFUSED,
            ~Entry.trashed,
        )
    ).scalar()


def _of_suggestion(reader: Reader, key: str) -> int:
    suggestion = reader.suggestions.get(key)
    if suggestion is None:
        raise Refused("suggestion_gone")
    entry_id = begin_entry(reader, suggestion, suggestion.title, suggestion.entry_id)
    if suggestion.entry_id is None:
        for line in suggestion.lines:
            if line.kind == LineKind.LINK and line.name == LinkKind.OF_COUNTRY:
                _link_country(reader, entry_id, line)
    verdict = Verdict.BROUGHT if _has_more_to_say(suggestion) else Verdict.ACCEPTED
    decide(reader.session, source_id=reader.source_id, key=key, verdict=verdict, entry_id=entry_id)
    return entry_id


def _has_more_to_say(suggestion: Suggestion) -> bool:
    """Tell whether a record has lines that are not written when a line of another brings it."""
    return any(
        line.kind not in {LineKind.FIELD, LineKind.LINK} or line.name not in _COME_ALONG
        for line in suggestion.lines
    )


def begin_entry(reader: Reader, suggestion: Suggestion, title: str, same_as: int | None) -> int:
    """Return the entry a suggestion is the same as, with its name taught, or make one.

    A new one stands on the words that name it.
    """
    session = reader.session
    if suggestion.kind == EntryKind.SOURCE:
        return reader.source_id
    if same_as is not None:
        _teach_name(reader, same_as, suggestion, title)
        return same_as
    if suggestion.code:
        entry_id = ensure_country(session, code=suggestion.code)
    else:
        values = {"title": title, **_fields_of_new(suggestion)}
        entry_id = create_entry(session, kind=suggestion.kind, values=values)
    reader.entries[suggestion.key] = entry_id
    stand(reader, Target("entry", entry_id), suggestion.spans[:1])
    return entry_id


def _fields_of_new(suggestion: Suggestion) -> dict[str, str]:
    """Return the choices a record cannot be made without, such as what kind of body it is."""
    return {
        line.name: line.value
        for line in suggestion.lines
        if line.kind == LineKind.FIELD and line.name in _OF_NEW
    }


def _link_country(reader: Reader, entry_id: int, line: SuggestedLine) -> None:
    country = entry_of(reader, line.other)
    spec = LinkSpec(kind=LinkKind.OF_COUNTRY, subject_id=entry_id, object_id=country)
    link = ensure_link(reader.session, spec=spec)
    stand(reader, Target("link", link), line.spans, line)


def stand(
    reader: Reader,
    target: Target,
    spans: tuple[Span, ...],
    line: SuggestedLine | None = None,
    value: str | None = None,
) -> None:
    """Let a thing stand on words of the source, in the way its line says; once for each words."""
    how = line.how if line else How.STATED
    if not spans and not (how == How.INFERRED and line and line.reason):
        return
    spec = EvidenceSpec(
        target=target,
        source_id=reader.source_id,
        spans=spans,
        how=how,
        value=value,
        reason=line.reason if line else "",
    )
    if not claimed(reader.session, spec=spec):
        add_evidence(reader.session, spec=spec)


def _teach_name(reader: Reader, entry_id: int, suggestion: Suggestion, title: str) -> None:
    """Add the source's form of a name to the entry it names, so that it is known next time."""
    if suggestion.kind not in {EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE}:
        return
    text = clean_line(title)
    entry = get_entry(reader.session, entry_id)
    names = reader.session.scalars(select(Name.text).where(Name.entry_id == entry_id))
    if not text or fold(text) in {fold(known) for known in (entry.title, *names)}:
        return
    same_script = script_of(text) == script_of(entry.title)
    kind = NameKind.VARIANT if same_script else NameKind.TRANSLATION
    if suggestion.kind == EntryKind.PERSON and not same_script:
        kind = NameKind.TRANSLITERATION
    name = add_name(reader.session, entry_id=entry_id, text=text, kind=kind)
    stand(reader, Target("name", name), suggestion.spans[:1])
