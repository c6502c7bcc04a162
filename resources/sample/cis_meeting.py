"""The second release: the session itself, who was there and what was on its agenda."""

from dataclasses import dataclass

from db.commands.content import QuotationSpec
from db.terms import (
    EntryKind,
    LinkKind,
    MeetingKind,
    NameKind,
    OrganisationKind,
    PointKind,
    Presence,
    QuotationMode,
)
from resources.sample.actors import Actors, install, make_body, make_person
from resources.sample.archivist import Archivist, accepted_whole
from resources.sample.ground import Ground
from resources.sample.reading import Claim, Reading

_MINISTERS = "The health ministers of Armenia, Belarus, Kazakhstan, Kyrgyzstan, Uzbekistan and"


@dataclass(frozen=True, slots=True, kw_only=True)
class CisDesk:
    """What lies on the desk while the second release is read."""

    archivist: Archivist
    ground: Ground
    reading: Reading
    actors: Actors
    cis: int
    council: int
    centre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bodies:
    duma: int
    committee: int
    assembly: int
    assembly_council: int
    executive: int
    who: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Official:
    """Somebody named with a post, and the words that do so."""

    name: str
    russian: str
    post_as: str
    post: str
    where: int
    quote: str


def read_session(desk: CisDesk) -> int:
    """Make the session with everybody who took part in it."""
    session = _session(desk)
    bodies = _bodies(desk)
    together, add = desk.archivist.together, "participant.add"
    beglov = together(add, session, lambda: _guests(desk, session, bodies))
    _chair(desk, session)
    together(add, session, lambda: _ministers(desk, session))
    together(add, session, lambda: _groups(desk, session, bodies))
    together(add, session, lambda: _welcome(desk, session, bodies))
    _speeches(desk, session, beglov)
    _agenda(desk, session)
    return session


@accepted_whole("XXXVII meeting of the CIS Healthcare Cooperation Council")
def _session(desk: CisDesk) -> int:
    reading = desk.reading
    held = reading.stated("held its XXXVII meeting on 7 December 2024")
    session = desk.archivist.entry(
        EntryKind.MEETING,
        "XXXVII meeting of the CIS Healthcare Cooperation Council",
        held,
        reading.stated("XXXVII").on("ordinal", value="37", as_stated="XXXVII"),
        reading.inferred(
            "The city is not named here; its governor speaks as host.", "His city, he told"
        ).on("place"),
        meeting_kind=MeetingKind.SESSION,
        ordinal="37",
        ordinal_as_written="XXXVII",
        start="2024-12-07",
        place=str(desk.ground.places["Saint Petersburg"]),
        place_as_stated="Almazov National Medical Research Centre",
    )
    desk.archivist.link(LinkKind.SESSION_OF, session, desk.council, held)
    desk.archivist.link(
        LinkKind.VENUE,
        session,
        desk.centre,
        reading.stated("in Almazov National Medical Research Centre"),
    )
    return session


def _bodies(desk: CisDesk) -> _Bodies:
    archivist, reading, russia = desk.archivist, desk.reading, desk.ground.countries["RU"]
    led, joined = reading.stated("the Chairman of the State Duma"), LinkKind.PART_OF
    duma = make_body(
        archivist, "State Duma", OrganisationKind.PARLIAMENT, led, country=russia,
        names={"Государственная Дума": (NameKind.ORIGINAL, "ru")},
    )  # fmt: skip
    committee_said = reading.stated("the Health Committee of the State Duma")
    committee = make_body(
        archivist,
        "Health Committee of the State Duma",
        OrganisationKind.PARLIAMENT,
        committee_said,
    )
    archivist.link(joined, committee, duma, committee_said)
    assembly_said = reading.stated("the Interparliamentary Assembly of the CIS member states")
    assembly = make_body(
        archivist, "Interparliamentary Assembly of the CIS member states",
        OrganisationKind.INTERGOVERNMENTAL, assembly_said,
        names={
            "Межпарламентская Ассамблея государств — участников СНГ": (NameKind.ORIGINAL, "ru"),
            "CIS Interparliamentary Assembly": (NameKind.VARIANT, "en"),
        },
    )  # fmt: skip
    council_said = reading.stated("the Council of the CIS Interparliamentary Assembly")
    assembly_council = make_body(
        archivist,
        "Council of the CIS Interparliamentary Assembly",
        OrganisationKind.INTERGOVERNMENTAL,
        council_said,
    )
    archivist.link(joined, assembly_council, assembly, council_said)
    executive_said = reading.stated("the CIS Executive Committee")
    executive = make_body(
        archivist, "CIS Executive Committee", OrganisationKind.INTERGOVERNMENTAL, executive_said,
        names={"Исполнительный комитет СНГ": (NameKind.ORIGINAL, "ru")},
    )  # fmt: skip
    archivist.link(joined, executive, desk.cis, executive_said)
    return _Bodies(
        duma=duma,
        committee=committee,
        assembly=assembly,
        assembly_council=assembly_council,
        executive=executive,
        who=_who(desk),
    )


