"""The menu of the selected entries, by the right button or the menu key."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class ActsOnSelection(Protocol):
    """Act on the entries selected in a list."""

    def open_current(self) -> None:
        """Ask for the current entry to be opened."""
        ...

    def edit_tags(self) -> None:
        """Open the tags of the selection."""
        ...

    def trash_selected(self) -> None:
        """Move the selection to the trash."""
        ...

    def restore_selected(self) -> None:
        """Take the selection out of the trash."""
        ...

    def remove_selected(self) -> None:
        """Remove the selection from the trash for good."""
        ...

    def review_menu(self) -> QMenu:
        """Build the menu of review states."""
        ...


def entry_menu(parent: QWidget, on: ActsOnSelection, *, trashed: bool, read_only: bool) -> QMenu:
    """Build the menu; the keys beside its lines are those of the list."""
    menu = QMenu(parent)
    menu.addAction(_tr("Open"), QKeySequence("Return"), on.open_current)
    lines = (
        [
            (_tr("Restore"), "R", on.restore_selected),
            (_tr("Remove for good…"), "Del", on.remove_selected),
        ]
        if trashed
        else [
            (_tr("Tags…"), "T", on.edit_tags),
            (_tr("Move to trash"), "Del", on.trash_selected),
        ]
    )
    for words, keys, act in lines:
        action = menu.addAction(words, QKeySequence(keys), act)
        action.setEnabled(not read_only)
    if not trashed:
        review = on.review_menu()
        review.setParent(menu, review.windowFlags())
        menu.insertMenu(menu.actions()[-1], review)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("entry_menu", text)
