import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.saved_searches import saved_searches
from db.rows.lists import ListSpec
from db.rows.saved import SavedSearchRow
from db.terms import EntryKind
from desktop.dialogs.save_search import SaveSearch
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle, settle, workspace

__all__ = ["settle", "workspace"]

FOUND = ListSpec(kind=EntryKind.MEETING, query="country:AZ", sort="date", descending=True)


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> SaveSearch:
    made = SaveSearch(workspace, FOUND)
    qtbot.addWidget(made)
    made.show()
    return made


def kept(catalogue: Catalogue) -> tuple[SavedSearchRow, ...]:
    with catalogue.read() as session:
        return saved_searches(session)


def test_a_search_is_kept_as_it_stands_in_the_dialog(
    catalogue: Catalogue, dialog: SaveSearch, settle: Settle, qtbot: QtBot
) -> None:
    assert (dialog.name.text(), dialog.query.text()) == ("Azerbaijan", "country:AZ")
    assert dialog.name.selectedText() == "Azerbaijan"
    dialog.kind.set_value("")
    dialog.query.setText("country:AZ year:2021")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    settle()
    (search,) = kept(catalogue)
    assert (search.kind, search.query) == (None, "country:AZ year:2021")
    assert (search.sort, search.descending) == ("date", True)
    assert not dialog.isVisible()


def test_without_a_name_nothing_can_be_kept(dialog: SaveSearch) -> None:
    dialog.name.setText("  ")
    assert not dialog.save_button().isEnabled()
    dialog.name.setText("Azerbaijan")
    assert dialog.save_button().isEnabled()


def test_a_new_search_has_one_way_to_be_saved(dialog: SaveSearch) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert [button.text() for button in box.buttons()] == ["Save", "Cancel"]


def test_every_field_says_what_it_is(dialog: SaveSearch) -> None:
    for field in (dialog.name, dialog.kind, dialog.query):
        assert named(field)


def named(field: QWidget) -> bool:
    interface = field.accessibleName() or field.property("buddy")
    labels = [widget for widget in QApplication.allWidgets() if _is_buddy(widget, field)]
    return bool(interface or labels)


def _is_buddy(widget: QWidget, field: QWidget) -> bool:
    buddy = getattr(widget, "buddy", None)
    return buddy is not None and buddy() is field
