"""The points of an agreement or meeting: agenda items, subjects, provisions, undertakings ..."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from db.act import Act
from db.commands.content import PointSpec
from db.rows.entries import EntrySheet, PointRow
from db.terms import EntryKind, PointKind
from desktop.acts.content import add_point, change_point, remove_point
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.item_card import CardField
from desktop.forms.item_line import Item, face_of
from desktop.forms.items_section import ItemsSection
from desktop.forms.title_edit import WrappedLine
from desktop.labels import date_label, heading
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit

PARTICIPANTS = (EntryKind.ORGANISATION, EntryKind.PERSON, EntryKind.PLACE)

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,3}[.)]|\(?[a-zа-я][.)])\s+", re.IGNORECASE)


def split_points(text: str) -> list[str]:
    """Return the points of a pasted list: one a line, without bullets and numbers."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


class PointsSection(ItemsSection):
    """Add, change and remove points; each line of a pasted list becomes a point of its own."""

    thing = "point"

    @override
    def heading(self) -> str:
        return self.tr("Points")

    @override
    def invitation(self) -> str:
        return self.tr("+ point")

    @override
    def fields(self) -> list[CardField]:
        kinds = [(str(kind), heading(kind)) for kind in PointKind]
        hint = self.tr("What it says; a pasted list makes one point a line")
        wording = WrappedLine(placeholder=hint, least_lines=1, most_lines=10)
        self._owed_by = EntryEdit(self._workspace, PARTICIPANTS)
        self._owed_to = EntryEdit(self._workspace, PARTICIPANTS)
        return [
            CardField(name="wording", label=self.tr("Wording"), editor=wording),
            CardField(name="kind", label=self.tr("Kind"), editor=ChoiceEdit(kinds)),
            CardField(name="due", label=self.tr("Due"), editor=EdtfEdit(), beside=True),
            CardField(name="owed_by", label=self.tr("Owed by"), editor=self._owed_by),
            CardField(name="owed_to", label=self.tr("to"), editor=self._owed_to, beside=True),
        ]

    @override
    def items(self, sheet: EntrySheet) -> Sequence[Item]:
        return [
            Item(
                id=row.id,
                relation=heading(row.kind),
                words=row.wording,
                rest=self._rest(row),
                face=face_of(sheet, self.thing, row.id),
            )
            for row in sheet.points
        ]

    @override
    def values(self, sheet: EntrySheet, item: int | None) -> dict[str, str]:
        row = next((row for row in sheet.points if row.id == item), None)
        if row is None:
            last = sheet.points[-1].kind if sheet.points else _FIRST[sheet.kind]
            return {"kind": str(last)}
        self._owed_by.know([row.owed_by] if row.owed_by else [])
        self._owed_to.know([row.owed_to] if row.owed_to else [])
        return {
            "wording": row.wording,
            "kind": str(row.kind),
            "due": row.due,
            "owed_by": str(row.owed_by.id) if row.owed_by else "",
            "owed_to": str(row.owed_to.id) if row.owed_to else "",
        }

    @override
    def add(self, entry: int, values: Mapping[str, str]) -> Act[Any]:
        wordings = split_points(values["wording"]) or [""]
        pin = self._workspace.pinboard.pin
        acts = [add_point(entry, _spec(values, wording), pin) for wording in wordings]
        return Act(
            key="point.add",
            run=lambda session: [act.run(session) for act in acts],
            about=wordings[0],
        )

    @override
    def change(self, item: int, values: Mapping[str, str]) -> Act[Any]:
        return change_point(item, _spec(values, values["wording"]))

    @override
    def remove(self, item: int, about: str) -> Act[Any]:
        return remove_point(item, about)

    def _rest(self, row: PointRow) -> str:
        parts: list[str] = []
        if row.owed_by is not None:
            parts.append(row.owed_by.title)
        if row.owed_to is not None:
            parts.append(self.tr("to {0}").format(row.owed_to.title))
        if row.due:
            due = date_label(row.due, self._workspace.settings.language)
            parts.append(self.tr("due {0}").format(due))
        return "  ·  ".join(parts)


_FIRST = dict.fromkeys(EntryKind, PointKind.SUBJECT) | {EntryKind.MEETING: PointKind.AGENDA_ITEM}


def _spec(values: Mapping[str, str], wording: str) -> PointSpec:
    return PointSpec(
        kind=PointKind(values["kind"]),
        wording=wording,
        owed_by_id=int(values["owed_by"]) if values["owed_by"] else None,
        owed_to_id=int(values["owed_to"]) if values["owed_to"] else None,
        due=values["due"],
    )
