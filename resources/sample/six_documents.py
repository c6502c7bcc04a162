"""The fifth release: six documents and the talks of two prime ministers; an English news report."""

from dataclasses import dataclass

from db.commands.content import FigureSpec
from db.commands.stages import StageSpec
from db.terms import (
    AgreementType,
    EntryKind,
    LinkKind,
    NameKind,
    ReadingState,
    ReviewState,
    SourceKind,
    StageKind,
)
from resources.sample.actors import Actors
from resources.sample.archivist import Archivist, accepted_whole
from resources.sample.documents import read_documents
from resources.sample.ground import Ground
from resources.sample.health_roadmap import ABOUT
from resources.sample.prime_ministers import Talks, TalksDesk, read_talks
from resources.sample.reading import Reading

_STATEMENT = "the trilateral statement on Nagorno-Karabakh"


@dataclass(frozen=True, slots=True, kw_only=True)
class SixDocuments:
    """Ids of what the fifth release brought."""

    reading: Reading
    documents: tuple[int, ...]
    talks: Talks
    statement: int


def read_six_documents(archivist: Archivist, ground: Ground, actors: Actors) -> SixDocuments:
    """Read the report from its byline to its last line."""
    reading = _take_in(archivist)
    desk = TalksDesk(archivist=archivist, ground=ground, reading=reading, asadov=actors.asadov)
    talks = read_talks(desk)
    documents = read_documents(desk, talks.meeting)
    archivist.figure(
        talks.meeting,
        FigureSpec(number="6", unit="documents signed", is_count=True, members=documents),
        reading.reported("local media", "Six documents in all were signed by the two countries"),
    )
    statement = _statement(desk, talks)
    _finish(desk, talks, documents)
    return SixDocuments(reading=reading, documents=documents, talks=talks, statement=statement)


def _take_in(archivist: Archivist) -> Reading:
    reading = archivist.source(
        "six_documents.txt",
        kind=SourceKind.NEWS_REPORT,
        title="Azerbaijan and Russia sign six documents",
        byline="A. Correspondent",
        published="2021-05-21",
        received="2026-11-20",
        note=ABOUT,
    )
    head = reading.stated("date 2021-05-21 By A. Correspondent")
    archivist.claim(
        "entry",
        reading.source_id,
        head.on("published", value="2021-05-21", as_stated="2021-05-21"),
        head.on("byline", value="A. Correspondent", as_stated="By A. Correspondent"),
        reading.not_stated("publisher"),
        about=reading.source_id,
    )
    return reading


@accepted_whole("Trilateral statement on Nagorno-Karabakh")
def _statement(desk: TalksDesk, talks: Talks) -> int:
    """Make the statement, which the report also calls an agreement."""
    archivist, reading = desk.archivist, desk.reading
    said = reading.stated(_STATEMENT).by(talks.mishustin)
    statement = archivist.entry(
        EntryKind.AGREEMENT,
        "Trilateral statement on Nagorno-Karabakh",
        said,
        agreement_type=AgreementType.JOINT_STATEMENT,
        note="The third party is not named in the source, nor who the other two are.",
    )
    archivist.name(
        statement,
        "trilateral agreement",
        NameKind.VARIANT,
        reading.stated("stand by the trilateral agreement").by(desk.asadov),
    )
    archivist.stage(
        statement,
        StageSpec(kind=StageKind.SIGNED),
        reading.inferred("A statement of three that is stood by was made.", _STATEMENT),
        reading.not_stated("date"),
        reading.not_stated("signatory"),
        reading.not_stated("party"),
    )
    archivist.link(LinkKind.DISCUSSED_AT, statement, talks.meeting, said)
    return statement


def _finish(desk: TalksDesk, talks: Talks, documents: tuple[int, ...]) -> None:
    archivist, reading, tags = desk.archivist, desk.reading, desk.ground.tags
    archivist.about(
        reading,
        talks.meeting,
        *documents,
        AZ=(desk.ground.countries["AZ"], reading.stated("The Prime Minister of Azerbaijan")),
        RU=(desk.ground.countries["RU"], reading.stated("the Prime Minister of Russia")),
    )
    archivist.mention(
        reading.stated("The Prime Minister of Azerbaijan, Ali Asadov"), of=(desk.asadov,)
    )
    archivist.tagged(tags["Trade"], talks.meeting)
    archivist.review(ReviewState.CHECKED, talks.meeting, *documents[:2])
    archivist.reading_state(reading, ReadingState.READ)
