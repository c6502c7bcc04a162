"""Entries, links and evidence for tests: each function is one act, with sane defaults."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from sqlalchemy.orm import Session
from typing_extensions import Unpack

from db.act import Act
from db.catalogue import Catalogue
from db.commands.content import FigureSpec, PointSpec, add_figure, add_point
from db.commands.entries import create_entry, ensure_country, trash_entries
from db.commands.evidence import add_evidence
from db.commands.links import add_link
from db.commands.names import add_name
from db.commands.posts import change_post, ensure_post
from db.commands.sources import add_source
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.exchange.intake import read_pasted
from db.models import Entry
from db.queries.sources import source_page
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.terms import (
    EntryKind,
    How,
    LinkKind,
    Mode,
    NameKind,
    OrganisationKind,
    PlaceKind,
    Presence,
    SourceKind,
    StageKind,
)


class LinkDetails(TypedDict, total=False):
    """What a link carries besides its kind and ends, as of ``LinkSpec``."""

    object_kind: str
    on_behalf_of_id: int
    stage_id: int
    named_as: str
    post_as: str
    post_id: int
    acting: bool
    presence: Presence
    number: int
    mode: Mode
    since: str
    until: str
    note: str


class StageDetails(TypedDict, total=False):
    """What a stage carries besides its kind, as of ``StageSpec``."""

    date: str
    place_id: int
    meeting_id: int
    party_id: int
    note: str


class ClaimDetails(TypedDict, total=False):
    """What a claim carries besides its target and words, as of ``EvidenceSpec``."""

    how: How
    value: str
    as_stated: str
    attributed_as: str
    attributed_to_id: int
    reason: str


def make_entry(catalogue: Catalogue, kind: EntryKind, title: str, **values: str) -> int:
    """Make an entry of any kind and return its id."""
    act = Act(
        key="entry.create",
        run=lambda session: create_entry(session, kind=kind, values={"title": title, **values}),
    )
    return catalogue.write(act).value


def make_country(catalogue: Catalogue, code: str = "AZ") -> int:
    """Return the place of a country, made if it is missing."""
    act = Act(key="entry.create", run=lambda session: ensure_country(session, code=code))
    return catalogue.write(act).value


def make_place(
    catalogue: Catalogue,
    title: str = "Baku",
    *,
    country: str = "AZ",
    kind: PlaceKind = PlaceKind.CITY,
) -> int:
    """Make a city or region in a country."""
    parent = str(make_country(catalogue, country))
    return make_entry(catalogue, EntryKind.PLACE, title, place_kind=kind, parent=parent)


def make_body(
    catalogue: Catalogue,
    title: str = "Ministry of Health",
    *,
    country: str = "",
    kind: OrganisationKind = OrganisationKind.MINISTRY,
) -> int:
    """Make an organisation, of a country where one is given."""
    body = make_entry(catalogue, EntryKind.ORGANISATION, title, organisation_kind=kind)
    if country:
        make_link(catalogue, LinkKind.OF_COUNTRY, body, make_country(catalogue, country))
    return body


def make_person(
    catalogue: Catalogue, title: str = "Teymur Musayev", *, country: str = "", post: str = ""
) -> int:
    """Make a person; with a country and post, one who holds that post there."""
    person = make_entry(catalogue, EntryKind.PERSON, title)
    if country:
        kind = LinkKind.HOLDS_POST if post else LinkKind.OF_COUNTRY
        make_link(catalogue, kind, person, make_country(catalogue, country), post_as=post)
    return person


def make_agreement(
    catalogue: Catalogue,
    title: str = "Agreement on health",
    *,
    parties: Sequence[int] = (),
    signed: str = "",
    **values: str,
) -> int:
    """Make an agreement with its parties, signed on a date (EDTF) where one is given."""
    agreement = make_entry(catalogue, EntryKind.AGREEMENT, title, **values)
    for party in parties:
        make_link(catalogue, LinkKind.PARTY, agreement, party)
    if signed:
        make_stage(catalogue, agreement, StageKind.SIGNED, date=signed)
    return agreement


def make_meeting(
    catalogue: Catalogue, title: str = "Talks", *, attendees: Sequence[int] = (), **values: str
) -> int:
    """Make a meeting with its attendees."""
    meeting = make_entry(catalogue, EntryKind.MEETING, title, **values)
    for attendee in attendees:
        make_link(catalogue, LinkKind.ATTENDEE, meeting, attendee)
    return meeting


def make_source(
    catalogue: Catalogue, text: str = "A release.", *, title: str = "Release", **values: str
) -> int:
    """Take in a pasted text."""
    release = read_pasted(text)
    given = {"title": title, **values}
    act = Act(
        key="source.add",
        run=lambda session: add_source(
            session, release=release, kind=SourceKind.PRESS_RELEASE, values=given
        ),
    )
    return catalogue.write(act).value


def make_link(
    catalogue: Catalogue,
    kind: LinkKind,
    subject_id: int,
    object_id: int | None = None,
    **details: Unpack[LinkDetails],
) -> int:
    """Link two entries, or an entry to somebody named in words alone."""
    spec = LinkSpec(kind=kind, subject_id=subject_id, object_id=object_id, **details)
    act = Act(key="link.add", run=lambda session: add_link(session, spec=spec))
    return catalogue.write(act).value


def make_stage(
    catalogue: Catalogue, agreement_id: int, kind: StageKind, **details: Unpack[StageDetails]
) -> int:
    """Add a stage to an agreement."""
    spec = StageSpec(kind=kind, **details)
    act = Act(
        key="stage.add",
        run=lambda session: add_stage(session, agreement_id=agreement_id, spec=spec),
    )
    return catalogue.write(act).value


def make_claim(
    catalogue: Catalogue,
    target: Target,
    source_id: int,
    *words: str,
    **details: Unpack[ClaimDetails],
) -> int:
    """Let a thing stand on words of a source, each of which must be in its text."""
    with catalogue.read() as session:
        page = source_page(session, source_id)
    assert page is not None
    starts = [page.text.index(quote) for quote in words]
    spans = tuple(
        Span(first=start, last=start + len(quote))
        for start, quote in zip(starts, words, strict=True)
    )
    spec = EvidenceSpec(target=target, source_id=source_id, spans=spans, **details)
    act = Act(key="evidence.add", run=lambda session: add_evidence(session, spec=spec))
    return catalogue.write(act).value


def make_name(
    catalogue: Catalogue,
    entry_id: int,
    text: str,
    *,
    kind: NameKind = NameKind.TRANSLATION,
    language: str = "",
) -> int:
    """Add a further form of an entry's name."""
    act = Act(
        key="name.add",
        run=lambda session: add_name(
            session, entry_id=entry_id, text=text, kind=kind, language=language
        ),
    )
    return catalogue.write(act).value


