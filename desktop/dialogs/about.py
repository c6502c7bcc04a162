"""What this program is: its version, what it stands on, and under which licences."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.engine import dbapi2
from desktop.icons import app_icon
from desktop.theme import gap, title_font
from desktop.version import VERSION
from desktop.widgets.text_edit import BlockEdit

LICENCES: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", "LGPL-3.0-only"),
    ("PySide6-Pdf", "LGPL-3.0-only"),
    ("SQLAlchemy", "MIT"),
    ("pysqlite3", "Zlib"),
    ("alembic", "MIT"),
    ("typst", "Apache-2.0"),
    ("edtf", "MIT"),
    ("Babel", "BSD-3-Clause"),
    ("snowballstemmer", "BSD-3-Clause"),
    ("rapidfuzz", "MIT"),
    ("charset-normalizer", "MIT"),
    ("readability-lxml", "Apache-2.0"),
    ("lxml", "BSD-3-Clause"),
    ("lxml-html-clean", "BSD-3-Clause"),
    ("pypdfium2", "Apache-2.0"),
    ("PDFium", "BSD-3-Clause"),
    ("typer", "MIT"),
    ("filelock", "MIT"),
    ("platformdirs", "MIT"),
    ("typing-extensions", "PSF-2.0"),
)
"""The libraries that ship with the program, and their SPDX licences."""

FONTS = "Noto Serif Armenian, Noto Serif Georgian, Noto Naskh Arabic, Libertinus Serif · OFL-1.1"


class AboutDialog(QDialog):
    """Tell version, parts and licences; the text can be copied into a report of a fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Chancery"))
        unit = gap(self.font())
        self.parts = BlockEdit(least_lines=12, most_lines=16)
        self.parts.setReadOnly(True)
        self.parts.setPlainText("\n".join(parts()))
        self.parts.setAccessibleName(self.tr("Parts and their licences"))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addLayout(self._heading())
        column.addWidget(self.parts)
        column.addLayout(last)
        self.resize(unit * 60, self.sizeHint().height())
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self) -> QHBoxLayout:
        sign, name, licence = QLabel(), QLabel(f"Chancery {VERSION}"), QLabel()
        side = 5 * gap(self.font())
        sign.setPixmap(app_icon().pixmap(side, side))
        name.setFont(title_font(self.font()))
        licence.setText(self.tr("A catalogue for archivists. Licence: Apache-2.0."))
        licence.setWordWrap(True)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(licence)
        row = QHBoxLayout()
        row.setSpacing(2 * gap(self.font()))
        row.addWidget(sign)
        row.addLayout(words, 1)
        return row


def parts() -> list[str]:
    """List what the program stands on, a line each: name, version, licence."""
    engines = [f"SQLite {dbapi2.sqlite_version} · blessing", f"Qt {qVersion()} · LGPL-3.0-only"]
    return [*engines, *(_line(name, licence) for name, licence in LICENCES), FONTS]


def _line(name: str, licence: str) -> str:
    try:
        return f"{name} {version(name)} · {licence}"
    except PackageNotFoundError:
        return f"{name} · {licence}"  # frozen into a program without its metadata
