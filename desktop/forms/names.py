"""The further forms of an entry's name: in other languages and scripts, former ones, acronyms."""

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from db.act import Act
from db.rows.entries import EntrySheet, NameRow
from db.terms import NameKind
from desktop.acts.entries import add_name, change_name, remove_name
from desktop.forms.item_card import CardField
from desktop.forms.item_line import Item, face_of
from desktop.forms.items_section import ItemsSection
from desktop.forms.languages import language_name, language_names
from desktop.labels import heading, label
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.value_edit import LanguageEdit, LineEdit

_SAID_BY_LANGUAGE = frozenset({NameKind.ORIGINAL, NameKind.TRANSLATION, NameKind.TRANSLITERATION})


class NamesSection(ItemsSection):
    """Add, change and remove forms of a name; letters tell the language where none is given."""

    thing = "name"

    @override
    def heading(self) -> str:
        return self.tr("Other names")

    @override
    def invitation(self) -> str:
        return self.tr("+ other name")

    @override
    def fields(self) -> list[CardField]:
        languages = language_names(self._workspace.settings.language)
        kinds = [(str(kind), heading(kind)) for kind in NameKind]
        told = self.tr("told from the letters")
        return [
            CardField(name="text", label=self.tr("Name"), editor=LineEdit()),
            CardField(name="kind", label=self.tr("Kind"), editor=ChoiceEdit(kinds)),
            CardField(
                name="language",
                label=self.tr("Language"),
                editor=LanguageEdit(languages, placeholder=told),
                beside=True,
            ),
        ]

    @override
    def items(self, sheet: EntrySheet) -> Sequence[Item]:
        return [
            Item(
                id=row.id,
                relation=self._relation(row),
                words=row.text,
                rest=label(row.kind) if row.kind == NameKind.TRANSLITERATION else "",
                face=face_of(sheet, self.thing, row.id),
            )
            for row in sheet.names
        ]

    @override
    def values(self, sheet: EntrySheet, item: int | None) -> dict[str, str]:
        row = next((row for row in sheet.names if row.id == item), None)
        if row is None:
            return {"text": "", "kind": str(NameKind.ORIGINAL), "language": ""}
        return {"text": row.text, "kind": str(row.kind), "language": row.language}

    @override
    def add(self, entry: int, values: Mapping[str, str]) -> Act[Any]:
        kind, pin = NameKind(values["kind"]), self._workspace.pinboard.pin
        return add_name(entry, values["text"], kind, values["language"], pin)

    @override
    def change(self, item: int, values: Mapping[str, str]) -> Act[Any]:
        return change_name(item, values["text"], NameKind(values["kind"]), values["language"])

    @override
    def remove(self, item: int, about: str) -> Act[Any]:
        return remove_name(item, about)

    def _relation(self, row: NameRow) -> str:
        if row.kind in _SAID_BY_LANGUAGE and row.language:
            spoken = language_name(row.language, self._workspace.settings.language)
            return self.tr("In {0}").format(spoken)
        return heading(row.kind)
