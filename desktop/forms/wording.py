"""How a form speaks of an entry as a whole, and of the things that evidence and history name."""

from PySide6.QtCore import QCoreApplication

from db.rows.entries import EntrySheet
from db.rows.faces import Target
from db.rows.fields import FIELDS, field_of
from db.terms import EntryKind, ReviewState, StageKind
from desktop.labels import choice_labels, date_label, field_label, heading, label


def header_words(sheet: EntrySheet) -> str:
    """Return the quiet line over a title: reference, type, state, review."""
    parts = [sheet.reference, subtype_words(sheet.kind, sheet.subtype), state_words(sheet)]
    if sheet.trashed:
        parts.append(_tr("in the trash"))
    parts.append(label(ReviewState(sheet.review)))
    return "  ·  ".join(filter(None, parts))


def subtype_words(kind: EntryKind, subtype: str) -> str:
    """Return what the type of an entry is called; for a person, the kind."""
    choice = next((field for field in FIELDS[kind] if field.choices), None)
    if choice is None or choice.name == "review":
        return heading(kind)
    return dict(choice_labels(choice)).get(subtype, subtype)


def state_words(sheet: EntrySheet) -> str:
    """Return how an entry stands: the latest stage, whether it was held, how far it is read."""
    match sheet.kind:
        case EntryKind.AGREEMENT:
            return _stage_words(sheet)
        case EntryKind.MEETING:
            return _choice_words(EntryKind.MEETING, "standing", sheet.state)
        case EntryKind.SOURCE:
            return _choice_words(EntryKind.SOURCE, "reading_state", sheet.state)
        case _:
            return ""


def value_words(sheet: EntrySheet, name: str, value: str, language: str = "en") -> str:
    """Return a field's value as people read it."""
    field = field_of(sheet.kind, name)
    if field is None or not value:
        return value or _tr("nothing")
    if field.choices:
        return dict(choice_labels(field)).get(value, value)
    ref = sheet.references.get(name)
    if ref is not None and value == str(ref.id):
        return ref.title
    return date_label(value, language) if field.type == "date" else value


def target_words(sheet: EntrySheet, target: Target, language: str = "en") -> str:
    """Return what evidence is about: a field, or a thing of the entry by its words."""
    if target.thing == "entry":
        return field_label(target.field) if target.field else heading(sheet.kind)
    words = _thing_words(sheet, target, language) or _tr("something removed")
    if not target.field:
        return words
    return f"{words}: {field_label(target.field).lower()}"


def _thing_words(sheet: EntrySheet, target: Target, language: str) -> str:
    match target.thing:
        case "name":
            found = [_tr("name {0}").format(x.text) for x in sheet.names if x.id == target.id]
        case "stage":
            found = [
                " ".join(filter(None, (label(x.kind), date_label(x.date, language))))
                for x in sheet.stages
                if x.id == target.id
            ]
        case "link":
            found = [_link_words(sheet, target.id, language)]
        case "point":
            found = [f"{label(x.kind)} {x.wording}" for x in sheet.points if x.id == target.id]
        case "figure":
            found = [f"{x.number} {x.unit}".strip() for x in sheet.figures if x.id == target.id]
        case _:
            found = [f"“{x.words}”" for x in sheet.quotations if x.id == target.id]
    return next(iter(found), "")


def _link_words(sheet: EntrySheet, link_id: int, language: str) -> str:
    link = next((link for link in sheet.links if link.id == link_id), None)
    if link is None:
        return ""
    relation = link.label_ru if language == "ru" else link.label_en
    other = link.other.title if link.other is not None else link.named_as
    return f"{relation} {other}".strip()


def _stage_words(sheet: EntrySheet) -> str:
    kinds = {stage.kind for stage in sheet.stages}
    if not sheet.state:
        return ""
    latest = label(StageKind(sheet.state))
    if sheet.state == StageKind.SIGNED and StageKind.IN_FORCE not in kinds:
        return _tr("{0}, entry into force not known").format(latest)
    return latest


def _choice_words(kind: EntryKind, name: str, code: str) -> str:
    field = field_of(kind, name)
    return dict(choice_labels(field)).get(code, code).lower() if field is not None else code


def _tr(text: str) -> str:
    return QCoreApplication.translate("forms", text)
