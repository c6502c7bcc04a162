"""Tests of `db.exchange.opening` and `db.exchange.file_names`."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Unreadable
from db.exchange.file_names import safe_name
from db.exchange.opening import bytes_of_file


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        bytes_of_file(path, largest_mb=1)
    return caught.value.reason


def test_a_plain_file_and_a_link_to_one_are_opened(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"We met.")
    assert bytes_of_file(file, largest_mb=1) == b"We met."
    link = tmp_path / "b.txt"
    link.symlink_to(file)
    assert bytes_of_file(link, largest_mb=1) == b"We met."


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "not_a_file"
    assert refusal(tmp_path / "gone.txt") == "not_opened"
    assert refusal(Path("a\0b")) == "not_opened"
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert refusal(loop) == "not_opened"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
def test_pipes_and_devices_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert refusal(pipe) == "not_a_file"
    assert refusal(Path("/dev/zero")) == "not_a_file"


def test_too_large_is_told_before_reading(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(40_000_000_000)
    assert refusal(huge) == "too_large"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/", "etc"),
        ("Акт №1.pdf", "Акт №1.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\nb\0c.txt", "a bc.txt"),
        (".hidden", "hidden"),
        ("con.txt", "_con.txt"),
        ('a:b<c>"d".txt', "a_b_c__d_.txt"),
        ("..", ""),
        ("", ""),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_name_from_outside_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(name=st.text(max_size=400))
def test_any_name_becomes_one_that_stays_in_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert not set(safe) & set('/\\<>:"|?*\0\n\r')
    assert safe not in {".", ".."}
    assert len(safe) <= 201
    safe.encode()
