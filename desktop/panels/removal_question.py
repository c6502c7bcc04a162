"""What is said before entries are removed for good: how many, what goes along, and what stays."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.panels.trash_question import told

if TYPE_CHECKING:
    from db.queries.trash import Removal


def removal_question(parent: QWidget, removal: "Removal") -> QMessageBox:
    """Build the dialog, whose default is to leave all as it is; without a question if none goes."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr("Remove for good"))
    box.setText(_headline(parent, removal))
    box.setInformativeText("\n\n".join(_sentences(parent, removal)))
    if removal.entries:
        box.addButton(_tr("&Remove for good"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    else:
        box.addButton(QMessageBox.StandardButton.Close)
    return box


def removed_words(parent: QWidget, count: int, cited: int) -> str:
    """Say what was removed, and what stays in the trash."""
    number = parent.locale().toString(count)
    one = _tr("1 entry is removed for good.")
    said = one if count == 1 else _tr("{0} entries are removed for good.").format(number)
    return f"{said} {_staying(parent, cited)}" if cited else said


def _headline(parent: QWidget, removal: "Removal") -> str:
    if not removal.entries:
        return _tr("Nothing of this can be removed for good.")
    if removal.entries == 1:
        return _tr("Remove “{0}” for good?").format(removal.titles[0])
    return _tr("Remove {0} entries for good?").format(parent.locale().toString(removal.entries))


def _sentences(parent: QWidget, removal: "Removal") -> Iterator[str]:
    locale = parent.locale()
    if removal.links:
        one = removal.links == 1
        head = (
            _tr("1 link goes with them, to:")
            if one
            else _tr("{0} links go with them, to:").format(locale.toString(removal.links))
        )
        yield told(head, removal.linked, removal.linked_count)
    if removal.cited:
        claims = (
            _tr("1 claim about another entry stands on its words.")
            if removal.claims == 1
            else _tr("{0} claims about other entries stand on their words.").format(
                locale.toString(removal.claims)
            )
        )
        yield f"{_staying(parent, removal.cited)} {claims}"
    if removal.entries:
        yield _tr(
            "All that belongs to them goes too: names, stages, points, tags and evidence. "
            "Undo and the history bring it back; references are never given again."
        )


def _staying(parent: QWidget, cited: int) -> str:
    if cited == 1:
        return _tr("1 source stays in the trash.")
    return _tr("{0} sources stay in the trash.").format(parent.locale().toString(cited))


def _tr(text: str) -> str:
    return QCoreApplication.translate("trash", text)
