"""What is known of a release as it comes in: title, kind, publisher, day, address."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from db.exchange.release import Release
from db.rows.fields import FIELDS
from db.terms import EntryKind, SourceKind
from desktop.labels import choice_labels, field_label
from desktop.settings import Settings
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.field_frame import FieldGrid, FieldRow
from desktop.widgets.value_edit import LineEdit

_KIND = "source_kind"
_REMEMBERED = (_KIND, "publisher")


class _Field(Protocol):
    """What the editors here have in common."""

    @property
    def edited(self) -> SignalInstance: ...
    def value(self) -> str: ...
    def raw(self) -> str: ...
    def set_value(self, value: str) -> None: ...
    def problem(self) -> str: ...
    def setFocus(self, reason: Qt.FocusReason, /) -> None: ...  # noqa: N802 - Qt's name


class IntakeFields(FieldGrid):
    """Edit what is known of a release; a guess never replaces what somebody typed."""

    edited = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._touched: set[str] = set()
        self._editors: dict[str, _Field] = {}
        self._rows: dict[str, FieldRow] = {}
        self._build_rows()
        self._recall()

    def value(self, name: str) -> str:
        """Give one value as it would be stored."""
        return self._editors[name].value()

    def values(self) -> dict[str, str]:
        """Give the values to be stored, the kind aside."""
        return {name: editor.value() for name, editor in self._editors.items() if name != _KIND}

    def kind(self) -> SourceKind:
        """Give the kind of source."""
        return SourceKind(self._editors[_KIND].value())

    def typed(self) -> dict[str, str]:
        """Give what somebody typed or chose here, letter by letter."""
        return {name: self._editors[name].raw() for name in sorted(self._touched)}

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Show what was typed once; the other fields are as new."""
        self._touched = {name for name in typed if name in self._editors}
        for name, editor in self._editors.items():
            editor.set_value(typed.get(name, ""))
        self._recall()

    def guess(self, release: Release) -> None:
        """Fill in what a release says of itself, where nobody has typed."""
        guesses = {"title": release.title, "published": release.published_hint or ""}
        for name, guess in guesses.items():
            if name not in self._touched:
                self._editors[name].set_value(guess)
                self._rows[name].set_complaint("")

    def complain(self) -> bool:
        """Say beneath the fields what can't be stored, and go to the first of them."""
        first = ""
        for name, editor in self._editors.items():
            problem = editor.problem()
            if name == "title" and not editor.value():
                problem = self.tr("A release needs a title: type one.")
            self._rows[name].set_complaint(problem)
            first = first or (name if problem else "")
        if first:
            self.focus(first)
        return bool(first)

    def focus(self, name: str) -> None:
        """Put the keyboard on a field."""
        self._editors[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def remember(self) -> None:
        """Begin the next release with the kind and the publisher of this one."""
        for name in _REMEMBERED:
            self._settings.set_text(f"intake/{name}", self._editors[name].value())

    def _recall(self) -> None:
        defaults = {_KIND: str(SourceKind.PRESS_RELEASE), "publisher": ""}
        for name, default in defaults.items():
            if name not in self._touched:
                self._editors[name].set_value(self._settings.text(f"intake/{name}") or default)

    def _build_rows(self) -> None:
        kinds = next(field for field in FIELDS[EntryKind.SOURCE] if field.name == _KIND)
        language = "ru" if self._settings.language == "ru" else "en"
        self._add("title", LineEdit())
        self._add(_KIND, ChoiceEdit(choice_labels(kinds)))
        date = EdtfEdit(language=language, placeholder=self.tr("20 May 2021, 2021-05, 2021?"))
        self._add("published", date, beside=True)
        self._add("publisher", LineEdit())
        self._add("address", LineEdit(placeholder=self.tr("https://")))

    def _add(self, name: str, editor: LineEdit | ChoiceEdit, *, beside: bool = False) -> None:
        self._rows[name] = self.add(field_label(name), editor, with_face=False, beside=beside)
        self._editors[name] = editor
        editor.setObjectName(name)
        editor.edited.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        name = self.sender().objectName()
        self._touched.add(name)
        if not self._editors[name].problem():
            self._rows[name].set_complaint("")
        self.edited.emit()
