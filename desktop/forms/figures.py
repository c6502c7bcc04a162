"""The figures of an entry: numbers with their unit, and counts with what they count."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from db.act import Act
from db.commands.content import FigureSpec
from db.rows.entries import EntrySheet, FigureRow
from db.terms import Bound, EntryKind, FigureState
from desktop.acts.content import add_figure, change_figure, remove_figure
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.item_card import CardField
from desktop.forms.item_line import Item, face_of
from desktop.forms.items_section import ItemsSection
from desktop.forms.members_edit import MembersEdit
from desktop.labels import date_label, heading, label
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.value_edit import LineEdit

_SPEAKERS = (EntryKind.PERSON, EntryKind.ORGANISATION)
_COUNT, _PLAIN = "count", "number"


class FiguresSection(ItemsSection):
    """Add, change and remove figures."""

    thing = "figure"

    @override
    def heading(self) -> str:
        return self.tr("Figures")

    @override
    def invitation(self) -> str:
        return self.tr("+ figure")

    @override
    def fields(self) -> list[CardField]:
        bounds = [(str(bound), heading(bound)) for bound in Bound]
        states = [(str(state), heading(state)) for state in FigureState]
        sorts = [
            (_PLAIN, self.tr("A number")),
            (_COUNT, self.tr("A count of entries")),
        ]
        self._speaker = EntryEdit(self._workspace, _SPEAKERS)
        self._members = MembersEdit(self._workspace)
        return [
            CardField(name="number", label=self.tr("Number"), editor=LineEdit()),
            CardField(name="unit", label=self.tr("of"), editor=LineEdit(), beside=True),
            CardField(name="bound", label=self.tr("Bound"), editor=ChoiceEdit(bounds)),
            CardField(name="period", label=self.tr("Period"), editor=EdtfEdit(), beside=True),
            CardField(name="state", label=self.tr("Said"), editor=ChoiceEdit(states)),
            CardField(name="speaker", label=self.tr("by"), editor=self._speaker, beside=True),
            CardField(name="sort", label=self.tr("It is"), editor=ChoiceEdit(sorts)),
            CardField(name="members", label=self.tr("Found"), editor=self._members),
        ]

    @override
    def items(self, sheet: EntrySheet) -> Sequence[Item]:
        return [
            Item(
                id=row.id,
                relation=self.tr("Count") if row.is_count else self.tr("Figure"),
                words=self._words(row),
                rest=self._rest(row),
                face=face_of(sheet, self.thing, row.id),
            )
            for row in sheet.figures
        ]

    @override
    def values(self, sheet: EntrySheet, item: int | None) -> dict[str, str]:
        row = next((row for row in sheet.figures if row.id == item), None)
        if row is None:
            return {
                "bound": str(Bound.EXACT),
                "state": str(FigureState.STATED),
                "sort": _PLAIN,
            }
        self._speaker.know([row.speaker] if row.speaker else [])
        self._members.know(row.members)
        return {
            "number": row.number,
            "unit": row.unit,
            "bound": str(row.bound),
            "period": row.period,
            "state": str(row.state),
            "speaker": str(row.speaker.id) if row.speaker else "",
            "sort": _COUNT if row.is_count else _PLAIN,
            "members": " ".join(str(member.id) for member in row.members),
        }

    @override
    def add(self, entry: int, values: Mapping[str, str]) -> Act[Any]:
        return add_figure(entry, _spec(values), self._workspace.pinboard.pin)

    @override
    def change(self, item: int, values: Mapping[str, str]) -> Act[Any]:
        return change_figure(item, _spec(values))

    @override
    def remove(self, item: int, about: str) -> Act[Any]:
        return remove_figure(item, about)

    def _words(self, row: FigureRow) -> str:
        bound = "" if row.bound == Bound.EXACT else label(row.bound)
        return " ".join(filter(None, (bound, grouped(row.number), row.unit)))

    def _rest(self, row: FigureRow) -> str:
        parts: list[str] = []
        if row.is_count:
            found = self.tr("{0} of {1} found")
            parts.append(found.format(len(row.members), grouped(row.number)))
            parts.extend(member.title for member in row.members)
        if row.state != FigureState.STATED:
            parts.append(label(row.state))
        if row.period:
            parts.append(date_label(row.period, self._workspace.settings.language))
        if row.speaker is not None:
            parts.append(row.speaker.title)
        return "  ·  ".join(parts)


def grouped(number: str) -> str:
    """Return a decimal number with thin spaces between its thousands (ISO 80000-1)."""
    whole, point, rest = number.partition(".")
    if len(whole.lstrip("-")) > 4:
        whole = f"{int(whole):,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    return whole + point + rest


def _spec(values: Mapping[str, str]) -> FigureSpec:
    return FigureSpec(
        number=values["number"],
        unit=values["unit"],
        bound=Bound(values["bound"]),
        period=values["period"],
        state=FigureState(values["state"]),
        speaker_id=int(values["speaker"]) if values["speaker"] else None,
        is_count=values["sort"] == _COUNT,
        members=tuple(map(int, values["members"].split())),
    )
