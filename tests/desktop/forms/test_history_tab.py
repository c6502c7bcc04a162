"""The history of an entry on its form: of one field, taken back by key, and as it stood then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from db.terms import EntryKind
from desktop.forms.entry_form import EntryForm
from desktop.forms.field_menu import FieldMenus
from desktop.forms.history_tab import HistoryTab
from tests.desktop.forms.conftest import Bench

HISTORY = 2


def _opened(bench: Bench) -> tuple[int, EntryForm, HistoryTab]:
    """Open the history of an agreement that had two numbers and got a summary."""
    entry = bench.make(EntryKind.AGREEMENT, "Roadmap")
    form = bench.open(entry)
    bench.fill("number", "17")
    form = bench.open(bench.make(EntryKind.PERSON, "Anna"))
    form = bench.open(entry)
    bench.fill("number", "18")
    bench.fill("summary", "As agreed")
    bench.panel.show_tab(HISTORY)
    bench.settle()
    form.history.text.setFocus()
    return entry, form, form.history


def _settle(bench: Bench, tab: HistoryTab) -> None:
    bench.settle()
    bench.qtbot.waitUntil(lambda: not tab.taking.is_running)
    bench.settle()


def test_up_and_down_choose_an_act_and_delete_takes_it_back(bench: Bench) -> None:
    entry, _form, tab = _opened(bench)
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Delete)
    _settle(bench, tab)
    assert bench.value(entry, "number") == "17"
    assert bench.value(entry, "summary") == "As agreed"
    assert "taken back" in tab.plain()
    assert tab.text.hasFocus()


def test_an_act_on_which_others_rest_says_so(bench: Bench) -> None:
    entry, _form, tab = _opened(bench)
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Delete)
    _settle(bench, tab)
    assert tab.taking.list.count() == 1
    assert tab.taking.list.item(0).text().startswith("Edit: Roadmap")
    bench.press(Qt.Key.Key_Space)
    _settle(bench, tab)
    assert bench.value(entry, "number") == ""
    assert bench.value(entry, "summary") == "As agreed"


def test_one_field_has_a_history_of_its_own(bench: Bench) -> None:
    _entry, _form, tab = _opened(bench)
    tab.show_field("number")
    bench.settle()
    assert "17 → 18" in tab.plain()
    assert "As agreed" not in tab.plain()
    assert "Roadmap" not in tab.plain()
    tab.show_field("summary")
    bench.settle()
    assert "As agreed" in tab.plain()
    assert "→ 18" not in tab.plain()


def test_the_menu_of_a_field_leads_to_its_history(bench: Bench) -> None:
    _entry, form, tab = _opened(bench)
    bench.panel.show_tab(0)
    (menus,) = form.findChildren(FieldMenus)
    editor = form.fields()["number"].editor
    assert isinstance(editor, QLineEdit)
    menu = menus.menu_of(editor, "number")
    assert len(menu.actions()) > 3  # cut, copy and paste stay
    menu.actions()[-1].trigger()
    bench.settle()
    assert form.head.tabs.currentIndex() == HISTORY
    assert tab.field.currentData() == "number"
    assert "17 → 18" in tab.plain()


def test_enter_shows_the_entry_as_it_stood_and_escape_goes_back(bench: Bench) -> None:
    entry, _form, tab = _opened(bench)
    for _ in range(2):
        bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Return)
    bench.settle()
    assert tab.shows_past
    page = tab.standing.plain()
    assert "Roadmap" in page
    assert "17" in page
    assert "18" not in page
    assert "As agreed" not in page
    assert "can be read here, not changed" in tab.standing.bar.sentence()
    bench.press(Qt.Key.Key_Escape)
    assert not tab.shows_past
    assert bench.value(entry, "number") == "18"


def test_a_day_is_typed_to_see_the_entry_as_it_stood_then(bench: Bench) -> None:
    _entry, _form, tab = _opened(bench)
    bench.press(Qt.Key.Key_Return)
    bench.settle()
    tab.standing.day.setFocus()
    bench.type("1999-01-01")
    bench.press(Qt.Key.Key_Return)
    bench.settle()
    assert "not in the catalogue then" in tab.standing.plain()
    tab.standing.day.clear()
    bench.type("2999")
    bench.press(Qt.Key.Key_Return)
    bench.settle()
    assert "As agreed" in tab.standing.plain()
