from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desktop.dialogs.pasted import Pasted, accept_drop, pasted_from


def test_files_come_before_the_text_that_names_them(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "release.txt"))])
    mime.setText("file:///release.txt")
    assert accept_drop(mime) == [tmp_path / "release.txt"]


def test_a_text_keeps_its_html_flavour() -> None:
    mime = QMimeData()
    mime.setText("Talks in Baku")
    mime.setHtml("<p>Talks in Baku</p>")
    assert accept_drop(mime) == Pasted(text="Talks in Baku", html="<p>Talks in Baku</p>")


def test_a_link_to_a_page_is_no_file() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/release")])
    mime.setText("https://example.org/release")
    assert accept_drop(mime) == Pasted(text="https://example.org/release")


def test_nothing_but_white_space_is_nothing() -> None:
    mime = QMimeData()
    mime.setText(" \n ")
    assert pasted_from(mime) is None
    assert accept_drop(QMimeData()) is None
