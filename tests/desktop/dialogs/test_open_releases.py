"""Taking in files: outcomes, doubles, cancelling, and the keys."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.backups.facts import Reason
from db.backups.listing import backups_of
from db.exchange.formats import LARGEST_MB
from db.queries.lists import list_count
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.bulk_intake import BulkIntake
from desktop.dialogs.open_releases import OpenReleasesDialog, choose_releases
from desktop.release_files import releases_in
from desktop.release_reading import read_file
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, press

Open = Callable[..., OpenReleasesDialog]


@pytest.fixture
def take(workspace: Workspace, show: Show, settle: Settle) -> Open:
    def take(*paths: Path) -> OpenReleasesDialog:
        dialog = OpenReleasesDialog(workspace, paths)
        show(dialog)
        settle()
        return dialog

    return take


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.files_ahead.MOST", 8)


def release(folder: Path, name: str, words: str) -> Path:
    file = folder / name
    file.write_text(f"Talks of ministers on {words}\n\nThey met in Baku.", "utf-8")
    return file


def count(workspace: Workspace) -> int:
    with workspace.operations.catalogue.read() as session:
        return list_count(session, ListSpec(kind=EntryKind.SOURCE))


def take_anyway(dialog: OpenReleasesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog._again.clicked):  # a button's letter presses it for a moment
        press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)


def test_one_bad_file_does_not_stop_the_rest(
    workspace: Workspace, take: Open, tmp_path: Path
) -> None:
    picture = tmp_path / "photo.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    dialog = take(
        release(tmp_path, "a.txt", "Rail"),
        picture,
        release(tmp_path, "b.txt", "Ports"),
        tmp_path / "gone.txt",
    )
    assert dialog.summary() == "2 taken in · 2 not read"
    assert count(workspace) == 2
    press(Qt.Key.Key_Down)
    assert "holds no text" in dialog.sentence()
    press(Qt.Key.Key_End)
    assert "can't be opened" in dialog.sentence()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(take: Open, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(40_000_000_000)  # a hole: reading it would fill the memory
    dialog = take(huge)
    assert f"larger than {LARGEST_MB} MB" in dialog.sentence()


def test_a_double_is_left_out_and_taken_in_when_asked_for(
    workspace: Workspace, take: Open, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = release(tmp_path, "a.txt", "Rail"), release(tmp_path, "b.txt", "Rail")
    dialog = take(first, second)
    assert dialog.summary() == "1 taken in · 1 left out"
    press(Qt.Key.Key_Down)
    assert "the same as S-0001 “Talks of ministers on Rail”" in dialog.sentence()
    take_anyway(dialog, qtbot)
    settle()
    assert dialog.summary() == "2 taken in"
    assert dialog.list.currentIndex().row() == 1
    assert count(workspace) == 2


def test_all_doubles_that_are_selected_are_taken_in(
    workspace: Workspace, take: Open, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [release(tmp_path, f"{n}.txt", "Rail") for n in range(3)]
    dialog = take(*files)
    QTest.keyClick(dialog.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    take_anyway(dialog, qtbot)
    settle()
    assert count(workspace) == 3
    assert dialog.list.selectionModel().isSelected(dialog.list.model().index(2, 0))


def test_enter_opens_the_source_of_a_line(take: Open, tmp_path: Path) -> None:
    first, second = release(tmp_path, "a.txt", "Rail"), release(tmp_path, "b.txt", "Rail")
    dialog = take(first, second)
    wanted: list[int] = []
    dialog.open_requested.connect(wanted.append)
    second_line = dialog.list.model().index(1, 0)
    dialog.list.selectionModel().setCurrentIndex(
        second_line, QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    press(Qt.Key.Key_Return)
    assert wanted == [1]
    assert not dialog.isVisible()


@pytest.mark.usefixtures("small_batches")
def test_one_undo_takes_back_all_that_was_taken_in_together_and_nothing_else(
    workspace: Workspace,
    take: Open,
    tmp_path: Path,
    settle: Settle,
) -> None:
    take(release(tmp_path, "first.txt", "Roads"))
    many = [release(tmp_path, f"{n}.txt", f"Subject {n}") for n in range(20)]
    dialog = take(*many)
    assert count(workspace) == 21
    workspace.operations.undo(owner=dialog)
    settle()
    assert count(workspace) == 1
    workspace.operations.redo(owner=dialog)
    settle()
    assert count(workspace) == 21


@pytest.mark.usefixtures("small_batches")
def test_escape_stops_after_what_is_being_written_and_then_closes(
    workspace: Workspace,
    show: Show,
    settle: Settle,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    files = [release(tmp_path, f"{n}.txt", f"Subject {n}") for n in range(60)]
    dialog = OpenReleasesDialog(workspace, files)
    show(dialog)
    with qtbot.waitSignal(dialog._model.rowsInserted):
        pass
    press(Qt.Key.Key_Escape)
    settle()
    assert dialog.isVisible()
    assert 1 <= count(workspace) < len(files)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_of_a_folder_only_what_may_be_a_release_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "day" / "evening"
    inside.mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    wanted = [release(tmp_path / "day", "b.TXT", "x"), release(inside, "a.html", "y")]
    release(tmp_path, "style.css", "z")
    release(tmp_path / ".hidden", "c.txt", "z")
    odd = release(tmp_path, "named-without-suffix", "z")
    assert sorted(releases_in([tmp_path])) == sorted(wanted)
    assert releases_in([odd, odd, tmp_path / "day"])[0] == odd
    assert len(releases_in([odd, odd, tmp_path / "day"])) == 3


def test_each_source_that_has_come_in_is_told_of_to_be_read(
    workspace: Workspace, show: Show, settle: Settle, tmp_path: Path
) -> None:
    files = [
        release(tmp_path, name, words) for name, words in (("a.txt", "Rail"), ("b.txt", "Sea"))
    ]
    told: list[int] = []
    dialog = OpenReleasesDialog(workspace, [*files, files[0]])
    dialog.taken_in.connect(told.append)
    show(dialog)
    settle()
    assert told == [1, 2]


def test_an_empty_folder_says_so(take: Open, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert "no release here" in take(folder).summary()


def test_files_are_chosen_with_the_keys(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    file = release(tmp_path, "a.txt", "Rail")
    chosen: list[list[Path]] = []
    dialog = choose_releases(workspace, parent, chosen.append)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(str(file))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen == [[file]]
    again = choose_releases(workspace, parent, chosen.append)
    assert Path(again.directory().absolutePath()) == tmp_path


MAIL = (
    "From: press@example.org\nSubject: Talks in Baku\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=B\n\n"
    "--B\nContent-Type: text/plain; charset=utf-8\n\nThe ministers met in Baku.\n"
    "--B\nContent-Type: application/zip\n"
    'Content-Disposition: attachment; filename="agenda.zip"\n\nnothing\n--B--\n'
)


def test_what_a_file_left_out_is_said_in_the_list(
    workspace: Workspace, take: Open, tmp_path: Path
) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_text(MAIL, "utf-8")
    dialog = take(mail, release(tmp_path, "a.txt", "Rail"))
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    assert dialog.sentence().startswith("Taken in: Talks in Baku\nAttachments were not read:")
    assert "agenda.zip" in dialog.sentence()
    assert dialog.summary() == "2 taken in · 1 of these with a remark"
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    assert dialog.sentence() == "Taken in: Talks of ministers on Rail"
    path = workspace.operations.catalogue.path
    workspace.operations.catalogue.close()
    with BulkIntake(path, again=True) as intake:
        (told,) = intake.take_in([mail])
    assert "agenda.zip" in told.remarks


def test_a_file_read_alone_tells_what_it_left_out(tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_text(MAIL, "utf-8")
    assert "agenda.zip" in read_file(mail, None, as_json=False).splitlines()[0]
    told = json.loads(read_file(mail, None, as_json=True))
    assert (told["warnings"], told["left_out"]) == (["attachments_left_out"], ["agenda.zip"])


def _reasons(path: Path) -> list[Reason]:
    return [one.facts.reason for one in backups_of(path, None)]


def test_before_very_many_files_on_the_command_line_a_backup_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.bulk_intake.LARGE", 2)
    files = [release(tmp_path, f"{name}.txt", name) for name in ("Rail", "Tax", "Health")]
    path = tmp_path / "some.chancery"
    for reasons in ([], [Reason.BULK]):
        with BulkIntake(path) as intake:
            assert all(told.ok for told in intake.take_in(files))
        assert _reasons(path) == reasons


def test_the_window_and_the_command_line_agree_on_doubles(
    workspace: Workspace, take: Open, tmp_path: Path
) -> None:
    file = release(tmp_path, "a.txt", "Rail")
    take(file)
    path = workspace.operations.catalogue.path
    workspace.operations.catalogue.close()
    with BulkIntake(path) as intake:
        (told,) = intake.take_in([file])
    assert told.ok
    assert "the same as S-0001" in told.sentence
    with BulkIntake(path, again=True) as intake:
        assert [one.source_id for one in intake.take_in([file])] == [2]
