"""What is said before a tag is removed: which entries lose it, and where narrower tags go."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from db.rows.entries import TagRow


def tag_question(
    parent: QWidget, tag: TagRow, broader: TagRow | None, *, narrower: int, language: str
) -> QMessageBox:
    """Build the dialog; `narrower` counts the tags right below. Its answer is `accepted`."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("Remove tag"))
    box.setText(_tr("Remove the tag “{0}”?").format(tag.label(language)))
    above = broader.label(language) if broader else ""
    box.setInformativeText(" ".join(_sentences(tag.count, narrower, above)))
    remove = box.addButton(_tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(remove)
    return box


def _sentences(count: int, narrower: int, above: str) -> list[str]:
    said = [_tr("No entry carries it.")]
    if count:
        one = _tr("1 entry loses it; the entry itself stays.")
        many = _tr("{0} entries lose it; the entries themselves stay.").format(count)
        said = [one if count == 1 else many]
    if narrower:
        moved = (
            _tr("1 narrower tag moves up") if narrower == 1 else _tr("{0} narrower tags move up")
        )
        under = _tr("{0}, below “{1}”.").format(moved, above) if above else f"{moved}."
        said.append(under.format(narrower))
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("tag_question", text)
