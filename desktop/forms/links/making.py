"""The act that makes the links a line or a list asks for, and the entries they need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from db.act import Act
from db.commands.entries import create_entry, ensure_country, get_entry
from db.commands.evidence import stand_on_pin
from db.commands.links import add_link
from db.commands.participants import Added, ParticipantSpec, add_participants, known_by_name
from db.commands.posts import find_post
from db.errors import Refused
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.rows.pin import Pin
from db.terms import EntryKind, LinkKind, PlaceKind, Presence
from db.text.folding import fold
from db.text.participant_words import without_acting
from desktop.forms.links.reading import Reading

_CITY_WILL_DO = frozenset({LinkKind.SEATED_IN, LinkKind.ABOUT, LinkKind.TEXT_OF})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What is being made within one act."""

    session: Any
    subject: int
    made: list[int] = field(default_factory=list[int])
    links: list[int] = field(default_factory=list[int])
    named: dict[tuple[str, str, str], int] = field(default_factory=dict[tuple[str, str, str], int])
    """Entries made, by name, kind and, for bodies, country: each has its Ministry of Health."""


def make_links(
    subject_id: int, readings: Sequence[Reading], about: str = "", pin: Pin | None = None
) -> Act[Added]:
    """Make links and the entries they need as one act; of several, those already there are kept."""

    def run(session: Any) -> Added:  # noqa: ANN401 - a session, which forms may not name
        making = _Making(session=session, subject=subject_id)
        links = [link for reading in readings for link in _links(making, reading, len(readings))]
        if not links:
            raise Refused("link_exists")
        if pin is not None:
            targets = [Target("link", link) for link in (*links, *making.links)]
            entries = [Target("entry", entry) for entry in making.made]
            stand_on_pin(session, pin=pin, targets=[*targets, *entries])
        return Added(links=tuple(links), entries=tuple(making.made))

    parts = any(reading.role.takes_part for reading in readings)
    return Act(key="participant.add" if parts else "link.add", run=run, about=about)


def _links(making: _Making, reading: Reading, of: int) -> tuple[int, ...]:
    other = _other_end(making, reading)
    try:
        if reading.role.takes_part:
            return _take_part(making, reading, other)
        return (add_link(making.session, spec=_link(making, reading, other)),)
    except Refused as refusal:
        if refusal.reason == "link_exists" and of > 1:
            return ()
        raise


def _take_part(making: _Making, reading: Reading, other: int | None) -> tuple[int, ...]:
    spec = ParticipantSpec(
        role=reading.role.kind,
        name="" if reading.code else reading.name,
        entry_id=other,
        kind=reading.kind,
        post=reading.post,
        acting=reading.acting,
        country=reading.country,
        on_behalf_of_id=reading.behalf.id if reading.behalf else None,
        unnamed=reading.unnamed,
        number=reading.number,
    )
    added = add_participants(making.session, subject_id=making.subject, specs=[spec])
    making.made.extend(added.entries)
    return added.links


def _link(making: _Making, reading: Reading, other: int | None) -> LinkSpec:
    if other is None:  # a post held in a country or a body that the line names in passing
        other = _acted_for(making, reading)
    subject, target = making.subject, other
    if not reading.role.outgoing:
        subject, target = _needed(other), making.subject
    return LinkSpec(
        kind=reading.role.kind,
        subject_id=subject,
        object_id=target,
        object_kind=reading.role.partners[0] if reading.role.outgoing else "",
        named_as=reading.post if target is None else "",
        post_as=reading.post,
        post_id=find_post(making.session, label=without_acting(reading.post)),
        acting=reading.acting,
        presence=_presence(making, reading),
    )


def _presence(making: _Making, reading: Reading) -> Presence:
    """Say who took part, where a meeting or agreement is linked from its participant."""
    person = get_entry(making.session, making.subject).kind == EntryKind.PERSON
    return Presence.NAMED if reading.role.outgoing or person else Presence.BODY


def _needed(entry: int | None) -> int:
    if entry is None:
        raise Refused("link_needs_an_end")
    return entry


def _acted_for(making: _Making, reading: Reading) -> int | None:
    if reading.behalf is not None:
        return reading.behalf.id
    return ensure_country(making.session, code=reading.country) if reading.country else None


def _other_end(making: _Making, reading: Reading) -> int | None:
    """Find or make the entry at the other end; None where nobody is named."""
    if reading.unnamed:
        return None
    if reading.entry is not None:
        return reading.entry.id
    if reading.code:
        return ensure_country(making.session, code=reading.code)
    body = reading.kind == EntryKind.ORGANISATION
    key = (fold(reading.name), str(reading.kind), reading.country if body else "")
    if key not in making.named:
        making.named[key] = _known(making, reading) or _make(making, reading)
    return making.named[key]


def _known(making: _Making, reading: Reading) -> int | None:
    if reading.fresh:
        return None
    known = known_by_name(making.session, name=reading.name, kind=reading.kind)
    before = [entry for entry in known if entry not in making.made]
    return before[0] if len(before) == 1 else None


def _make(making: _Making, reading: Reading) -> int:
    values = {"title": reading.name}
    if reading.kind == EntryKind.PLACE and reading.role.kind not in _CITY_WILL_DO:
        values["place_kind"] = PlaceKind.REGION
    entry = create_entry(making.session, kind=reading.kind, values=values)
    making.made.append(entry)
    if reading.kind == EntryKind.ORGANISATION and reading.country:
        country = ensure_country(making.session, code=reading.country)
        of_country = LinkSpec(kind=LinkKind.OF_COUNTRY, subject_id=entry, object_id=country)
        making.links.append(add_link(making.session, spec=of_country))
    return entry
