"""The forms of a panel, one for each kind of entry: built when first needed, or ahead of that."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from db.terms import EntryKind
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.entry_form import EntryForm
from desktop.forms.languages import language_names
from desktop.steps import Steps
from desktop.workspace import Workspace

_AHEAD_MS = 2_000
"""How long building ahead waits, so that what is asked for first is there first."""
_LINES_AHEAD = 24
"""For how many links lines are made ahead: a form full of them."""


class Forms(QObject):
    """Build forms into a stack, a few milliseconds at a time: the window answers meanwhile."""

    made = Signal(object)
    """A form that can be used from now on."""

    def __init__(self, workspace: Workspace, shelf: DraftShelf, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._workspace, self._shelf, self._stack = workspace, shelf, stack
        self._made: dict[EntryKind, EntryForm] = {}
        self._making: dict[EntryKind, tuple[EntryForm, Iterator[None]]] = {}
        self._steps = Steps(self)
        QTimer.singleShot(_AHEAD_MS, self, self._begin_ahead)

    def all(self) -> tuple[EntryForm, ...]:
        """Return the forms that are built."""
        return tuple(self._made.values())

    def form_of(self, kind: EntryKind) -> EntryForm:
        """Return the form of a kind, at once."""
        while not self._step(kind):
            pass
        return self._made[kind]

    def is_ready(self, kind: EntryKind, links: int) -> bool:
        """Tell whether an entry of a kind with so many links can be shown without delay."""
        form = self._made.get(kind)
        return form is not None and form.is_ready(links)

    def prepare(self, kind: EntryKind, links: int) -> bool:
        """Take one step towards that, and tell whether it was the last."""
        if self._step(kind):
            self._made[kind].make_ready(links)
        return self.is_ready(kind, links)

    def know_words(self) -> None:
        """Load what the fields offer; for a worker, since it takes long the first time."""
        language_names(self._workspace.settings.language)

    def _step(self, kind: EntryKind) -> bool:
        if kind in self._made:
            return True
        if kind not in self._making:
            form = EntryForm(self._workspace, kind, self._shelf, self._stack)
            self._stack.addWidget(form)  # whole, it would take long to move there
            self._making[kind] = form, form.build()
        form, steps = self._making[kind]
        for _built in steps:
            return False
        del self._making[kind]
        self._made[kind] = form
        self.made.emit(form)
        return True

    @Slot()
    def _begin_ahead(self) -> None:
        self._workspace.operations.run(self.know_words, self._go_ahead, owner=self)

    def _go_ahead(self, _known: None) -> None:
        self._steps.run(self._ahead(), lambda: None)

    def _ahead(self) -> Iterator[None]:
        for kind in [kind for kind in EntryKind if kind not in self._made]:
            while not self.prepare(kind, _LINES_AHEAD):
                yield
