"""Takes the pictures of the real program: ``python -m tests.screenshots FOLDER`` on a display."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.catalogue import Catalogue
from db.queries.references import entry_by_reference
from db.rows.dossier import DossierChoices
from db.rows.faces import Target
from db.terms import EntryKind
from desktop.app import make_application, make_window
from desktop.dialogs.report_preview import ReportPreview
from desktop.settings import Settings
from desktop.theme import apply_theme
from desktop.window import MainWindow
from resources.sample.build import write_sample


def main(folder: Path) -> None:
    """Take every picture of the list below, in light and dark."""
    with tempfile.TemporaryDirectory() as place:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        path = Path(place) / "Sample.chancery"
        write_sample(path)
        application = make_application(sys.argv[:1])
        window = make_window(Catalogue.open(path), Settings())
        window.resize(1360, 820)
        window.show()
        while not window.is_ready:
            QTest.qWait(50)
        folder.mkdir(parents=True, exist_ok=True)
        for scheme in ("light", "dark"):
            apply_theme(application, scheme)  # type: ignore[arg-type]
            for name, show in PICTURES.items():
                widget = show(window)
                _settle(window)
                widget.grab().save(str(folder / f"{name}-{scheme}.png"))
                if widget is not window:
                    widget.close()
        window.close()


def _settle(window: MainWindow) -> None:
    for _ in range(3):
        QTest.qWait(300)
        while not window.workspace.operations.is_idle:
            QTest.qWait(50)


def _entry(window: MainWindow, reference: str) -> int:
    with window.workspace.operations.catalogue.read() as session:
        ref = entry_by_reference(session, reference)
    assert ref is not None
    return ref.id


def _main(window: MainWindow) -> QWidget:
    window.room.sidebar.choose_kind(EntryKind.AGREEMENT)
    _settle(window)
    window.room.navigation.open_entry(_entry(window, "A-0003"))
    return window


def _meeting(window: MainWindow) -> QWidget:
    window.room.sidebar.choose_kind(EntryKind.MEETING)
    _settle(window)
    window.room.navigation.open_entry(_entry(window, "M-0008"))
    return window


def _desk(window: MainWindow) -> QWidget:
    window.room.navigation.open_entry(_entry(window, "M-0008"))
    window.room.navigation.show_text(_entry(window, "S-0002"))
    return window


def _finding(window: MainWindow) -> QWidget:
    room = window.room
    room.sidebar.choose_kind(EntryKind.AGREEMENT)
    room.master.split.show_facets(shown=True)
    room.search.set_query("health country:AZ")
    room.master.set_query("health country:AZ")
    return window


def _evidence(window: MainWindow) -> QWidget:
    window.room.navigation.open_entry(_entry(window, "A-0003"))
    _settle(window)
    window.room.detail.evidence_requested.emit(Target("entry", _entry(window, "A-0003"), "covers"))
    return window.room.evidence


def _preview(window: MainWindow) -> QWidget:
    preview = ReportPreview(window.workspace, DossierChoices(country="AZ"), window)
    preview.open()
    QTest.qWait(4000)
    return preview


PICTURES: dict[str, Callable[[MainWindow], QWidget]] = {
    "window": _main,
    "meeting": _meeting,
    "desk": _desk,
    "finding": _finding,
    "evidence": _evidence,
    "preview": _preview,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
    QApplication.quit()
