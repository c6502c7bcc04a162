"""What "Jump to" remembers: places of one catalogue, actions of all."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.models.jump_memory import PLACES, JumpMemory
from desktop.settings import Settings


def test_the_latest_places_come_first_each_once_and_only_so_many(tmp_path: Path) -> None:
    memory = JumpMemory(Settings(), tmp_path / "a.chancery")
    for number in (1, 2, 1, *range(3, 20)):
        memory.note(f"entry:{number}")
    assert memory.places()[:2] == ["entry:19", "entry:18"]
    assert len(memory.places()) == PLACES
    memory.note("entry:18")
    assert memory.places()[:3] == ["entry:18", "entry:19", "entry:17"]


def test_places_belong_to_a_catalogue_and_actions_to_whoever_works(tmp_path: Path) -> None:
    first = JumpMemory(Settings(), tmp_path / "a.chancery")
    for key in ("tag:3", "action:find", "action:undo", "action:undo"):
        first.note(key)
    other = JumpMemory(Settings(), tmp_path / "b.chancery")
    assert other.places() == []
    assert other.actions() == ["action:undo", "action:find"]
    assert JumpMemory(Settings(), tmp_path / "a.chancery").places() == ["tag:3"]


def test_an_entry_counts_once_one_has_stayed_there(qtbot: QtBot, tmp_path: Path) -> None:
    memory = JumpMemory(Settings(), tmp_path / "a.chancery", stay_ms=1)
    memory.note_shown(4)
    memory.note_shown(5)
    qtbot.waitUntil(lambda: memory.places() == ["entry:5"])
