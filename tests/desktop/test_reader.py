"""The reader: one source at a time, in a worker, the one on the desk before the waiting line."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.decisions import learn_noise, refuse
from db.engine import connect_raw
from db.exchange.intake import read_release
from db.interruption import Interruption
from db.queries.reading import learnt_noise, progress_of
from db.terms import EntryKind, SourceKind
from desktop.acts.sources import add_source
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.reader import Reader
from desktop.settings import Settings
from desktop.source_reading import ReadRelease, keep_read, noise_key, read_source
from desktop.workspace import Workspace

TEXT = (
    "Follow the ministry everywhere 24\n\n"
    "On 4 June 2024 the Ministry of Health of Latvia and the Ministry of Health of Estonia signed "
    "a memorandum of understanding in Riga.\n"
)


@pytest.fixture
def sources(catalogue: Catalogue) -> list[int]:
    return [_add(catalogue, f"Release {number}\n\n{TEXT}") for number in range(3)]


@pytest.fixture
def workspace(catalogue: Catalogue, qapp: QApplication) -> Iterator[Workspace]:
    hub = Hub()
    operations = Operations(catalogue, hub)
    yield Workspace(
        operations=operations, hub=hub, pinboard=Pinboard(), settings=Settings(), rules=()
    )
    operations.close()


@pytest.fixture
def settle(workspace: Workspace, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: workspace.operations.is_idle)


class _Heard(QObject):
    """What a reader told, in order."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.order: list[int] = []
        self.read: list[ReadRelease] = []
        self.progress: list[tuple[int, int]] = []
        self.failed: list[tuple[int, str]] = []
        reader.ready.connect(self._on_ready)
        reader.progress_changed.connect(self._on_progress)
        reader.failed.connect(self._on_failed)

    @Slot(int, object)
    def _on_ready(self, source: int, read: ReadRelease) -> None:
        self.order.append(source)
        self.read.append(read)

    @Slot(int, int)
    def _on_progress(self, done: int, whole: int) -> None:
        self.progress.append((done, whole))

    @Slot(int, str)
    def _on_failed(self, source: int, sentence: str) -> None:
        self.failed.append((source, sentence))


def _heard(reader: Reader) -> _Heard:
    return _Heard(reader)


def _add(catalogue: Catalogue, text: str) -> int:
    act = add_source(read_release(text.encode(), name="r.txt"), SourceKind.PRESS_RELEASE)
    return catalogue.write(act).value


def test_a_source_is_read_and_what_it_suggests_is_kept(
    workspace: Workspace, catalogue: Catalogue, sources: list[int], settle: Callable[[], None]
) -> None:
    reader, kept = Reader(workspace), list[int]()
    told = _heard(reader).read
    reader.kept.connect(kept.append)
    reader.read(sources[0])
    settle()
    kinds = {one.kind for one in told[0].reading.suggestions}
    assert {EntryKind.AGREEMENT, EntryKind.ORGANISATION, EntryKind.PLACE} <= kinds
    assert kept == [sources[0]]
    with catalogue.read() as session:
        progress = progress_of(session, sources)
    assert list(progress) == [sources[0]]
    assert (progress[sources[0]].decided, progress[sources[0]].suggested) == (0, len(told[0].keys))


class _Watched(Catalogue):
    """A catalogue that notes which threads read it."""

    threads: frozenset[int] = frozenset()

    @contextmanager
    def read(self, interruption: Interruption | None = None) -> Generator[Session]:
        self.threads |= {get_ident()}
        with super().read(interruption) as session:
            yield session


def test_the_gui_thread_is_free_while_a_source_is_read(
    qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    """The text comes out of the catalogue and is read on one other thread, never on this one."""
    path = tmp_path / "watched.chancery"
    path.write_bytes(template.read_bytes())
    with _Watched.open(path) as catalogue:
        source = _add(catalogue, TEXT)
        hub = Hub()
        operations = Operations(catalogue, hub)
        workspace = Workspace(
            operations=operations, hub=hub, pinboard=Pinboard(), settings=Settings(), rules=()
        )
        reader = Reader(workspace)
        with qtbot.waitSignal(reader.kept):
            reader.read(source)
        operations.close()
        assert len(catalogue.threads) == 1
        assert get_ident() not in catalogue.threads


def test_what_is_asked_for_comes_before_the_waiting_line(
    workspace: Workspace, sources: list[int], settle: Callable[[], None]
) -> None:
    reader = Reader(workspace)
    heard = _heard(reader)
    order, progress = heard.order, heard.progress
    reader.read_later(sources[:2])
    reader.read(sources[2])
    settle()
    assert order == [sources[0], sources[2], sources[1]]
    assert progress == [(0, 2), (1, 2), (0, 0)]


def test_cancelling_leaves_what_waits_and_nothing_else(
    workspace: Workspace, sources: list[int], settle: Callable[[], None]
) -> None:
    reader = Reader(workspace)
    order = _heard(reader).order
    reader.read_later(sources)
    reader.cancel()
    settle()
    assert order == [sources[0]]
    reader.read_later(sources[1:])
    settle()
    assert order == sources


def test_one_that_fails_is_told_in_a_sentence_and_does_not_stop_the_rest(
    workspace: Workspace, sources: list[int], settle: Callable[[], None]
) -> None:
    raw = connect_raw(workspace.operations.catalogue.path, mode="rw")
    raw.execute(
        "UPDATE source_text SET text = CAST(x'ff' AS TEXT) WHERE sha256 = "
        "(SELECT text_sha256 FROM source WHERE id = ?)",
        (sources[0],),
    )
    raw.close()
    reader = Reader(workspace)
    heard = _heard(reader)
    order, told = heard.order, heard.failed
    reader.read_later(sources[:2])
    settle()
    assert order == [sources[1]]
    assert [source for source, _sentence in told] == [sources[0]]
    assert told[0][1].endswith(".")


def test_a_learnt_line_is_passed_over_until_it_is_refused(
    catalogue: Catalogue, sources: list[int]
) -> None:
    pattern = "follow the ministry everywhere #"
    before = read_source(catalogue, sources[0])
    catalogue.write(Act(key="noise.learn", run=lambda s: learn_noise(s, words=pattern)))
    learnt = read_source(catalogue, sources[0])
    assert before.met == ()
    assert learnt.met == (pattern,)
    assert len(learnt.reading.noise) == len(before.reading.noise) + 1
    catalogue.keep(lambda session: keep_read(session, learnt))
    with catalogue.read() as session:
        assert [(row.words, row.met) for row in learnt_noise(session)] == [(pattern, 1)]
    act = Act(
        key="reading.refuse",
        run=lambda s: refuse(s, source_id=sources[0], keys=[noise_key(pattern)]),
    )
    catalogue.write(act)
    again = read_source(catalogue, sources[0])
    assert again.switched_on == {pattern}
    assert len(again.reading.noise) == len(before.reading.noise)
    assert read_source(catalogue, sources[1]).met == (pattern,)
