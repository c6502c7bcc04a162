"""What is said before a saved search is removed: that nothing it finds is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from db.rows.saved import SavedSearchRow


def search_question(parent: QWidget, search: SavedSearchRow) -> QMessageBox:
    """Build the dialog; its answer is `accepted`."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("Remove saved search"))
    box.setText(_tr("Remove the search “{0}”?").format(search.name))
    box.setInformativeText(_tr("The entries it finds stay as they are."))
    remove = box.addButton(_tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(remove)
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_question", text)
