"""Steps: one in a turn of the event loop, whatever else waits between them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.steps import Steps


class Turns:
    """Counts the turns of the event loop."""

    def __init__(self) -> None:
        self.count = 0
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._on_turn)

    def _on_turn(self) -> None:
        self.count += 1


def test_no_two_steps_are_taken_in_one_turn_and_the_end_is_told_in_one_of_its_own(
    qtbot: QtBot,
) -> None:
    turns, taken, steps = Turns(), list[int](), Steps()

    def work() -> Iterator[None]:
        for _step in range(20):
            taken.append(turns.count)
            yield
        taken.append(turns.count)

    ended: list[int] = []
    steps.run(work(), lambda: ended.append(turns.count))
    assert taken == []
    qtbot.waitUntil(lambda: bool(ended))
    assert len(taken) == len(set(taken)) == 21
    assert ended[0] > taken[-1]


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_begins_anew_leaves_the_other_where_it_is(qtbot: QtBot, *, goes_on: bool) -> None:
    taken, steps = list[str](), Steps()

    def work() -> Iterator[None]:
        taken.append("first")
        yield
        taken.append("second")
        steps.run(iter(()), lambda: taken.append("end"))
        if goes_on:
            yield
            taken.append("third")

    steps.run(work(), lambda: taken.append("never"))
    qtbot.waitUntil(lambda: "end" in taken)
    qtbot.wait(10)
    assert taken == ["first", "second", "end"]


def test_a_step_that_fails_is_the_last(qtbot: QtBot) -> None:
    ended, steps = list[str](), Steps()

    def work() -> Iterator[None]:
        yield
        raise LookupError

    with capture_exceptions() as caught:
        steps.run(work(), lambda: ended.append("end"))
        qtbot.waitUntil(lambda: bool(caught))
        qtbot.wait(10)
    assert [kind for kind, _error, _trace in caught] == [LookupError]
    assert ended == []


def test_what_is_stopped_goes_no_further(qtbot: QtBot) -> None:
    taken, steps = list[str](), Steps()

    def work() -> Iterator[None]:
        for _step in range(5):
            taken.append("step")
            if len(taken) == 2:
                steps.stop()
            yield

    steps.run(work(), lambda: taken.append("end"))
    qtbot.waitUntil(lambda: len(taken) == 2)
    qtbot.wait(10)
    assert taken == ["step", "step"]
    steps.run(work(), lambda: taken.append("end"))
    steps.stop()
    qtbot.wait(10)
    assert len(taken) == 2
