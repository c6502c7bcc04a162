"""Preferences and window state: the only file that names the keys of QSettings.

Nothing about the content of a catalogue lies here; that travels in its file.
"""

import getpass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings

RECENT = 8


class Settings:
    """Typed properties with defaults over QSettings."""

    def __init__(self) -> None:
        self._store = QSettings()

    @property
    def who(self) -> str:
        """The name history records for what is done here."""
        return str(self._store.value("person/name", "") or getpass.getuser())

    @who.setter
    def who(self, name: str) -> None:
        self._store.setValue("person/name", name)

    @property
    def scheme(self) -> Literal["system", "light", "dark"]:
        """The colour scheme; the system's where none was chosen."""
        chosen = self._store.value("look/scheme", "system")
        return "light" if chosen == "light" else "dark" if chosen == "dark" else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._store.setValue("look/scheme", scheme)

    @property
    def language(self) -> str:
        """The language labels of tags, posts and links are shown in: ``en`` or ``ru``."""
        return str(self._store.value("look/language", "en"))

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("look/language", language)

    @property
    def recent(self) -> list[Path]:
        """The catalogues last opened, latest first."""
        return [Path(path) for path in self.texts("catalogues/recent")]

    def add_recent(self, path: Path) -> None:
        """Put a catalogue at the head of those last opened."""
        paths = [str(path), *(str(other) for other in self.recent if other != path)]
        self.set_texts("catalogues/recent", paths[:RECENT])

    @property
    def backup_folder(self) -> Path | None:
        """The folder chosen for the backups of all catalogues; None: beside each."""
        folder = self.text("backups/folder")
        return Path(folder) if folder else None

    @backup_folder.setter
    def backup_folder(self, folder: Path | None) -> None:
        self.set_text("backups/folder", "" if folder is None else str(folder))

    def last_look(self, path: Path) -> datetime | None:
        """When all pages of a catalogue were last looked at here."""
        at = self.text(f"looks/{_key(path)}").partition(" ")[0]
        return datetime.fromisoformat(at) if at else None

    def is_suspect(self, path: Path) -> bool:
        """Whether that look found damage, and so all pages are to be looked at on opening."""
        return self.text(f"looks/{_key(path)}").endswith(" damaged")

    def note_look(self, path: Path, at: datetime, *, sound: bool) -> None:
        """Note that all pages of a catalogue were looked at, and whether they were sound."""
        told = at.isoformat(timespec="seconds")
        self.set_text(f"looks/{_key(path)}", told if sound else f"{told} damaged")

    def state(self, name: str) -> QByteArray:
        """Return the kept state of a window or splitter, empty where none was kept."""
        value = self._store.value(f"state/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Keep the state of a window or splitter."""
        self._store.setValue(f"state/{name}", state)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered choice, such as ``list/agreement/sort``."""
        return str(self._store.value(f"choice/{key}", default))

    def set_text(self, key: str, value: str) -> None:
        """Remember a choice."""
        self._store.setValue(f"choice/{key}", value)

    def texts(self, key: str) -> list[str]:
        """Return a remembered list."""
        value = self._store.value(f"choice/{key}", [])
        if isinstance(value, str):
            return [value]
        return [str(item) for item in value] if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - QSettings is untyped

    def set_texts(self, key: str, values: list[str]) -> None:
        """Remember a list."""
        self._store.setValue(f"choice/{key}", values)


def _key(path: Path) -> str:
    return sha256(str(path.absolute()).encode()).hexdigest()[:16]
