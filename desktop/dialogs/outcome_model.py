"""What became of files that were taken in, as lines of a list."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from db.queries.likes import LikeSource
from db.rows.entries import EntryRef
from desktop.delegates.roles import OfferRoles
from desktop.dialogs.intake_words import like_words
from desktop.intake import Taken
from desktop.intake_warnings import warning_sentences
from desktop.labels import error_sentence

_Index = QModelIndex | QPersistentModelIndex


class OutcomeModel(QAbstractListModel):
    """Hold one line a file, in the order they came; a file taken in again keeps its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Taken] = []
        self._places: dict[Path, int] = {}

    def add(self, taken: Sequence[Taken]) -> QModelIndex:
        """Show what became of files, at least one; return the line of the first."""
        end = len(self._lines)
        new = [one for one in taken if one.file not in self._places]
        if new:
            self.beginInsertRows(QModelIndex(), end, end + len(new) - 1)
            self._lines.extend(new)
            self._places.update((one.file, end + at) for at, one in enumerate(new))
            self.endInsertRows()
        again = {self._places[one.file]: one for one in taken if self._places[one.file] < end}
        for place, one in again.items():
            self._lines[place] = one
        if again:
            self.dataChanged.emit(self.index(min(again)), self.index(max(again)))
        return self.index(self._places[taken[0].file])

    def taken(self, index: _Index) -> Taken | None:
        """Give the file of a line, None where the index is none."""
        return self._lines[index.row()] if index.isValid() else None

    def counted(self) -> str:
        """Count the outcomes in words."""
        if not self._lines:
            return self.tr("There is no release here: choose texts, web pages, documents or mails.")
        taken_in = sum(isinstance(line.outcome, EntryRef) for line in self._lines)
        left_out = sum(isinstance(line.outcome, LikeSource) for line in self._lines)
        unread = len(self._lines) - taken_in - left_out
        parts = [self.tr("{0} taken in").format(taken_in)]
        warned = sum(bool(line.warnings) for line in self._lines)
        if warned:
            parts.append(self.tr("{0} of these with a remark").format(warned))
        if left_out:
            parts.append(self.tr("{0} left out").format(left_out))
        if unread:
            parts.append(self.tr("{0} not read").format(unread))
        return " · ".join(parts)

    def sentence(self, index: _Index) -> str:
        """Say in a sentence what became of a file."""
        taken = self.taken(index)
        match taken and taken.outcome:
            case None:
                return ""
            case EntryRef() as ref:
                said = self.tr("Taken in: {0}").format(ref.title)
                warned = warning_sentences(taken.warnings, taken.left_out) if taken else ""
                return f"{said}\n{warned}" if warned else said
            case LikeSource() as like:
                return self.tr("Left out: {0}").format(like_words(like))
            case error:
                return error_sentence(error)

    @override
    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        """Count the files; nothing is beneath them."""
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Answer the roles of an offer, and words for those who hear them."""
        taken = self.taken(index)
        if taken is None:
            return None
        (badge, tone, icon), sentence = _signs(taken), self.sentence(index)
        words: dict[int, str] = {
            Qt.ItemDataRole.DisplayRole: taken.file.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{taken.file.name}. {sentence} {badge}",
            Qt.ItemDataRole.ToolTipRole: str(taken.file),
            OfferRoles.TITLE: taken.file.name,
            OfferRoles.DETAIL: sentence.replace("\n", " · "),
            OfferRoles.BADGE: badge,
            OfferRoles.TONE: tone,
            OfferRoles.ICON: icon,
        }
        return words.get(role)


def _signs(taken: Taken) -> tuple[str, str, str]:
    match taken.outcome:
        case EntryRef(reference=reference):
            return reference, "good", "info" if taken.warnings else "check"
        case LikeSource(ref=ref):
            return ref.reference, "warn", "source"
        case _:
            return "", "bad", "conflict"
