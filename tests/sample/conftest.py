"""The sample, open for reading: one copy for all tests of this folder that only ask."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from tests.sample.shelf import Shelf


@pytest.fixture(scope="package")
def shelf(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Give the sample to be asked by title."""
    path = tmp_path_factory.mktemp("shelf") / "sample.chancery"
    shutil.copyfile(sample_path, path)
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        yield Shelf(session)
