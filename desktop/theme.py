"""The look of the program: every colour and type size, worked out in this one place.

Nothing else names a colour. Widgets and delegates ask `colours()` while they paint, so that they
follow light, dark, high contrast and the user's own accent without being told.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.contrast import luminance, mix, readable
from desktop.type_scale import (
    bold_font,
    gap,
    heading_font,
    icon_size,
    label_width,
    scaled_font,
    small_font,
    title_font,
)

__all__ = [
    "KINDS",
    "RESOURCES",
    "Palette",
    "Scheme",
    "Theme",
    "apply_theme",
    "bold_font",
    "colours",
    "current_theme",
    "gap",
    "heading_font",
    "icon_size",
    "label_width",
    "mix",
    "readable",
    "scaled_font",
    "small_font",
    "style_sheet",
    "title_font",
]

Scheme = Literal["system", "light", "dark"]

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

_FUSION_ACCENT = "#308cc6"  # what Fusion gives where the platform names no accent of the user's

_LIGHT = {
    "window": "#f6f6f4",
    "base": "#ffffff",
    "text": "#1c1c1a",
    "button": "#fbfbfa",
    "accent": "#2b5a8c",
}
_DARK = {
    "window": "#202124",
    "base": "#27282c",
    "text": "#ececea",
    "button": "#2c2d31",
    "accent": "#82b1e8",
}

_HUES: dict[str, tuple[int, int]] = {  # hue in degrees, HSL saturation in per cent
    "warn": (36, 85),
    "bad": (4, 65),
    "good": (140, 45),
    "pinned": (44, 90),
    "agreement": (212, 52),
    "meeting": (290, 32),
    "person": (158, 45),
    "organisation": (190, 60),
    "place": (34, 70),
    "source": (222, 12),
    "date": (348, 42),
    "tag": (258, 36),
}

KINDS = ("agreement", "meeting", "person", "organisation", "place", "source", "date", "tag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Name the colours by what they mean; all but the grounds are readable as text on each ground.

    Grounds: `surface` (lists, fields), `panel` (the window), `sidebar`, `accent_soft` (selection).
    """

    dark: bool
    surface: QColor
    panel: QColor
    sidebar: QColor
    accent_soft: QColor
    line: QColor
    ink: QColor
    quiet: QColor
    accent: QColor
    warn: QColor
    bad: QColor
    good: QColor
    pinned: QColor
    agreement: QColor
    meeting: QColor
    person: QColor
    organisation: QColor
    place: QColor
    source: QColor
    date: QColor
    tag: QColor

    def kind(self, name: str) -> QColor:
        """Give the colour of a kind of entry; `ink` for a word that is none."""
        return QColor(getattr(self, name)) if name in KINDS else self.ink

    def tone(self, name: str) -> QColor:
        """Give a colour by its name in this palette; `ink` for a word that is none."""
        found = getattr(self, name, None)
        return found if isinstance(found, QColor) else self.ink

    def soft(self, colour: QColor) -> QColor:
        """Give the pale ground of a colour, on which `ink` can be read: marks, chips, bars."""
        return _soft(self.surface, colour, dark=self.dark, share=0.22)

    def fit(self, colour: QColor) -> QColor:
        """Give a foreign colour (a tag's own, say) light or dark enough to be read here."""
        return readable(colour, self.surface, self.panel, self.sidebar, self.accent_soft)


_SEEDS = (
    QPalette.ColorRole.Window,
    QPalette.ColorRole.Base,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.Accent,
)
_KEPT = 64
_worked_out: dict[int, Palette] = {}
"""By what Qt calls a palette as long as it is not changed."""


def colours(of: QWidget | QPalette | None = None) -> Palette:
    """Work out the colours of a palette, or of the application's where a widget or none is given.

    A widget's own palette is not asked: style sheets leave transparent grounds in it.
    """
    palette = of if isinstance(of, QPalette) else QApplication.palette()
    key = palette.cacheKey()
    found = _worked_out.get(key)
    if found is None:  # every row that is painted asks, and four colours take long to read
        if len(_worked_out) >= _KEPT:
            _worked_out.clear()
        rgb = (palette.color(QPalette.ColorGroup.Active, role).rgb() for role in _SEEDS)
        found = _worked_out[key] = _colours(*rgb)
    return found


