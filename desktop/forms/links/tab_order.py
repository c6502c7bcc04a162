"""The order of Tab among parts that are made later than what stands beneath them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain_after(anchor: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab come to parts in order, right after a childless widget that was made in its place.

    Qt passes over whoever takes no focus, so all of them take it while the order is set; and it
    goes to the end of a widget that has children, so a container is no anchor for its own parts.
    """
    before = anchor
    for part in parts:
        policies = before.focusPolicy(), part.focusPolicy()
        before.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QWidget.setTabOrder(before, part)
        before.setFocusPolicy(policies[0])
        part.setFocusPolicy(policies[1])
        before = part
