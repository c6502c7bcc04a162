import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.rows.lists import ListSpec
from db.terms import EntryKind, StageKind
from desktop.acts import entries as acts
from desktop.delegates.facet_roles import FacetRoles
from desktop.models.facet_model import FacetModel
from desktop.panels.facet_view import FacetView
from desktop.panels.facets import FacetsPane
from desktop.workspace import Workspace
from tests.desktop.models.entries import agreements, make, party, stage, tag
from tests.desktop.panels.conftest import Settle, Show


@pytest.fixture
def filled(catalogue: Catalogue) -> Catalogue:
    """Give three agreements, two of them Azerbaijan's, one of these Russia's too."""
    first, second, third = agreements(catalogue, "Alpha", "Beta", "Gamma")
    party(catalogue, first, "AZ")
    party(catalogue, first, "RU")
    party(catalogue, second, "AZ")
    stage(catalogue, third, StageKind.SIGNED, "2021-05-20")
    health = tag(catalogue, "health", first, label_ru="здоровье")
    tag(catalogue, "medicines", second, parent_id=health)
    make(catalogue, EntryKind.SOURCE, "Release")
    return catalogue


@pytest.fixture
def pane(filled: Catalogue, workspace: Workspace, settle: Settle, show: Show) -> FacetsPane:
    workspace.settings.set_text("facets/folded", "")
    made = FacetsPane(workspace)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
        for model in (made.model, made.whole.model)
    ]
    assert testers
    show(made)
    listed(made, settle)
    made.take_focus()
    return made


def listed(pane: FacetsPane, settle: Settle, spec: ListSpec | None = None) -> None:
    pane.show_spec(spec or ListSpec())
    pane.count_now()
    settle()


def row(pane: FacetsPane, key: str) -> QModelIndex:
    index = pane.model.index_of(key)
    assert index.isValid(), key
    return index


def count(pane: FacetsPane, key: str) -> object:
    return row(pane, key).data(FacetRoles.COUNT)


def labels(model: FacetModel, above: QModelIndex | None = None) -> list[str]:
    at = above or QModelIndex()
    return [str(model.index(n, 0, at).data()) for n in range(model.rowCount(at))]


def click(
    qtbot: QtBot,
    view: FacetView,
    index: QModelIndex,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    view.scrollTo(index)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def test_what_the_list_shows_is_counted(pane: FacetsPane, settle: Settle) -> None:
    assert labels(pane.model)[:3] == ["Country", "Kind", "Stage"]
    assert count(pane, "country:Azerbaijan") == 3  # two agreements and the country itself
    listed(pane, settle, ListSpec(kind=EntryKind.AGREEMENT, query="country:RU"))
    assert count(pane, "country:Azerbaijan") == 1
    assert not pane.model.index_of("kind").isValid()


def test_a_click_asks_for_a_value_and_with_ctrl_leaves_it_out(
    pane: FacetsPane, qtbot: QtBot
) -> None:
    wanted = QSignalSpy(pane.query_wanted)
    click(qtbot, pane.view, row(pane, "country:Azerbaijan"))
    ctrl = Qt.KeyboardModifier.ControlModifier
    click(qtbot, pane.view, row(pane, "kind:Places"), ctrl)
    assert [wanted.at(n)[0] for n in range(2)] == ["country:AZ", "-kind:place"]


def test_another_click_takes_it_back(pane: FacetsPane, settle: Settle, qtbot: QtBot) -> None:
    listed(pane, settle, ListSpec(query="alpha country:AZ -kind:place"))
    wanted = QSignalSpy(pane.query_wanted)
    assert row(pane, "country:Azerbaijan").data(FacetRoles.WISH) == "with"
    click(qtbot, pane.view, row(pane, "country:Azerbaijan"))
    assert row(pane, "kind:Places").data(FacetRoles.WISH) == "without"
    ctrl = Qt.KeyboardModifier.ControlModifier
    click(qtbot, pane.view, row(pane, "kind:Places"), ctrl)
    assert [wanted.at(n)[0] for n in range(2)] == ["alpha -kind:place", "alpha country:AZ"]


def test_keys_ask_for_values_and_leave_them_out(pane: FacetsPane, qtbot: QtBot) -> None:
    wanted = QSignalSpy(pane.query_wanted)
    pane.view.setCurrentIndex(row(pane, "country:Azerbaijan"))
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return, shift)
    qtbot.keyClick(pane.view, Qt.Key.Key_Minus)
    found = [wanted.at(n)[0] for n in range(4)]
    assert found == ["country:AZ", "country:AZ", "-country:AZ", "-country:AZ"]


