"""Editors of one line: words, whole numbers, and language codes."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from db.text.cleaning import clean_line
from desktop.widgets.editor import editor_signal, settle_line


class LineEdit(QLineEdit):
    """Edit one line of words, cleaned of hidden characters when the field is left."""

    edited = editor_signal()
    committed = editor_signal(str)

    def __init__(self, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> str:
        """Give the cleaned line."""
        return clean_line(self.text())

    def raw(self) -> str:
        """Give the line letter by letter."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show a line from its beginning, without emitting anything."""
        self.setText(value)
        self.setCursorPosition(0)

    def problem(self) -> str:
        """Say why the line can't be stored; words always can."""
        return ""

    def settle(self) -> None:
        """Take what stands here as saved."""
        settle_line(self)

    @Slot()
    def _on_text_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_editing_finished(self) -> None:
        if not self.problem() and self.text() != self.value():
            self.setText(self.value())
        self.committed.emit(self.value())


class IntEdit(LineEdit):
    """Edit a whole number between two bounds, both allowed; the arrow keys count up and down."""

    def __init__(
        self,
        *,
        least: int = 0,
        most: int = 9999,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._least, self._most = least, most

    @override
    def value(self) -> str:
        """Give the number in ASCII digits, without leading noughts."""
        return "" if self.problem() or not self._words() else str(int(self._words()))

    @override
    def problem(self) -> str:
        """Say why this is no number within the bounds."""
        words = self._words()
        if not words:
            return ""
        if not words.removeprefix("-").isdecimal():
            return self.tr("A whole number goes here.")
        if not self._least <= int(words) <= self._most:
            return self.tr("Between {0} and {1}.").format(self._least, self._most)
        return ""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Count up and down with the arrow keys."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and not self.isReadOnly() and self.value():
            self._count(step)
        else:
            super().keyPressEvent(event)

    def _count(self, step: int) -> None:
        number = min(self._most, max(self._least, int(self.value()) + step))
        self.selectAll()
        self.insert(str(number))

    def _words(self) -> str:
        return clean_line(self.text()).replace("−", "-")


class LanguageEdit(LineEdit):
    """Edit the languages of a thing as ISO 639 codes with spaces between, "en ru".

    `languages` maps each code to its name; names are completed and understood too.
    """

    def __init__(
        self, languages: Mapping[str, str], *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._names = dict(languages)
        self._codes = {name.casefold(): code for code, name in languages.items()}
        completer = _LastWordCompleter(self._names, self)
        completer.activated.connect(self._on_text_edited)
        self.setCompleter(completer)

    @override
    def value(self) -> str:
        """Give the codes in the order typed, each once."""
        return "" if self.problem() else " ".join(dict.fromkeys(map(self._code, self._words())))

    @override
    def problem(self) -> str:
        """Say which word is no language."""
        for word in self._words():
            if self._code(word) not in self._names:
                return self.tr("“{0}” is not a language code known here.").format(word)
        return ""

    def _words(self) -> list[str]:
        return clean_line(self.text()).replace(",", " ").replace(";", " ").split()

    def _code(self, word: str) -> str:
        return self._codes.get(word.casefold(), word.casefold())


class _LastWordCompleter(QCompleter):
    """Completes the word under way and keeps those before it."""

    def __init__(self, names: Mapping[str, str], line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        model = QStandardItemModel(self)
        for code, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            item = QStandardItem(f"{name} · {code}")
            item.setData(code, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        self.setModel(model)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    @override
    def splitPath(self, path: str, /) -> list[str]:
        """Look for the last word only."""
        return [path.rpartition(" ")[2]]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex, /) -> str:
        """Put the code in the place of the last word."""
        before, space, _last = self._line.text().rpartition(" ")
        return f"{before}{space}{index.data(Qt.ItemDataRole.UserRole)}"
