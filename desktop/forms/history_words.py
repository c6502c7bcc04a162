"""What history says of an act: each row it touched, in one line as people read it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from db.rows.acts import FieldChange
from db.rows.entries import EntryRef
from db.rows.fields import FIELDS, Field
from db.terms import EntryKind, Verdict
from desktop.forms.history_removed import rows_of
from desktop.labels import choice_labels, date_label, field_label, label
from desktop.translation import QT_TRANSLATE_NOOP

_ENTRIES = frozenset(str(kind) for kind in FIELDS) | {"entry"}

_KINDS = frozenset(map(str, EntryKind))
Refs = Mapping[int, EntryRef]


class Line(NamedTuple):
    """One line of an act: what it is about, and its words before and after."""

    name: str
    before: str
    after: str


def lines_of(changes: Sequence[FieldChange], refs: Refs, language: str) -> list[Line]:
    """Return what an act changed, without what people need not know and each line once."""
    found = (line for row in rows_of(changes) for line in _row_lines(row, refs, language))
    return list(dict.fromkeys(line for line in found if line.before != line.after))


def _row_lines(row: dict[str, FieldChange], refs: Refs, language: str) -> Iterator[Line]:
    table = next(iter(row.values())).table
    if table in _ENTRIES:
        for change in row.values():
            field = _field(change)
            if field is not None and change.before != change.after:
                values = (_value(field, x, refs, language) for x in (change.before, change.after))
                yield Line(field_label(field.name), *values)
            elif change.column == "trashed":
                yield Line(_tr("In the trash"), *map(_yes_or_no, (change.before, change.after)))
    elif table in _WORDS:
        before, after = (
            " ".join(filter(None, _WORDS[table](_side(row, after=after), refs, language)))
            for after in (False, True)
        )
        if before != after:
            yield Line(_tr(_NAMES.get(table, _spaced(table).capitalize())), before, after)


def _side(row: dict[str, FieldChange], *, after: bool) -> dict[str, str]:
    values = {name: (x.after if after else x.before) for name, x in row.items()}
    return {name: value for name, value in values.items() if value}


def _link(row: dict[str, str], refs: Refs, _language: str) -> list[str]:
    ends = [_title(row.get(end), refs) for end in ("subject_id", "object_id")]
    named = [row.get("named_as", ""), row.get("post_as", ""), row.get("note", "")]
    behalf = _title(row.get("on_behalf_of_id"), refs)
    return [_spaced(row.get("kind", "")), " → ".join(filter(None, ends)), behalf, *named]


def _stage(row: dict[str, str], refs: Refs, language: str) -> list[str]:
    ends = [_title(row.get(end), refs) for end in ("party_id", "place_id", "meeting_id")]
    date = date_label(row.get("date", ""), language)
    return [_spaced(row.get("kind", "")), date, *ends, row.get("note", "")]


def _point(row: dict[str, str], refs: Refs, language: str) -> list[str]:
    ends = [_title(row.get(end), refs) for end in ("owed_by_id", "owed_to_id")]
    return [row.get("wording", ""), *ends, date_label(row.get("due", ""), language)]


def _figure(row: dict[str, str], refs: Refs, language: str) -> list[str]:
    period = date_label(row.get("period", ""), language)
    return [row.get("number", ""), row.get("unit", ""), period, _title(row.get("speaker_id"), refs)]


def _quotation(row: dict[str, str], refs: Refs, _language: str) -> list[str]:
    return [row.get("words", ""), _title(row.get("speaker_id"), refs), row.get("speaker_as", "")]


def _evidence(row: dict[str, str], refs: Refs, language: str) -> list[str]:
    source = _title(row.get("source_id"), refs)
    value = date_label(row.get("value", ""), language)
    return [_spaced(row.get("how", "")), row.get("field", ""), value, row.get("reason", ""), source]


def _labels(row: dict[str, str], _refs: Refs, _language: str) -> list[str]:
    return [" / ".join(filter(None, (row.get("label_en", ""), row.get("label_ru", ""))))]


def _search(row: dict[str, str], _refs: Refs, _language: str) -> list[str]:
    return [row.get("name", ""), row.get("query", "")]


def _noise(row: dict[str, str], _refs: Refs, _language: str) -> list[str]:
    return [row.get("words", "")]


def _name(row: dict[str, str], _refs: Refs, _language: str) -> list[str]:
    return [row.get("text", ""), _spaced(row.get("kind", ""))]


def _entry_tag(row: dict[str, str], refs: Refs, _language: str) -> list[str]:
    return [" · ".join(filter(None, (row.get("tag_id"), _title(row.get("entry_id"), refs))))]


def _decision(row: dict[str, str], refs: Refs, _language: str) -> list[str]:
    kind, _colon, rest = row.get("key", "").partition(":")
    named = label(EntryKind(kind)) if kind in _KINDS else ""
    made = _title(row.get("entry_id"), refs) or rest
    line = _spaced(row.get("line", "").partition(":")[2])
    what = ": ".join(filter(None, (" ".join(filter(None, (named, made))), line)))
    verdict = _tr(_VERDICTS[row["verdict"]]) if "verdict" in row else ""
    return [f"{what}: {verdict}" if what and verdict else what or verdict]


_VERDICTS: Mapping[str, str] = {
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("history", "taken"),
    Verdict.REFUSED: QT_TRANSLATE_NOOP("history", "refused"),
    Verdict.BROUGHT: QT_TRANSLATE_NOOP("history", "made along with another"),
}
_NAMES: Mapping[str, str] = {
    "decision": QT_TRANSLATE_NOOP("history", "Suggestion"),
    "entry_tag": QT_TRANSLATE_NOOP("history", "Tag"),
    "noise_pattern": QT_TRANSLATE_NOOP("history", "Passed over"),
}
"""What lines of a table are called, where not as the table is."""
_WORDS: Mapping[str, Callable[[dict[str, str], Refs, str], list[str]]] = {
    "decision": _decision,
    "entry_tag": _entry_tag,
    "evidence": _evidence,
    "figure": _figure,
    "link": _link,
    "name": _name,
    "noise_pattern": _noise,
    "point": _point,
    "post": _labels,
    "quotation": _quotation,
    "saved_search": _search,
    "stage": _stage,
    "tag": _labels,
}


def _title(value: str | None, refs: Refs) -> str:
    ref = refs.get(int(value)) if value and value.isdecimal() else None
    return ref.title if ref is not None else ""


def _field(change: FieldChange) -> Field | None:
    fields = (field for table in FIELDS.values() for field in table)
    return next((field for field in fields if field.attribute == change.column), None)


def _value(field: Field, value: str | None, refs: Refs, language: str) -> str:
    if not value:
        return ""
    if field.column.endswith("_id"):
        return _title(value, refs)
    if field.choices:
        return dict(choice_labels(field)).get(value, value)
    return date_label(value, language) if field.type == "date" else value


def _spaced(code: str) -> str:
    return code.replace("_", " ")


def _yes_or_no(value: str | None) -> str:
    return _tr("yes") if value not in {None, "0", "False"} else _tr("no")


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