def test_letters_go_to_the_next_value_that_begins_so(pane: FacetsPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.view, "rus")
    assert pane.view.value_at(pane.view.currentIndex()) == ("country", "RU")


def test_arrows_fold_groups_and_that_is_remembered(
    pane: FacetsPane, workspace: Workspace, settle: Settle, show: Show, qtbot: QtBot
) -> None:
    pane.view.setCurrentIndex(row(pane, "country:Azerbaijan"))
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)  # to the heading
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert not pane.view.isExpanded(row(pane, "country"))
    click(qtbot, pane.view, row(pane, "kind"))
    again = FacetsPane(workspace)
    show(again)
    listed(again, settle)
    assert not again.view.isExpanded(row(again, "country"))
    assert not again.view.isExpanded(row(again, "kind"))
    assert again.view.isExpanded(row(again, "year"))


def test_a_folded_group_still_says_what_is_asked(pane: FacetsPane, settle: Settle) -> None:
    listed(pane, settle, ListSpec(query="country:AZ -country:SY"))
    assert row(pane, "country").data(FacetRoles.ASKED) == "Azerbaijan, Syria"


def test_ticks_come_at_once_and_old_counts_stay_grey_until_there_are_others(
    pane: FacetsPane, settle: Settle
) -> None:
    pane.show_spec(ListSpec(query="country:RU"))
    russia = row(pane, "country:Russia")
    assert russia.data(FacetRoles.WISH) == "with"
    assert russia.data(FacetRoles.STALE) is True
    assert count(pane, "country:Azerbaijan") == 3
    pane.count_now()
    settle()
    assert row(pane, "country:Russia").data(FacetRoles.STALE) is False
    assert count(pane, "country:Azerbaijan") == 1


def test_another_order_is_no_reason_to_count(
    pane: FacetsPane, workspace: Workspace, settle: Settle
) -> None:
    pane.show_spec(ListSpec(sort="date", descending=True))
    assert row(pane, "country:Russia").data(FacetRoles.STALE) is False
    pane.count_now()
    assert workspace.operations.is_idle


def test_counts_follow_changes_without_turning_grey(
    pane: FacetsPane, workspace: Workspace, qtbot: QtBot
) -> None:
    act = acts.create_entry(EntryKind.MEETING, {"title": "Talks"})
    workspace.operations.write(act, owner=workspace.hub)
    qtbot.waitUntil(lambda: pane.model.index_of("kind:Meetings").isValid())
    assert row(pane, "kind:Meetings").data(FacetRoles.STALE) is False


def test_nothing_is_counted_while_nobody_looks(
    filled: Catalogue, workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    pane = FacetsPane(workspace)
    qtbot.addWidget(pane)
    pane.show_spec(ListSpec())
    pane.count_now()
    assert workspace.operations.is_idle
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)


def test_a_group_opens_wholly_with_a_line_to_find_in_it(
    catalogue: Catalogue, pane: FacetsPane, settle: Settle, qtbot: QtBot
) -> None:
    for code in ("SY", "AM", "BY", "KZ", "KG", "UZ"):
        make(catalogue, EntryKind.PLACE, code, place_kind="country", code=code)
    pane.show_spec(ListSpec(kind=EntryKind.PLACE))
    pane.count_now()
    settle()
    more = row(pane, "country…")
    assert more.data() == "2 more…"
    pane.view.setCurrentIndex(more)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.whole.line.hasFocus()
    qtbot.keyClicks(pane.whole.line, "kyrg")
    assert labels(pane.whole.model) == ["Kyrgyzstan"]
    with qtbot.waitSignal(pane.query_wanted) as wanted:
        qtbot.keyClick(pane.whole.line, Qt.Key.Key_Return)
    assert wanted.args == ["country:KG"]
    qtbot.keyClick(pane.whole.line, Qt.Key.Key_Escape)
    assert pane.whole.model.rowCount() == 8
    qtbot.keyClick(pane.whole.line, Qt.Key.Key_Escape)
    assert pane.view.hasFocus()
    assert pane.view.currentIndex() == row(pane, "country")


