"""Who is named: entries by those they are linked to, by places, posts, publishers and tags."""

from sqlalchemy import ColumnElement, CompoundSelect, or_, select, union

from db.search.sql.bound import Naming, Stated, Tagged
from db.search.sql.tables import (
    ID,
    LINK_ENDS,
    Form,
    entry,
    entry_tag,
    link,
    listed,
    meeting,
    owned,
    source,
    stage,
)


def naming_condition(naming: Naming, form: Form) -> ColumnElement[bool]:
    """Ask whether an entry is one of those named, or is the subject of a link to one."""
    named = listed(naming.ids)
    ways = [
        (entry.c.id if form is Form.LEAD else ID).in_(named),
        owned(form, link.c.subject_id, _either_in(naming.ids)),
    ]
    if naming.place:
        ways.append(owned(form, meeting.c.id, meeting.c.place_id.in_(named)))
        ways.append(owned(form, stage.c.agreement_id, stage.c.place_id.in_(named)))
    return or_(*ways)


def named_ids(naming: Naming) -> CompoundSelect[int]:
    """Return the entries that are named, or are linked to one: not looked at themselves."""
    named = listed(naming.ids)
    ends = (link.c.object_id, link.c.on_behalf_of_id)
    ways = [select(entry.c.id).where(entry.c.id.in_(named))]
    ways.extend(select(link.c.subject_id).where(end.in_(named)) for end in ends)
    if naming.place:
        ways.append(select(meeting.c.id).where(meeting.c.place_id.in_(named)))
        ways.append(select(stage.c.agreement_id).where(stage.c.place_id.in_(named)))
    return union(*ways)


def _either_in(ids: str) -> ColumnElement[bool]:
    return or_(*(end.in_(listed(ids)) for end in (link.c.object_id, link.c.on_behalf_of_id)))


def tagged_condition(tagged: Tagged, form: Form) -> ColumnElement[bool]:
    """Ask whether an entry carries one of the tags."""
    return owned(form, entry_tag.c.entry_id, entry_tag.c.tag_id.in_(tagged.tags))


def stated_condition(stated: Stated, form: Form) -> ColumnElement[bool]:
    """Ask whether a source has such a publisher, or a link of an entry such a post."""
    if stated.field == "publisher":
        return owned(form, source.c.id, source.c.publisher.in_(stated.values))
    return or_(*(owned(form, end, link.c.post_as.in_(stated.values)) for end in LINK_ENDS))
