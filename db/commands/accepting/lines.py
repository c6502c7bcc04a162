"""The lines of a suggestion that were ticked, each made into what it says."""

from collections.abc import Callable

from sqlalchemy import select

from db.commands.accepting.ends import Reader, entry_of, stand
from db.commands.content import (
    FigureSpec,
    PointSpec,
    QuotationSpec,
    add_figure,
    add_point,
    add_quotation,
)
from db.commands.entries import get_entry, set_field
from db.commands.links import ensure_link
from db.commands.names import add_name
from db.commands.posts import find_post
from db.commands.stages import StageSpec, add_stage, change_stage
from db.commands.tags import tag_entries
from db.errors import Refused
from db.models import Name, Stage
from db.queries.values import field_values
from db.rows.faces import Target
from db.rows.fields import FieldType, field_of
from db.rows.links import LinkSpec
from db.rows.suggestions import LineKind, SuggestedLine
from db.terms import (
    STAGED_LINKS,
    Bound,
    FigureState,
    LinkKind,
    NameKind,
    PointKind,
    QuotationMode,
    StageKind,
)

_ORDER = (
    LineKind.FIELD,
    LineKind.NAME,
    LineKind.STAGE,
    LineKind.LINK,
    LineKind.POINT,
    LineKind.FIGURE,
    LineKind.QUOTATION,
    LineKind.TAG,
)


def write_lines(reader: Reader, entry_id: int, lines: tuple[SuggestedLine, ...]) -> None:
    """Write the lines of one record: stages before the links that stand on them."""
    stages: dict[str, int] = {}
    for kind in _ORDER:
        for line in (one for one in lines if one.kind == kind):
            _WRITERS[kind](reader, entry_id, line, stages)


_Stages = dict[str, int]


def _field(reader: Reader, entry_id: int, line: SuggestedLine, _stages: _Stages) -> None:
    """Fill an empty field; where it holds something else the source's claim stands beside it."""
    session = reader.session
    entry = get_entry(session, entry_id)
    spec = field_of(entry.kind, line.name)
    if spec is None:
        raise Refused("no_such_field", field=line.name)
    is_place = spec.type == FieldType.PLACE
    value = str(entry_of(reader, line.other) or "") if is_place else line.value
    current = field_values(session.connection(), entry_id, entry.kind)[line.name]
    if value and (not current or spec.type == FieldType.CHOICE):
        set_field(session, entry_id=entry_id, field=line.name, value=value)
        session.flush()
    if spec.evidenced or spec.type == FieldType.DATE:
        stand(reader, Target("entry", entry_id, line.name), line.spans, line, value)


def _name(reader: Reader, entry_id: int, line: SuggestedLine, _stages: _Stages) -> None:
    same = select(Name.id).where(Name.entry_id == entry_id, Name.text == line.value)
    name = reader.session.execute(same).scalar()
    if name is None:
        kind = NameKind(line.name or NameKind.VARIANT)
        name = add_name(reader.session, entry_id=entry_id, text=line.value, kind=kind)
    stand(reader, Target("name", name), line.spans, line)


def _stage(reader: Reader, entry_id: int, line: SuggestedLine, stages: _Stages) -> None:
    """Add a stage, or complete the one that is there and does not say otherwise."""
    spec = StageSpec(
        kind=StageKind(line.name),
        date=line.value,
        place_id=entry_of(reader, line.place),
        meeting_id=entry_of(reader, line.meeting),
    )
    there = _same_stage(reader, entry_id, spec)
    if there is None:
        stage = add_stage(reader.session, agreement_id=entry_id, spec=spec)
    else:
        stage = there.id
        change_stage(reader.session, stage_id=stage, spec=_completed(there, spec))
        reader.session.flush()
    stages[line.key] = stage
    # with a date it is the date that may be inferred, without one the act itself
    stand(reader, Target("stage", stage), line.spans, None if line.value else line)
    if line.value:
        stand(reader, Target("stage", stage, "date"), line.spans, line, line.value)


