"""One quiet line that offers what an entry does not have yet: "+ point  + figure  + quotation"."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.forms.items_section import ItemsSection
from desktop.theme import gap, label_width
from desktop.widgets.link_button import LinkButton


class AddBar(QWidget):
    """Offer the sections that are empty."""

    def __init__(self, sections: Sequence[ItemsSection], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked = False
        self._offers: list[tuple[ItemsSection, LinkButton]] = []
        unit = gap(self.font())
        row = QHBoxLayout(self)
        row.setContentsMargins(label_width(self.font()) + unit, unit, 0, 0)
        row.setSpacing(2 * unit)
        for section in sections:
            button = LinkButton(section.invitation(), strong=False)
            button.clicked.connect(section.start_adding)
            section.emptiness_changed.connect(self._refresh)
            row.addWidget(button)
            self._offers.append((section, button))
        row.addStretch(1)
        self._refresh()

    def set_locked(self, *, locked: bool) -> None:
        """Offer nothing where nothing can be changed."""
        self._locked = locked
        self._refresh()

    def buttons(self) -> list[LinkButton]:
        """Give the buttons shown."""
        return [button for _section, button in self._offers if not button.isHidden()]

    @Slot()
    def _refresh(self) -> None:
        for section, button in self._offers:
            button.setVisible(section.is_empty() and not self._locked)
        self.setVisible(bool(self.buttons()))
