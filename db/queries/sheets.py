"""The sheet of an entry: all its form shows, in a fixed number of queries."""

from collections.abc import Mapping

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import (
    Entry,
    EntryTag,
    Figure,
    FigureMember,
    Link,
    LinkRule,
    Name,
    Point,
    Quotation,
    Stage,
    Tag,
)
from db.queries.faces import INCOMING, faces
from db.queries.references import entry_refs
from db.queries.values import field_values
from db.rows.entries import (
    EntryRef,
    EntrySheet,
    FigureRow,
    LinkRow,
    NameRow,
    PointRow,
    QuotationRow,
    StageRow,
    TagRow,
)
from db.rows.fields import FIELDS, FieldType
from db.terms import EntryKind, LinkKind
from db.text.dates import EdtfDate

Refs = Mapping[int, EntryRef]

COUNTED = 10_000
"""As many links are counted; of a country that is party to more, it is enough to know that."""


def entry_sheet(session: Session, entry_id: int) -> EntrySheet | None:
    """Return the sheet of an entry, or None where there is none."""
    entry = (
        session.execute(
            select(
                Entry.id,
                Entry.kind,
                Entry.uid,
                Entry.reference,
                Entry.title,
                Entry.review,
                Entry.version,
                Entry.trashed,
                Entry.subtype,
                Entry.state,
                Entry.evidence_count,
                Entry.gap_count,
                Entry.conflict_count,
            ).where(Entry.id == entry_id)
        )
        .mappings()
        .first()
    )
    if entry is None:
        return None
    connection, kind = session.connection(), entry["kind"]
    values = field_values(connection, entry_id, kind)
    return EntrySheet(
        **entry,
        values=values,
        references=_references(session, kind, values),
        names=names_of(session, entry_id),
        stages=stages_of(session, entry_id),
        links=links_of(session, entry_id),
        more_links=_more_links(session, entry_id),
        points=_points(session, entry_id),
        figures=_figures(session, entry_id),
        quotations=_quotations(session, entry_id),
        tags=tags_of(session, entry_id),
        faces=faces(connection, entry_id, kind),
    )


def _references(
    session: Session, kind: EntryKind, values: Mapping[str, str]
) -> dict[str, EntryRef]:
    pointing = {
        field.name: int(values[field.name])
        for field in FIELDS[kind]
        if field.type == FieldType.PLACE and values.get(field.name)
    }
    refs = entry_refs(session, pointing.values())
    return {field: refs[target] for field, target in pointing.items() if target in refs}


def names_of(session: Session, entry_id: int) -> tuple[NameRow, ...]:
    """Return the further forms of an entry's name."""
    rows = session.scalars(select(Name).where(Name.entry_id == entry_id).order_by(Name.id))
    return tuple(
        NameRow(id=row.id, text=row.text, language=row.language, script=row.script, kind=row.kind)
        for row in rows
    )


def stages_of(session: Session, agreement_id: int) -> tuple[StageRow, ...]:
    """Return the stages of an agreement, in the order of its life."""
    rows = session.scalars(
        select(Stage).where(Stage.agreement_id == agreement_id).order_by(Stage.position, Stage.id)
    ).all()
    refs = entry_refs(
        session, (end for row in rows for end in (row.place_id, row.meeting_id, row.party_id))
    )
    return tuple(
        StageRow(
            id=row.id,
            kind=row.kind,
            date=_text(row.date),
            place=_ref(refs, row.place_id),
            meeting=_ref(refs, row.meeting_id),
            party=_ref(refs, row.party_id),
            position=row.position,
            note=row.note,
        )
        for row in rows
    )


def links_of(session: Session, entry_id: int) -> tuple[LinkRow, ...]:
    """Return the links of an entry from either end, grouped by the order of their kinds.

    Of those at whose other end it stands, the newest ``INCOMING``.
    """
    incoming = (
        select(Link.id).where(Link.object_id == entry_id).order_by(Link.id.desc()).limit(INCOMING)
    )
    rows = session.execute(
        select(Link, LinkRule)
        .join(
            LinkRule,
            (LinkRule.kind == Link.kind)
            & (LinkRule.subject_kind == Link.subject_kind)
            & (LinkRule.object_kind == Link.object_kind),
        )
        .where(or_(Link.subject_id == entry_id, Link.id.in_(incoming)))
        .order_by(Link.subject_id != entry_id, LinkRule.position, Link.position, Link.id)
    ).all()
    refs = entry_refs(
        session,
        (
            end
            for link, _rule in rows
            for end in (link.subject_id, link.object_id, link.on_behalf_of_id)
        ),
    )
    return tuple(_link_row(link, rule, refs, entry_id) for link, rule in rows)


