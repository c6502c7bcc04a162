"""The schema: what migrations make is what the models map, and what users meet at opening."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from db import schema
from db.act import Act
from db.base import Base
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.engine import APPLICATION_ID, connect_raw, dbapi2
from db.errors import (
    AlreadyThere,
    Damaged,
    LockedBy,
    Missing,
    NotACatalogue,
    ReadOnlyPlace,
    TooNew,
)
from db.terms import EntryKind, LinkKind

ROOT = Path(__file__).parents[2]


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    return ScriptDirectory.from_config(config)


def test_the_program_writes_the_newest_revision() -> None:
    assert _scripts().get_heads() == [schema.HEAD]


def test_migrations_make_what_the_models_map(template: Path) -> None:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect_raw(template, mode="ro"),
        poolclass=StaticPool,
    )
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": schema.is_mapped}
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_every_constraint_has_a_name(template: Path) -> None:
    raw = connect_raw(template, mode="ro")
    tables = raw.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CONSTRAINT%'"
    ).fetchall()
    assert len(tables) > 20
    for _name, sql in tables:
        body = sql.replace("PRIMARY KEY AUTOINCREMENT", "")  # SQLite takes no name there
        named = body.count("CONSTRAINT ")
        kinds = sum(
            body.count(word) for word in ("PRIMARY KEY", "FOREIGN KEY", "UNIQUE", "CHECK (")
        )
        assert named == kinds, sql
    raw.close()


def test_link_rules_are_the_kinds_of_link_the_program_knows(catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        kinds = session.connection().exec_driver_sql("SELECT DISTINCT kind FROM link_rule")
        assert set(kinds.scalars()) == set(LinkKind)


def test_a_new_catalogue_is_marked_as_ours(template: Path) -> None:
    raw = connect_raw(template, mode="ro")
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    raw.close()


def test_making_a_catalogue_never_replaces_a_file(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "there.chancery"
    path.write_text("precious")
    with pytest.raises(AlreadyThere):
        Catalogue.create(path)
    assert path.read_text() == "precious"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        Catalogue.open(tmp_path / "nowhere.chancery")


@pytest.mark.parametrize("content", [b"", b"no catalogue at all", b"\x00" * 4096])
def test_a_file_that_is_no_catalogue_is_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.chancery"
    path.write_bytes(content)
    with pytest.raises(NotACatalogue):
        Catalogue.open(path)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir() if file != path and file.is_file()] == []


def test_another_program_s_database_is_no_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    raw = connect_raw(path, mode="rwc")
    raw.execute("CREATE TABLE t (x)")
    raw.close()
    with pytest.raises(NotACatalogue):
        Catalogue.open(path)


def test_a_catalogue_of_a_newer_program_is_refused_and_left_as_it_was(
    template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "newer.chancery"
    shutil.copyfile(template, path)
    raw = connect_raw(path, mode="rw")
    raw.execute("UPDATE alembic_version SET version_num = '20991231_later'")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(TooNew) as told:
        Catalogue.open(path)
    assert told.value.found == "20991231_later"
    assert path.read_bytes() == before


def test_a_damaged_catalogue_is_refused_and_left_as_it_was(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.chancery"
    content = bytearray(template.read_bytes())
    content[8192:40960] = b"\xa5" * (40960 - 8192)
    path.write_bytes(content)
    with pytest.raises(Damaged):
        Catalogue.open(path)
    assert path.read_bytes() == content


def test_a_catalogue_cut_short_is_refused(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "cut.chancery"
    path.write_bytes(template.read_bytes()[: 5 * 4096])
    with pytest.raises(Damaged):
        Catalogue.open(path)


def test_a_second_opener_reads_and_is_told_who_writes(catalogue: Catalogue) -> None:
    with Catalogue.open(catalogue.path) as second:
        reason = second.read_only_because
        assert isinstance(reason, LockedBy)
        assert reason.owner
        assert "@" in reason.owner
        assert reason.since is not None
        with pytest.raises(LockedBy):
            second.write(_new_person())
    catalogue.write(_new_person())


def test_the_lock_of_a_program_that_died_is_no_lock(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "test.chancery"
    shutil.copyfile(template, path)
    code = (
        "import os, sys; from pathlib import Path; from db.catalogue import Catalogue;"
        "Catalogue.open(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
    with Catalogue.open(path) as reopened:
        assert reopened.read_only_because is None


def test_closing_leaves_one_file(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.write(_new_person())
    catalogue.close()
    files = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    assert files == ["test.chancery"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_is_said_to_be_one(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    shutil.copyfile(template, folder / "test.chancery")
    folder.chmod(0o500)
    with Catalogue.open(folder / "test.chancery") as opened:
        assert isinstance(opened.read_only_because, ReadOnlyPlace)
    with pytest.raises(ReadOnlyPlace):
        Catalogue.create(folder / "new.chancery")
    folder.chmod(0o700)


def _new_person() -> Act[int]:
    return Act(
        key="entry.create",
        run=lambda session: create_entry(
            session, kind=EntryKind.PERSON, values={"title": "Ali Asadov"}
        ),
    )
