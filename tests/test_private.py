"""A catalogue and all that lies beside it can be read by its owner alone."""

import os
import stat
import sys
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import create_entry
from db.private import make_private
from db.terms import EntryKind

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights by folder")


def _rights(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def _add(session: Session) -> int:
    return create_entry(session, kind=EntryKind.PERSON, values={"title": "Anna"})


def test_all_files_of_an_open_catalogue_are_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Catalogue.create(tmp_path / "new.chancery") as catalogue:
            catalogue.write(Act(key="entry.create", run=_add))
            rights = _rights(tmp_path)
    finally:
        os.umask(before)
    assert {"new.chancery", "new.chancery-wal", "new.chancery-shm"} < rights.keys()
    assert set(rights.values()) == {0o600, 0o700}
    assert [name for name, right in rights.items() if right == 0o700] == [".new.chancery.claim"]


def test_a_private_file_is_never_made_over_another(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("kept")
    with pytest.raises(FileExistsError):
        make_private(there)
    assert there.read_text() == "kept"
