"""One claim as a card: what it is about, how the source says it, and in which words."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.rows.evidence import EvidenceRow
from db.terms import How
from desktop.labels import label
from desktop.theme import bold_font, gap, small_font
from desktop.widgets.elided_label import ElidedLabel


class EvidenceCard(QFrame):
    """Show a claim; Enter or a click opens its sentence, Delete removes the claim."""

    open_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: EvidenceRow | None = None
        self._about, self._source = ElidedLabel(), ElidedLabel(tone="quiet")
        self._words, self._rest = _wrapped(), _wrapped()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build()

    def row(self) -> EvidenceRow | None:
        """Give the claim shown."""
        return self._row

    def show_claim(self, row: EvidenceRow, about: str) -> None:
        """Show another claim in this card."""
        self._row = row
        self._about.setText(about)
        self._source.setText(f"{label(row.how)}  ·  {row.source_reference}")
        self._source.setToolTip(row.source_title)
        self._words.setText(self._quoted(row))
        self._rest.setText(self._remarks(row))
        self._rest.setVisible(bool(self._rest.text()))
        self.setAccessibleName(f"{about}, {self._source.text()}, {self._words.text()}")

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Open the sentence on Enter, remove the claim on Delete."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.open_requested.emit(self._row)
            case Qt.Key.Key_Delete:
                self.remove_requested.emit(self._row)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """Open the sentence on a click."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.open_requested.emit(self._row)

    @override
    def event(self, e: QEvent, /) -> bool:
        """Show where the keyboard is, and follow the font."""
        if e.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setProperty("current", e.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        elif e.type() == QEvent.Type.FontChange:
            self._fit()
        return super().event(e)

    def _quoted(self, row: EvidenceRow) -> str:
        if row.passages:
            return " … ".join(f"“{passage.words}”" for passage in row.passages)
        if row.how == How.NOT_STATED:
            return self.tr("The source does not say.")
        return row.reason

    def _remarks(self, row: EvidenceRow) -> str:
        parts: list[str] = []
        if row.as_stated:
            parts.append(self.tr("as stated: {0}").format(row.as_stated))
        said_by = row.attributed_to or row.attributed_as
        if said_by:
            parts.append(self.tr("said by {0}").format(said_by))
        if row.reason and row.passages:
            parts.append(row.reason)
        return "  ·  ".join(parts)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self._source)
        self._rest.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._rest)
        self._fit()

    def _fit(self) -> None:
        unit = gap(self.font())
        self._about.setFont(bold_font(QFont(self.font())))
        self._rest.setFont(small_font(self.font()))
        column = self.layout()
        if column is not None:
            column.setContentsMargins(unit * 3 // 2, unit, unit * 3 // 2, unit)
            column.setSpacing(unit // 2)


def _wrapped() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
