"""Acts on a catalogue that is not where it was are refused, and go on once it is back."""

import logging
import shutil

import pytest

from db.catalogue import Catalogue
from db.errors import Moved
from tests.factories import make_person
from tests.write_path.acts import rows


def test_a_file_that_was_moved_away_is_told_and_taken_up_again(catalogue: Catalogue) -> None:
    make_person(catalogue, "Anna")
    elsewhere = catalogue.path.with_name("elsewhere.chancery")
    catalogue.path.rename(elsewhere)
    with pytest.raises(Moved):
        make_person(catalogue, "Boris")
    elsewhere.rename(catalogue.path)
    make_person(catalogue, "Clara")
    assert rows(catalogue, "SELECT title FROM entry ORDER BY id") == [("Anna",), ("Clara",)]


def test_a_file_that_was_moved_before_the_first_act_is_told_likewise(catalogue: Catalogue) -> None:
    elsewhere = catalogue.path.with_name("elsewhere.chancery")
    catalogue.path.rename(elsewhere)
    with pytest.raises(Moved):
        make_person(catalogue, "Boris")
    elsewhere.rename(catalogue.path)
    make_person(catalogue, "Clara")
    assert rows(catalogue, "SELECT title FROM entry") == [("Clara",)]


def test_another_file_in_its_place_takes_no_act(catalogue: Catalogue) -> None:
    make_person(catalogue, "Anna")
    copy = catalogue.path.with_name("copy.chancery")
    shutil.copyfile(catalogue.path, copy)
    copy.replace(catalogue.path)
    with pytest.raises(Moved):
        make_person(catalogue, "Boris")


def test_each_act_leaves_a_line_without_its_words(
    catalogue: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="db.store"):
        make_person(catalogue, "Anna")
        catalogue.undo()
    lines = [record.getMessage() for record in caplog.records]
    assert [line.split(",")[0] for line in lines] == [
        "act entry.create: revision 1",
        "act undo: revision 2",
    ]
    assert not any("Anna" in line for line in lines)
