"""The fifth release: the talks of the prime ministers, their figures and what they said."""

from dataclasses import dataclass

from db.commands.content import FigureSpec, QuotationSpec
from db.terms import (
    Bound,
    EntryKind,
    LinkKind,
    MeetingKind,
    PointKind,
    Presence,
    QuotationMode,
)
from resources.sample.actors import install, make_person
from resources.sample.archivist import Archivist, accepted_whole
from resources.sample.ground import Ground
from resources.sample.reading import Reading

_MET = "met in Moscow on May 20"
_SIGNED_AFTER = "had finished their talks in Moscow on May 20"
_MISHUSTIN = "the Prime Minister of Russia, Mikhail Mishustin"
_GREW = "it rose by some 3.5 percent in January-March of this year"
_FIRMS = "Azerbaijan has “about 1000 companies” with Russian money in them, by his count"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksDesk:
    """What lies on the desk while the fifth release is read."""

    archivist: Archivist
    ground: Ground
    reading: Reading
    asadov: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """Ids of the talks and of the figures others speak of."""

    meeting: int
    mishustin: int
    eighty_entities: int
    documents_signed: int
    road_maps: int


def read_talks(desk: TalksDesk) -> Talks:
    """Make the talks with those who held them."""
    meeting = _meeting(desk)
    mishustin = _prime_ministers(desk, meeting)
    _topics(desk, meeting)
    _growth(desk, meeting, mishustin)
    _quotations(desk, meeting, mishustin)
    return Talks(
        meeting=meeting,
        mishustin=mishustin,
        eighty_entities=_said_by_asadov(
            desk,
            meeting,
            FigureSpec(
                number="80",
                unit="Russian entities that Azerbaijan works with",
                bound=Bound.MORE_THAN,
                speaker_id=desk.asadov,
            ),
            "Russian entities, more than 80 of them",
        ),
        documents_signed=_said_by_asadov(
            desk,
            meeting,
            FigureSpec(
                number="230",
                unit="documents signed between Azerbaijan and Russia",
                bound=Bound.MORE_THAN,
                speaker_id=desk.asadov,
                is_count=True,
            ),
            "The two countries have signed over 230 documents",
        ),
        road_maps=_said_by_asadov(
            desk,
            meeting,
            FigureSpec(
                number="6",
                unit="road maps under way",
                speaker_id=desk.asadov,
                is_count=True,
            ),
            "six “road maps” are under way",
        ),
    )


@accepted_whole("[Talks of the Prime Ministers of Azerbaijan and Russia]")
def _meeting(desk: TalksDesk) -> int:
    reading = desk.reading
    meeting = desk.archivist.entry(
        EntryKind.MEETING,
        "[Talks of the Prime Ministers of Azerbaijan and Russia]",
        reading.stated(_MET),
        reading.stated(_SIGNED_AFTER),
        reading.inferred("The year is that of the report, published the day after.", _MET).on(
            "start", value="2021-05-20", as_stated="May 20"
        ),
        meeting_kind=MeetingKind.TALKS,
        start="2021-05-20",
        place=str(desk.ground.places["Moscow"]),
        place_as_stated="Moscow",
    )
    desk.archivist.link(
        LinkKind.ATTENDEE,
        meeting,
        None,
        reading.stated("delegations sat with them"),
        object_kind=EntryKind.PERSON,
        named_as="delegations",
        presence=Presence.DELEGATION,
    )
    return meeting


@accepted_whole("[Talks of the Prime Ministers of Azerbaijan and Russia]")
def _prime_ministers(desk: TalksDesk, meeting: int) -> int:
    """Seat both prime ministers; return the Russian one."""
    archivist, countries = desk.archivist, desk.ground.countries
    post = desk.ground.posts["Prime Minister"]
    named = desk.reading.stated(_MISHUSTIN)
    mishustin = make_person(archivist, "Mikhail Mishustin", named, original="Михаил Мишустин")
    install(
        archivist,
        mishustin,
        countries["RU"],
        named,
        post_as="Prime Minister of Russia",
        post_id=post,
    )
    for code, person, quote, post_as in (
        ("AZ", desk.asadov, "The Prime Minister of Azerbaijan, Ali Asadov",
         "Prime Minister of Azerbaijan"),
        ("RU", mishustin, _MISHUSTIN, "Prime Minister of Russia"),
    ):  # fmt: skip
        archivist.link(
            LinkKind.ATTENDEE,
            meeting,
            person,
            desk.reading.stated(quote, _MET),
            on_behalf_of_id=countries[code],
            post_as=post_as,
            post_id=post,
        )
    return mishustin


def _topics(desk: TalksDesk, meeting: int) -> None:
    desk.archivist.points(
        meeting,
        PointKind.AGENDA_ITEM,
        (
            ("The economy", desk.reading.stated("On the table lay the economy")),
            ("Farming", desk.reading.stated("farming, customs, communications")),
            ("Customs", desk.reading.stated("customs, communications, high")),
            ("Communications", desk.reading.stated("communications, high technology")),
            ("High technology", desk.reading.stated("high technology and more")),
        ),
    )


def _growth(desk: TalksDesk, meeting: int, mishustin: int) -> None:
    archivist, said = desk.archivist, desk.reading.stated
    archivist.figure(
        meeting,
        FigureSpec(
            number="3.5",
            unit="% growth of trade",
            bound=Bound.ABOUT,
            period="2021-01/2021-03",
            speaker_id=mishustin,
        ),
        said(_GREW).by(mishustin),
        desk.reading.inferred("“This year” is that of the report.", _GREW).on(
            "period", value="2021-01/2021-03", as_stated="January-March of this year"
        ),
    )
    archivist.figure(
        meeting,
        FigureSpec(
            number="1000",
            unit="companies with Russian capital in Azerbaijan",
            bound=Bound.ABOUT,
            speaker_id=mishustin,
        ),
        said(_FIRMS).by(mishustin),
    )


def _quotations(desk: TalksDesk, meeting: int, mishustin: int) -> None:
    direct, reported = QuotationMode.DIRECT, QuotationMode.REPORTED
    for speaker, mode, words, quote in (
        (mishustin, direct, "about 1000 companies", _FIRMS),
        (mishustin, direct, "particular importance", "he attaches “particular importance” to work"),
        (mishustin, reported, "The trilateral statement lets the region develop.",
         "that it lets the whole region develop"),
        (mishustin, direct, "new infrastructure routes", "“new infrastructure routes” would serve"),
        (mishustin, reported, "Russia values an old partnership.", "sets store by an old part"),
        (desk.asadov, reported, "Relations are excellent.", "Asadov called relations excellent"),
        (desk.asadov, reported, "Azerbaijan esteems what Russia did in the 44-day war.",
         "think highly of what Russia did during the 44-day war"),
    ):  # fmt: skip
        desk.archivist.quotation(
            meeting,
            QuotationSpec(words=words, speaker_id=speaker, mode=mode),
            desk.reading.stated(quote).by(speaker),
        )


def _said_by_asadov(desk: TalksDesk, meeting: int, spec: FigureSpec, quote: str) -> int:
    said = desk.reading.stated(quote).by(desk.asadov)
    return desk.archivist.figure(meeting, spec, said.on("", value=spec.number, as_stated=quote))
