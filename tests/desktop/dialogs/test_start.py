"""The first window: catalogues opened, made and refused, each in plain words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.errors import AlreadyThere, Damaged, LockedBy, NotACatalogue
from db.queries.lists import ListSpec, list_count
from desktop.dialogs.start import SAMPLE, StartDialog, open_catalogue
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


def test_an_opened_catalogue_is_remembered_and_knows_whose_name_to_record(
    settings: Settings, template: Path
) -> None:
    settings.who = "Aysel"
    with open_catalogue(template, settings) as catalogue:
        assert catalogue.who == "Aysel"
    assert settings.recent == [template]


def test_what_cannot_be_opened_is_not_remembered(settings: Settings, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues", "utf-8")
    with pytest.raises(NotACatalogue):
        open_catalogue(letter, settings)
    assert settings.recent == []


def test_a_new_catalogue_gets_its_suffix_and_is_opened(
    settings: Settings, show: Show, tmp_path: Path
) -> None:
    dialog = StartDialog(settings)
    show(dialog)
    choose(dialog.choose_new(), tmp_path / "Archive")
    opened = dialog.catalogue()
    assert opened is not None
    assert opened.path == tmp_path / "Archive.chancery"
    assert not dialog.isVisible()
    opened.close()


def test_an_older_file_is_never_replaced(settings: Settings, show: Show, tmp_path: Path) -> None:
    there = tmp_path / "there.chancery"
    Catalogue.create(there).close()
    before = there.read_bytes()
    dialog = StartDialog(settings)
    show(dialog)
    choose(dialog.choose_new(), there)
    assert dialog.message.sentence() == str(AlreadyThere(there))
    assert there.read_bytes() == before
    assert dialog.isVisible()


def test_the_last_catalogue_is_opened_with_enter(
    settings: Settings, show: Show, template: Path, tmp_path: Path
) -> None:
    settings.add_recent(tmp_path / "gone.chancery")
    settings.add_recent(template)
    dialog = StartDialog(settings)
    show(dialog)
    assert focused() is dialog.list
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "There is no file" in dialog.message.sentence()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    opened = dialog.catalogue()
    assert opened is not None
    assert opened.path == template
    opened.close()


def test_a_damaged_file_is_told_in_the_window_and_left_as_it_was(
    settings: Settings, show: Show, template: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.chancery"
    content = bytearray(template.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    broken.write_bytes(content)
    dialog = StartDialog(settings)
    show(dialog)
    choose(dialog.choose_open(), broken)
    assert "is damaged" in dialog.message.sentence()
    assert "restore it from a backup" in dialog.message.sentence()
    assert broken.read_bytes() == bytes(content)


def test_a_reason_known_before_is_shown_at_once(settings: Settings, show: Show) -> None:
    error = Damaged(Path("x.chancery"), "page 3")
    dialog = StartDialog(settings, error=error)
    show(dialog)
    assert dialog.message.isVisible()
    assert dialog.message.sentence() == str(error)


def test_a_catalogue_open_elsewhere_opens_for_reading(
    settings: Settings, show: Show, template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "shared.chancery"
    with Catalogue.create(path):
        dialog = StartDialog(settings)
        show(dialog)
        choose(dialog.choose_open(), path)
        opened = dialog.catalogue()
        assert opened is not None
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
    qtbot.waitUntil(lambda: dialog.catalogue() is not None, timeout=60_000)
    opened = dialog.catalogue()
    assert opened is not None
    assert opened.path == tmp_path / SAMPLE
    with opened.read() as session:
        assert list_count(session, ListSpec()) > 50
    opened.close()
    again = StartDialog(settings)
    show(again)
    again.open_sample()
    opened = again.catalogue()
    assert opened is not None
    opened.close()
