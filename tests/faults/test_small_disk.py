"""A disk that is really full, and one that really can't be written."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APART = ("unshare", "--user", "--map-root-user", "--mount")
"""A mount namespace of its own: whoever runs the tests may mount a small disk there."""


def _can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run([*APART, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True)  # noqa: PLW1510 - its status is the answer
    return tried.returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="no disk can be mounted here")
def test_a_full_disk_and_one_that_cannot_be_written_lose_nothing(tmp_path: Path) -> None:
    command = [*APART, sys.executable, "-m", "tests.faults.small_disk", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr
