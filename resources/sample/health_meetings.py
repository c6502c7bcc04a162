"""The first release: its visits, meetings and ceremonies."""

from dataclasses import dataclass

from db.commands.content import PointSpec, QuotationSpec
from db.terms import (
    EntryKind,
    LinkKind,
    MeetingKind,
    OrganisationKind,
    PointKind,
    Presence,
    QuotationMode,
)
from resources.sample.actors import Actors, make_body
from resources.sample.archivist import Archivist, accepted_whole
from resources.sample.ground import Ground
from resources.sample.reading import Reading

YEAR = (
    "The roadmap begins in 2021 and the protocol of 27 April 2021 lies behind it, "
    "so this is most likely that year."
)
SIGNING = "signed the document while the Russian minister was in Azerbaijan on a visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthDesk:
    """What lies on the desk while the first release is read."""

    archivist: Archivist
    ground: Ground
    reading: Reading
    actors: Actors
    health_az: int
    musayev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthMeetings:
    """Ids of the meetings."""

    visit: int
    ministers: int
    session: int
    experts: int
    opening: int
    graduation: int
    with_asadov: int


def read_meetings(desk: HealthDesk) -> HealthMeetings:
    """Make the meetings the release tells of."""
    visit, ministers = _visit(desk), _ministers(desk)
    desk.archivist.link(
        LinkKind.PART_OF,
        ministers,
        visit,
        desk.reading.inferred("The ministers met while one visited the other.", SIGNING),
    )
    opening, graduation = _branch(desk)
    return HealthMeetings(
        visit=visit,
        ministers=ministers,
        session=_session(desk),
        experts=_experts(desk),
        opening=opening,
        graduation=graduation,
        with_asadov=_with_asadov(desk),
    )


@accepted_whole("[Visit of the Russian Minister of Health to Azerbaijan]")
def _visit(desk: HealthDesk) -> int:
    claim = desk.reading.stated(SIGNING)
    visit = desk.archivist.entry(
        EntryKind.MEETING,
        "[Visit of the Russian Minister of Health to Azerbaijan]",
        claim,
        desk.reading.inferred(YEAR, "for 2021-2024").on("start", value="2021?"),
        meeting_kind=MeetingKind.VISIT,
        start="2021?",
        place=str(desk.ground.countries["AZ"]),
    )
    desk.archivist.link(
        LinkKind.ATTENDEE,
        visit,
        desk.actors.murashko,
        claim,
        on_behalf_of_id=desk.actors.health_ru,
        post_as="Russian minister",
        post_id=desk.ground.posts["Minister of Health"],
    )
    return visit


@accepted_whole("[Meeting of the health ministers of Azerbaijan and Russia]")
def _ministers(desk: HealthDesk) -> int:
    archivist, reading = desk.archivist, desk.reading
    opened = reading.stated("Musayev, who opened the meeting")
    meeting = archivist.entry(
        EntryKind.MEETING,
        "[Meeting of the health ministers of Azerbaijan and Russia]",
        opened,
        reading.inferred("The Russian minister was in Azerbaijan.", SIGNING).on("place"),
        reading.not_stated("start"),
        meeting_kind=MeetingKind.TALKS,
        place=str(desk.ground.countries["AZ"]),
    )
    archivist.link(
        LinkKind.OPENED_BY, meeting, desk.musayev, opened, on_behalf_of_id=desk.health_az
    )
    archivist.link(
        LinkKind.SPEAKER,
        meeting,
        desk.actors.murashko,
        reading.stated("Murashko replied"),
        on_behalf_of_id=desk.actors.health_ru,
    )
    thanks = "He thanked Russia for test kits and for Sputnik V, the vaccine"
    advice = "what they advised had helped Azerbaijan to bring the epidemic under control"
    for words, quote in (
        ("Thanks to Russia for test kits and the Sputnik V vaccine.", thanks),
        ("The visitors' advice helped to bring the epidemic under control.", advice),
    ):
        archivist.quotation(
            meeting,
            QuotationSpec(words=words, speaker_id=desk.musayev, mode=QuotationMode.REPORTED),
            reading.stated(quote).by(desk.musayev),
        )
    return meeting


@accepted_whole("19th meeting of the commission")
def _session(desk: HealthDesk) -> int:
    named = desk.reading.stated("the 19th meeting of the Intergovernmental Commission")
    session = desk.archivist.entry(
        EntryKind.MEETING,
        "19th meeting of the Intergovernmental Commission on Economic Cooperation "
        "between Russia and Azerbaijan",
        named,
        desk.reading.inferred(
            "A commission signs its protocol at the end of its session.",
            "That protocol had been signed in Moscow on 27 April 2021",
        ).on("start", value="2021-04-27"),
        desk.reading.inferred(
            "A commission signs its protocol where it sits.", "signed in Moscow"
        ).on("place"),
        meeting_kind=MeetingKind.SESSION,
        ordinal="19",
        ordinal_as_written="19th",
        start="2021-04-27",
        place=str(desk.ground.places["Moscow"]),
    )
    desk.archivist.link(LinkKind.SESSION_OF, session, desk.actors.commission, named)
    return session


