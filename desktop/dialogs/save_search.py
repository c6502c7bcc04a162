"""The dialog that keeps a search under a name, or changes one that is kept."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow, SearchSpec
from db.terms import EntryKind
from desktop.acts import searches as acts
from desktop.dialogs.saving_dialog import SavingDialog
from desktop.labels import plural
from desktop.models.search_names import suggested_name
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.workspace import Workspace


class SaveSearch(SavingDialog):
    """Keep what a list shows; for a kept search, save its changes or keep another beside it."""

    def __init__(
        self,
        workspace: Workspace,
        spec: ListSpec,
        parent: QWidget | None = None,
        *,
        search: SavedSearchRow | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self._order = (spec.sort, spec.descending)
        self._search = search
        self.name, self.query = QLineEdit(), QLineEdit(spec.query)
        kinds = [(kind.value, plural(kind)) for kind in EntryKind]
        self.kind = ChoiceEdit(kinds, optional=True, empty_label=self.tr("All entries"))
        self.kind.set_value(spec.kind.value if spec.kind else "")
        self.name.setText(
            search.name if search else suggested_name(spec, workspace.settings.language)
        )
        self.name.selectAll()
        self._build_form()
        self._connect()
        self._on_edited()

    def spec(self) -> SearchSpec:
        """Give the search as it stands in the dialog."""
        sort, descending = self._order
        kind = self.kind.value()
        return SearchSpec(
            name=self.name.text(),
            query=self.query.text(),
            kind=EntryKind(kind) if kind else None,
            sort=sort,
            descending=descending,
        )

    @override
    @Slot()
    def save(self) -> None:
        """Save a new search, or the changes of the one that is kept."""
        if not self.save_button().isEnabled():
            return
        search = self._search
        if search is None:
            self.save_as_new()
            return
        self._workspace.operations.write(
            acts.change_search(search.id, self.spec()),
            lambda _none: self._done(search.id),
            owner=self,
            failed=self._refused,
        )

    @Slot()
    def save_as_new(self) -> None:
        """Keep it beside what is kept already."""
        act = acts.save_search(self.spec())
        self._workspace.operations.write(act, self._done, owner=self, failed=self._refused)

    @override
    def _refused(self, error: BaseException) -> None:
        super()._refused(error)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @Slot()
    def _on_edited(self) -> None:
        fits = bool(self.name.text().strip()) and not self._workspace.read_only
        self.save_button().setEnabled(fits)
        if self._search is not None:
            is_other = self.name.text().strip() != self._search.name
            self.new_button.setEnabled(fits and is_other)

    def _build_form(self) -> None:
        kept = self._search is not None
        self.setWindowTitle(self.tr("Change saved search") if kept else self.tr("Save search"))
        self.query.setPlaceholderText(self.tr("Everything"))
        fields = (
            (self.tr("&Name"), self.name),
            (self.tr("&In"), self.kind),
            (self.tr("&Query"), self.query),
        )
        self._lay_out(fields, Qt.AlignmentFlag.AlignVCenter)
        self.new_button = QPushButton(self.tr("Save as new"))
        if kept:
            self.save_button().setText(self.tr("Save changes"))
            self._buttons.addButton(self.new_button, QDialogButtonBox.ButtonRole.ActionRole)
            self.new_button.setToolTip(self.tr("Give it another name to keep both"))

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.save_as_new)
        self.name.textChanged.connect(self._on_edited)
