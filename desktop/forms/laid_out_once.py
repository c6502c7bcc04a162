"""Many changes to what is shown, and one layout after them."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


@contextmanager
def laid_out_once(page: QWidget) -> Generator[None]:
    """Keep the parts of a page, and theirs, from being laid out anew with each that is shown.

    Qt lays out all parents at once whenever a child is shown: fifty lines, and what stands beneath
    them moves fifty times. What was laid out meanwhile is laid out when the page is next asked for
    its layout, before it is painted.
    """
    held = [layout for layout in _layouts(page) if layout.isEnabled()]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)


def _layouts(page: QWidget) -> Iterator[QLayout]:
    """Give the layouts of a page, of its parts, and of the lists in them."""
    parts = page.findChildren(QWidget, options=_DIRECT)
    lists = [one for part in parts for one in part.findChildren(QWidget, options=_DIRECT)]
    for widget in (page, *parts, *lists):
        layout = widget.layout()
        if layout is not None:
            yield layout
