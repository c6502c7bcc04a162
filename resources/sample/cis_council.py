"""The second release: a session of the CIS health council; English, with a Russian house notice."""

from dataclasses import dataclass

from db.terms import (
    LinkKind,
    NameKind,
    OrganisationKind,
    PassageKind,
    ReadingState,
    ReviewState,
    SourceKind,
)
from resources.sample.actors import Actors, make_body
from resources.sample.archivist import Archivist
from resources.sample.cis_meeting import CisDesk, read_session
from resources.sample.cis_tour import read_tour
from resources.sample.ground import Ground
from resources.sample.health_roadmap import ABOUT
from resources.sample.reading import Claim, Reading

_NOISE = (
    "IMG_20241207_094410",
    "DSC_0417",
    "q4Tz-81nVbA\N{NO-BREAK SPACE}hR2mWc0Ldk",
    "\nX\n",
    "ВНИМАНИЮ ПОСЕТИТЕЛЕЙ!",
    "На входе в Центр проверяют вещи и автомобили: этого требует Федеральный закон № 35-ФЗ "
    "от 6 марта 2006 года «О противодействии терроризму». Кто откажется от проверки, "
    "того охрана может не пропустить.",
    "Благодарим за понимание, дирекция",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CisCouncil:
    """Ids of what the second release brought."""

    session: int
    tour: int


def read_cis_council(archivist: Archivist, ground: Ground, actors: Actors) -> CisCouncil:
    """Read the release from its first line to its last."""
    reading = _take_in(archivist)
    cis = _cis(archivist, reading)
    desk = CisDesk(
        archivist=archivist,
        ground=ground,
        reading=reading,
        actors=actors,
        cis=cis,
        council=_council(archivist, reading, cis),
        centre=_centre(archivist, ground, reading),
    )
    _presidency(desk)
    session = read_session(desk)
    tour = read_tour(desk, session)
    _finish(desk, session, tour)
    return CisCouncil(session=session, tour=tour)


def _take_in(archivist: Archivist) -> Reading:
    reading = archivist.source(
        "cis_council.txt",
        kind=SourceKind.WEB_PAGE,
        title="XXXVII meeting of the CIS Healthcare Cooperation Council",
        publisher="Almazov National Medical Research Centre",
        published="2024-12-12",
        received="2026-11-17",
        languages="en ru",
        note=ABOUT,
    )
    archivist.claim(
        "entry",
        reading.source_id,
        reading.stated("Dec 122024").on("published", value="2024-12-12", as_stated="Dec 122024"),
        reading.inferred("The notice to visitors is the Centre's own.", "На входе в Центр").on(
            "publisher", value="Almazov National Medical Research Centre"
        ),
        about=reading.source_id,
    )
    archivist.mark(reading, PassageKind.NOISE, *_NOISE)
    return reading


def _cis(archivist: Archivist, reading: Reading) -> int:
    return make_body(
        archivist,
        "Commonwealth of Independent States",
        OrganisationKind.INTERGOVERNMENTAL,
        reading.stated("Commonwealth of Independent States"),
        names={
            "CIS": (NameKind.ACRONYM, "en"),
            "Содружество Независимых Государств": (NameKind.ORIGINAL, "ru"),
            "СНГ": (NameKind.ACRONYM, "ru"),
        },
    )


def _council(archivist: Archivist, reading: Reading, cis: int) -> int:
    named = reading.stated("The CIS Healthcare Cooperation Council held")
    council = make_body(
        archivist,
        "CIS Healthcare Cooperation Council",
        OrganisationKind.INTERGOVERNMENTAL,
        named,
        names={
            "Совет по сотрудничеству в области здравоохранения СНГ": (NameKind.ORIGINAL, "ru"),
        },
    )
    archivist.link(
        LinkKind.PART_OF,
        council,
        cis,
        reading.inferred("Its name says whose it is.", "The CIS Healthcare Cooperation Council"),
    )
    return council


def _centre(archivist: Archivist, ground: Ground, reading: Reading) -> int:
    named = reading.stated("Almazov National Medical Research Centre")
    centre = make_body(
        archivist,
        "Almazov National Medical Research Centre",
        OrganisationKind.HOSPITAL,
        named,
        names={
            "Almazov Centre": (NameKind.VARIANT, "en"),
            "Центр Алмазова": (NameKind.VARIANT, "ru"),
            "Национальный медицинский исследовательский центр имени В.А. Алмазова": (
                NameKind.ORIGINAL,
                "ru",
            ),
        },
    )
    city = reading.inferred(
        "The governor spoke as the head of the hosts' city.", "His city, he told the meeting"
    )
    archivist.link(LinkKind.SEATED_IN, centre, ground.places["Saint Petersburg"], city)
    archivist.link(LinkKind.OF_COUNTRY, centre, ground.countries["RU"], city)
    return centre


def _presidency(desk: CisDesk) -> None:
    """Record the chairmanship of countries: a post that states hold."""
    countries = desk.ground.countries
    shared = "the Kyrgyz Republic and the Republic of Tajikistan share that duty"
    desk.archivist.link(
        LinkKind.CHAIRS,
        countries["RU"],
        desk.cis,
        desk.reading.stated("Russia presides over the Commonwealth of Independent States this"),
        since="2024",
    )
    for code in ("KG", "TJ"):
        desk.archivist.link(
            LinkKind.CO_CHAIRS, countries[code], desk.cis, _shared(desk, shared), since="2024"
        )


def _shared(desk: CisDesk, quote: str) -> Claim:
    return desk.reading.stated("Russia presides over the Commonwealth", quote)


def _finish(desk: CisDesk, session: int, tour: int) -> None:
    archivist, tags, source = desk.archivist, desk.ground.tags, desk.reading.source_id
    chair = desk.reading.stated("Mikhail Murashko, Minister of Health of Russia")
    archivist.about(desk.reading, session, tour, RU=(desk.ground.countries["RU"], chair))
    archivist.mention(chair, of=(desk.actors.murashko, desk.actors.health_ru))
    archivist.tagged(tags["Health"], session, tour)
    archivist.tagged(tags["Medicines"], session)
    archivist.tagged(tags["Training of specialists"], session)
    archivist.tagged(tags["Infectious diseases"], session)
    archivist.review(ReviewState.FINAL, session)
    archivist.review(ReviewState.CHECKED, tour, source)
    archivist.reading_state(desk.reading, ReadingState.CHECKED)
