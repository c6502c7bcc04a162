"""The quotations of an entry: whose words, word for word or retold."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from db.act import Act
from db.commands.content import QuotationSpec
from db.rows.entries import EntrySheet, QuotationRow
from db.terms import EntryKind, QuotationMode
from desktop.acts.content import add_quotation, change_quotation, remove_quotation
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.item_card import CardField
from desktop.forms.item_line import Item, face_of
from desktop.forms.items_section import ItemsSection
from desktop.forms.title_edit import WrappedLine
from desktop.labels import heading
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.value_edit import LineEdit

_SPEAKERS = (EntryKind.PERSON, EntryKind.ORGANISATION)


class QuotationsSection(ItemsSection):
    """Add, change and remove quotations."""

    thing = "quotation"

    @override
    def heading(self) -> str:
        return self.tr("Quotations")

    @override
    def invitation(self) -> str:
        return self.tr("+ quotation")

    @override
    def fields(self) -> list[CardField]:
        modes = [(str(mode), heading(mode)) for mode in QuotationMode]
        self._speaker = EntryEdit(self._workspace, _SPEAKERS)
        hint = self.tr("as the source names the speaker")
        return [
            CardField(name="words", label=self.tr("Words"), editor=WrappedLine(least_lines=2)),
            CardField(name="mode", label=self.tr("Quoted"), editor=ChoiceEdit(modes)),
            CardField(name="speaker", label=self.tr("Speaker"), editor=self._speaker, beside=True),
            CardField(
                name="speaker_as", label=self.tr("Named as"), editor=LineEdit(placeholder=hint)
            ),
        ]

    @override
    def items(self, sheet: EntrySheet) -> Sequence[Item]:
        return [
            Item(
                id=row.id,
                relation=heading(row.mode) if row.mode == QuotationMode.REPORTED else "",
                words=f"“{row.words}”" if row.mode == QuotationMode.DIRECT else row.words,
                rest=self._rest(row),
                face=face_of(sheet, self.thing, row.id),
            )
            for row in sheet.quotations
        ]

    @override
    def values(self, sheet: EntrySheet, item: int | None) -> dict[str, str]:
        row = next((row for row in sheet.quotations if row.id == item), None)
        if row is None:
            return {"mode": str(QuotationMode.DIRECT)}
        self._speaker.know([row.speaker] if row.speaker else [])
        return {
            "words": row.words,
            "mode": str(row.mode),
            "speaker": str(row.speaker.id) if row.speaker else "",
            "speaker_as": row.speaker_as,
        }

    @override
    def add(self, entry: int, values: Mapping[str, str]) -> Act[Any]:
        return add_quotation(entry, _spec(values), self._workspace.pinboard.pin)

    @override
    def change(self, item: int, values: Mapping[str, str]) -> Act[Any]:
        return change_quotation(item, _spec(values))

    @override
    def remove(self, item: int, about: str) -> Act[Any]:
        return remove_quotation(item, about)

    def _rest(self, row: QuotationRow) -> str:
        speaker = row.speaker.title if row.speaker is not None else ""
        return "  ·  ".join(filter(None, (speaker, row.speaker_as)))


def _spec(values: Mapping[str, str]) -> QuotationSpec:
    return QuotationSpec(
        words=values["words"].strip('“”«»" \t\n'),
        speaker_id=int(values["speaker"]) if values["speaker"] else None,
        speaker_as=values["speaker_as"],
        mode=QuotationMode(values["mode"]),
    )
