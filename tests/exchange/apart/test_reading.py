"""Tests of `db.exchange.apart`: reading in another process."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from db.errors import Interrupted, Unreadable
from db.exchange.apart.process import ReadingProcess
from db.exchange.apart.reading import (
    LARGEST_MB,
    arrivals_apart,
    read_apart,
    read_pasted_apart,
)
from db.exchange.apart.wire import Request
from db.exchange.intake import read_pasted, read_release
from db.exchange.release import arrival_of
from tests.exchange.nasty.packages import docx, p

ROOT = Path(__file__).parents[3]
TEXT = "Министры встретились в Баку.\r\nThe ministers met \U0001f1e6\U0001f1ff.".encode()
ENDLESS = b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">text</p>"
"""A page over which libxml2 sits for a minute and a half."""

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bounds")


@pytest.mark.parametrize(
    ("data", "name"),
    [(TEXT, "a.txt"), (b"<h1>Talks</h1><p>We met.", "a.html"), (docx(p("We met.")), "a.docx")],
)
def test_what_is_read_apart_is_what_is_read_here(data: bytes, name: str) -> None:
    here = read_release(data, name=name)
    assert read_apart(data, name=name) == here
    assert arrivals_apart([(name, data)]) == [arrival_of(here)]


def test_of_many_files_a_bad_one_stops_none_of_the_others() -> None:
    files = [(f"{number}.txt", f"Text number {number} of many.".encode()) for number in range(40)]
    files[7:7] = [("a.png", b"\x89PNG\r\n\x1a\n")]
    found = arrivals_apart(files)
    assert [one.reason for one in found if isinstance(one, Unreadable)] == ["binary"]
    texts = [None if isinstance(one, Unreadable) else one.release.text for one in found]
    assert texts == [None if name == "a.png" else data.decode() for name, data in files]


def test_many_files_of_which_one_takes_too_long_are_read_but_that() -> None:
    found = arrivals_apart([("a", b"We met."), ("b", ENDLESS), ("c", b"We left.")], seconds=5)
    told = [one.reason if isinstance(one, Unreadable) else one.release.text for one in found]
    assert told == ["We met.", "too_slow", "We left."]


def test_a_media_type_goes_along() -> None:
    text = "Συνάντηση των υπουργών"
    release = read_apart(text.encode("cp1253"), media_type="text/plain; charset=windows-1253")
    assert release.text == text


@pytest.mark.parametrize("html", ["<ul><li>Armenia<li>Belarus</ul>", "<p>x"])
def test_a_paste_is_read_apart_as_it_is_here(html: str) -> None:
    assert read_pasted_apart("Armenia\nBelarus", html) == read_pasted("Armenia\nBelarus", html)


def test_a_refusal_comes_back_with_all_it_names() -> None:
    with pytest.raises(Unreadable) as caught:
        read_apart(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", name="a.doc")
    assert (caught.value.name, caught.value.reason, caught.value.format) == (
        "a.doc", "unknown_format", "DOC",
    )  # fmt: skip


def test_what_is_far_too_large_is_not_even_handed_over() -> None:
    with pytest.raises(Unreadable) as caught:
        read_apart(bytes(LARGEST_MB * 1_000_000 + 1), name="a.pdf")
    assert (caught.value.reason, caught.value.limit) == ("too_large", LARGEST_MB)


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_read() -> None:
    with pytest.raises(Unreadable) as caught:
        read_apart(ENDLESS, name="a.html", seconds=0.2)
    assert caught.value.reason == "too_slow"
    assert read_apart(b"We met.").text == "We met."


def test_reading_is_cancelled_while_it_is_under_way() -> None:
    asked = iter(range(100))
    with pytest.raises(Interrupted):
        read_apart(ENDLESS, cancelled=lambda: next(asked) > 2)
    assert read_apart(b"We met.").text == "We met."


def test_reading_is_cancelled_while_another_file_is_read() -> None:
    stop = threading.Event()
    first = threading.Thread(target=_read_until, args=(stop,))
    first.start()
    asked = iter(range(100))
    with pytest.raises(Interrupted):
        read_apart(b"We met.", cancelled=lambda: next(asked) > 2)
    stop.set()
    first.join()


def _read_until(stop: threading.Event) -> None:
    with pytest.raises(Interrupted):
        read_apart(ENDLESS, cancelled=stop.is_set)


def test_several_threads_each_get_their_own_text() -> None:
    found: dict[int, str] = {}

    def read(number: int) -> None:
        found[number] = read_apart(f"Text number {number} of many.".encode()).text

    threads = [threading.Thread(target=read, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"Text number {number} of many." for number in range(12)}


def ask(process: ReadingProcess, data: bytes) -> str:
    answer = process.ask(Request(data=data), lambda: False, 60)
    return answer.parts.text if answer.parts else ""


@posix_only
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("SIGSEGV", "crashed"),
        ("SIGABRT", "crashed"),
        ("SIGKILL", "too_much_memory"),
        ("SIGXCPU", "too_slow"),
    ],
)
def test_a_process_that_dies_over_a_file_is_replaced(number: str, reason: str) -> None:
    process = ReadingProcess()
    assert ask(process, b"We met.") == "We met."
    running = process._process
    assert running is not None
    killing = threading.Timer(0.3, os.kill, (running.pid, getattr(signal, number)))
    killing.start()
    with pytest.raises(Unreadable) as caught:
        ask(process, ENDLESS)
    killing.join()
    assert caught.value.reason == reason
    assert ask(process, b"We met.") == "We met."
    process.end()


@posix_only
def test_a_process_that_has_gone_idle_is_begun_again() -> None:
    process = ReadingProcess()
    assert ask(process, b"We met.") == "We met."
    running = process._process
    assert running is not None
    assert running.stdin is not None
    running.stdin.close()  # what ends it is the same: there is nothing to read any more
    assert running.wait(10) == 0
    assert ask(process, b"We met.") == "We met."
    process.end()


HUNGRY = """
import resource, sys
sys.path.insert(0, {root!r})
from db.exchange.apart.serving import answer_to
from db.exchange.apart.wire import Request
from tests.exchange.nasty.packages import docx
data = docx("<w:p><w:r><w:b/></w:r></w:p>" * 100_000)
with open("/proc/self/statm") as told:
    held = int(told.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + 20_000_000, held + 20_000_000))
refusal = answer_to(Request(data=data, name="a.docx")).refusal
print(refusal and refusal.reason)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the bound on memory")
def test_too_much_memory_is_an_answer_and_no_crash() -> None:
    assert run(HUNGRY.format(root=str(ROOT))) == ["too_much_memory"]


def run(code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")[:-1]


TRIES = """
import os, socket, subprocess, sys
sys.path.insert(0, {root!r})
from db.exchange.apart.confinement import confine
confine()
def tries(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "did it"
print(tries(lambda: socket.socket()))
print(tries(lambda: open({target!r}, "w")))
print(tries(lambda: open("/etc/hostname")))
print(tries(lambda: subprocess.run(["true"])))
print(tries(lambda: os.remove({kept!r})))
print(tries(lambda: bytearray(3_000_000_000)))
"""


@posix_only
def test_the_process_can_do_nothing_but_read_what_it_is_given(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.touch()
    code = TRIES.format(root=str(ROOT), target=str(tmp_path / "new"), kept=str(kept))
    answers = run(code)
    assert len(answers) == 6
    assert "did it" not in answers
    assert kept.exists()
    assert not (tmp_path / "new").exists()
