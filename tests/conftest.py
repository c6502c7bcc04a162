"""What all tests share: no display, and settings of their own."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import schema
from db.catalogue import Catalogue
from resources.sample.build import write_sample

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt


def pytest_configure(config: pytest.Config) -> None:
    """Overlook what the offscreen platform says it cannot do: raise windows and so on."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def settings_folder(tmp_path: Path) -> Path:
    """Keep every test from the settings of whoever runs it; return the folder they go to."""
    folder = tmp_path / "settings"
    if "PySide6.QtCore" in sys.modules:  # tests of the catalogue alone need not load Qt
        from PySide6.QtCore import QSettings  # noqa: PLC0415

        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
                QSettings.setPath(kind, scope, str(folder))
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    return folder


@pytest.fixture(autouse=True)
def _log_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test from the log of whoever runs it."""

    def log_path(*_words: object, **_options: object) -> Path:
        return tmp_path / "log"

    monkeypatch.setattr("platformdirs.user_log_path", log_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))  # of programs the test starts


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty catalogue, made once; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "empty.chancery"
    schema.create(path)
    return path


@pytest.fixture
def catalogue(template: Path, tmp_path: Path) -> Iterator[Catalogue]:
    """Give an empty catalogue of this test's own, open for writing."""
    path = tmp_path / "test.chancery"
    shutil.copyfile(template, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample catalogue, built once; tests that write take ``sample`` instead."""
    path = tmp_path_factory.mktemp("sample") / "sample.chancery"
    write_sample(path)
    return path


@pytest.fixture
def sample(sample_path: Path, tmp_path: Path) -> Iterator[Catalogue]:
    """Give a copy of the sample catalogue of this test's own, open for writing."""
    path = tmp_path / "sample.chancery"
    shutil.copyfile(sample_path, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as opened:
        yield opened
