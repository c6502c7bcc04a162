"""Saving a form: each value by itself, the first together, and drafts of what can't be saved."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.act import Act
from db.commands.drafts import drop_draft
from db.errors import CatalogueError, EditConflict
from desktop.acts.entries import create_entry, set_field
from desktop.forms.bound_field import BoundField
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.opening import Opening, form_of_entry
from desktop.labels import error_sentence
from desktop.widgets.autosave import Autosave
from desktop.widgets.editor import Editor
from desktop.workspace import Workspace

KEEP_MS = 1500
"""How long typing may go on before it is kept as a draft."""


class Saving(QObject):
    """Save the fields of one form, whichever entry it shows.

    Answers that come after the form has gone on to another entry find their way by their opening:
    what was refused then is kept as a draft of the entry it was meant for.
    """

    created = Signal(object, int)
    """The `Opening`, and the entry it has become."""
    conflicted = Signal(object)
    """An `EditConflict` of the entry that is shown."""
    stuck_changed = Signal()

    def __init__(
        self, workspace: Workspace, shelf: DraftShelf, parent: QObject, *, keep_ms: int = KEEP_MS
    ) -> None:
        super().__init__(parent)
        self._workspace, self._shelf = workspace, shelf
        self._fields: dict[str, BoundField] = {}
        self._others: list[Callable[[], dict[str, str]]] = []
        self._opening: Opening | None = None
        self._autosave = Autosave(parent=self)
        self._autosave.save_requested.connect(self._save)
        self._autosave.draft_requested.connect(self._refuse_problem)
        self._timer = QTimer(self, singleShot=True, interval=keep_ms)
        self._timer.timeout.connect(self.keep)

    def watch(self, field: BoundField) -> None:
        """Watch one field of the form."""
        self._fields[field.name] = field
        self._autosave.watch(field.name, cast("Editor", field.editor))
        field.edited.connect(self.note_typing)

    def add_drafts_of(self, drafts: Callable[[], dict[str, str]]) -> None:
        """Keep as drafts also what a section holds unsaved, by keys of its own."""
        self._others.append(drafts)

    @property
    def opening(self) -> Opening | None:
        """The opening that is shown, or None."""
        return self._opening

    def open(self, opening: Opening, values: Mapping[str, str]) -> None:
        """Show the values of another opening, and over them what was left unsaved of it."""
        self._timer.stop()
        self._opening = opening
        drafts = self._shelf.of(opening.form)
        for name, field in self._fields.items():
            field.complain("")
            self._autosave.fill(name, values.get(name, ""), draft=drafts.get(name))
            if name in drafts and name in self._autosave.dirty():
                field.complain(field.editor.problem() or self._left_words(opening))
        self.stuck_changed.emit()

    def refresh(self, values: Mapping[str, str]) -> None:
        """Learn what is stored now; fields that are being edited are left alone."""
        opening = self._opening
        if opening is None:
            return
        dirty = self._autosave.dirty()
        for name, field in self._fields.items():
            if name in dirty or name in opening.under_way:
                continue
            opening.shown[name] = values.get(name, "")
            if field.editor.value() != opening.shown[name]:
                self._autosave.fill(name, opening.shown[name])

    def flush(self) -> None:
        """Save now all that can be saved, and keep the rest as drafts."""
        if self._opening is not None:
            self._autosave.flush()
            self.keep()

    def stuck(self) -> tuple[str, ...]:
        """Name the fields whose value is not saved and won't be without the user."""
        opening = self._opening
        if opening is None:
            return ()
        if opening.entry is None and not opening.creating:
            return self._autosave.dirty()
        return tuple(name for name, field in self._fields.items() if field.complaint())

    def typed(self) -> dict[str, str]:
        """Return what stands in the form unsaved, letter by letter."""
        on_its_way = self._opening.under_way if self._opening is not None else {}
        raw = {
            name: self._fields[name].editor.raw()
            for name in self._autosave.dirty()
            if on_its_way.get(name) != self._fields[name].editor.value()
        }
        for drafts in self._others:
            raw.update(drafts())
        return raw

    def take_theirs(self, conflict: EditConflict) -> None:
        """Let the value that came from elsewhere stand."""
        if self._opening is not None:
            self._opening.shown[conflict.field] = str(conflict.theirs)
            self._autosave.fill(conflict.field, str(conflict.theirs))
            self._settle(conflict.field)

    def save_mine(self, conflict: EditConflict) -> None:
        """Save the value of the form over the one that came from elsewhere."""
        opening = self._opening
        if opening is not None:
            opening.shown[conflict.field] = str(conflict.theirs)
            self._send(opening, conflict.field, self._fields[conflict.field].editor.value())

    @Slot()
    def note_typing(self) -> None:
        """Have what is typed kept as a draft soon."""
        if not self._timer.isActive():
            self._timer.start()
        self.stuck_changed.emit()

    @Slot()
    def keep(self) -> None:
        """Keep now as drafts what is typed and not saved."""
        self._timer.stop()
        opening = self._opening
        if opening is not None and not opening.creating:
            self._shelf.keep(opening.form, self.typed())

    @Slot(str, str)
    def _save(self, name: str, value: str) -> None:
        opening = self._opening
        if opening is None:
            return
        if opening.entry is None:
            self._autosave.refuse(name)
            self._create(opening)
        elif name in opening.under_way:
            opening.waiting[name] = value
        else:
            self._send(opening, name, value)

    @Slot(str, str)
    def _refuse_problem(self, name: str, _raw: str) -> None:
        field = self._fields[name]
        opening = self._opening
        is_bare = opening is not None and opening.entry is None and name == "title"
        field.complain("" if is_bare else field.editor.problem())
        self._autosave.refuse(name)
        self.keep()
        self.stuck_changed.emit()

    def _send(self, opening: Opening, name: str, value: str) -> None:
        if opening.entry is None:
            return
        opening.under_way[name] = value
        act = set_field(
            opening.entry,
            name,
            value,
            shown=opening.shown.get(name),
            about=opening.shown.get("title", ""),
            visit=opening.visit,
            pin=self._workspace.pinboard.pin,
        )
        self._workspace.operations.write(
            act,
            partial(self._saved, opening, name, value),
            owner=self,
            failed=partial(self._failed, opening, name, value),
        )

    def _saved(self, opening: Opening, name: str, value: str, _answer: None) -> None:
        del opening.under_way[name]
        opening.shown[name] = value
        if opening is self._opening:
            self._autosave.accept(name, value)
            self._settle(name)
        elif name in self._shelf.of(opening.form):
            self._shelf.take(opening.form, name)
        self._send_later(opening, name, value)

    def _send_later(self, opening: Opening, name: str, sent: str) -> bool:
        later = opening.waiting.pop(name, sent)
        if later != sent:
            self._send(opening, name, later)
        return later != sent

    def _failed(self, opening: Opening, name: str, value: str, error: BaseException) -> None:
        del opening.under_way[name]
        if self._send_later(opening, name, value):
            return
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)  # a bug: the field keeps its words
        if opening is not self._opening:
            self._shelf.add(opening.form, {name: value})
            return
        self._autosave.refuse(name)
        self._fields[name].complain(self._reason(error))
        self.keep()
        self.stuck_changed.emit()
        if isinstance(error, EditConflict):
            self.conflicted.emit(error)

    def _reason(self, error: BaseException) -> str:
        if isinstance(error, EditConflict):
            return self.tr("Changed elsewhere meanwhile: choose above which value stands.")
        return error_sentence(error)

    def _left_words(self, opening: Opening) -> str:
        if opening.entry is None:
            return ""
        return self.tr("Typed earlier and not saved yet; Enter saves it.")

    def _settle(self, name: str) -> None:
        self._fields[name].complain("")
        if self._opening is not None and name in self._shelf.of(self._opening.form):
            self.keep()
        self.stuck_changed.emit()

    def _create(self, opening: Opening) -> None:
        values = {
            name: field.editor.value()
            for name, field in self._fields.items()
            if field.editor.value() and not field.editor.problem()
        }
        if opening.creating:
            return
        if not values.get("title"):
            self.keep()
            return
        opening.creating = True
        act = create_entry(opening.kind, values, self._workspace.pinboard.pin, opening.visit)
        self._workspace.operations.write(
            _create_and_drop(opening.form, act),
            partial(self._on_created, opening, values),
            owner=self,
            failed=partial(self._not_created, opening, values),
        )

    def _on_created(self, opening: Opening, values: Mapping[str, str], entry: int) -> None:
        self._shelf.note(opening.form, {})
        opening.entry, opening.form = entry, form_of_entry(entry)
        opening.creating = False
        opening.shown = dict(values)
        if opening is self._opening:
            for name, value in values.items():
                self._autosave.accept(name, value)
            self._autosave.flush()
            self.keep()
            self.stuck_changed.emit()
        self.created.emit(opening, entry)

    def _not_created(
        self, opening: Opening, values: Mapping[str, str], error: BaseException
    ) -> None:
        opening.creating = False
        if not isinstance(error, CatalogueError):
            self._workspace.operations.failed.emit(error)
        if opening is self._opening:
            self._fields["title"].complain(error_sentence(error))
            self.keep()
            self.stuck_changed.emit()
        else:
            self._shelf.keep(opening.form, values)


def _create_and_drop(form: str, create: Act[int]) -> Act[int]:
    """Make the entry and forget its draft in one transaction: neither outlives the other."""

    def run(session: Any) -> int:  # noqa: ANN401 - a session, which forms may not name
        entry = create.run(session)
        drop_draft(session, form=form)
        return entry

    return replace(create, run=run)
