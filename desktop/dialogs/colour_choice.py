"""The choice of a tag's colour: a row of swatches, none, or one of the user's own."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QColorDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from desktop.theme import colours, gap, icon_size

HUES = (4, 28, 48, 96, 150, 186, 212, 258, 300, 336)
"""The hues offered, in degrees; all with one saturation and lightness, fit for both schemes."""


def offered_colours() -> tuple[str, ...]:
    """Return the colours offered, as ``#rrggbb``."""
    return tuple(QColor.fromHsl(hue, 130, 115).name() for hue in HUES)


class _Swatch(QAbstractButton):
    """A dot that can be chosen; without a colour, an empty ring."""

    stepped = Signal(int)

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: str) -> None:
        """Show another colour."""
        self.colour = colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Ask for a dot with a ring around it."""
        side = icon_size(self.font()) + gap(self.font()) // 2 + 4
        return QSize(side, side)

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Go to the neighbours with the arrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if e.key() in steps:
            self.stepped.emit(steps[Qt.Key(e.key())])
        else:
            super().keyPressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent, /) -> None:
        """Draw the dot, a ring where it is chosen, and a wider one under the keyboard."""
        look, painter = colours(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, half = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - 1.5
        if self.isChecked() or self.hasFocus():
            painter.setPen(look.accent if self.hasFocus() else look.ink)
            painter.drawEllipse(centre, half, half)
        painter.setPen(Qt.PenStyle.NoPen if self.colour else look.quiet)
        if self.colour:
            painter.setBrush(look.fit(QColor(self.colour)))
        painter.drawEllipse(centre, half - 3, half - 3)


class ColourChoice(QWidget):
    """Choose a colour by arrows or mouse; "Other…" opens the platform's own dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._own = _Swatch("", self.tr("own colour"))
        none = _Swatch("", self.tr("no colour"))
        offered = offered_colours()
        named = [_Swatch(c, self.tr("colour {0}").format(n)) for n, c in enumerate(offered, 1)]
        self._swatches = [none, *named, self._own]
        self._other = QPushButton(self.tr("Other…"))
        self._other.setProperty("role", "flat")
        self._other.clicked.connect(self._on_other)
        self._build_row()
        self.set_colour("")

    def colour(self) -> str:
        """Give the colour chosen as ``#rrggbb``, empty for none."""
        checked = self._group.checkedButton()
        return checked.colour if isinstance(checked, _Swatch) else ""

    def set_colour(self, colour: str) -> None:
        """Choose a colour; one that is not offered gets a swatch of its own."""
        offered = (swatch for swatch in self._swatches[:-1] if swatch.colour == colour.lower())
        swatch = next(offered, self._own)
        if swatch is self._own:
            self._own.show_colour(colour)
        self._own.setVisible(bool(self._own.colour))
        swatch.setChecked(True)

    def _build_row(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for swatch in self._swatches:
            self._group.addButton(swatch)
            swatch.stepped.connect(self._on_stepped)
            row.addWidget(swatch)
        row.addStretch(1)
        row.addWidget(self._other)
        self.setFocusProxy(self._swatches[0])

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        shown = [swatch for swatch in self._swatches if not swatch.isHidden()]
        here = next(n for n, swatch in enumerate(shown) if swatch is self.sender())
        there = shown[(here + step) % len(shown)]
        there.setChecked(True)
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_other(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour() or HUES_FIRST), self)
        if chosen.isValid():
            self.set_colour(chosen.name())


HUES_FIRST = offered_colours()[0]
