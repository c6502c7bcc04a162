"""The sample as a directory, of each test's own to spoil."""

import shutil
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from desktop.catalogue_export import export_catalogue


@pytest.fixture(scope="session")
def written(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample as it was written out, once."""
    folder = tmp_path_factory.mktemp("written") / "sample"
    with Catalogue.open(sample_path) as catalogue, catalogue.read() as session:
        export_catalogue(session, folder)
    return folder


@pytest.fixture
def directory(written: Path, tmp_path: Path) -> Path:
    """Return a copy to spoil."""
    folder = tmp_path / "sample"
    shutil.copytree(written, folder)
    return folder
