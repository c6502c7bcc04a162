"""The first window: catalogues opened, made and refused, each in plain words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.errors import AlreadyThere, Damaged, LockedBy, NotACatalogue
from db.queries.lists import list_count
from db.rows.lists import ListSpec
from desktop.dialogs.start import SAMPLE, StartDialog
from desktop.settings import Settings
from tests.desktop.dialogs.conftest import Show, focused, press


@pytest.fixture
def settings(qapp: object) -> Settings:
    return Settings()


def choose(chooser: QFileDialog, path: Path) -> None:
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    line = chooser.findChild(QLineEdit)
    assert line is not None
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def wait(qtbot: QtBot, dialog: StartDialog) -> None:
    """Wait until a catalogue is open, or it is said why not."""
    qtbot.waitUntil(lambda: not dialog.opening.is_busy, timeout=60_000)


def opened_by(qtbot: QtBot, dialog: StartDialog) -> Catalogue:
    wait(qtbot, dialog)
    opened = dialog.opened()
    assert opened is not None
    assert not dialog.isVisible()
    return opened.catalogue


def test_an_opened_catalogue_is_remembered_and_knows_whose_name_to_record(
    settings: Settings, show: Show, qtbot: QtBot, template: Path
) -> None:
    settings.who = "Aysel"
    dialog = StartDialog(settings)
    show(dialog)
    dialog.open_path(template)
    with opened_by(qtbot, dialog) as catalogue:
        assert catalogue.who == "Aysel"
    assert settings.recent == [template]


def test_what_cannot_be_opened_is_not_remembered(
    settings: Settings, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues", "utf-8")
    dialog = StartDialog(settings)
    show(dialog)
    dialog.open_path(letter)
    wait(qtbot, dialog)
    assert dialog.message.sentence() == str(NotACatalogue(letter))
    assert settings.recent == []


def test_a_new_catalogue_gets_its_suffix_and_is_opened(
    settings: Settings, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = StartDialog(settings)
    show(dialog)
    choose(dialog.choose_new(), tmp_path / "Archive")
    opened = opened_by(qtbot, dialog)
    assert opened.path == tmp_path / "Archive.chancery"
    opened.close()


def test_an_older_file_is_never_replaced(
    settings: Settings, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "there.chancery"
    Catalogue.create(there).close()
    before = there.read_bytes()
    dialog = StartDialog(settings)
    show(dialog)
    choose(dialog.choose_new(), there)
    wait(qtbot, dialog)
    assert dialog.message.sentence() == str(AlreadyThere(there))
    assert there.read_bytes() == before
    assert dialog.isVisible()


def test_the_last_catalogue_is_opened_with_enter(
    settings: Settings, show: Show, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    settings.add_recent(tmp_path / "gone.chancery")
    settings.add_recent(template)
    dialog = StartDialog(settings)
    show(dialog)
    assert focused() is dialog.list
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    wait(qtbot, dialog)
    assert "There is no file" in dialog.message.sentence()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    opened = opened_by(qtbot, dialog)
    assert opened.path == template
    opened.close()


def test_a_damaged_file_is_told_in_the_window_and_left_as_it_was(
    settings: Settings, show: Show, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.chancery"
    content = bytearray(template.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    broken.write_bytes(content)
    dialog = StartDialog(settings)
    show(dialog)
    choose(dialog.choose_open(), broken)
    wait(qtbot, dialog)
    assert "is damaged" in dialog.message.sentence()
    assert "restore a backup or recover it" in dialog.message.sentence()
    assert broken.read_bytes() == bytes(content)


def test_a_reason_known_before_is_shown_at_once(settings: Settings, show: Show) -> None:
    error = Damaged(Path("x.chancery"), "page 3")
    dialog = StartDialog(settings, error=error)
    show(dialog)
    assert dialog.message.isVisible()
    assert dialog.message.sentence() == str(error)


def test_a_catalogue_open_elsewhere_opens_for_reading(
    settings: Settings, show: Show, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "shared.chancery"
    with Catalogue.create(path):
        dialog = StartDialog(settings)
        show(dialog)
        choose(dialog.choose_open(), path)
        opened = opened_by(qtbot, dialog)
        assert isinstance(opened.read_only_because, LockedBy)
        opened.close()


def test_the_sample_is_built_once_among_the_documents(
    settings: Settings,
    show: Show,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def documents(_place: QStandardPaths.StandardLocation) -> str:
        return str(tmp_path)

    monkeypatch.setattr(QStandardPaths, "writableLocation", documents)
    dialog = StartDialog(settings)
    show(dialog)
    QTest.keyClick(dialog._buttons["sample"], Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "closing must wait for the sample"
    opened = opened_by(qtbot, dialog)
    assert opened.path == tmp_path / SAMPLE
    with opened.read() as session:
        assert list_count(session, ListSpec()) > 50
    opened.close()
    again = StartDialog(settings)
    show(again)
    again.open_sample()
    opened_by(qtbot, again).close()
