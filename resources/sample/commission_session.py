"""The fourth release: the 21st session of the commission; English, its dateline without a year."""

from dataclasses import dataclass

from db.commands.stages import StageSpec
from db.terms import (
    AgreementType,
    EntryKind,
    LinkKind,
    MeetingKind,
    NameKind,
    PassageKind,
    Presence,
    ReadingState,
    ReviewState,
    SourceKind,
    StageKind,
)
from resources.sample.actors import Actors, install, make_person
from resources.sample.archivist import Archivist, accepted_whole
from resources.sample.commission_forums import Forums, read_forums
from resources.sample.commission_points import SessionDesk, SessionPoints, read_points
from resources.sample.ground import Ground
from resources.sample.health_roadmap import ABOUT
from resources.sample.reading import Reading

_NAME = (
    "21st meeting of the Intergovernmental Commission on Economic Cooperation between the "
    "Russian Federation and the Republic of Azerbaijan"
)
_REGULAR = "The Commission came together in Moscow for its regular 21st meeting"
_RECORD = "the final record of the 21st meeting"
_YEAR = "The first half of 2023 is over and 2022 is past; “this year” is 2023."


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionSession:
    """Ids of what the fourth release brought."""

    reading: Reading
    session: int
    record: int
    points: SessionPoints
    forums: Forums


def read_commission_session(
    archivist: Archivist, ground: Ground, actors: Actors
) -> CommissionSession:
    """Read the release from its dateline to its last line."""
    reading = _take_in(archivist)
    session = _session(archivist, ground, reading, actors)
    desk = SessionDesk(archivist=archivist, ground=ground, reading=reading, session=session)
    _chairs(desk)
    archivist.link(
        LinkKind.ATTENDEE,
        session,
        None,
        reading.stated("Ministries, agencies and other bodies of both countries had sent people"),
        object_kind=EntryKind.ORGANISATION,
        named_as="Ministries, agencies and other bodies of both countries",
        presence=Presence.DELEGATION,
    )
    points = read_points(desk, actors.commission)
    forums = read_forums(desk)
    record = _record(desk)
    _finish(desk, record, forums)
    return CommissionSession(
        reading=reading, session=session, record=record, points=points, forums=forums
    )


def _take_in(archivist: Archivist) -> Reading:
    reading = archivist.source(
        "commission_session.txt",
        kind=SourceKind.PRESS_RELEASE,
        title=_NAME,
        published="2023-07-07",
        received="2026-11-19",
        note=ABOUT,
    )
    archivist.claim(
        "entry",
        reading.source_id,
        reading.stated("RUSSIA, July 7").on("published", value="XXXX-07-07", as_stated="July 7"),
        reading.inferred(
            _YEAR, "Between January and June 2023", "in February 2023", "turned 30 in 2022"
        ).on("published", value="2023-07-07"),
        about=reading.source_id,
    )
    archivist.mark(reading, PassageKind.HEADING, _NAME)
    return reading


def _session(archivist: Archivist, ground: Ground, reading: Reading, actors: Actors) -> int:
    regular = reading.stated(_REGULAR)
    session = archivist.entry(
        EntryKind.MEETING,
        _NAME,
        regular,
        reading.stated("Two deputy prime ministers led the meeting side by side"),
        reading.stated(_NAME),
        reading.not_stated("start", "The dateline is that of the release, not of the meeting."),
        meeting_kind=MeetingKind.SESSION,
        ordinal="21",
        ordinal_as_written="21st",
        place=str(ground.places["Moscow"]),
    )
    archivist.link(LinkKind.SESSION_OF, session, actors.commission, reading.stated(_NAME))
    archivist.name(actors.commission, "The Commission", NameKind.VARIANT, regular, language="en")
    archivist.mention(reading.stated(_NAME), of=(actors.commission,))
    return session


@accepted_whole("21st meeting of the commission")
def _chairs(desk: SessionDesk) -> None:
    archivist, post = desk.archivist, desk.ground.posts["Deputy Prime Minister"]
    for code, name, (own, language), quote in (
        (
            "RU",
            "Alexei Overchuk",
            ("Алексей Оверчук", "ru"),
            "Deputy Prime Minister Alexei Overchuk, of the Russian Federation",
        ),
        (
            "AZ",
            "Shahin Mustafayev",
            ("Şahin Mustafayev", "az"),
            "Deputy Prime Minister Shahin Mustafayev, of the Republic of Azerbaijan",
        ),
    ):
        country, claim = desk.ground.countries[code], desk.reading.stated(quote)
        person = make_person(archivist, name, claim, original=own, language=language)
        install(archivist, person, country, claim, post_as="Deputy Prime Minister", post_id=post)
        archivist.link(
            LinkKind.CO_CHAIR,
            desk.session,
            person,
            desk.reading.stated(quote, "as co-chairs"),
            desk.reading.stated("Two deputy prime ministers led the meeting side by side"),
            on_behalf_of_id=country,
            post_as="Deputy Prime Minister",
            post_id=post,
        )


@accepted_whole("Final record of the 21st meeting")
def _record(desk: SessionDesk) -> int:
    archivist, reading = desk.archivist, desk.reading
    record = archivist.entry(
        EntryKind.AGREEMENT,
        f"Final record of the {_NAME}",
        reading.stated(_RECORD),
        agreement_type=AgreementType.FINAL_RECORD,
    )
    archivist.name(
        record,
        "Протокол 21-го заседания Межправительственной комиссии",
        NameKind.TRANSLATION,
        reading.inferred("In Russian both “final record” and “protocol” are «протокол».", _RECORD),
        language="ru",
    )
    signed = reading.stated("At the end both sides put their names to the final record")
    archivist.stage(
        record,
        StageSpec(
            kind=StageKind.SIGNED,
            place_id=desk.ground.places["Moscow"],
            meeting_id=desk.session,
        ),
        signed,
        reading.not_stated("date"),
        reading.not_stated("signatory"),
        reading.inferred("It was signed at the end of a meeting held there.", _REGULAR).on("place"),
    )
    for code in ("RU", "AZ"):
        archivist.link(
            LinkKind.PARTY,
            record,
            desk.ground.countries[code],
            reading.inferred("A commission of two states acts for both.", "both sides put their"),
            presence=Presence.BODY,
        )
    return record


def _finish(desk: SessionDesk, record: int, forums: Forums) -> None:
    archivist, tags = desk.archivist, desk.ground.tags
    both = desk.reading.stated(_NAME)
    archivist.about(
        desk.reading,
        desk.session,
        record,
        forums.eleventh,
        forums.proposed,
        RU=(desk.ground.countries["RU"], both),
        AZ=(desk.ground.countries["AZ"], both),
    )
    for tag in ("Trade", "Regions", "Transport", "Customs", "Food safety", "Culture"):
        archivist.tagged(tags[tag], desk.session)
    archivist.tagged(tags["Regions"], forums.eleventh, forums.twelfth)
    archivist.tagged(tags["Science and education"], forums.proposed)
    archivist.tagged(tags["Culture"], *forums.culture)
    archivist.review(ReviewState.CHECKED, desk.session, record)
    archivist.reading_state(desk.reading, ReadingState.READ)