def _more_links(session: Session, entry_id: int) -> int:
    """Count the links that `links_of` leaves out, up to ``COUNTED``."""
    ends = select(Link.id).where(Link.object_id == entry_id).limit(COUNTED).subquery()
    return max(0, session.execute(select(func.count()).select_from(ends)).scalar_one() - INCOMING)


def _link_row(link: Link, rule: LinkRule, refs: Refs, entry_id: int) -> LinkRow:
    outgoing = link.subject_id == entry_id
    return LinkRow(
        id=link.id,
        kind=LinkKind(link.kind),
        outgoing=outgoing,
        subject=refs[link.subject_id],
        object=_ref(refs, link.object_id),
        object_kind=link.object_kind,
        on_behalf_of=_ref(refs, link.on_behalf_of_id),
        stage_id=link.stage_id,
        named_as=link.named_as,
        post_as=link.post_as,
        post_id=link.post_id,
        acting=link.acting,
        presence=link.presence,
        number=link.number,
        mode=link.mode,
        since=_text(link.since),
        until=_text(link.until),
        position=link.position,
        note=link.note,
        label_en=rule.label_en if outgoing else rule.inverse_en,
        label_ru=rule.label_ru if outgoing else rule.inverse_ru,
    )


def _points(session: Session, entry_id: int) -> tuple[PointRow, ...]:
    rows = session.scalars(
        select(Point).where(Point.entry_id == entry_id).order_by(Point.position, Point.id)
    ).all()
    refs = entry_refs(session, (end for row in rows for end in (row.owed_by_id, row.owed_to_id)))
    return tuple(
        PointRow(
            id=row.id,
            kind=row.kind,
            wording=row.wording,
            owed_by=_ref(refs, row.owed_by_id),
            owed_to=_ref(refs, row.owed_to_id),
            due=_text(row.due),
        )
        for row in rows
    )


def _figures(session: Session, entry_id: int) -> tuple[FigureRow, ...]:
    of_points = select(Point.id).where(Point.entry_id == entry_id)
    rows = session.scalars(
        select(Figure)
        .where(or_(Figure.entry_id == entry_id, Figure.point_id.in_(of_points)))
        .order_by(Figure.position, Figure.id)
    ).all()
    members = session.execute(
        select(FigureMember.figure_id, FigureMember.entry_id)
        .where(FigureMember.figure_id.in_([row.id for row in rows]))
        .order_by(FigureMember.entry_id)
    ).all()
    refs = entry_refs(
        session, [*(row.speaker_id for row in rows), *(member.entry_id for member in members)]
    )
    return tuple(
        FigureRow(
            id=row.id,
            point_id=row.point_id,
            number=row.number,
            unit=row.unit,
            bound=row.bound,
            period=_text(row.period),
            state=row.state,
            speaker=_ref(refs, row.speaker_id),
            is_count=row.is_count,
            members=tuple(refs[entry] for figure, entry in members if figure == row.id),
        )
        for row in rows
    )


def _quotations(session: Session, entry_id: int) -> tuple[QuotationRow, ...]:
    rows = session.scalars(
        select(Quotation)
        .where(Quotation.entry_id == entry_id)
        .order_by(Quotation.position, Quotation.id)
    ).all()
    refs = entry_refs(session, (row.speaker_id for row in rows))
    return tuple(
        QuotationRow(
            id=row.id,
            words=row.words,
            speaker=_ref(refs, row.speaker_id),
            speaker_as=row.speaker_as,
            mode=row.mode,
        )
        for row in rows
    )


def tags_of(session: Session, entry_id: int) -> tuple[TagRow, ...]:
    """Return the tags an entry carries."""
    rows = session.scalars(
        select(Tag)
        .join(EntryTag, EntryTag.tag_id == Tag.id)
        .where(EntryTag.entry_id == entry_id)
        .order_by(func.lower(Tag.label_en), Tag.id)
    )
    return tuple(
        TagRow(
            id=row.id,
            parent_id=row.parent_id,
            label_en=row.label_en,
            label_ru=row.label_ru,
            colour=row.colour,
            scope_note=row.scope_note,
        )
        for row in rows
    )


def _ref(refs: Refs, entry_id: int | None) -> EntryRef | None:
    return None if entry_id is None else refs.get(entry_id)


def _text(date: EdtfDate | None) -> str:
    return "" if date is None else date.text
