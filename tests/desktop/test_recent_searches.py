from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.recent_searches import LONGEST, RecentSearches
from desktop.settings import Settings


@pytest.fixture
def recent(qapp: QApplication, tmp_path: Path) -> RecentSearches:
    return RecentSearches(Settings(), tmp_path / "one.chancery", stayed_ms=10)


def test_the_last_queries_are_remembered_newest_first_and_each_once(
    recent: RecentSearches,
) -> None:
    for query in ("health", "country:AZ  health", "trade", "country:AZ health", " "):
        recent.remember(query)
    assert recent.all() == ("country:AZ health", "trade", "health")


def test_only_so_many_are_remembered(recent: RecentSearches) -> None:
    for number in range(LONGEST + 5):
        recent.remember(f"number:{number}")
    assert len(recent.all()) == LONGEST
    assert recent.all()[0] == f"number:{LONGEST + 4}"


def test_queries_outlive_the_program_and_stay_with_their_catalogue(
    recent: RecentSearches, tmp_path: Path
) -> None:
    recent.remember('body:"Совет, труда"')
    again = RecentSearches(Settings(), tmp_path / "one.chancery")
    other = RecentSearches(Settings(), tmp_path / "two.chancery")
    assert again.all() == ('body:"Совет, труда"',)
    assert other.all() == ()


def test_queries_can_be_forgotten_one_by_one_and_all(recent: RecentSearches, qtbot: QtBot) -> None:
    for query in ("one", "two", "three"):
        recent.remember(query)
    with qtbot.waitSignal(recent.changed):
        recent.forget("two")
    assert recent.all() == ("three", "one")
    with qtbot.assertNotEmitted(recent.changed):
        recent.forget("two")
    recent.clear()
    assert recent.all() == ()


def test_a_query_is_remembered_once_somebody_stays_with_it(
    recent: RecentSearches, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(recent.changed):
        recent.watch("hea")
        recent.watch("health")
    assert recent.all() == ("health",)


def test_a_query_typed_over_is_not_remembered_unless_an_entry_was_opened_from_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    recent = RecentSearches(Settings(), tmp_path / "one.chancery", stayed_ms=60_000)
    recent.watch("hea")
    recent.watch("health")
    recent.note_opened()
    recent.watch("")
    recent.note_opened()
    assert recent.all() == ("health",)