def _same_stage(reader: Reader, entry_id: int, spec: StageSpec) -> Stage | None:
    stages = reader.session.scalars(
        select(Stage).where(Stage.agreement_id == entry_id, Stage.kind == spec.kind)
    )
    return next(
        (
            stage
            for stage in stages
            if not (stage.date and spec.date) or stage.date.text == spec.date
        ),
        None,
    )


def _completed(there: Stage, spec: StageSpec) -> StageSpec:
    return StageSpec(
        kind=spec.kind,
        date=there.date.text if there.date else spec.date,
        place_id=there.place_id or spec.place_id,
        meeting_id=there.meeting_id or spec.meeting_id,
        party_id=there.party_id,
        note=there.note,
    )


def _link(reader: Reader, entry_id: int, line: SuggestedLine, stages: _Stages) -> None:
    other = entry_of(reader, line.other)
    behalf = entry_of(reader, line.on_behalf_of)
    kind = LinkKind(line.name)
    if other is None:
        other, behalf = behalf, None
    if other is None:
        raise Refused("link_needs_an_end")
    subject, object_id = (entry_id, other) if line.outgoing else (other, entry_id)
    spec = LinkSpec(
        kind=kind,
        subject_id=subject,
        object_id=object_id,
        on_behalf_of_id=behalf if behalf != other else None,
        stage_id=stages.get(line.stage) if kind in STAGED_LINKS else None,
        named_as=_named_as(reader, other, line),
        post_as=line.post_as,
        post_id=find_post(reader.session, label=line.post_as) if line.post_as else None,
        acting=line.acting,
        presence=line.presence,
        number=line.number,
    )
    link = ensure_link(reader.session, spec=spec)
    stand(reader, Target("link", link), line.spans, line)


def _named_as(reader: Reader, other: int, line: SuggestedLine) -> str:
    """Return the name as the source has it, where the entry bears another."""
    suggestion = reader.suggestions.get(line.other)
    if suggestion is None or suggestion.code:
        return ""
    return "" if get_entry(reader.session, other).title == suggestion.title else suggestion.title


def _point(reader: Reader, entry_id: int, line: SuggestedLine, _stages: _Stages) -> None:
    spec = PointSpec(kind=PointKind(line.name), wording=line.value)
    point = add_point(reader.session, entry_id=entry_id, spec=spec)
    stand(reader, Target("point", point), line.spans, line)


def _figure(reader: Reader, entry_id: int, line: SuggestedLine, _stages: _Stages) -> None:
    spec = FigureSpec(
        number=line.value,
        unit=line.unit,
        bound=Bound(line.bound or Bound.EXACT),
        state=FigureState(line.state or FigureState.STATED),
        speaker_id=entry_of(reader, line.other),
    )
    figure = add_figure(reader.session, entry_id=entry_id, spec=spec)
    stand(reader, Target("figure", figure), line.spans, line)


def _quotation(reader: Reader, entry_id: int, line: SuggestedLine, _stages: _Stages) -> None:
    mode = QuotationMode(line.name or QuotationMode.DIRECT)
    spec = QuotationSpec(words=line.value, speaker_id=entry_of(reader, line.other), mode=mode)
    quotation = add_quotation(reader.session, entry_id=entry_id, spec=spec)
    stand(reader, Target("quotation", quotation), line.spans, line)


def _tag(reader: Reader, entry_id: int, line: SuggestedLine, _stages: _Stages) -> None:
    tag_entries(reader.session, entry_ids=[entry_id], tag_id=int(line.value))


_WRITERS: dict[LineKind, Callable[[Reader, int, SuggestedLine, _Stages], None]] = {
    LineKind.FIELD: _field,
    LineKind.NAME: _name,
    LineKind.STAGE: _stage,
    LineKind.LINK: _link,
    LineKind.POINT: _point,
    LineKind.FIGURE: _figure,
    LineKind.QUOTATION: _quotation,
    LineKind.TAG: _tag,
}
