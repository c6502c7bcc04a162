"""What a clipboard or a drop holds that can be taken in: the flavours of a text, or files."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """The flavours of one piece of text; without ``html`` it is plain."""

    text: str
    html: str | None = None

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.html)


def pasted_from(mime: QMimeData) -> Pasted | None:
    """Return the text that a clipboard or drop holds, with its HTML flavour where it has one."""
    found = Pasted(text=mime.text(), html=mime.html() if mime.hasHtml() else None)
    return found or None


def copied(clipboard: QClipboard) -> Pasted | None:
    """Return the text that was copied last, None where there is none."""
    mime = cast("QMimeData | None", clipboard.mimeData())  # some platforms have none when empty
    return None if mime is None else pasted_from(mime)


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that are being dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def accept_drop(mime: QMimeData) -> list[Path] | Pasted | None:
    """Return what is dropped: files and folders before text; None where it is neither."""
    return dropped_files(mime) or pasted_from(mime)
