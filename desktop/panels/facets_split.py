"""The facets beside a list: shown or not, as wide as they were left."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.panels.facets import FacetsPane
from desktop.settings import Settings

_STATE = "facets"
_SHOWN = "facets/shown"


class FacetsSplit(QSplitter):
    """Hold the facets and a list side by side."""

    toggled = Signal(bool)
    """Whether the facets are shown."""

    def __init__(self, facets: FacetsPane, column: QWidget, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._facets, self._settings = facets, settings
        self.addWidget(facets)
        self.addWidget(column)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        if not self.restoreState(settings.state(_STATE)):
            letter = self.fontMetrics().averageCharWidth()
            self.setSizes([32 * letter, 64 * letter])
        facets.setVisible(settings.text(_SHOWN) == "yes")
        self.splitterMoved.connect(self._keep)

    def shows_facets(self) -> bool:
        """Tell whether the facets are shown."""
        return not self._facets.isHidden()

    @Slot(bool)
    def show_facets(self, shown: bool) -> None:  # noqa: FBT001 - a slot of Qt
        """Show the facets, or give their room to the list."""
        if shown != self.shows_facets():
            self._facets.setVisible(shown)
            self._settings.set_text(_SHOWN, "yes" if shown else "")
            self.toggled.emit(shown)

    @Slot()
    def _keep(self) -> None:
        self._settings.set_state(_STATE, self.saveState())
