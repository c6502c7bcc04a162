"""The first release: a health agreement and its roadmap; English, without date or outlet."""

from dataclasses import dataclass

from db.terms import (
    NameKind,
    OrganisationKind,
    ReadingState,
    ReviewState,
    SourceKind,
)
from resources.sample.actors import Actors, install, make_actors, make_body, make_person
from resources.sample.archivist import Archivist
from resources.sample.ground import Ground
from resources.sample.health_agreements import HealthAgreements, read_agreements
from resources.sample.health_meetings import (
    YEAR,
    HealthDesk,
    HealthMeetings,
    read_meetings,
)
from resources.sample.reading import Reading

ABOUT = "Sample text: real events, told in words of this program's own; no publisher wrote it."


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRoadmap:
    """Ids of what later releases point back to."""

    actors: Actors
    agreements: HealthAgreements
    meetings: HealthMeetings


def read_health_roadmap(archivist: Archivist, ground: Ground) -> HealthRoadmap:
    """Read the release from its first line to its last."""
    reading = _take_in(archivist)
    actors = make_actors(archivist, ground, reading)
    health_az = _azerbaijani_health(archivist, ground, reading)
    desk = HealthDesk(
        archivist=archivist,
        ground=ground,
        reading=reading,
        actors=actors,
        health_az=health_az,
        musayev=_musayev(archivist, ground, reading, health_az),
    )
    meetings = read_meetings(desk)
    agreements = read_agreements(desk, meetings)
    _finish(desk, meetings, agreements)
    return HealthRoadmap(actors=actors, agreements=agreements, meetings=meetings)


def _take_in(archivist: Archivist) -> Reading:
    reading = archivist.source(
        "health_roadmap.txt",
        kind=SourceKind.NEWS_REPORT,
        title="Azerbaijan and Russia renew their health agreement",
        published="2021?",
        received="2026-11-16",
        note=ABOUT,
    )
    dated = reading.inferred(YEAR, "for 2021-2024", "27 April 2021").on("published", value="2021?")
    archivist.claim(
        "entry", reading.source_id, dated, reading.not_stated("publisher"), about=reading.source_id
    )
    return reading


def _azerbaijani_health(archivist: Archivist, ground: Ground, reading: Reading) -> int:
    return make_body(
        archivist,
        "Ministry of Health of the Republic of Azerbaijan",
        OrganisationKind.MINISTRY,
        reading.stated("acting Minister of Health of Azerbaijan"),
        country=ground.countries["AZ"],
        names={
            "Azərbaycan Respublikası Səhiyyə Nazirliyi": (NameKind.ORIGINAL, "az"),
            "Министерство здравоохранения Азербайджанской Республики": (
                NameKind.TRANSLATION,
                "ru",
            ),
        },
    )


def _musayev(archivist: Archivist, ground: Ground, reading: Reading, ministry: int) -> int:
    named = reading.stated("Teymur Musayev, acting Minister of Health of Azerbaijan")
    musayev = make_person(archivist, "Teymur Musayev", named)
    archivist.name(musayev, "Теймур Мусаев", NameKind.TRANSLITERATION, language="ru")
    install(
        archivist,
        musayev,
        ministry,
        named,
        post_as="acting Minister of Health of Azerbaijan",
        post_id=ground.posts["Minister of Health"],
        acting=True,
    )
    return musayev


def _finish(desk: HealthDesk, meetings: HealthMeetings, agreements: HealthAgreements) -> None:
    archivist, tags, source = desk.archivist, desk.ground.tags, desk.reading.source_id
    archivist.about(
        desk.reading,
        agreements.renewed,
        agreements.roadmap,
        meetings.ministers,
        meetings.session,
        AZ=(desk.ground.countries["AZ"], desk.reading.stated("Azerbaijan and Russia have")),
        RU=(desk.ground.countries["RU"], desk.reading.stated("and Russia have put")),
    )
    archivist.tagged(
        tags["Health"], agreements.renewed, agreements.first, agreements.roadmap, meetings.ministers
    )
    archivist.tagged(tags["Training of specialists"], agreements.roadmap, meetings.with_asadov)
    archivist.tagged(tags["Infectious diseases"], agreements.roadmap, meetings.experts)
    archivist.tagged(tags["Medicines"], agreements.contract)
    archivist.tagged(tags["Science and education"], meetings.opening, meetings.graduation)
    archivist.review(ReviewState.FINAL, agreements.renewed, agreements.roadmap, agreements.protocol)
    archivist.review(ReviewState.CHECKED, agreements.first, meetings.session, source)
    archivist.reading_state(desk.reading, ReadingState.CHECKED)
