import pytest
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.icons import FOLDER, app_icon, follow, icon, pixmap
from desktop.theme import apply_theme

NEEDED = [
    "inbox",
    "source",
    "agreement",
    "meeting",
    "person",
    "organisation",
    "place",
    "tag",
    "trash",
    "search",
    "new",
    "paste",
    "print",
    "report",
    "undo",
    "redo",
    "back",
    "forward",
    "evidence",
    "evidence-none",
    "not-stated",
    "conflict",
    "link",
    "history",
    "close",
    "chevron-down",
    "check",
    "warning",
    "info",
    "pin",
    "filter",
    "save",
    "open",
    "settings",
    "help",
    "calendar",
    "note",
    "star",
    "book",
    "edit",
    "chancery",
]


@pytest.mark.parametrize("name", NEEDED)
def test_each_drawing_is_there_and_draws_something(qapp: QApplication, name: str) -> None:
    assert QSvgRenderer(str(FOLDER / f"{name}.svg")).isValid()
    assert ink_of(pixmap(name, 20, QColor("#ff0000")))


def test_no_two_drawings_of_the_four_faces_look_alike(qapp: QApplication) -> None:
    faces = ("evidence", "evidence-none", "not-stated", "conflict")
    drawn = [pixmap(name, 20, QColor("black")).toImage() for name in faces]
    assert all(a != b for n, a in enumerate(drawn) for b in drawn[n + 1 :])


def test_a_pixmap_is_in_the_colour_asked_for(qapp: QApplication) -> None:
    inks = ink_of(pixmap("conflict", 40, QColor("#12ab34")))
    assert "#12ab34" in inks


def test_a_pixmap_has_the_sharpness_asked_for(qapp: QApplication) -> None:
    drawn = pixmap("person", 16, QColor("black"), ratio=2.0)
    assert (drawn.width(), drawn.deviceIndependentSize().width()) == (32, 16)


def test_an_unknown_name_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-drawing")


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    made = icon("conflict", size=20)
    usual = made.pixmap(20, QIcon.Mode.Normal).toImage()
    disabled = made.pixmap(20, QIcon.Mode.Disabled).toImage()
    assert usual != disabled


def test_icons_that_follow_change_with_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    worn = apply_theme(qapp, "light")
    button = QToolButton()
    qtbot.addWidget(button)
    action = QAction(button)
    follow(button, "person")
    follow(action, "tag")
    before = [target.icon().pixmap(20).toImage() for target in (button, action)]
    worn.apply("dark")
    after = [target.icon().pixmap(20).toImage() for target in (button, action)]
    worn.apply("light")
    again = [target.icon().pixmap(20).toImage() for target in (button, action)]
    assert before == again
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_following_another_icon_ends_the_first(qapp: QApplication, qtbot: QtBot) -> None:
    worn = apply_theme(qapp, "light")
    button = QToolButton()
    qtbot.addWidget(button)
    follow(button, "person")
    follow(button, "tag")
    worn.refresh()
    assert button.icon().pixmap(20).toImage() == icon("tag").pixmap(20).toImage()


def test_the_programs_own_icon_has_many_sizes(qapp: QApplication) -> None:
    assert len(app_icon().availableSizes()) >= 5


def ink_of(drawn: QPixmap) -> set[str]:
    image = drawn.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = (image.pixelColor(x, y) for x, y in points)
    return {colour.name() for colour in found if colour.alpha() == 255}
