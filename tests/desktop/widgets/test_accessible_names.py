from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.busy_bar import BusyBar
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.field_frame import FieldGrid
from desktop.widgets.link_line import LinkLine, LinkText
from desktop.widgets.message_bar import MessageBar, Severity
from desktop.widgets.picker import Picker
from desktop.widgets.tag_bar import TagBar, TagOffer
from desktop.widgets.text_edit import BlockEdit
from tests.desktop.widgets.conftest import Show


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, show: Show) -> None:
    grid, bar, busy, tags = FieldGrid(), MessageBar(), BusyBar(), TagBar()
    grid.add("Type", ChoiceEdit((("a", "Agreement"),)))
    grid.add("Covers", EdtfEdit(), beside=True)
    grid.add("Summary", BlockEdit())
    grid.add_wide("Link", Picker())
    tags.set_tags([TagOffer(id=1, label="health")])
    window = show(
        grid,
        bar,
        busy,
        tags,
        LinkLine(LinkText(relation="party", other="Ministry of Health")),
        EmptyState("Nothing here", action="Do something"),
    )
    bar.show_message(Severity.INFO, "A message.", action="Act")
    busy.start("Reading")
    focusable = [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.objectName() not in {"elsewhere", "qt_scrollarea_viewport"}
    ]
    assert len(focusable) >= 14
    assert [part for part in focusable if not spoken_name(part)] == []
