"""The way out and the way in: what was written is read back to an equal catalogue."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.catalogue import Catalogue
from db.check import check
from db.errors import AlreadyThere
from db.exchange.directory.reading import open_directory
from db.founding import found
from desktop.catalogue_export import export_catalogue
from tests.contents import contents
from tests.growing import Growing

NOT_CARRIED = frozenset({"draft"})


def _there_and_back(path: Path, folder: Path) -> Path:
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        export_catalogue(session, folder / "directory")
    with open_directory(folder / "directory") as directory:
        found(folder / "again.chancery", directory)
    return folder / "again.chancery"


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), acts=st.integers(5, 40))
def test_any_catalogue_written_out_and_read_back_is_equal(
    template: Path, data: st.DataObject, acts: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "grown.chancery"
        shutil.copyfile(template, path)
        with Catalogue.open(path, who="Архивист", program="Chancery test") as catalogue:
            Growing(catalogue, data).grow(acts)
        again = _there_and_back(path, folder)
        assert contents(again, leaving_out=NOT_CARRIED) == contents(path, leaving_out=NOT_CARRIED)


def test_the_sample_comes_back_equal_sound_and_with_its_history(
    sample: Catalogue, tmp_path: Path
) -> None:
    sample.close()
    again = _there_and_back(sample.path, tmp_path)
    assert contents(again) == contents(sample.path)
    assert [finding.part for finding in check(again) if finding.problems] == []
    with Catalogue.open(again) as catalogue:
        before = catalogue.undo()
        assert before.change.entries


def test_what_was_undone_before_can_be_done_again_after(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    from tests.factories import make_source  # noqa: PLC0415

    make_source(catalogue, "Taken in and taken back.")
    catalogue.undo()
    catalogue.close()
    again = _there_and_back(catalogue.path, tmp_path)
    with Catalogue.open(again) as other:
        other.redo()
        with other.read() as session:
            text = session.connection().exec_driver_sql(
                "SELECT t.text FROM source s JOIN source_text t ON t.sha256 = s.text_sha256"
            )
            assert text.scalar_one() == "Taken in and taken back."


def test_nothing_is_made_where_a_file_is(catalogue: Catalogue, tmp_path: Path) -> None:
    with catalogue.read() as session:
        export_catalogue(session, tmp_path / "directory")
    with open_directory(tmp_path / "directory") as directory, pytest.raises(AlreadyThere):
        found(catalogue.path, directory)


def test_what_stops_halfway_leaves_nothing(sample: Catalogue, tmp_path: Path) -> None:
    with sample.read() as session:
        export_catalogue(session, tmp_path / "directory")

    def stop(done: int) -> None:
        if done:
            raise KeyboardInterrupt

    folder = tmp_path / "alone"
    folder.mkdir()
    with open_directory(tmp_path / "directory") as directory, pytest.raises(KeyboardInterrupt):
        found(folder / "never.chancery", directory, tell=stop)
    assert list(folder.iterdir()) == []
