"""The bar that offers forms which were left half-filled."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.two_way_bar import TwoWayBar
from desktop.widgets.message_bar import Severity


class LeftForms(TwoWayBar):
    """Show how many forms were left, open them one after the other, or forget them."""

    show_requested = Signal(str)
    """The key of a form that is to be opened again."""

    def __init__(self, shelf: DraftShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._forms: list[str] = []
        self.action_triggered.connect(self._show_first)
        self.second_triggered.connect(self._discard)

    def offer(self, forms: Sequence[str]) -> None:
        """Offer forms by their keys; none puts the bar away."""
        self._forms = list(forms)
        if forms:
            sentence = self.tr("Forms left half-filled: {0}").format(len(forms))
            self.ask(Severity.INFO, sentence, self.tr("Show"), self.tr("Discard"))
        else:
            self.hide()

    @Slot()
    def _show_first(self) -> None:
        first, *rest = self._forms
        self.show_requested.emit(first)
        self.offer(rest)

    @Slot()
    def _discard(self) -> None:
        for form in self._forms:
            self._shelf.keep(form, {})
        self.offer(())
