"""Packages whose modules are loaded when they are first asked for."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from types import ModuleType

import pytest

from db import queries
from db.late import load, modules_of


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    place = tmp_path / "late_package"
    place.mkdir()
    (place / "__init__.py").write_text(
        "from db.late import load, modules_of\n__getattr__ = modules_of(__name__)\n"
    )
    (place / "there.py").write_text("VALUE = 1\n")
    (place / "broken.py").write_text("import no_such_module_at_all\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield place.name
    for name in [name for name in sys.modules if name.split(".")[0] == place.name]:
        del sys.modules[name]


def test_a_module_is_loaded_when_it_is_named(package: str) -> None:
    late = __import__(package)
    assert f"{package}.there" not in sys.modules
    assert late.there.VALUE == 1
    assert f"{package}.there" in sys.modules


class Slow:
    """Takes its time to find a module, as a disk may, and tells that it has begun."""

    def __init__(self, name: str) -> None:
        self._name, self.has_begun = name, Event()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == self._name:
            self.has_begun.set()
            Event().wait(0.3)


def test_two_threads_come_into_a_package_from_two_sides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "late_room"
    room.mkdir()
    (room / "__init__.py").write_text("import late_room.seat\n")
    (room / "seat.py").write_text("VALUE = 2\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    slow = Slow("late_room")
    monkeypatch.setattr(sys, "meta_path", [slow, *sys.meta_path])

    def come_later(name: str) -> ModuleType:
        slow.has_begun.wait()
        return load(name)

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(load, "late_room")
        second = threads.submit(come_later, "late_room.seat")
        assert first.result().seat is second.result()


def test_what_is_no_module_is_no_attribute(package: str) -> None:
    load = modules_of(package)
    with pytest.raises(AttributeError, match="no attribute 'nowhere'"):
        load("nowhere")
    assert not hasattr(queries, "nowhere")


def test_what_a_module_lacks_itself_is_said(package: str) -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_module_at_all"):
        modules_of(package)("broken")


def test_every_module_a_package_promises_is_there() -> None:
    assert all(isinstance(getattr(queries, name), ModuleType) for name in queries.__all__)
