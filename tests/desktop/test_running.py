"""How commands end: in a sentence, whatever happens."""

import pytest

from db.errors import Refused
from desktop.bugs.log import end_log, log_file
from desktop.commands.running import INTERNAL_FAULT, guarding


def test_a_fault_of_the_program_ends_a_command_in_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended, guarding():
        raise ValueError("«Протокол»")
    end_log()
    assert ended.value.code == INTERNAL_FAULT
    said = capsys.readouterr().err
    assert str(log_file()) in said
    assert "Traceback" not in said
    written = log_file().read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "Протокол" not in said + written


def test_what_a_user_is_told_is_told() -> None:
    with pytest.raises(SystemExit) as ended, guarding():
        raise Refused("nothing_to_undo")
    assert ended.value.code == 1
