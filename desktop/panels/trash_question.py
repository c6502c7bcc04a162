"""What is said before entries go to the trash: what would point into it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from db.queries.trash import Breaks
    from db.rows.entries import EntryRef


def rests_on(breaks: "Breaks") -> bool:
    """Tell whether anything would point into the trash."""
    return breaks.linked_count > 0 or breaks.claims > 0


def trash_question(parent: QWidget, titles: Sequence[str], breaks: "Breaks") -> QMessageBox:
    """Build the dialog that says what breaks; its answer is whether it was accepted."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr("Move to trash"))
    box.setText(_headline(titles))
    box.setInformativeText("\n\n".join(_sentences(breaks, several=len(titles) > 1)))
    move = box.addButton(_tr("Move to trash"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(move)
    return box


def _headline(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return _tr("Move “{0}” to the trash?").format(titles[0])
    return _tr("Move {0} entries to the trash?").format(len(titles))


def _sentences(breaks: "Breaks", *, several: bool) -> list[str]:
    said: list[str] = []
    if breaks.linked_count:
        head = _linked(one=breaks.linked_count == 1, several=several)
        said.append(told(head.format(breaks.linked_count), breaks.linked, breaks.linked_count))
    if breaks.claims:
        said.append(_standing(one=breaks.claims == 1, several=several).format(breaks.claims))
    said.append(
        _tr("Nothing is deleted: links and claims stay, and they can be restored.")
        if several
        else _tr("Nothing is deleted: links and claims stay, and it can be restored.")
    )
    return said


def _linked(*, one: bool, several: bool) -> str:
    if several:
        return _tr("1 entry is linked to them:") if one else _tr("{0} entries are linked to them:")
    return _tr("1 entry is linked to it:") if one else _tr("{0} entries are linked to it:")


def _standing(*, one: bool, several: bool) -> str:
    if several:
        return (
            _tr("1 claim stands on their words.")
            if one
            else _tr("{0} claims stand on their words.")
        )
    return _tr("1 claim stands on its words.") if one else _tr("{0} claims stand on its words.")


def told(head: str, entries: "Sequence[EntryRef]", count: int) -> str:
    """Name the first of so many entries below a headline, one a line."""
    lines = [f"  {ref.reference}  {_short(ref.title)}" for ref in entries]
    if count > len(entries):
        lines.append("  " + _tr("and {0} more").format(count - len(entries)))
    return "\n".join([head, *lines])


def _short(title: str, length: int = 60) -> str:
    return title if len(title) <= length else f"{title[: length - 1]}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("trash", text)
