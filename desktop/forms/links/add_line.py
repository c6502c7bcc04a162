"""The line at the end of the links: what is typed is read, shown in words, and made on Enter."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from db.terms import EntryKind
from desktop.forms.links.link_input import LinkInput
from desktop.forms.links.offers import Offer, suggestions
from desktop.forms.links.options import Options, look_up
from desktop.forms.links.reading import LineDefaults, Reading, after, read_line
from desktop.forms.links.role_choice import RoleChoice
from desktop.forms.links.roles import first_role, role_by_code, roles_of
from desktop.theme import colours, gap, label_width, small_font
from desktop.widgets.suggest_edit import DEBOUNCE_MS
from desktop.workspace import Workspace


class AddLine(QWidget):
    """Read a line into links and ask for them; role and country of the last line stay."""

    wanted = Signal(object, str)
    """The readings to be made, and the line as typed."""
    list_pasted = Signal(str)
    left_upwards = Signal()

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, debounce_ms: int = DEBOUNCE_MS
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entry, self._kind = 0, EntryKind.MEETING
        roles = roles_of(workspace, self._kind)
        self._defaults = LineDefaults(roles=roles, role=first_role(roles, self._kind))
        self._rows: Options = ()
        self._role = RoleChoice(self)
        self._line = LinkInput(
            placeholder=self.tr(
                "Link: type a name, or “Mikhail Murashko, Minister of Health, RU, chair”"
            ),
            debounce_ms=debounce_ms,
            parent=self,
        )
        self._complaint = QLabel(self)
        self._build()
        self._connect()
        self._offer_roles()

    def line(self) -> LinkInput:
        """Give the line itself."""
        return self._line

    def role(self) -> RoleChoice:
        """Give the choice of the kind of link."""
        return self._role

    def defaults(self) -> LineDefaults:
        """Give what a line leaves out."""
        return self._defaults

    def complaint(self) -> str:
        """Give the reason shown why a line was not made."""
        return self._complaint.text()

    def set_entry(self, entry_id: int, kind: EntryKind) -> None:
        """Add links to another entry: the kinds of link that fit it, and no country carried on.

        The role of a participant stays for the next entry of a kind; what leads to a meeting or
        another agreement was meant for that one entry.
        """
        if entry_id == self._entry:
            return
        self._entry = entry_id
        self._line.reset()
        self._complain("")
        if kind == self._kind and self._role.count():
            role = self._defaults.role
            kept = role if role.takes_part else first_role(self._defaults.roles, kind)
            self._defaults = replace(self._defaults, role=kept, country="")
            self._role.set_value(kept.code)
            return
        self._kind = kind
        roles = roles_of(self._workspace, kind)
        self._defaults = LineDefaults(roles=roles, role=first_role(roles, kind))
        self._offer_roles()

    def made(self, readings: Sequence[Reading]) -> None:
        """Keep role and country of links that are made."""
        self._defaults = after(readings, self._defaults)
        self._role.set_value(self._defaults.role.code)

    def give_back(self, text: str, sentence: str) -> None:
        """Give a line back that could not be made, with the reason."""
        if not self._line.text():
            self._line.setText(text)
        self._complain(sentence)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._fit()

    def _build(self) -> None:
        self._line.setAccessibleName(self.tr("Add a link"))
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        row, beneath = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self._role)
        row.addWidget(self._line, 1)
        beneath.addSpacing(0)
        beneath.addWidget(self._complaint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(beneath)
        self._lines = (column, row, beneath)
        self._fit()

    def _connect(self) -> None:
        self._line.suggestions_requested.connect(self._look_up)
        self._line.suggestion_chosen.connect(self._on_chosen)
        self._line.textEdited.connect(self._on_edited)
        self._line.list_pasted.connect(self.list_pasted)
        self._line.left_upwards.connect(self.left_upwards)
        self._line.role_requested.connect(self._open_roles)
        self._role.edited.connect(self._on_role_edited)
        self._role.closed.connect(self._line.setFocus)
        shortcut = QShortcut(QKeySequence("Alt+R"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._open_roles)

    def _offer_roles(self) -> None:
        self._role.set_value("")
        self._role.set_options([(role.code, role.label) for role in self._defaults.roles])
        self._role.set_value(self._defaults.role.code)

    def _fit(self) -> None:
        column, row, beneath = self._lines
        unit = gap(self.font())
        self._role.setFixedWidth(label_width(self.font()))
        column.setSpacing(unit // 3)
        row.setSpacing(unit)
        beneath.setContentsMargins(label_width(self.font()) + unit, 0, 0, 0)
        self._complaint.setFont(small_font(self.font()))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colours(self).warn)
        self._complaint.setPalette(palette)

    def _complain(self, sentence: str) -> None:
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        self._line.setAccessibleDescription(sentence)

    @Slot(str)
    def _look_up(self, typed: str) -> None:
        readings, entry = read_line(typed, self._defaults), self._entry
        if not readings:
            return
        self._workspace.operations.read(
            lambda session: look_up(session, readings, entry),
            partial(self._show, typed),
            owner=self,
            lane="line",
        )

    def _show(self, typed: str, options: Options) -> None:
        self._rows = options
        rows = suggestions(options, self._workspace.settings.language)
        self._line.show_suggestions(rows, query=typed)

    @Slot(object)
    def _on_chosen(self, offer: object) -> None:
        if not isinstance(offer, Offer):
            return
        if not offer.certain and self._line.chosen_unseen():
            self._show(self._line.words(), self._rows)  # look first: somebody alike is there
            return
        text = self._line.text()
        self._line.reset()
        self._complain("")
        self.made(offer.readings)
        self.wanted.emit(offer.readings, text)

    @Slot()
    def _on_edited(self) -> None:
        if self.complaint():
            self._complain("")

    @Slot()
    def _open_roles(self) -> None:
        self._role.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._role.showPopup()

    @Slot()
    def _on_role_edited(self) -> None:
        role = role_by_code(self._defaults.roles, self._role.value())
        if role is not None:
            self._defaults = replace(self._defaults, role=role)
        if self._line.words():
            self._look_up(self._line.words())
