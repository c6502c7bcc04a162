"""The trials in their short form: every operation broken off in every way, a few times each."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.interposer import why_not
from tests.faults.operation import Operation
from tests.faults.operations import OPERATIONS

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "it can")
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name.replace(" ", "-"))
def test_nothing_acknowledged_is_lost_and_nothing_stays_half_done(operation: Operation) -> None:
    command = [sys.executable, "-m", "tests.faults", operation.name, "--kills", "3", "--calls", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(f"| {operation.name} |") == 5
    assert " 0 losses." in done.stdout
