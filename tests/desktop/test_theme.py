from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.contrast import contrast, readable
from desktop.theme import (
    KINDS,
    RESOURCES,
    Scheme,
    apply_theme,
    colours,
    current_theme,
    gap,
    heading_font,
    label_width,
    scaled_font,
    style_sheet,
    title_font,
)

GROUNDS = ("surface", "panel", "sidebar", "accent_soft")
TEXTS = ("ink", "quiet", "accent", "warn", "bad", "good", "pinned", *KINDS)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    worn = current_theme(qapp)
    if worn is not None:
        worn.setParent(None)
        worn.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_is_readable_on_every_ground(
    app: QApplication, scheme: Scheme, ground: str
) -> None:
    apply_theme(app, scheme)
    look = colours()
    faint = [t for t in TEXTS if contrast(look.tone(t), look.tone(ground)) < 4.5]
    assert faint == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_is_readable_on_the_pale_ground_of_every_kind(
    app: QApplication, scheme: Scheme
) -> None:
    apply_theme(app, scheme)
    look = colours()
    marks = {kind: contrast(look.ink, look.soft(look.kind(kind))) for kind in KINDS}
    assert min(marks.values()) >= 4.5, marks


def test_colours_of_a_foreign_palette_are_readable_too() -> None:
    foreign = QPalette(QColor("#404000"), QColor("#000000"))
    foreign.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    foreign.setColor(QPalette.ColorRole.Text, QColor("#ffff00"))
    foreign.setColor(QPalette.ColorRole.Accent, QColor("#000080"))
    look = colours(foreign)
    assert look.dark
    for ground in GROUNDS:
        for text in TEXTS:
            assert contrast(look.tone(text), look.tone(ground)) >= 4.5, (text, ground)


def test_dark_is_dark_and_light_is_light(app: QApplication) -> None:
    apply_theme(app, "light")
    light = colours()
    apply_theme(app, "dark")
    dark = colours()
    assert (light.dark, dark.dark) == (False, True)
    assert light.surface.lightness() > 200
    assert dark.surface.lightness() < 60


def test_a_second_call_changes_the_scheme_of_the_same_theme(app: QApplication) -> None:
    first = apply_theme(app, "light")
    assert apply_theme(app, "dark") is first
    assert first.scheme == "dark"


def test_a_change_of_scheme_is_told_and_reaches_widgets(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Agreement")
    qtbot.addWidget(label)
    worn = apply_theme(app, "light")
    before = label.palette().window().color()
    with qtbot.waitSignal(worn.changed):
        worn.apply("dark")
    assert label.palette().window().color() != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_names_only_files_that_are_there(app: QApplication, scheme: Scheme) -> None:
    apply_theme(app, scheme)
    sheet = style_sheet(colours())
    files = {part.split('")')[0] for part in sheet.split('url("')[1:]}
    assert files
    missing = [name for name in files if not (RESOURCES / name).exists()]
    assert missing == []
    assert "$" not in sheet


def test_every_name_in_the_palette_can_be_asked_for_as_a_tone(app: QApplication) -> None:
    apply_theme(app, "light")
    look = colours()
    names = [field.name for field in fields(look) if field.name != "dark"]
    assert all(look.tone(name) is getattr(look, name) for name in names)
    assert look.tone("nonsense") == look.ink
    assert look.kind("warn") == look.ink


def test_a_colour_that_is_readable_already_stays_as_it_is() -> None:
    dark_blue = QColor("#123456")
    assert readable(dark_blue, QColor("white")).name() == "#123456"


def test_a_hopeless_ground_gets_black_or_white() -> None:
    assert readable(QColor("#888888"), QColor("#777777"), ratio=21).name() == "#000000"


def test_type_sizes_follow_points_and_pixels_alike() -> None:
    points, pixels = QFont("Sans", 10), QFont("Sans")
    pixels.setPixelSize(20)
    assert scaled_font(points, 1.5).pointSizeF() == 15
    assert scaled_font(pixels, 1.5).pixelSize() == 30
    assert title_font(points).pointSizeF() > 10 > heading_font(points).pointSizeF()


def test_space_and_label_width_grow_with_the_font(app: QApplication) -> None:
    small, large = QFont("Sans", 9), QFont("Sans", 18)
    assert gap(large) > gap(small)
    assert label_width(large) > 1.5 * label_width(small)
