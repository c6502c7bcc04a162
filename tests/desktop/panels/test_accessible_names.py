from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.panels.check_popup import CheckPopup
from desktop.panels.master import MasterPanel
from desktop.panels.search_box import SearchBox
from desktop.panels.sidebar import Sidebar
from desktop.recent_searches import RecentSearches
from desktop.workspace import Workspace
from tests.desktop.panels.conftest import Settle, Show


def nameless(panel: QWidget) -> list[str]:
    found: list[str] = []
    for widget in panel.findChildren(QWidget):
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if focusable and widget.isVisible() and not (words or widget.accessibleName()):
            found.append(type(widget).__name__)
    return found


def test_every_control_of_the_panels_has_a_name(
    workspace: Workspace, settle: Settle, show: Show
) -> None:
    sidebar, master = Sidebar(workspace), MasterPanel(workspace)
    recent = RecentSearches(workspace.settings, workspace.operations.catalogue.path)
    show(SearchBox(workspace, recent), sidebar, master)
    settle()
    popup = CheckPopup("Country", clearable=True, parent=master)
    popup.open_below(master.head)
    assert nameless(sidebar) == []
    assert nameless(master) == []
    assert nameless(popup) == []
    popup.close()
