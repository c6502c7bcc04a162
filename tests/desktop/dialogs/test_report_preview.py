"""The preview: typeset for real, looked through with the keys, saved, printed and kept once."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from db.queries.reports import printed_reports
from db.rows.dossier import DossierChoices
from desktop.country_report import today
from desktop.dialogs.printing import pages_to_print, place_on_sheet
from desktop.dialogs.report_preview import ReportPreview
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, focused, press
from tests.desktop.dialogs.countries import TITLE, fill
from tests.desktop.keyboard import type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
Preview = Callable[..., ReportPreview]


@pytest.fixture
def preview(workspace: Workspace, show: Show, qtbot: QtBot) -> Preview:
    def preview(country: str = "AZ") -> ReportPreview:
        dialog = ReportPreview(workspace, DossierChoices(country=country))
        show(dialog)
        qtbot.waitUntil(lambda: not dialog.busy.isVisible(), timeout=20_000)
        assert dialog.message.isHidden(), dialog.message.sentence()
        return dialog

    return preview


@pytest.fixture
def volumes_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bind even a short report in volumes."""
    monkeypatch.setattr("desktop.reports.volumes.PAGES_A_VOLUME", 1)
    monkeypatch.setattr("desktop.reports.volumes.LINES_A_PAGE", 12)


