"""A catalogue with two sources that disagree, and a workspace over it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.stages import StageSpec
from db.exchange.intake import read_release
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.terms import EntryKind, How, LinkKind, SourceKind, StageKind
from desktop.acts import entries, links, sources
from desktop.desk.desk import Desk
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.reader import Reader
from desktop.settings import Settings
from desktop.workspace import Workspace

T = TypeVar("T")

TEXT = """Ministers agree on a roadmap

On 7 December 2024, the institute in Ganja hosted the fourth meeting. \
It was chaired by L. Aliyeva, \
Minister of Health. 😀 The roadmap for 2021–2024 was signed in May 2021.

«Карта отражает наши приоритеты», — сказала министр. The next meeting will be in Osh.

Subscribe to our news.
"""
OTHER = "Two years on\n\nThe term of the roadmap runs from 2022 to 2024. It was signed in 2022.\n"


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where words stand in a text."""
    first = text.index(words)
    return Span(first=first, last=first + len(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A catalogue with entries, and their ids."""

    catalogue: Catalogue
    source: int
    other: int
    agreement: int
    stage: int
    body: int
    party: int

    def sheet(self, entry: int | None = None) -> EntrySheet:
        """Read the sheet of an entry; of the agreement without one."""
        found = self.read(lambda session: entry_sheet(session, entry or self.agreement))
        assert found is not None
        return found

    def read(self, query: Callable[[Session], T]) -> T:
        """Ask the catalogue."""
        with self.catalogue.read() as session:
            return query(session)


def _claims(source: int, other: int, agreement: int, stage: int) -> tuple[EvidenceSpec, ...]:
    covers = Target("entry", agreement, "covers")
    return (
        EvidenceSpec(target=covers, source_id=source, spans=(span_of("roadmap for 2021–2024"),)),
        EvidenceSpec(
            target=covers,
            source_id=other,
            spans=(span_of("from 2022 to 2024", OTHER),),
            value="2022/2024",
            how=How.REPORTED,
            attributed_as="the newspaper",
        ),
        EvidenceSpec(
            target=Target("stage", stage, "date"),
            source_id=other,
            spans=(span_of("signed in 2022", OTHER),),
            value="2022",
        ),
    )


@pytest.fixture
def filled(catalogue: Catalogue) -> Filled:
    def write(act: Act[T]) -> T:
        return catalogue.write(act).value

    source = write(
        sources.add_source(
            read_release(TEXT.encode(), name="fourth.txt"),
            SourceKind.PRESS_RELEASE,
            {"title": "Ministers agree on a roadmap", "published": "2024-12-08"},
        )
    )
    other = write(
        sources.add_source(
            read_release(OTHER.encode(), name="two.txt"),
            SourceKind.NEWS_REPORT,
            {"title": "Two years on"},
        )
    )
    agreement = write(
        entries.create_entry(
            EntryKind.AGREEMENT,
            {"title": "Roadmap in health", "agreement_type": "roadmap", "covers": "2021/2024"},
        )
    )
    body = write(entries.create_entry(EntryKind.ORGANISATION, {"title": "Ministry of Health"}))
    stage = write(links.add_stage(agreement, StageSpec(kind=StageKind.SIGNED, date="2021-05")))
    party = write(
        links.add_link(LinkSpec(kind=LinkKind.PARTY, subject_id=agreement, object_id=body))
    )
    write(sources.add_evidence(_claims(source, other, agreement, stage)))
    return Filled(
        catalogue=catalogue,
        source=source,
        other=other,
        agreement=agreement,
        stage=stage,
        body=body,
        party=party,
    )


@pytest.fixture
def workspace(filled: Filled, qapp: QApplication) -> Iterator[Workspace]:
    hub = Hub()
    operations = Operations(filled.catalogue, hub)
    yield Workspace(
        operations=operations, hub=hub, pinboard=Pinboard(), settings=Settings(), rules=()
    )
    operations.close()


@pytest.fixture
def settle(workspace: Workspace, qtbot: QtBot) -> Callable[[], None]:
    """Wait until all that was asked of the catalogue has been answered."""

    def settle() -> None:
        qtbot.waitUntil(lambda: workspace.operations.is_idle)

    return settle


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Callable[[QWidget], QMainWindow]]:
    """Show a widget in an active window of a usual size."""
    kept: list[QMainWindow] = []

    def window(widget: QWidget) -> QMainWindow:
        made = QMainWindow()
        kept.append(made)
        qtbot.addWidget(made)
        made.setCentralWidget(widget)
        made.resize(1000, 700)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        widget.setFocus()
        return made

    yield window
    kept.clear()


@pytest.fixture
def desk(
    filled: Filled,
    workspace: Workspace,
    settle: Callable[[], None],
    window: Callable[[QWidget], QMainWindow],
) -> Desk:
    made = Desk(workspace, Reader(workspace))
    window(made)
    made.show_source(filled.source)
    settle()
    return made
