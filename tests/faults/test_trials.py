"""The trials find what they are made to find: a loss is told, and a fault really comes."""

from pathlib import Path

from tests.faults.looking import losses, state_of
from tests.faults.operations.ground import some_agreements


def test_a_catalogue_that_lacks_an_acknowledged_step_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.chancery"
    some_agreements(path)
    state = state_of(path)
    assert losses(path, [state, "later"], 0) == []
    assert losses(path, ["before", state], 0) == []
    assert losses(path, [state, "later"], 1) == [
        "1 steps were acknowledged, and the state is that of 0"
    ]
    assert losses(path, ["before", "then", "then", state], 1) == []


def test_a_file_that_does_not_open_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.chancery"
    path.write_bytes(b"SQLite format 3\0" + bytes(4_000))
    assert losses(path, ["any"], 0)[0].startswith("does not open: ")