def make_post(catalogue: Catalogue, label_en: str, label_ru: str) -> int:
    """Put a post into the vocabulary."""

    def run(session: Session) -> int:
        post = ensure_post(session, label=label_en)
        change_post(session, post_id=post, label_en=label_en, label_ru=label_ru)
        return post

    return catalogue.write(Act(key="post.change", run=run)).value


def make_point(catalogue: Catalogue, entry_id: int, spec: PointSpec) -> int:
    """Add a point to an agreement or meeting."""
    act = Act(key="point.add", run=lambda session: add_point(session, entry_id=entry_id, spec=spec))
    return catalogue.write(act).value


def make_figure(
    catalogue: Catalogue,
    entry_id: int,
    number: str,
    *,
    unit: str = "",
    members: Iterable[int] | None = None,
) -> int:
    """Add a figure to an entry; with members, even none, it is a count."""
    spec = FigureSpec(
        number=number, unit=unit, is_count=members is not None, members=tuple(members or ())
    )
    act = Act(
        key="figure.add", run=lambda session: add_figure(session, spec=spec, entry_id=entry_id)
    )
    return catalogue.write(act).value


def make_tag(
    catalogue: Catalogue,
    label_en: str,
    label_ru: str = "",
    *,
    parent: int | None = None,
    on: Iterable[int] = (),
) -> int:
    """Put a subject into the tree, and on entries."""
    spec = TagSpec(label_en=label_en, label_ru=label_ru, parent_id=parent)
    carrying = tuple(on)

    def run(session: Session) -> int:
        tag = create_tag(session, spec=spec)
        tag_entries(session, entry_ids=carrying, tag_id=tag)
        return tag

    return catalogue.write(Act(key="tag.create", run=run)).value


def trash(catalogue: Catalogue, *entry_ids: int) -> None:
    """Move entries to the trash."""
    catalogue.write(
        Act(key="entry.trash", run=lambda session: trash_entries(session, entry_ids=entry_ids))
    )


def reference_of(catalogue: Catalogue, entry_id: int) -> str:
    """Return the reference of an entry."""
    with catalogue.read() as session:
        return session.get_one(Entry, entry_id).reference
