import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.face_button import Face, FaceButton
from tests.desktop.widgets.conftest import Show


@pytest.mark.parametrize(
    ("face", "count", "words"),
    [
        (Face.EVIDENCE, 3, "Type: Evidence: 3"),
        (Face.NONE, 0, "Type: No evidence yet"),
        (Face.NOT_STATED, 1, "Type: Not stated by the source"),
        (Face.CONFLICT, 2, "Type: Sources disagree; evidence: 2"),
    ],
)
def test_each_face_is_said_in_words(qtbot: QtBot, face: Face, count: int, words: str) -> None:
    button = FaceButton("Type")
    qtbot.addWidget(button)
    button.set_face(face, count)
    assert button.accessibleName() == words
    assert button.toolTip() in words
    assert (button.face(), button.count()) == (face, count)


def test_faces_differ_without_their_colours(qtbot: QtBot) -> None:
    button = FaceButton()
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    seen: list[frozenset[tuple[int, int]]] = []
    for face in Face:
        button.set_face(face)
        image = button.grab().toImage()
        ground = image.pixelColor(0, 0)
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        seen.append(frozenset(p for p in points if image.pixelColor(*p) != ground))
    assert len(set(seen)) == 4
    assert all(seen)


def test_a_count_of_one_is_not_written(qtbot: QtBot) -> None:
    button = FaceButton()
    qtbot.addWidget(button)
    button.set_face(Face.EVIDENCE, 1)
    one = button.grab().toImage()
    button.set_face(Face.EVIDENCE, 0)
    assert one == button.grab().toImage()
    button.set_face(Face.EVIDENCE, 2)
    assert one != button.grab().toImage()


def test_the_room_is_the_same_for_every_face(qtbot: QtBot) -> None:
    button = FaceButton()
    qtbot.addWidget(button)
    hints = set()
    for face in Face:
        button.set_face(face, 12)
        hints.add(button.sizeHint().toTuple())
    assert len(hints) == 1


def test_space_presses_it(qtbot: QtBot, show: Show) -> None:
    button = FaceButton("Type")
    show(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
