"""A catalogue that queries are tried on: the sample, and what that has none of."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from tests.search.rich import enrich


@pytest.fixture(scope="package")
def rich_path(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue of all kinds of entry; it is only asked."""
    path = tmp_path_factory.mktemp("rich") / "rich.chancery"
    shutil.copyfile(sample_path, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        enrich(catalogue)
    return path


@pytest.fixture(scope="package")
def rich(rich_path: Path) -> Iterator[Session]:
    """Give a session that asks the rich catalogue."""
    with Catalogue.open(rich_path) as catalogue, catalogue.read() as session:
        yield session


@pytest.fixture(scope="package")
def shown(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Give a session that asks the sample."""
    path = tmp_path_factory.mktemp("shown") / "sample.chancery"
    shutil.copyfile(sample_path, path)
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        yield session
