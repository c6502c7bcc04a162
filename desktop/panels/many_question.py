"""What is asked before very many entries are touched at once: how many they are."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def many_question(parent: QWidget, words: str, count: int) -> QMessageBox:
    """Build the dialog; the words hold a place for the number. Cancel is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("Many entries"))
    box.setText(words.format(parent.locale().toString(count)))
    box.setInformativeText(_tr("It is one act, and Undo takes it back."))
    box.addButton(_tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("many_question", text)
