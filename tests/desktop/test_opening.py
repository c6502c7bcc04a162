"""Catalogues opened in a worker: told of once, upgraded politely, closed again where unwanted."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.errors import Missing
from desktop.opening import Opened, Opening, make_new, open_old

KEPT = Path(__file__).parent.parent / "migrations" / "kept" / "20261122_first.chancery.gz"


@pytest.fixture
def opening(qapp: object) -> Iterator[Opening]:
    opening = Opening()
    yield opening
    opening.close()


def _paths(opening: Opening) -> list[Path]:
    """Note the catalogues that are told of, and close them."""
    told: list[Path] = []

    def take(opened: Opened) -> None:
        told.append(opened.catalogue.path)
        opened.catalogue.close()

    opening.opened.connect(take)
    return told


def _can_be_written(path: Path) -> bool:
    with Catalogue.open(path) as catalogue:
        return catalogue.read_only_because is None


def test_a_catalogue_comes_with_its_rules(opening: Opening, qtbot: QtBot, template: Path) -> None:
    with qtbot.waitSignal(opening.opened) as told:
        opening.begin(template, "Aysel")
    assert told.args is not None
    opened = told.args[0]
    assert isinstance(opened, Opened)
    assert (opened.catalogue.path, opened.catalogue.who) == (template, "Aysel")
    assert opened.rules
    assert not opening.is_busy
    opened.catalogue.close()


def test_what_can_t_be_opened_is_told_as_it_is(
    opening: Opening, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(opening.failed) as told:
        opening.begin(tmp_path / "gone.chancery", "")
    assert told.args is not None
    assert isinstance(told.args[0], Missing)


def test_of_two_asked_for_the_last_is_told_of_and_the_other_closed(
    opening: Opening, qtbot: QtBot, tmp_path: Path, template: Path
) -> None:
    told, go, first = _paths(opening), Event(), tmp_path / "first.chancery"

    def slowly(path: Path, who: str, upgrading: Callable[[], None]) -> Catalogue:
        go.wait(10)
        return make_new(path, who, upgrading)

    opening.begin(first, "", slowly)
    opening.begin(template, "", open_old)
    go.set()
    qtbot.waitUntil(lambda: not opening.is_busy)
    assert told == [template]
    assert _can_be_written(first)


def test_what_is_given_up_before_or_after_it_is_open_is_closed(
    opening: Opening, tmp_path: Path
) -> None:
    told, go, path = _paths(opening), Event(), tmp_path / "new.chancery"

    def slowly(path: Path, who: str, upgrading: Callable[[], None]) -> Catalogue:
        go.wait(10)
        return make_new(path, who, upgrading)

    opening.begin(path, "", slowly)
    opening.give_up()
    go.set()
    opening.close()
    assert _can_be_written(path)
    opening.begin(path, "")
    opening._workers.wait()  # it is open now, which is not told yet
    opening.give_up()
    QCoreApplication.processEvents()
    assert told == []
    assert _can_be_written(path)


def test_an_older_catalogue_is_told_of_before_it_is_brought_up_to_date(
    opening: Opening, qtbot: QtBot, tmp_path: Path
) -> None:
    path, told = tmp_path / "old.chancery", list[str]()
    path.write_bytes(gzip.decompress(KEPT.read_bytes()))
    opening.upgrading.connect(lambda: told.append("upgrading"))
    paths = _paths(opening)
    opening.begin(path, "")
    qtbot.waitUntil(lambda: bool(paths), timeout=60_000)
    assert (told, paths) == (["upgrading"], [path])
    assert list((tmp_path / "old backups").iterdir())