def _who(desk: CisDesk) -> int:
    return make_body(
        desk.archivist,
        "World Health Organization",
        OrganisationKind.INTERGOVERNMENTAL,
        desk.reading.stated("Regional Director of WHO for Europe"),
        names={
            "WHO": (NameKind.ACRONYM, "en"),
            "Всемирная организация здравоохранения": (NameKind.TRANSLATION, "ru"),
            "ВОЗ": (NameKind.ACRONYM, "ru"),
        },
    )


def _chair(desk: CisDesk, session: int) -> None:
    murashko, ministry = desk.actors.murashko, desk.actors.health_ru
    post = desk.ground.posts["Minister of Health"]
    desk.archivist.link(
        LinkKind.CHAIR,
        session,
        murashko,
        desk.reading.stated("Mikhail Murashko, Minister of Health of Russia, was in the chair"),
        on_behalf_of_id=ministry,
        post_as="Minister of Health of Russia",
        post_id=post,
    )
    desk.archivist.link(
        LinkKind.OPENED_BY,
        session,
        murashko,
        desk.reading.stated("It was Murashko who opened the meeting"),
        on_behalf_of_id=ministry,
    )


def _ministers(desk: CisDesk, session: int) -> None:
    """Link six ministers without names to their countries."""
    claim = desk.reading.stated(f"{_MINISTERS} Tajikistan were there")
    for code in ("AM", "BY", "KZ", "KG", "TJ", "UZ"):
        desk.archivist.link(
            LinkKind.ATTENDEE,
            session,
            desk.ground.countries[code],
            claim,
            post_as="health ministers",
            post_id=desk.ground.posts["Minister of Health"],
            presence=Presence.UNNAMED,
        )


def _groups(desk: CisDesk, session: int, bodies: _Bodies) -> None:
    archivist, reading, person = desk.archivist, desk.reading, EntryKind.PERSON
    heads = "heads of the leading medical institutions of St. Petersburg"
    archivist.link(
        LinkKind.ATTENDEE, session, None, reading.stated(heads),
        object_kind=person, named_as=heads, presence=Presence.DELEGATION,
        on_behalf_of_id=desk.ground.places["Saint Petersburg"],
    )  # fmt: skip
    chairs = "the people who chair the Council's commissions"
    archivist.link(
        LinkKind.ATTENDEE, session, None, reading.stated(chairs),
        object_kind=person, named_as=chairs, presence=Presence.DELEGATION,
        on_behalf_of_id=desk.council, post_id=desk.ground.posts["Chairman"],
    )  # fmt: skip
    sent = "delegates of the Interparliamentary Assembly of the CIS member states"
    for body, quotes in (
        (bodies.assembly, (sent,)),
        (bodies.executive, (sent, "and of the CIS Executive Committee")),
    ):
        archivist.link(
            LinkKind.ATTENDEE, session, body, reading.stated(*quotes),
            named_as="delegates", presence=Presence.DELEGATION,
        )  # fmt: skip


def _guests(desk: CisDesk, session: int, bodies: _Bodies) -> int:
    """Make the three guests; return the governor."""
    city = desk.ground.places["Saint Petersburg"]
    governor, *_others = [
        _seat(desk, session, LinkKind.GUEST, "As guests came", official)
        for official in (
            _Official(
                name="Alexander Beglov", russian="Александр Беглов", post="Governor", where=city,
                post_as="Governor of St. Petersburg",
                quote="the Governor of St. Petersburg, Alexander Beglov",
            ),
            _Official(
                name="Sergey Leonov", russian="Сергей Леонов", post="Chairman",
                where=bodies.committee, post_as="who chairs the Health Committee",
                quote="Sergey Leonov, who chairs the Health Committee",
            ),
            _Official(
                name="Oleg Ergashev", russian="Олег Эргашев", post="Vice-Governor", where=city,
                post_as="Vice-Governor", quote="Oleg Ergashev, the city's Vice-Governor",
            ),
        )
    ]  # fmt: skip
    return governor


