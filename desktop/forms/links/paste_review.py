"""A pasted list before it is made: each line as it was read, to be set right or left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.terms import EntryKind
from desktop.forms.links.options import Options, look_up
from desktop.forms.links.reading import Reading
from desktop.forms.links.review_row import ReviewRow
from desktop.forms.links.roles import roles_of
from desktop.theme import gap
from desktop.widgets.enter_key import enter_presses
from desktop.workspace import Workspace


class PasteReview(QDialog):
    """Show the links of a list, one a row; Ctrl+Enter makes those that are ticked."""

    wanted = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        entry_id: int,
        kind: EntryKind,
        readings: Sequence[Reading],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._roles = roles_of(workspace, kind)
        self._rows: list[ReviewRow] = []
        self._grid_widget = QWidget(self)
        self._grid = QGridLayout(self._grid_widget)
        self._complaint = QLabel(self)
        self._buttons = QDialogButtonBox(self)
        self._make: QPushButton = self._buttons.addButton(
            "", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        workspace.operations.read(
            lambda session: look_up(session, readings, entry_id), self._fill, owner=self
        )

    def rows(self) -> tuple[ReviewRow, ...]:
        """Give the rows, once they are found out."""
        return tuple(self._rows)

    def complaint(self) -> str:
        """Give the reason shown why the list was not made."""
        return self._complaint.text()

    def complain(self, sentence: str) -> None:
        """Say why the list was not made."""
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))

    @Slot()
    def make(self) -> None:
        """Ask for the ticked links, unless a country in them is not understood."""
        self.complain("")
        ticked = [row for row in self._rows if row.is_ticked()]
        wrong = next((row for row in ticked if not row.check()), None)
        if wrong is not None:
            wrong.country.setFocus()
            self.complain(self.tr("“{0}” is no country.").format(wrong.country.text()))
        elif ticked:
            self.wanted.emit(tuple(row.reading() for row in ticked))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Links from a list"))
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self._grid_widget)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build_buttons()
        unit = gap(self.font())
        self._grid.setHorizontalSpacing(unit)
        self._grid.setVerticalSpacing(unit // 3)
        for number, share in enumerate((0, 6, 6, 2, 3)):
            self._grid.setColumnStretch(number, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(area, 1)
        column.addWidget(self._complaint)
        column.addWidget(self._buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 150, unit * 72)

    def _build_buttons(self) -> None:
        leave = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        enter_presses(self._make, leave)
        self._make.setProperty("role", "primary")
        self._make.setEnabled(False)
        self._make.clicked.connect(self.make)
        self._buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.make)

    def _fill(self, options: Options) -> None:
        heads = ("", self.tr("Who or what"), self.tr("Post"), self.tr("For"), self.tr("Kind"))
        for column, words in enumerate(heads):
            head = QLabel(words)
            head.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            self._grid.addWidget(head, 0, column)
        language = self._workspace.settings.language
        for number, found in enumerate(options, start=1):
            row = ReviewRow(found, self._roles, language, parent=self._grid_widget)
            for column, part in enumerate(row.parts()):
                self._grid.addWidget(part, number, column)
            row.changed.connect(self._count)
            self._rows.append(row)
        self._grid.setRowStretch(len(options) + 1, 1)
        self._count()
        if self._rows:
            self._rows[0].who.setFocus()

    @Slot()
    def _count(self) -> None:
        ticked = sum(row.is_ticked() for row in self._rows)
        self._make.setText(self.tr("Make {0} links  Ctrl+Enter").format(ticked))
        self._make.setEnabled(ticked > 0)
