"""The fourth release: forums held, planned and proposed, and two events of culture."""

from dataclasses import dataclass

from db.commands.content import FigureSpec, PointSpec
from db.terms import (
    Bound,
    EntryKind,
    LinkKind,
    MeetingKind,
    NameKind,
    OrganisationKind,
    PointKind,
    Presence,
    Standing,
)
from resources.sample.actors import make_body
from resources.sample.archivist import accepted_whole
from resources.sample.commission_points import SessionDesk

_ELEVENTH = "the 11th Russian-Azerbaijani Interregional Forum in November 2022"
_TWELFTH = "The next one is due in Russia this year"
_IDEA = "Russia came forward in February 2023 with the idea"
_FIRST = "a first Russian-Azerbaijani scientific and educational forum, to be held in Baku"
_CULTURE = "the ministries of culture arranged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forums:
    """Ids of the forums."""

    series: int
    eleventh: int
    twelfth: int
    proposed: int
    culture: tuple[int, int]


def read_forums(desk: SessionDesk) -> Forums:
    """Make the forums the release tells of."""
    series = make_body(
        desk.archivist,
        "Russian-Azerbaijani Interregional Forum",
        OrganisationKind.OTHER,
        desk.reading.stated(_ELEVENTH),
        country=desk.ground.countries["RU"],
        names={"Российско-Азербайджанский межрегиональный форум": (NameKind.ORIGINAL, "ru")},
    )
    desk.archivist.link(
        LinkKind.OF_COUNTRY, series, desk.ground.countries["AZ"], desk.reading.stated(_ELEVENTH)
    )
    return Forums(
        series=series,
        eleventh=_eleventh(desk, series),
        twelfth=_twelfth(desk, series),
        proposed=_proposed(desk),
        culture=_culture(desk),
    )


@accepted_whole("11th Russian-Azerbaijani Interregional Forum")
def _eleventh(desk: SessionDesk, series: int) -> int:
    held = desk.reading.stated(_ELEVENTH)
    forum = desk.archivist.entry(
        EntryKind.MEETING,
        "11th Russian-Azerbaijani Interregional Forum",
        held,
        desk.reading.stated("Baku was host to the 11th").on("place"),
        meeting_kind=MeetingKind.FORUM,
        ordinal="11",
        ordinal_as_written="11th",
        start="2022-11",
        place=str(desk.ground.places["Baku"]),
    )
    desk.archivist.link(LinkKind.SESSION_OF, forum, series, held)
    desk.archivist.figure(
        forum,
        FigureSpec(number="700", unit="participants", bound=Bound.MORE_THAN),
        desk.reading.stated("over 700 people came"),
    )
    return forum


@accepted_whole("12th Russian-Azerbaijani Interregional Forum")
def _twelfth(desk: SessionDesk, series: int) -> int:
    due = desk.reading.stated(_TWELFTH)
    forum = desk.archivist.entry(
        EntryKind.MEETING,
        "12th Russian-Azerbaijani Interregional Forum",
        due,
        desk.reading.inferred("It follows the 11th.", _ELEVENTH, _TWELFTH).on("ordinal"),
        desk.reading.inferred("“This year” is that of the release, 2023.", _TWELFTH).on("start"),
        meeting_kind=MeetingKind.FORUM,
        standing=Standing.PLANNED,
        ordinal="12",
        start="2023",
        place=str(desk.ground.countries["RU"]),
        place_as_stated="Russia",
    )
    desk.archivist.link(LinkKind.SESSION_OF, forum, series, due)
    return forum


@accepted_whole("First Russian-Azerbaijani scientific and educational forum")
def _proposed(desk: SessionDesk) -> int:
    archivist, reading = desk.archivist, desk.reading
    forum = archivist.entry(
        EntryKind.MEETING,
        "First Russian-Azerbaijani scientific and educational forum",
        reading.stated(_FIRST),
        reading.not_stated("start"),
        meeting_kind=MeetingKind.FORUM,
        standing=Standing.PROPOSED,
        ordinal="1",
        ordinal_as_written="first",
        place=str(desk.ground.places["Baku"]),
    )
    archivist.link(
        LinkKind.ORGANISER,
        forum,
        desk.ground.countries["RU"],
        reading.stated(_IDEA),
        presence=Presence.BODY,
        since="2023-02",
        note="Proposed the forum; who would hold it is not stated.",
    )
    archivist.point(
        forum,
        PointSpec(
            kind=PointKind.PROPOSAL,
            wording="Russia proposed the forum in February 2023",
            owed_by_id=desk.ground.countries["RU"],
        ),
        reading.stated(_IDEA),
    )
    return forum


@accepted_whole("[Events of the ministries of culture]")
def _culture(desk: SessionDesk) -> tuple[int, int]:
    ministries = tuple(
        make_body(
            desk.archivist,
            title,
            OrganisationKind.MINISTRY,
            desk.reading.stated(_CULTURE),
            country=desk.ground.countries[code],
            names={original: (NameKind.ORIGINAL, language)},
        )
        for title, code, original, language in (
            ("Ministry of Culture of the Russian Federation", "RU",
             "Министерство культуры Российской Федерации", "ru"),
            ("Ministry of Culture of the Republic of Azerbaijan", "AZ",
             "Azərbaycan Respublikası Mədəniyyət Nazirliyi", "az"),
        )
    )  # fmt: skip
    return (
        _arranged(
            desk, "Russian-Azerbaijani dialogue of cultural figures",
            "a dialogue of artists and writers", MeetingKind.OTHER, ministries,
        ),
        _arranged(
            desk, "Russian-Azerbaijani library forum", "a forum of libraries",
            MeetingKind.FORUM, ministries,
        ),
    )  # fmt: skip


def _arranged(
    desk: SessionDesk, title: str, quote: str, kind: MeetingKind, ministries: tuple[int, ...]
) -> int:
    reading = desk.reading
    event = desk.archivist.entry(
        EntryKind.MEETING,
        title,
        reading.stated(quote),
        reading.stated("Diplomatic relations turned 30 in 2022. For the occasion").on("start"),
        meeting_kind=kind,
        start="2022",
    )
    for ministry in ministries:
        desk.archivist.link(
            LinkKind.ORGANISER,
            event,
            ministry,
            reading.stated(_CULTURE, quote),
            named_as="the ministries of culture",
            presence=Presence.BODY,
        )
    return event
