"""The window before, while and after a catalogue comes into it."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.errors import LockedBy, NotACatalogue
from db.terms import EntryKind
from desktop.actions import ACTIONS, MENUS
from desktop.acts.entries import create_entry
from desktop.app import Session, dress
from desktop.dialogs.start import StartDialog
from desktop.forms.title_edit import TitleEdit
from desktop.window import MainWindow
from tests.desktop.keyboard import type_text

ROOT = Path(__file__).parent.parent.parent
HEAVY = (
    *("sqlalchemy", "pysqlite3", "alembic", "typst", "numpy", "snowballstemmer", "jinja2"),
    *("pydantic", "babel", "lxml", "rapidfuzz", "typer", "desktop.reading", "desktop.reports"),
    *("desktop.panels", "desktop.desk", "desktop.forms", "desktop.dialogs", "db.models"),
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    dress(qapp)
    session = Session(qapp)
    yield session
    window = session.window
    if window is not None:
        if window.isVisible():
            with qtbot.waitSignal(window.closed):  # it may be backed up first
                window.close()
        window.deleteLater()
    session.close()


@pytest.fixture
def path(sample_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample_path, tmp_path / "mine.chancery"))


def _begin(session: Session, path: Path) -> MainWindow:
    assert session.begin(path)
    assert session.window is not None
    return session.window


def _wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_ready and window.workspace.operations.is_idle, timeout=60_000)


def _start_dialog() -> StartDialog | None:
    found = (w for w in QApplication.topLevelWidgets() if isinstance(w, StartDialog))
    return next((dialog for dialog in found if dialog.isVisible()), None)


def _refused(qtbot: QtBot) -> StartDialog:
    qtbot.waitUntil(lambda: _start_dialog() is not None, timeout=60_000)
    dialog = _start_dialog()
    assert dialog is not None
    return dialog


def test_what_shows_the_window_loads_nothing_of_the_catalogue() -> None:
    listed = "import desktop.app, desktop.door, sys; print('\\n'.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", listed], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert "desktop.window" in loaded
    assert [name for name in loaded if name in HEAVY] == []


def test_the_window_is_there_before_the_catalogue_with_all_its_menus(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    window = _begin(session, path)
    assert window.isVisible()
    assert not window.has_room
    assert window.windowTitle() == "mine — Chancery"
    with qtbot.waitSignal(window.painted):
        pass
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) == len(MENUS)
    assert all(isinstance(menu, QMenu) and menu.actions() for menu in menus)
    _wait(qtbot, window)
    assert window.room.workspace.operations.catalogue.path == path
    assert window.room.isVisible()


def test_keys_typed_early_go_where_they_would_have_gone(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    window = _begin(session, path)
    QTest.keyClick(window.keys, Qt.Key.Key_Down)
    _wait(qtbot, window)
    assert window.room.master.home().kind is not EntryKind.AGREEMENT
    assert window.room.sidebar.isAncestorOf(window.focusWidget() or window)


def test_an_action_asked_for_early_is_done_in_its_place_among_the_keys(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    window = _begin(session, path)
    with qtbot.waitSignal(window.painted):
        pass
    window.actions_by_id["find"].trigger()
    type_text(window.keys, "health")
    _wait(qtbot, window)
    assert window.room.search.text() == "health"


def test_what_needs_the_form_waits_for_it_with_the_keys_that_follow(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    window = _begin(session, path)
    with qtbot.waitSignal(window.painted):
        pass
    window.actions_by_id["new.person"].trigger()
    type_text(window.keys, "Ali")
    _wait(qtbot, window)
    title = window.focusWidget()
    assert isinstance(title, TitleEdit)
    assert title.toPlainText() == "Ali"


def test_a_window_closed_while_it_opens_leaves_the_catalogue_closed(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    window = _begin(session, path)
    with qtbot.waitSignal(window.painted):
        pass
    assert session.opening.is_busy
    window.close()
    session.close()
    with Catalogue.open(path) as catalogue:
        assert catalogue.read_only_because is None


def test_a_window_closed_while_its_room_is_built_closes_the_catalogue(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    window = _begin(session, path)
    qtbot.waitUntil(lambda: window.has_room, timeout=60_000)
    assert not window.is_ready
    window.close()
    with Catalogue.open(path) as catalogue:
        assert catalogue.read_only_because is None


def test_another_catalogue_takes_the_place_of_the_first(
    session: Session, qtbot: QtBot, path: Path, template: Path, tmp_path: Path
) -> None:
    window = _begin(session, path)
    _wait(qtbot, window)
    other = Path(shutil.copyfile(template, tmp_path / "other.chancery"))
    session.change(other, make=False)
    qtbot.waitUntil(lambda: window.workspace.operations.catalogue.path == other)
    _wait(qtbot, window)
    assert window.windowTitle() == "other — Chancery"
    assert window.room.isVisible()
    with Catalogue.open(path) as catalogue:
        assert catalogue.read_only_because is None


def test_what_can_t_be_opened_is_told_over_the_catalogue_that_stays_open(
    session: Session, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    window = _begin(session, path)
    _wait(qtbot, window)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues", "utf-8")
    with qtbot.waitSignal(session.opening.failed):
        session.change(letter, make=False)
    assert window.room.messages.sentence() == str(NotACatalogue(letter))
    assert window.room.workspace.operations.catalogue.path == path


def test_a_first_catalogue_that_can_t_be_opened_is_told_with_a_choice_of_others(
    session: Session, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues", "utf-8")
    window = _begin(session, letter)
    dialog = _refused(qtbot)
    assert dialog.message.sentence() == str(NotACatalogue(letter))
    dialog.open_path(path)
    _wait(qtbot, window)
    assert window.room.workspace.operations.catalogue.path == path


def test_a_window_whose_catalogue_can_t_be_opened_goes_when_no_other_is_chosen(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues", "utf-8")
    window = _begin(session, letter)
    _refused(qtbot).reject()
    assert not window.isVisible()
    assert session.status == 1


def test_a_catalogue_open_elsewhere_is_shown_for_reading(
    session: Session, qtbot: QtBot, path: Path
) -> None:
    with Catalogue.open(path):
        window = _begin(session, path)
        _wait(qtbot, window)
        assert isinstance(window.workspace.operations.catalogue.read_only_because, LockedBy)
        writing = [spec.id for spec in ACTIONS if spec.writes]
        assert [name for name in writing if window.actions_by_id[name].isEnabled()] == []
        assert "close it there" in window.room.others.sentence()
        assert window.windowTitle() == f"{path.stem} (read only) — Chancery"
        window.close()


def _silent(_window: MainWindow) -> None:
    """Tell nothing."""


@pytest.mark.parametrize(
    "tell", [MainWindow.show_upgrading, _silent], ids=["upgrading", "in a moment"]
)
def test_what_takes_long_is_said_until_it_is_over(
    session: Session, qtbot: QtBot, path: Path, tell: Callable[[MainWindow], None]
) -> None:
    window = _begin(session, path)
    tell(window)
    assert window.busy.isVisible() is (tell is not _silent)
    _wait(qtbot, window)
    assert not window.busy.isVisible()


def test_what_kept_an_act_from_being_saved_is_said_until_one_is(
    session: Session, path: Path, qtbot: QtBot
) -> None:
    window = _begin(session, path)
    _wait(qtbot, window)
    away = path.with_name("away.chancery")
    messages, operations = window.room.messages, window.workspace.operations
    act = create_entry(EntryKind.PERSON, {"title": "Anna"})
    path.rename(away)
    operations.write(act, owner=window)
    _wait(qtbot, window)
    assert messages.isVisible()
    assert "moved" in messages.sentence()
    away.rename(path)
    operations.write(act, owner=window)
    _wait(qtbot, window)
    assert not messages.isVisible()
