"""The rows that "Jump to" shows now."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.delegates.jump_delegate import JumpRoles
from desktop.models.jump_rows import JumpGroup, JumpRow, begun_spans

_Index = QModelIndex | QPersistentModelIndex
_CAPTIONS = {
    JumpGroup.PLACES: QT_TRANSLATE_NOOP("jump", "Recent"),
    JumpGroup.ENTRIES: QT_TRANSLATE_NOOP("jump", "Entries"),
    JumpGroup.LISTS: QT_TRANSLATE_NOOP("jump", "Lists"),
    JumpGroup.TAGS: QT_TRANSLATE_NOOP("jump", "Tags"),
    JumpGroup.SEARCHES: QT_TRANSLATE_NOOP("jump", "Saved searches"),
    JumpGroup.ACTIONS: QT_TRANSLATE_NOOP("jump", "Actions"),
}


class JumpModel(QAbstractListModel):
    """Answer `JumpRoles`, with the words typed lit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[JumpRow, ...] = ()
        self._typed = ""

    def show_rows(self, rows: Sequence[JumpRow], typed: str) -> None:
        """Show other rows, and light these words in them."""
        self.beginResetModel()
        self._rows, self._typed = tuple(rows), typed
        self.endResetModel()

    def rows(self) -> tuple[JumpRow, ...]:
        """Give all rows."""
        return self._rows

    def row(self, number: int) -> JumpRow | None:
        """Give a row, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows; they have none beneath them."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Let a row that can't be chosen now be passed over."""
        row = self.row(index.row())
        if row is None or not row.enabled:
            return Qt.ItemFlag.ItemNeverHasChildren
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer the roles, and words for those who hear them."""
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | JumpRoles.TITLE:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                words = (self._caption(index.row()), row.title, row.detail, row.badge)
                return ", ".join(filter(None, words))
            case JumpRoles.LIT | JumpRoles.DETAIL_LIT:
                words = row.title if role == JumpRoles.LIT else row.detail
                return begun_spans(words, self._typed)
            case JumpRoles.CAPTION:
                return self._caption(index.row())
            case _:
                return _sign(row, role)

    def _caption(self, number: int) -> str:
        group = self._rows[number].group
        if number and self._rows[number - 1].group == group:
            return ""
        return QCoreApplication.translate("jump", str(_CAPTIONS[group]))


def _sign(row: JumpRow, role: int) -> object:
    signs: dict[int, object] = {
        JumpRoles.DETAIL: row.detail,
        JumpRoles.BADGE: row.badge,
        JumpRoles.ICON: row.icon,
        JumpRoles.COLOUR: row.colour,
        JumpRoles.KEYS: row.key.startswith("action:"),
    }
    return signs.get(role)