def _welcome(desk: CisDesk, session: int, bodies: _Bodies) -> None:
    """Link those who welcomed; whether they came, wrote or spoke from afar is not told."""
    for official in (
        _Official(
            name="Sergey Lebedev", russian="Сергей Лебедев", post="Secretary General",
            where=desk.cis, post_as="Secretary General of the CIS",
            quote="Sergey Lebedev, Secretary General of the CIS",
        ),
        _Official(
            name="Dmitry Kobitsky", russian="Дмитрий Кобицкий", post="Secretary General",
            where=bodies.assembly_council,
            post_as="Secretary General of the Council of the CIS Interparliamentary Assembly and "
            "head of its Secretariat",
            quote="from Dmitry Kobitsky, Secretary General of the Council of the CIS "
            "Interparliamentary Assembly and head of its Secretariat",
        ),
        _Official(
            name="Vyacheslav Volodin", russian="Вячеслав Володин", post="Chairman",
            where=bodies.duma, post_as="Chairman of the State Duma",
            quote="the Chairman of the State Duma, Vyacheslav Volodin",
        ),
        _Official(
            name="Hans Kluge", russian="", post="Regional Director", where=bodies.who,
            post_as="Regional Director of WHO for Europe",
            quote="Dr. Hans Kluge, Regional Director of WHO for Europe",
        ),
    ):  # fmt: skip
        _seat(
            desk,
            session,
            LinkKind.WELCOMED_BY,
            "Words of welcome came from",
            official,
            desk.reading.not_stated("mode"),
        )


def _seat(
    desk: CisDesk, session: int, role: LinkKind, opening: str, official: _Official, *more: Claim
) -> int:
    """Make an official with the post held, and give a role in the session."""
    named = desk.reading.stated(official.quote)
    person = make_person(desk.archivist, official.name, named, original=official.russian)
    post = desk.ground.posts[official.post]
    install(desk.archivist, person, official.where, named, post_as=official.post_as, post_id=post)
    desk.archivist.link(
        role,
        session,
        person,
        desk.reading.stated(opening, official.quote),
        *more,
        on_behalf_of_id=official.where,
        post_as=official.post_as,
        post_id=post,
    )
    return person


def _speeches(desk: CisDesk, session: int, beglov: int) -> None:
    archivist, reading = desk.archivist, desk.reading
    took_the_floor = "Governor Beglov took the floor too"
    archivist.link(
        LinkKind.SPEAKER, session, beglov, reading.stated(took_the_floor),
        on_behalf_of_id=desk.ground.places["Saint Petersburg"], post_as="Governor",
        post_id=desk.ground.posts["Governor"],
    )  # fmt: skip
    hub = "have found “a prominent hub” there"
    for speaker, mode, words, quotes in (
        (desk.actors.murashko, QuotationMode.DIRECT, "efficacious … tangible outcomes",
         ("«efficacious»", "«tangible outcomes»")),
        (beglov, QuotationMode.REPORTED,
         "The city works with every CIS country on medicines and treatment.",
         ("His city, he told the meeting, works with every country of the CIS",)),
        (beglov, QuotationMode.DIRECT, "a prominent hub", (hub, took_the_floor)),
        (beglov, QuotationMode.REPORTED, "The city would share what it knows in new projects.",
         ("He added that the city would gladly share what it knows", took_the_floor)),
    ):  # fmt: skip
        archivist.quotation(
            session,
            QuotationSpec(words=words, speaker_id=speaker, mode=mode),
            reading.stated(*quotes).by(speaker),
        )


def _agenda(desk: CisDesk, session: int) -> None:
    said = desk.reading.stated
    garbled = "what had been achieved against infectious and cancer"
    desk.archivist.points(
        session,
        PointKind.AGENDA_ITEM,
        (
            ("Training of managers of health services", said("the training of those who run")),
            ("Cooperation in treatment and prevention", said("joint work in treatment and")),
            (
                "Results of work against infectious and cancer [sic]",
                said(garbled).on("", as_stated=garbled),
            ),
            ("Supply of free medicines", said("how free medicines are supplied")),
            ("Health technology assessment by states", said("how states assess health technology")),
            (
                "Protection from epidemics, borders included (dwelt on)",
                said("Two matters were dwelt on at length", "keeping people safe from epidemics"),
            ),
            (
                "Medical help in emergencies (dwelt on)",
                said("Two matters were dwelt on at length", "medical help in emergencies"),
            ),
        ),
    )
