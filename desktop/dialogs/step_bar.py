"""The bar of work in steps: what is under way, and how much of that is done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.backups.watching import Step
from desktop.backup_words import step_words
from desktop.widgets.busy_bar import BusyBar

_PARTS = 1000


class StepBar(BusyBar):
    """Follows the `advanced` of a `LongWork`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Step, bool] | None = None

    @Slot(object, int, int)
    def show_step(self, step: Step, done: int = 0, total: int = 0) -> None:
        """Show a step; where nobody knows how long it is, only that it is under way."""
        shown = (step, bool(total))
        if shown != self._shown or self.isHidden():
            self._shown = shown
            self.start(step_words(step), steps=_PARTS if total else 0)
        if total:
            self.advance(done * _PARTS // total)
