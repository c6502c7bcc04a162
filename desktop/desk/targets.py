"""What words of a source can support: the values of the entry in the form, each as a target."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.rows.entries import EntryRef, EntrySheet, LinkRow, StageRow
from db.rows.faces import NO_EVIDENCE, Target
from db.rows.fields import FIELDS, Field, FieldType
from db.terms import Face
from desktop.labels import choice_labels, date_label, field_label, heading, label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One thing evidence can be given for, in words."""

    target: Target
    name: str
    value: str
    """Empty for a field without a value: of it can only be said that it is not stated."""
    face: Face = Face.NONE
    count: int = 0

    @property
    def words(self) -> str:
        """All that is shown, on one line."""
        return f"{self.name} {self.value}".strip()


def evidence_targets(sheet: EntrySheet, language: str = "en") -> tuple[TargetRow, ...]:
    """Return all that evidence can be given for: values first, then fields that hold none."""
    rows = [*_fields(sheet, language), *_parts(sheet, language)]
    filled = [row for row in rows if row.value]
    return tuple(filled + [row for row in rows if not row.value])


def shown_value(
    field: Field, value: str, references: Mapping[int, EntryRef], language: str = "en"
) -> str:
    """Return a field's value as people read it."""
    match field.type:
        case FieldType.DATE:
            return date_label(value, language)
        case FieldType.CHOICE:
            return dict(choice_labels(field)).get(value, value)
        case FieldType.PLACE if value.isdecimal() and int(value) in references:
            return references[int(value)].title
        case _:
            return value


def _fields(sheet: EntrySheet, language: str) -> Iterator[TargetRow]:
    itself = Target("entry", sheet.id)
    yield _row(sheet, itself, heading(sheet.kind), sheet.title)
    places = {ref.id: ref for ref in sheet.references.values()}
    for field in FIELDS[sheet.kind]:
        value = sheet.values.get(field.name, "")
        if field.evidenced or field.name == "title" or (value and _says_something(field)):
            target = Target("entry", sheet.id, field.name)
            yield _row(
                sheet, target, field_label(field.name), shown_value(field, value, places, language)
            )


def _says_something(field: Field) -> bool:
    return field.name not in {"note", "summary", "review", "reading_state", "received"}


def _parts(sheet: EntrySheet, language: str) -> Iterator[TargetRow]:
    for name in sheet.names:
        yield _row(sheet, Target("name", name.id), heading(name.kind), name.text)
    for stage in sheet.stages:
        yield _row(
            sheet,
            Target("stage", stage.id),
            translate("evidence", "Stage"),
            _stage_words(stage, language),
        )
        if stage.date:
            words = translate("evidence", "{0} on").format(heading(stage.kind))
            date = date_label(stage.date, language)
            yield _row(sheet, Target("stage", stage.id, "date"), words, date)
    for link in sheet.links:
        relation = link.label_ru if language == "ru" else link.label_en
        relation = relation or label(link.kind)
        name = relation[:1].upper() + relation[1:]
        yield _row(sheet, Target("link", link.id), name, _link_words(link))
    for point in sheet.points:
        yield _row(sheet, Target("point", point.id), heading(point.kind), point.wording)
    for figure in sheet.figures:
        number = f"{figure.number} {figure.unit}".strip()
        yield _row(sheet, Target("figure", figure.id), translate("evidence", "Figure"), number)
    for quotation in sheet.quotations:
        yield _row(
            sheet,
            Target("quotation", quotation.id),
            translate("evidence", "Quotation"),
            quotation.words,
        )


def _row(sheet: EntrySheet, target: Target, name: str, value: str) -> TargetRow:
    face = sheet.faces.get(target, NO_EVIDENCE)
    return TargetRow(target=target, name=name, value=value, face=face.face, count=face.count)


def _stage_words(stage: StageRow, language: str) -> str:
    ends = (end.title for end in (stage.place, stage.meeting, stage.party) if end)
    return " · ".join(filter(None, (label(stage.kind), date_label(stage.date, language), *ends)))


def _link_words(link: LinkRow) -> str:
    other = link.other.title if link.other else link.named_as or link.post_as or label(link.kind)
    behalf = link.on_behalf_of.title if link.on_behalf_of else ""
    return " · ".join(filter(None, (other, link.post_as if link.other else "", behalf)))