@accepted_whole("[Visit of Russian coronavirus experts to Azerbaijan]")
def _experts(desk: HealthDesk) -> int:
    archivist, reading = desk.archivist, desk.reading
    came = "Last summer, Musayev said, the Russian minister had come with doctors"
    said = reading.stated(came).by(desk.musayev)
    visit = archivist.entry(
        EntryKind.MEETING,
        "[Visit of Russian coronavirus experts to Azerbaijan]",
        said,
        reading.inferred("The summer before a text of 2021, if that year is right.", "Last summer")
        .on("start", value="2020-22", as_stated="Last summer"),
        meeting_kind=MeetingKind.VISIT,
        start="2020-22",
        place=str(desk.ground.countries["AZ"]),
    )  # fmt: skip
    archivist.link(
        LinkKind.ATTENDEE,
        visit,
        desk.actors.murashko,
        said,
        on_behalf_of_id=desk.actors.health_ru,
        post_as="the Russian minister",
        post_id=desk.ground.posts["Minister of Health"],
    )
    archivist.link(
        LinkKind.ATTENDEE,
        visit,
        None,
        said,
        object_kind=EntryKind.PERSON,
        on_behalf_of_id=desk.ground.countries["RU"],
        named_as="doctors who know the new coronavirus",
        presence=Presence.DELEGATION,
    )
    return visit


@accepted_whole("Baku branch of the First Moscow State Medical University")
def _branch(desk: HealthDesk) -> tuple[int, int]:
    """Make the branch in Baku with its opening and its first graduation."""
    archivist, reading = desk.archivist, desk.reading
    opening = reading.stated(
        "15 September 2015, when the First Moscow State Medical University named after "
        "I.M. Sechenov held the opening of its branch in Baku"
    )
    branch = make_body(
        archivist,
        "Baku branch of the First Moscow State Medical University",
        OrganisationKind.UNIVERSITY,
        opening,
        country=None,
    )
    archivist.link(LinkKind.BRANCH_OF, branch, desk.actors.sechenov, opening)
    archivist.link(LinkKind.SEATED_IN, branch, desk.ground.places["Baku"], opening)
    opened = archivist.entry(
        EntryKind.MEETING,
        "[Opening of the Baku branch of the First Moscow State Medical University]",
        opening.by(desk.musayev),
        reading.inferred("The branch is in Baku.", "its branch in Baku").on("place"),
        meeting_kind=MeetingKind.CEREMONY,
        start="2015-09-15",
        place=str(desk.ground.places["Baku"]),
    )
    archivist.link(LinkKind.ORGANISER, opened, desk.actors.sechenov, opening)
    first = "the Baku branch, whose first students graduated this year"
    graduated = archivist.entry(
        EntryKind.MEETING,
        "[First graduation at the Baku branch]",
        reading.stated(first).by(desk.actors.murashko),
        reading.inferred(YEAR, "this year").on("start", value="2021?", as_stated="this year"),
        meeting_kind=MeetingKind.CEREMONY,
        start="2021?",
    )
    archivist.link(
        LinkKind.ORGANISER,
        graduated,
        branch,
        reading.inferred("A school holds the graduation of its own students.", first),
    )
    return opened, graduated


@accepted_whole("[Meeting with the Prime Minister of Azerbaijan]")
def _with_asadov(desk: HealthDesk) -> int:
    archivist, reading = desk.archivist, desk.reading
    met = reading.stated("Earlier, Murashko had been to see Ali Asadov")
    meeting = archivist.entry(
        EntryKind.MEETING,
        "[Meeting of the Russian Minister of Health with the Prime Minister of Azerbaijan]",
        met,
        reading.not_stated("start", "Only that it was earlier than the signing."),
        reading.not_stated("place"),
        meeting_kind=MeetingKind.TALKS,
    )
    posts, actors = desk.ground.posts, desk.actors
    archivist.link(
        LinkKind.HOST,
        meeting,
        actors.asadov,
        met,
        on_behalf_of_id=desk.ground.countries["AZ"],
        post_as="Prime Minister of Azerbaijan",
        post_id=posts["Prime Minister"],
    )
    archivist.link(
        LinkKind.ATTENDEE, meeting, actors.murashko, met, on_behalf_of_id=actors.health_ru
    )
    for wording, quote in (
        ("Relations between the two countries as a whole", "relations between the countries as a"),
        ("Healthcare", "whole, about healthcare"),
        ("Training of medical staff", "how doctors are taught"),
    ):
        archivist.point(
            meeting,
            PointSpec(kind=PointKind.AGENDA_ITEM, wording=wording),
            reading.stated(quote),
        )
    return meeting
