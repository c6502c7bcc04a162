"""What a popup offers while somebody types: a short list, handed in as it is found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.delegates.roles import OfferRoles

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One row: its words, its signs, and the thing it stands for."""

    title: str
    detail: str = ""
    badge: str = ""
    tone: str = ""
    icon: str = ""
    colour: str = ""
    payload: object = None


class SuggestionModel(QAbstractListModel):
    """Hold the rows offered now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Suggestion, ...] = ()

    def offer(self, rows: Sequence[Suggestion]) -> None:
        """Offer other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Suggestion:
        """Give one row."""
        return self._rows[number]

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the rows; they have none beneath them."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer the roles of an offer, and words for those who hear them."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (row.title, row.detail, row.badge)))
            case OfferRoles.PAYLOAD:
                return row.payload
            case _:
                return _words(row, role)


def _words(row: Suggestion, role: int) -> str | None:
    words: dict[int, str] = {
        OfferRoles.TITLE: row.title,
        OfferRoles.DETAIL: row.detail,
        OfferRoles.BADGE: row.badge,
        OfferRoles.TONE: row.tone,
        OfferRoles.ICON: row.icon,
        OfferRoles.COLOUR: row.colour,
    }
    return words.get(role)
