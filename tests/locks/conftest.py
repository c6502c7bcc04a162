"""Programs beside the one that tests, and file systems as Linux tells of them."""

import contextlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import network

ROOT = Path(__file__).parents[2]


class OtherProgram:
    """A program of its own, that does what it is told."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.locks.program"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begin(self, act: str, *words: object) -> None:
        """Ask for an act, and do not wait for it."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([act, *map(str, words)]) + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:  # noqa: ANN401 - of any act
        """Wait for the answer to what was asked for; a refusal is the name of its kind."""
        assert self.process.stdout is not None
        told = json.loads(self.process.stdout.readline())
        return told.get("refused", told.get("answer"))

    def do(self, act: str, *words: object) -> Any:  # noqa: ANN401 - likewise
        """Ask for an act, and wait for its answer."""
        self.begin(act, *words)
        return self.answer()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """End it, whatever it does."""
        self.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()


@pytest.fixture
def programs() -> Iterator[Callable[[], OtherProgram]]:
    """Start programs beside this one; they are ended with the test."""
    started = list[OtherProgram]()

    def start() -> OtherProgram:
        started.append(OtherProgram())
        return started[-1]

    yield start
    for program in started:
        program.end()


@pytest.fixture
def other(programs: Callable[[], OtherProgram]) -> OtherProgram:
    """Start one program beside this one."""
    return programs()


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """Return an empty catalogue that nobody has open, in a folder of its own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return Path(shutil.copyfile(template, folder / "test.chancery"))


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """Return a mountinfo by which all files lie on a network disk."""
    text = tmp_path / "mountinfo"
    text.write_text("22 1 0:21 / / rw,relatime - nfs4 server:/archive rw,vers=4.2\n")
    return text


@pytest.fixture
def on_network(mounts: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put all files on a network disk."""
    monkeypatch.setattr(network, "MOUNTS", mounts)
    return mounts
