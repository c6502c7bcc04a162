"""A workspace on the sample, whose backups stay in the folder of the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.backups.facts import Backup, Reason
from db.backups.making import make_backup
from db.catalogue import Catalogue
from db.queries.plain import link_rules
from desktop.backing_up import BackingUp
from desktop.settings import Settings
from desktop.workspace import Workspace, open_workspace


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user data"

    def data_path(_name: str, *, appauthor: bool) -> Path:
        return folder

    monkeypatch.setattr("db.backups.places.user_data_path", data_path)
    return folder


@pytest.fixture
def workspace(sample: Catalogue, qtbot: QtBot) -> Iterator[Workspace]:
    with sample.look() as execute:
        rules = link_rules(execute)
    opened = open_workspace(sample, rules, Settings())
    yield opened
    opened.operations.close()


@pytest.fixture
def backing_up(workspace: Workspace) -> Iterator[BackingUp]:
    backing = BackingUp(workspace)
    yield backing
    backing.close()


@pytest.fixture
def backup(sample: Catalogue) -> Backup:
    return make_backup(sample.path, reason=Reason.BY_HAND).backup
