from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.models.facet_model import FacetModel
from desktop.models.facet_rows import FacetGroup, FacetRow, Wish
from desktop.panels.facet_view import FacetView

LONG = "Ministry of Digital Development, Communications and Mass Media"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FacetView]:
    made = FacetView(FacetModel())
    qtbot.addWidget(made)
    made.resize(220, 400)
    made.show()
    yield made
    made.close()


def show(view: FacetView, *rows: FacetRow) -> None:
    model = view.model()
    assert isinstance(model, FacetModel)
    model.show_groups([FacetGroup(field="body", title="Body", rows=rows, total=10)])
    view.expandAll()


def row(label: str, count: int = 5, wish: Wish = Wish.NONE) -> FacetRow:
    return FacetRow(field="body", key=label, label=label, count=count, wish=wish)


def at(view: FacetView, number: int) -> QModelIndex:
    return view.model().index(number, 0, view.model().index(0, 0))


def picture(view: FacetView, number: int) -> QImage:
    place = view.visualRect(at(view, number))
    return view.viewport().grab(place).toImage()


def test_a_long_name_takes_two_lines_and_what_fits_takes_one(view: FacetView) -> None:
    show(view, row("WHO"), row(LONG))
    line = view.fontMetrics().height()
    short, long = (view.visualRect(at(view, number)).height() for number in (0, 1))
    assert long == short + line


def test_a_long_name_is_broken_anew_where_there_is_more_room(view: FacetView) -> None:
    show(view, row(LONG))
    before = view.visualRect(at(view, 0)).height()
    view.resize(900, 400)
    view.executeDelayedItemsLayout()
    assert view.visualRect(at(view, 0)).height() < before


def test_what_is_asked_for_left_out_or_neither_looks_different(view: FacetView) -> None:
    pictures: list[QImage] = []
    for wish in Wish:
        show(view, row("WHO", wish=wish))
        pictures.append(picture(view, 0))
    first, second, third = pictures
    assert first != second
    assert second != third
    assert first != third


def test_counts_on_their_way_are_paler(view: FacetView) -> None:
    show(view, row("WHO"))
    fresh = picture(view, 0)
    model = view.model()
    assert isinstance(model, FacetModel)
    model.set_stale(stale=True)
    assert picture(view, 0) != fresh


def test_a_greater_share_is_a_longer_bar(view: FacetView) -> None:
    show(view, row("WHO", 1))
    little = picture(view, 0)
    show(view, row("WHO", 9))
    assert picture(view, 0) != little