def test_the_place_stays_when_other_values_come(
    pane: FacetsPane, settle: Settle, qtbot: QtBot
) -> None:
    pane.view.setCurrentIndex(row(pane, "year:2021"))
    listed(pane, settle, ListSpec(query="country:RU OR year:2021"))
    assert pane.view.value_at(pane.view.currentIndex()) == ("year", "2021")


def test_narrower_tags_open_under_theirs_and_stay_open(
    pane: FacetsPane, settle: Settle, qtbot: QtBot
) -> None:
    health = row(pane, "tag:1")
    assert not pane.view.isExpanded(health)
    pane.view.setCurrentIndex(health)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    listed(pane, settle, ListSpec(query="country:AZ"))
    assert pane.view.isExpanded(row(pane, "tag:1"))
    with qtbot.waitSignal(pane.query_wanted) as wanted:
        click(qtbot, pane.view, row(pane, "tag:2"))
    assert wanted.args == ["country:AZ tag:=medicines"]


def test_all_ticks_are_cleared_at_once(pane: FacetsPane, settle: Settle, qtbot: QtBot) -> None:
    assert pane.clear_button.isHidden()
    listed(pane, settle, ListSpec(query="alpha country:AZ -kind:place"))
    with qtbot.waitSignal(pane.query_wanted) as wanted:
        pane.clear_button.click()
    assert wanted.args == ["alpha"]


def test_an_empty_list_has_nothing_to_narrow(pane: FacetsPane, settle: Settle) -> None:
    listed(pane, settle, ListSpec(query="nothing of the kind"))
    assert pane.empty.isVisible()
    listed(pane, settle)
    assert pane.view.isVisible()


def test_rows_say_what_they_are_to_those_who_hear_them(pane: FacetsPane, settle: Settle) -> None:
    listed(pane, settle, ListSpec(query="country:AZ -kind:place"))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert row(pane, "country:Azerbaijan").data(spoken) == "Azerbaijan, 2, chosen"
    assert row(pane, "kind:Places").data(spoken) == "Places, 1, left out"


def test_other_kinds_stay_with_their_counts_and_a_second_one_widens_the_list(
    pane: FacetsPane, settle: Settle, qtbot: QtBot
) -> None:
    listed(pane, settle, ListSpec(query="kind:source"))
    assert (count(pane, "kind:Sources"), count(pane, "kind:Agreements")) == (1, 3)
    assert row(pane, "kind:Agreements").data(FacetRoles.SHARE) == 3 / 6
    with qtbot.waitSignal(pane.query_wanted) as wanted:
        click(qtbot, pane.view, row(pane, "kind:Agreements"))
    assert wanted.args == ["kind:source,agreement"]
    listed(pane, settle, ListSpec(query="kind:source,agreement"))
    assert row(pane, "kind:Agreements").data(FacetRoles.WISH) == "with"
    assert count(pane, "country:Azerbaijan") == 2


def test_a_second_country_is_asked_for_as_well(
    pane: FacetsPane, settle: Settle, qtbot: QtBot
) -> None:
    listed(pane, settle, ListSpec(query="country:AZ"))
    with qtbot.waitSignal(pane.query_wanted) as wanted:
        click(qtbot, pane.view, row(pane, "country:Russia"))
    assert wanted.args == ["country:AZ country:RU"]
    tip = Qt.ItemDataRole.ToolTipRole
    assert "with all of them" in row(pane, "country:Russia").data(tip)
    assert "with any of them" in row(pane, "kind:Agreements").data(tip)


def test_a_press_that_is_let_go_elsewhere_is_no_click(pane: FacetsPane, qtbot: QtBot) -> None:
    view = pane.view
    start = view.visualRect(row(pane, "country:Azerbaijan")).center()
    with qtbot.assertNotEmitted(pane.query_wanted):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        end = start + QPoint(0, view.visualRect(row(pane, "country:Azerbaijan")).height())
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_every_control_says_what_it_is(pane: FacetsPane, settle: Settle) -> None:
    listed(pane, settle, ListSpec(query="country:AZ"))
    pane.open_whole("country")
    assert pane.clear_button.text()
    for control in (pane.view, pane.whole.view, pane.whole.line, pane.whole.back, pane.empty):
        assert control.accessibleName()
