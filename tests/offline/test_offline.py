"""No network at all: no module that could use one, and no socket in a whole day's work."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NETWORK = frozenset(
    {
        "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib",
        "socketserver", "ssl", "telnetlib", "urllib3", "webbrowser", "xmlrpc",
    }
)  # fmt: skip
QT_NETWORK = ("QtNetwork", "QtWebEngine", "QtWebSockets", "QtWebView")


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _is_of_a_network(name: str) -> bool:
    first, *rest = name.split(".")
    return (
        first in NETWORK
        or first == "socket"
        or name.startswith("urllib.request")
        or (first == "PySide6" and any(part.startswith(QT_NETWORK) for part in rest))
    )


def test_no_module_of_ours_could_use_a_network() -> None:
    found = dict[str, set[str]]()
    for package in ("db", "desktop", "migrations", "resources"):
        for path in (ROOT / package).rglob("*.py"):
            name = path.relative_to(ROOT).as_posix()
            used = {one for one in _imported(path) if _is_of_a_network(one)}
            if used:
                found[name] = used
    assert found == {}


@pytest.fixture
def sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Refuse sockets of the internet to every program started; return where they are noted."""
    if sys.platform != "linux" or shutil.which("cc") is None:
        pytest.skip("sockets are watched on Linux, with a C compiler")
    built, noted = tmp_path / "sockets.so", tmp_path / "asked"
    source = Path(__file__).with_name("sockets.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    monkeypatch.setenv("LD_PRELOAD", str(built))
    monkeypatch.setenv("SOCKETS_ASKED_FOR", str(noted))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return noted


def _run(*words: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_watch_sees_a_socket(sockets: Path) -> None:
    code = (
        "import socket\n"
        "try:\n    socket.socket(socket.AF_INET, socket.SOCK_STREAM)\n"
        "except PermissionError:\n    pass\n"
    )
    _run("-c", code)
    assert sockets.read_text() == "asked\n"


def test_a_day_s_work_asks_for_no_socket(sockets: Path, tmp_path: Path) -> None:
    catalogue, page = tmp_path / "day.chancery", tmp_path / "page.html"
    page.write_text(
        "<html><head><link rel='stylesheet' href='http://example.org/a.css'>"
        "<script src='https://example.org/a.js'></script></head><body>"
        "<h1>Ministers of health meet</h1><img src='http://example.org/a.png'>"
        "<p>The ministers of health of Azerbaijan and Kazakhstan signed a memorandum in Baku on "
        "12 May 2024, the ministry said.</p></body></html>",
        encoding="utf-8",
    )
    _run("main.py", "sample", catalogue)
    _run("main.py", "add", catalogue, page)
    _run("main.py", "read", page, "--json")
    _run("main.py", "search", catalogue, "health country:AZ", "--json")
    _run("main.py", "report", catalogue, "AZ", "-o", tmp_path / "az.pdf")
    _run("main.py", "export", catalogue, tmp_path / "list.xlsx")
    _run("main.py", "backup", catalogue)
    _run("main.py", "check", catalogue, "--deep")
    _run("-m", "tests.offline.window", catalogue)
    assert not sockets.exists()
