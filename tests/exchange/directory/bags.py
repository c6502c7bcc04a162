"""Directories that somebody has altered, with manifests that vouch for it."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def rewrite(folder: Path, path: str, content: bytes) -> None:
    """Write a file of the payload anew and have the manifests vouch for it."""
    place = folder / "data" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    vouch(folder)


def vouch(folder: Path) -> None:
    """Write the manifest anew for what is there; a forger would."""
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n"
        for file in sorted((folder / "data").rglob("*"))
        if file.is_file() and not file.is_symlink()
    ]
    (folder / "manifest-sha256.txt").write_text("".join(lines), encoding="utf-8")
    (folder / "tagmanifest-sha256.txt").unlink(missing_ok=True)


def change_line(folder: Path, path: str, line: int, change: Callable[[Record], object]) -> None:
    """Change the record on a line, counted from 1."""
    place = folder / "data" / path
    lines = place.read_text(encoding="utf-8").split("\n")
    record = json.loads(lines[line - 1])
    change(record)
    lines[line - 1] = json.dumps(record)
    rewrite(folder, path, "\n".join(lines).encode())


def inside(folder: Path) -> set[str]:
    """Return the names of all files in a folder."""
    return {
        str(Path(where, name).relative_to(folder))
        for where, _folders, names in os.walk(folder)
        for name in names
    }
