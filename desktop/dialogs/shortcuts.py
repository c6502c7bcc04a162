"""The sheet of keys, made from the table of actions."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from db.text.folding import fold
from desktop.theme import bold_font, gap


class ListedAction(Protocol):
    """What the sheet needs of an action."""

    @property
    def words(self) -> str:
        """The text in the user's language."""
        ...

    @property
    def menu(self) -> object:
        """The menu it stands in, marked for translation."""
        ...

    @property
    def shortcut(self) -> str:
        """Its keys, empty where it has none."""
        ...


class ShortcutsDialog(QDialog):
    """List all keys by menu; typing narrows the list to words or keys."""

    def __init__(self, actions: Sequence[ListedAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search, self.sheet = _Line(), QTreeWidget()
        self._items: list[tuple[QTreeWidgetItem, QTreeWidgetItem]] = []
        self._fill(actions)
        self._build()
        self.search.textChanged.connect(self._narrow)

    def shown(self) -> list[tuple[str, str]]:
        """Give the words and keys that are listed now."""
        return [(item.text(0), item.text(1)) for item, _ in self._items if not item.isHidden()]

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        wanted = fold(typed)
        for _item, group in self._items:
            group.setHidden(True)
        for item, group in self._items:
            fits = wanted in fold(f"{item.text(0)} {item.text(1)}")
            item.setHidden(not fits)
            if fits:
                group.setHidden(False)

    def _fill(self, actions: Sequence[ListedAction]) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for action in actions:
            if not action.shortcut:
                continue
            menu = QCoreApplication.translate("actions", str(action.menu)).replace("&", "")
            if menu not in groups:
                groups[menu] = QTreeWidgetItem(self.sheet, [menu])
                groups[menu].setFont(0, bold_font(self.font()))
                groups[menu].setFlags(Qt.ItemFlag.ItemIsEnabled)
            keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            keys = keys or action.shortcut  # a sign no sequence can be made of, as it is
            words = action.words.replace("&", "").removesuffix("…")
            self._items.append((QTreeWidgetItem(groups[menu], [words, keys]), groups[menu]))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self.search.setPlaceholderText(self.tr("Find an action or a key"))
        self.search.setAccessibleName(self.tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.towards = self.sheet
        self.sheet.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.sheet.setAccessibleName(self.tr("Keys"))
        self.sheet.setRootIsDecorated(False)
        self.sheet.setIndentation(gap(self.font()))
        self.sheet.expandAll()
        self.sheet.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.sheet.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setSpacing(gap(self.font()))
        column.addWidget(self.search)
        column.addWidget(self.sheet)
        self.resize(gap(self.font()) * 52, gap(self.font()) * 72)


class _Line(QLineEdit):
    """A line above a list: Down goes into the list, Escape empties the line first."""

    towards: QWidget | None = None

    @override
    def keyPressEvent(self, arg__1: QKeyEvent, /) -> None:
        if arg__1.key() == Qt.Key.Key_Down and self.towards is not None:
            self.towards.setFocus(Qt.FocusReason.TabFocusReason)
        elif arg__1.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(arg__1)
