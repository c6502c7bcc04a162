"""The window's first face tells once that it is seen, and does not wait for that for ever."""

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from desktop.skeleton import Skeleton


@pytest.mark.parametrize("is_seen", [True, False])
def test_it_tells_once_seen_or_out_of_sight(qtbot: QtBot, is_seen: bool) -> None:
    skeleton, told = Skeleton(QByteArray()), list[None]()
    qtbot.addWidget(skeleton)
    skeleton.painted.connect(lambda: told.append(None))
    skeleton.setUpdatesEnabled(is_seen)  # what is out of sight is not painted either
    with qtbot.waitSignal(skeleton.painted):
        skeleton.show()
    skeleton.setUpdatesEnabled(True)
    skeleton.hide()
    with qtbot.waitExposed(skeleton):
        skeleton.show()
    skeleton.repaint()
    qtbot.wait(10)
    assert len(told) == 1
