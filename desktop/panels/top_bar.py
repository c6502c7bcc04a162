"""The bar above all panels: find, make, take in, print, undo."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.actions import NEW, Actions
from desktop.theme import gap, icon_size


class TopBar(QWidget):
    """Holds the search box and the buttons of the acts of every day."""

    def __init__(self, actions: Actions, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        space = gap(self.font())
        row.setContentsMargins(space, space, space, space)
        row.setSpacing(space)
        row.addWidget(search, 1)
        row.addWidget(self._new_button(actions))
        row.addWidget(self._button(actions["release.paste"], self.tr("Paste release")))
        row.addWidget(self._button(actions["report.print"], self.tr("Report…")))
        for name in ("undo", "redo"):
            row.addWidget(self._button(actions[name], ""))

    def _button(self, action: QAction, text: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        side = icon_size(self.font())
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(action.text())
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            action.setIconText(text)  # the button's own text would go with the next change of icon
        else:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _new_button(self, actions: Actions) -> QToolButton:
        button = self._button(actions["new.here"], self.tr("New"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        menu = QMenu(button)
        menu.addActions(actions.of_menu(NEW)[1:])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return button
