"""Old catalogues open in this program: nothing of them is lost, and a backup is kept."""

import gzip
from pathlib import Path

import pytest

from db import schema
from db.backups.archive import unpack
from db.backups.facts import Reason
from db.backups.listing import backups_of
from db.backups.watching import Watch
from db.catalogue import Catalogue
from db.check import check
from db.commands.decisions import learn_noise
from db.engine import connect_raw
from tests.write_path.acts import rows, write

KEPT = Path(__file__).parent / "kept"


@pytest.fixture(params=schema.EARLIER)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a catalogue as an earlier program left it."""
    path = tmp_path / "old.chancery"
    path.write_bytes(gzip.decompress((KEPT / f"{request.param}.chancery.gz").read_bytes()))
    return path


def _counts(path: Path) -> dict[str, int]:
    raw = connect_raw(path, mode="ro")
    names = [
        str(name)
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
        )
    ]
    counts = {name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    raw.close()
    return counts


def _is_index(name: str) -> bool:
    return name.startswith(schema.FULL_TEXT)


def test_a_catalogue_of_every_earlier_schema_is_kept() -> None:
    kept = {path.name.removesuffix(".chancery.gz") for path in KEPT.iterdir()}
    assert kept == set(schema.EARLIER)


def test_an_old_catalogue_opens_with_all_it_held(old: Path) -> None:
    before = _counts(old)
    assert before["entry"] > 50
    with Catalogue.open(old):
        pass
    after = _counts(old)
    assert {name: after[name] for name in before if not _is_index(name)} == {
        name: count for name, count in before.items() if not _is_index(name)
    }
    assert after["entry_facets"] == after["entry"]
    assert schema.inspect(old) == schema.HEAD
    assert [finding.problems for finding in check(old)] == [()] * len(list(check(old)))


def test_upgrading_leaves_a_backup_as_the_catalogue_was(old: Path) -> None:
    before = _counts(old)
    revision = schema.inspect(old)
    with Catalogue.open(old):
        pass
    (made,) = backups_of(old)
    assert (made.facts.reason, made.facts.schema) == (Reason.MIGRATION, revision)
    backup = old.with_name("backup.chancery")
    unpack(made.path, backup, Watch())
    assert schema.inspect(backup) == revision
    assert _counts(backup) == before


def test_an_upgraded_catalogue_takes_what_is_new_and_undoes_it(old: Path) -> None:
    with Catalogue.open(old) as catalogue:
        write(catalogue, lambda session: learn_noise(session, words="subscribe #"))
        assert ("subscribe #",) in rows(catalogue, "SELECT words FROM noise_pattern")
        catalogue.undo()
        assert ("subscribe #",) not in rows(catalogue, "SELECT words FROM noise_pattern")
