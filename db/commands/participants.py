"""Participants in one line: found or made, and linked, as one act."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.commands.entries import create_entry, ensure_country, get_entry
from db.commands.links import add_link
from db.commands.posts import find_post
from db.errors import Refused
from db.models import Entry, Name
from db.rows.links import LinkSpec
from db.search.words import name_match
from db.terms import EntryKind, LinkKind, Mode, Presence
from db.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantSpec:
    """A participant to be linked: an entry already there, or a name to be found or made."""

    role: LinkKind
    name: str = ""
    entry_id: int | None = None
    kind: EntryKind = EntryKind.PERSON
    """What to make where no entry of that name is there."""
    post: str = ""
    acting: bool = False
    country: str = ""
    """ISO 3166-1 alpha-2 of the country acted for, or empty."""
    on_behalf_of_id: int | None = None
    """A body acted for, instead of a country."""
    unnamed: bool = False
    presence: Presence | None = None
    """Who was there, where that is known better than names and numbers tell."""
    number: int | None = None
    mode: Mode = Mode.NOT_STATED
    stage_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The links made, and the entries made for them."""

    links: tuple[int, ...]
    entries: tuple[int, ...] = field(default=())


def add_participants(
    session: Session, *, subject_id: int, specs: Iterable[ParticipantSpec]
) -> Added:
    """Link participants to an agreement or meeting, making those that are missing.

    Raises:
        Refused: as ``add_link`` and ``create_entry``.
    """
    links: list[int] = []
    made: list[int] = []
    for spec in specs:
        link = _link(session, subject_id, spec, made)
        links.append(add_link(session, spec=link))
    return Added(links=tuple(links), entries=tuple(made))


def _link(session: Session, subject_id: int, spec: ParticipantSpec, made: list[int]) -> LinkSpec:
    country = _country(session, spec, made)
    unnamed = spec.unnamed or not (spec.name or spec.entry_id)
    behalf = spec.on_behalf_of_id if spec.on_behalf_of_id is not None else country
    other = behalf if unnamed else _participant(session, spec, made)
    if other is None and not spec.post:
        raise Refused("name_empty")
    title = get_entry(session, other).title if other is not None else ""
    return LinkSpec(
        kind=spec.role,
        subject_id=subject_id,
        object_id=other,
        object_kind=spec.kind,
        on_behalf_of_id=None if unnamed or behalf == other else behalf,
        named_as=_named_as(spec, title) if other is not None else spec.post,
        post_as=spec.post if other is not None else "",
        post_id=find_post(session, label=spec.post),
        acting=spec.acting,
        presence=_presence(session, spec, other, unnamed=unnamed),
        number=spec.number,
        mode=spec.mode,
        stage_id=spec.stage_id,
    )


def _named_as(spec: ParticipantSpec, title: str) -> str:
    return "" if spec.unnamed or spec.name == title else spec.name


def _presence(
    session: Session, spec: ParticipantSpec, other: int | None, *, unnamed: bool
) -> Presence:
    if spec.presence is not None:
        return spec.presence
    if unnamed:
        is_group = other is None or (spec.number or 1) > 1
        return Presence.DELEGATION if is_group else Presence.UNNAMED
    if other is not None and get_entry(session, other).kind != EntryKind.PERSON:
        return Presence.BODY
    return Presence.NAMED


def _country(session: Session, spec: ParticipantSpec, made: list[int]) -> int | None:
    if not spec.country:
        return None
    newest = _newest(session)
    country = ensure_country(session, code=spec.country)
    if country > newest:
        made.append(country)
    return country


def _newest(session: Session) -> int:
    return session.execute(select(Entry.id).order_by(Entry.id.desc()).limit(1)).scalar() or 0


def _participant(session: Session, spec: ParticipantSpec, made: list[int]) -> int:
    if spec.entry_id is not None:
        return spec.entry_id
    known = known_by_name(session, name=spec.name, kind=spec.kind)
    if len(known) == 1:
        return known[0]
    entry = create_entry(session, kind=spec.kind, values={"title": spec.name})
    made.append(entry)
    return entry


def known_by_name(session: Session, *, name: str, kind: EntryKind) -> list[int]:
    """Return the entries of a kind that bear exactly this name, in any of their forms."""
    wanted = fold(name)
    titled = select(Entry.id, Entry.title).where(Entry.kind == kind, ~Entry.trashed)
    named = (
        select(Name.entry_id, Name.text)
        .join(Entry, Entry.id == Name.entry_id)
        .where(Entry.kind == kind, ~Entry.trashed)
    )
    candidates = _candidates(session, name, kind)
    rows = [
        *session.execute(titled.where(Entry.id.in_(candidates))),
        *session.execute(named.where(Name.entry_id.in_(candidates))),
    ]
    return sorted({entry for entry, text in rows if fold(text) == wanted})


def _candidates(session: Session, name: str, kind: EntryKind) -> list[int]:
    """Return entries the index finds by whole words of a name, and those made within this act."""
    match = name_match(name, (kind,), begins=False)
    found = session.connection().exec_driver_sql(
        "SELECT rowid FROM name_forms WHERE name_forms MATCH ? LIMIT 200", (match or '""',)
    )
    fresh = session.connection().exec_driver_sql(
        "SELECT id FROM entry WHERE id > coalesce((SELECT max(id) FROM entry_words_docsize), 0)"
    )
    return [*found.scalars(), *fresh.scalars()]
