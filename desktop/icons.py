"""The icons: drawings from `resources/icons`, in the colours of the theme.

A drawing is an SVG of one colour, `currentColor`, which is filled in before it is rendered.
Pixmaps are kept by name, colour and size; `follow()` keeps an action or button right when the
palette changes.
"""

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.theme import RESOURCES, colours, current_theme, mix

FOLDER = RESOURCES / "icons"

_SIDES = (16, 20, 24, 32)
_APP_SIDES = (16, 24, 32, 48, 64, 128, 256)


class _TakesIcon(Protocol):
    def setIcon(self, icon: QIcon, /) -> None: ...  # noqa: N802 - Qt's name


def names() -> tuple[str, ...]:
    """List the drawings there are, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


def icon(name: str, *, size: int | None = None, tone: str = "ink") -> QIcon:
    """Give an icon in a colour of the palette, greyed where disabled.

    `size` is a side in device-independent pixels; without it the usual sides are all there. The
    icon has the colours of this moment: what stays on the screen uses `follow()`.

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    look = colours()
    colour = look.tone(tone)
    return _icon(name, colour.rgb(), mix(colour, look.panel, 0.55).rgb(), size, _sharpness())


@lru_cache(maxsize=512)
def _icon(name: str, normal: int, faint: int, size: int | None, ratio: float) -> QIcon:
    made = QIcon()
    for side in (size,) if size else _SIDES:
        made.addPixmap(_pixmap(name, normal, side, ratio), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, normal, side, ratio), QIcon.Mode.Selected)
        made.addPixmap(_pixmap(name, faint, side, ratio), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """Give the program's own icon, in its own colours."""
    made = QIcon()
    for side in _APP_SIDES:
        made.addPixmap(_pixmap("chancery", 0, side, 1.0))
    return made


def pixmap(name: str, size: int, colour: QColor, *, ratio: float = 1.0) -> QPixmap:
    """Draw one icon in one colour.

    `size` is its side in device-independent pixels, `ratio` the device pixels in each of them.

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    return _pixmap(name, colour.rgb(), size, ratio)


@lru_cache(maxsize=2048)
def _pixmap(name: str, rgb: int, size: int, ratio: float) -> QPixmap:
    renderer = _renderer(name, rgb)
    side = max(1, round(size * ratio))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _renderer(name: str, rgb: int) -> QSvgRenderer:
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    filled = drawing.replace("currentColor", f"#{rgb & 0xFFFFFF:06x}")
    return QSvgRenderer(QByteArray(filled.encode()))


def _sharpness() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def follow(target: QAction | QAbstractButton, name: str, *, tone: str = "ink") -> None:
    """Give an action or button an icon, and give it anew whenever the theme changes."""
    for old in target.findChildren(_Follower):
        old.setParent(None)
        old.deleteLater()
    _Follower(target, name, tone)


class _Follower(QObject):
    """Redraws the icon of its parent; goes with it."""

    def __init__(self, target: QAction | QAbstractButton, name: str, tone: str) -> None:
        super().__init__(target)
        self._target: _TakesIcon = target
        self._name = name
        self._tone = tone
        app = QCoreApplication.instance()
        theme = current_theme(app) if app is not None else None
        if theme is not None:
            theme.changed.connect(self._redraw)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        self._target.setIcon(icon(self._name, tone=self._tone))