@lru_cache(maxsize=32)
def _colours(window_rgb: int, base_rgb: int, text_rgb: int, accent_rgb: int) -> Palette:
    window, base = QColor.fromRgb(window_rgb), QColor.fromRgb(base_rgb)
    dark = luminance(base) < luminance(QColor.fromRgb(text_rgb))
    sidebar = mix(window, QColor("black"), 0.2 if dark else 0.045)
    accent = readable(QColor.fromRgb(accent_rgb), window, base, sidebar)
    soft = _soft(base, accent, dark=dark)
    grounds = (window, base, sidebar, soft)
    ink = readable(QColor.fromRgb(text_rgb), *grounds, ratio=7.0)
    tones = {name: readable(_seed(*hue), *grounds) for name, hue in _HUES.items()}
    return Palette(
        dark=dark,
        surface=base,
        panel=window,
        sidebar=sidebar,
        accent_soft=soft,
        line=mix(window, ink, 0.14),
        ink=ink,
        quiet=readable(mix(ink, window, 0.42), *grounds),
        accent=readable(accent, *grounds),
        **tones,
    )


def _soft(ground: QColor, colour: QColor, *, dark: bool, share: float = 0.34) -> QColor:
    if not dark:
        return mix(ground, colour, 0.15)
    # the pale tone itself would only turn grey
    deep = QColor.fromHsl(colour.hslHue(), colour.hslSaturation(), 105)
    return mix(ground, deep, share)


def _seed(hue: int, saturation: int) -> QColor:
    return QColor.fromHsl(hue, saturation * 255 // 100, 128)


class Theme(QObject):
    """Keep an application in one look, also when the platform turns dark."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        app.styleHints().colorSchemeChanged.connect(self.refresh)

    @property
    def scheme(self) -> Scheme:
        """The look that was asked for."""
        return self._scheme

    def apply(self, scheme: Scheme) -> None:
        """Put on a look, and tell the platform, so that its own dialogs and title bars agree."""
        self._scheme = scheme
        asked = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(asked.get(scheme, Qt.ColorScheme.Unknown))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Work out palette and style sheet anew, then say so."""
        self._app.setPalette(QPalette())  # back to the platform's own, to read it
        if not self._high_contrast():
            self._app.setPalette(_house_palette(self._app.palette(), dark=self._dark()))
        self._app.setStyleSheet(style_sheet(colours(self._app.palette())))
        self.changed.emit()

    def _dark(self) -> bool:
        if self._scheme != "system":
            return self._scheme == "dark"
        scheme = self._app.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._app.palette().window().color().lightness() < 128
        return scheme == Qt.ColorScheme.Dark

    def _high_contrast(self) -> bool:
        hints = self._app.styleHints()  # named: PySide drops what hangs on a nameless one
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def apply_theme(app: QApplication, scheme: Scheme = "system") -> Theme:
    """Dress the application in Fusion with the house palette; a second call changes the scheme."""
    theme = current_theme(app)
    if theme is None:
        app.setStyle("Fusion")
        theme = Theme(app)
    theme.apply(scheme)
    return theme


def current_theme(app: QObject) -> Theme | None:
    """Find the theme that dresses an application, if one does."""
    return app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _house_palette(system: QPalette, *, dark: bool) -> QPalette:
    seeds = {name: QColor(value) for name, value in (_DARK if dark else _LIGHT).items()}
    own = system.accent().color()
    if own.name() != _FUSION_ACCENT:
        seeds["accent"] = readable(own, seeds["window"], seeds["base"])
    palette = QPalette(seeds["button"], seeds["window"])
    role = QPalette.ColorRole
    look = _colours(*(seeds[name].rgb() for name in ("window", "base", "text", "accent")))
    for text in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
        palette.setColor(text, look.ink)
    palette.setColor(role.Base, look.surface)
    palette.setColor(role.AlternateBase, look.panel)
    palette.setColor(role.ToolTipBase, look.surface)
    palette.setColor(role.Accent, look.accent)
    palette.setColor(role.Link, look.accent)
    palette.setColor(role.LinkVisited, look.meeting)
    palette.setColor(role.Highlight, look.accent)
    palette.setColor(role.HighlightedText, look.surface)
    palette.setColor(role.PlaceholderText, look.quiet)
    faint = mix(look.quiet, look.panel, 0.4)
    for text in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, text, faint)
    return palette


def style_sheet(look: Palette) -> str:
    """Fill the colours and the icon folder into `resources/styles/chancery.qss`."""
    text = (RESOURCES / "styles" / "chancery.qss").read_text(encoding="utf-8")
    names = [field.name for field in fields(look) if field.name != "dark"]
    values = {name: look.tone(name).name() for name in names}
    values["hover"] = mix(look.panel, look.ink, 0.07).name()
    values["edge"] = mix(look.panel, look.ink, 0.24).name()
    for sign in ("tick", "dot"):
        values[sign] = f"{sign}-dark" if look.dark else f"{sign}-light"
    return Template(text).substitute(values, icons=(RESOURCES / "icons").as_posix())
