import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.flow_layout import FlowLayout


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made)
    flow.setSpacing(10)
    for _ in range(4):
        box = QLabel()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    return made


def places(host: QWidget, width: int) -> list[tuple[int, int]]:
    flow = host.layout()
    assert flow is not None
    flow.setGeometry(QRect(0, 0, width, 200))
    return [box.geometry().topLeft().toTuple() for box in host.findChildren(QLabel)]


def test_items_stand_in_a_line_where_there_is_room(host: QWidget) -> None:
    assert places(host, 500) == [(0, 0), (110, 0), (220, 0), (330, 0)]


def test_lines_break_where_there_is_none(host: QWidget) -> None:
    assert places(host, 210) == [(0, 0), (110, 0), (0, 30), (110, 30)]


def test_the_height_follows_the_width(host: QWidget) -> None:
    flow = host.layout()
    assert flow is not None
    assert [flow.heightForWidth(width) for width in (500, 210, 100)] == [20, 50, 110]


def test_lines_run_from_the_right_where_the_language_does(host: QWidget) -> None:
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(host, 210)[:2] == [(110, 0), (0, 0)]


def test_a_widget_can_be_put_before_another(host: QWidget) -> None:
    flow = host.layout()
    assert isinstance(flow, FlowLayout)
    new = QLabel("new")
    flow.insert_widget(1, new)
    item = flow.itemAt(1)
    assert flow.count() == 5
    assert item is not None
    assert item.widget() is new
    assert flow.itemAt(5) is None


def test_lower_items_stand_in_the_middle_of_their_line(host: QWidget) -> None:
    flow = host.layout()
    assert flow is not None
    high = QLabel()
    high.setFixedSize(50, 40)
    flow.addWidget(high)
    assert places(host, 600)[0] == (0, 10)


def test_the_last_item_takes_the_rest_of_its_line(host: QWidget) -> None:
    flow = host.layout()
    assert flow is not None
    field = QLineEdit()
    flow.addWidget(field)
    flow.setGeometry(QRect(0, 0, 900, 200))
    assert field.geometry().left() == 440
    assert field.geometry().right() == 899
