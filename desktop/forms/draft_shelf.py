"""The shelf of drafts: what forms hold unsaved, kept in the catalogue and known here."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.commands.drafts import keep_draft
from db.queries.drafts import drafts
from desktop.workspace import Workspace


class DraftShelf(QObject):
    """Keep drafts by the key of their form; writing them is outside history."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kept: dict[str, dict[str, str]] = {}

    def load(self, then: Callable[[], None]) -> None:
        """Read what was left when the catalogue was last open, then call back."""
        self._workspace.operations.read(
            drafts, partial(self._on_loaded, then), owner=self, lane="drafts"
        )

    def of(self, form: str) -> Mapping[str, str]:
        """Return the unsaved values of a form."""
        return self._kept.get(form, {})

    def forms(self) -> tuple[str, ...]:
        """Return the keys of the forms that hold something, oldest first."""
        return tuple(self._kept)

    def keep(self, form: str, values: Mapping[str, str]) -> None:
        """Keep the unsaved values of a form in place of those before; none forgets the form."""
        if self.of(form) == values or self._workspace.read_only:
            return
        self.note(form, values)
        self._workspace.operations.keep(
            partial(keep_draft, form=form, values=dict(values)), owner=self
        )

    def add(self, form: str, values: Mapping[str, str]) -> None:
        """Keep some values of a form beside those that are there."""
        self.keep(form, {**self.of(form), **values})

    def take(self, form: str, field: str) -> None:
        """Forget one value of a form."""
        self.keep(form, {name: text for name, text in self.of(form).items() if name != field})

    def note(self, form: str, values: Mapping[str, str]) -> None:
        """Learn what the catalogue holds for a form already, without writing it."""
        self._kept.pop(form, None)
        if values:
            self._kept[form] = dict(values)
        self.changed.emit()

    def _on_loaded(self, then: Callable[[], None], found: dict[str, dict[str, str]]) -> None:
        self._kept = {**found, **self._kept}
        self.changed.emit()
        then()
