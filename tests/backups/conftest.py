"""Backups of this test's own: nothing reaches the folder of whoever runs the tests."""

from pathlib import Path

import pytest

from db.backups.facts import Backup, Reason
from db.backups.making import make_backup
from db.catalogue import Catalogue


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user data"

    def data_path(_name: str, *, appauthor: bool) -> Path:
        return folder

    monkeypatch.setattr("db.backups.places.user_data_path", data_path)
    return folder


@pytest.fixture
def backup(sample: Catalogue) -> Backup:
    """Return a backup of the sample as it is before the test changes it."""
    return make_backup(sample.path, reason=Reason.BY_HAND, program="1").backup