def words(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def kept(workspace: Workspace) -> int:
    with workspace.operations.catalogue.read() as session:
        return len(printed_reports(session, "AZ"))


def test_the_report_is_typeset_and_shown(workspace: Workspace, preview: Preview) -> None:
    fill(workspace)
    dialog = preview()
    assert TITLE in words(dialog.content).replace("\n", " ")
    assert dialog.pane.document.pageCount() == len(PdfReader(BytesIO(dialog.content)).pages)
    assert dialog.windowTitle() == "Report: Azerbaijan"
    assert not dialog.busy.isVisible()


def test_a_country_with_nothing_prints_the_honest_page(
    workspace: Workspace, preview: Preview
) -> None:
    dialog = preview("FR")
    assert "nothing" in words(dialog.content).lower()


def test_pages_bookmarks_and_words_are_found_with_the_keys(
    workspace: Workspace, preview: Preview, qtbot: QtBot
) -> None:
    fill(workspace)
    dialog = preview()
    pane = dialog.pane
    navigator = pane.view.pageNavigator()
    last = pane.document.pageCount()
    press(Qt.Key.Key_End)
    assert pane.page.value() == str(last)
    press(Qt.Key.Key_G, CONTROL)
    type_text(focused(), "2")
    press(Qt.Key.Key_Return)
    assert navigator.currentPage() == 1
    pane.bookmarks.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    first = pane.bookmarks.model().index(0, 0)
    assert "Chronology" in first.data()
    assert "Chronology" in pane.document.getAllText(navigator.currentPage()).text()
    press(Qt.Key.Key_F, CONTROL)
    type_text(focused(), "veterinary")
    qtbot.waitUntil(lambda: pane.search.counted().startswith("1 of"))
    press(Qt.Key.Key_Return)
    assert pane.search.counted().startswith("2 of")
    assert pane.view.currentSearchResultIndex() == 1
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.search.counted().startswith("1 of")
    place = pane.search.model.resultAtIndex(0)
    assert navigator.currentPage() == place.page()
    press(Qt.Key.Key_Escape)
    assert focused() is pane.view
    assert dialog.isVisible()


def test_words_that_are_not_there_are_said_to_be_missing(
    workspace: Workspace, preview: Preview, qtbot: QtBot
) -> None:
    dialog = preview()
    press(Qt.Key.Key_F, CONTROL)
    type_text(focused(), "дирижабль")
    qtbot.waitUntil(lambda: dialog.pane.search.counted() == "not found")


def test_a_jump_shows_the_place_and_not_only_the_page(
    workspace: Workspace, preview: Preview
) -> None:
    fill(workspace)
    dialog = preview()
    view = dialog.pane.view
    size = view.document().pagePointSize(0)
    scale = view.viewport().width() / size.width()
    view.go_to(0)
    top = view.verticalScrollBar().value()
    dialog.pane._on_bookmark(dialog.pane.bookmarks.model().index(0, 0))
    view.go_to(0, QRectF(0, 700, 1, 1).topLeft())
    moved = view.verticalScrollBar().value() - top
    assert 0 < moved < 700 * scale
    assert 700 * scale - moved < view.viewport().height()


def test_the_size_is_changed_with_single_keys(workspace: Workspace, preview: Preview) -> None:
    dialog = preview()
    view = dialog.pane.view
    view.setFocus()
    mode = view.ZoomMode
    wide = view._scale(0)
    press(Qt.Key.Key_Plus)
    assert view.zoomMode() == mode.Custom
    assert view._scale(0) == pytest.approx(wide * 1.2)
    press(Qt.Key.Key_Minus)
    press(Qt.Key.Key_Minus)
    assert view._scale(0) == pytest.approx(wide / 1.2)
    press(Qt.Key.Key_9)
    assert view.zoomMode() == mode.FitInView
    press(Qt.Key.Key_0)
    assert view.zoomMode() == mode.FitToWidth


def test_saving_offers_a_name_writes_the_whole_file_and_keeps_the_report_once(
    workspace: Workspace, preview: Preview, settle: Settle, tmp_path: Path
) -> None:
    fill(workspace)
    dialog = preview()
    numbers: list[int] = []
    dialog.kept.connect(numbers.append)
    offered = f"Azerbaijan {today().isoformat()}.pdf"
    for folder in (tmp_path / "first", tmp_path / "second"):
        folder.mkdir()
        chooser = dialog.save()
        assert chooser is not None
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setDirectory(str(folder))
        line = chooser.findChild(QLineEdit)
        assert line is not None
        assert line.text() == offered
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
        assert (folder / offered).read_bytes() == dialog.content
    assert kept(workspace) == 1
    assert len(numbers) == 1


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_kept(
    workspace: Workspace, preview: Preview, settle: Settle, tmp_path: Path
) -> None:
    dialog = preview()
    dialog._save_to(str(tmp_path / "no such folder" / "az.pdf"))
    settle()
    assert "can't be written: choose a folder" in dialog.message.sentence()
    assert kept(workspace) == 0
    assert list(tmp_path.glob("*.pdf")) == []


def test_pages_that_were_asked_for_are_printed_and_the_report_is_kept(
    workspace: Workspace, preview: Preview, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(workspace)
    dialog = preview()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(100)
    printer.setPageRanges(QPageRanges.fromString("2"))
    dialog.print_on(printer)
    qtbot.waitUntil(dialog.message.isVisible)
    settle()
    assert "Sent to the printer" in dialog.message.sentence()
    assert dialog.pane.document.pageCount() > 1
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 1
    assert kept(workspace) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_told_and_nothing_is_kept(
    workspace: Workspace, preview: Preview, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = preview()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    dialog.print_on(printer)
    qtbot.waitUntil(dialog.message.isVisible)
    assert "not printed" in dialog.message.sentence()
    assert kept(workspace) == 0


def test_the_print_dialog_comes_on_ctrl_p_and_can_be_left(
    workspace: Workspace, preview: Preview
) -> None:
    dialog = preview()
    seen: list[bool] = []

    def leave() -> None:
        shown = QApplication.activeModalWidget()
        seen.append(isinstance(shown, QPrintDialog))
        if isinstance(shown, QPrintDialog):
            shown.reject()

    QTimer.singleShot(0, dialog, leave)
    press(Qt.Key.Key_P, CONTROL)
    assert seen == [True]
    assert kept(workspace) == 0


def test_copies_and_order_are_ours_where_the_printer_makes_none() -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setCollateCopies(True)
    assert pages_to_print(printer, 3) == [2, 1, 0, 2, 1, 0]
    printer.setCollateCopies(False)
    assert pages_to_print(printer, 3) == [2, 2, 1, 1, 0, 0]


def test_a_page_is_made_smaller_for_other_paper_and_never_larger() -> None:
    a4, letter = QSizeF(595, 842), QRectF(0, 0, 612, 792)
    shrunk = place_on_sheet(a4, letter, 72)
    assert shrunk.height() == pytest.approx(792)
    assert shrunk.width() / shrunk.height() == pytest.approx(595 / 842)
    assert shrunk.center() == letter.center()
    large = place_on_sheet(a4, QRectF(0, 0, 2000, 2000), 72)
    assert large.size() == a4


def test_escape_while_typesetting_stops_it_and_keeps_nothing(
    workspace: Workspace, show: Show, settle: Settle
) -> None:
    fill(workspace)
    dialog = ReportPreview(workspace, DossierChoices(country="AZ"))
    show(dialog)
    assert dialog.busy.isVisible()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settle()
    assert dialog.content == b""
    assert kept(workspace) == 0


def test_a_long_report_comes_in_volumes_that_are_looked_through_and_saved_under_numbers(
    workspace: Workspace, preview: Preview, settle: Settle, tmp_path: Path, volumes_of_a_page: None
) -> None:
    fill(workspace)
    dialog = preview()
    settle()
    assert dialog.volume.isVisible()
    assert dialog.volume.count() == len(dialog.run.pdfs) > 1
    assert "Volume 1 of" in words(dialog.content)
    dialog.volume.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "Volume 2 of" in words(dialog.content)
    dialog._save_to(str(tmp_path / "az.pdf"))
    settle()
    saved = sorted(tmp_path.glob("*.pdf"))
    assert [path.name for path in saved] == [f"az-{n + 1}.pdf" for n in range(len(saved))]
    assert [path.read_bytes() for path in saved] == [pdf.read_bytes() for pdf in dialog.run.pdfs]
    assert "az-1.pdf to az-2.pdf" in dialog.message.sentence()
    assert kept(workspace) == 1


def test_volumes_never_take_the_place_of_files_nobody_was_asked_about(
    workspace: Workspace, preview: Preview, settle: Settle, tmp_path: Path, volumes_of_a_page: None
) -> None:
    fill(workspace)
    dialog = preview()
    settle()
    (tmp_path / "az-2.pdf").write_bytes(b"older")
    dialog._save_to(str(tmp_path / "az.pdf"))
    settle()
    assert "az-2.pdf is already there" in dialog.message.sentence()
    assert (tmp_path / "az-2.pdf").read_bytes() == b"older"
    assert not (tmp_path / "az-1.pdf").exists()
    assert kept(workspace) == 0


def test_what_was_made_is_removed_with_the_preview(
    workspace: Workspace, preview: Preview, settle: Settle, qtbot: QtBot
) -> None:
    dialog = preview("FR")
    folder = dialog.run.pdfs[0].parent
    assert folder.exists()
    settle()
    press(Qt.Key.Key_Escape)
    assert not folder.exists()


def test_a_report_too_long_to_be_made_is_refused_before_it_is_gathered(
    workspace: Workspace, show: Show, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.country_report.MOST_VOLUMES", 0)
    dialog = ReportPreview(workspace, DossierChoices(country="AZ"))
    show(dialog)
    settle()
    assert "choose fewer years, or some tags" in dialog.message.sentence()
    assert not dialog.busy.isVisible()
    assert dialog.content == b""
