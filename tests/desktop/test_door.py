"""The way in: which words open the window at once."""

import pytest

from desktop.cli import app
from desktop.door import opens_window


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ([], True),
        (["a.chancery"], True),
        (["/home/aysel/Архив.chancery"], True),
        (["check"], False),
        (["archive"], False),
        (["--help"], False),
        (["-x.y"], False),
        (["check", "a.chancery"], False),
    ],
)
def test_nothing_or_one_file_opens_the_window(words: list[str], *, opens: bool) -> None:
    assert opens_window(words) is opens


def test_no_command_is_taken_for_a_file() -> None:
    names = [command.name or "" for command in app.registered_commands]
    assert names
    assert [name for name in names if opens_window([name]) and name] == []
