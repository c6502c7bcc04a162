"""The first release: the renewed agreement, its roadmap, and what both rest on."""

from dataclasses import dataclass

from db.commands.content import FigureSpec
from db.commands.stages import StageSpec
from db.terms import (
    AgreementType,
    Bound,
    EntryKind,
    FigureState,
    LinkKind,
    NameKind,
    OrganisationKind,
    PointKind,
    Presence,
    StageKind,
)
from resources.sample.actors import make_body
from resources.sample.archivist import accepted_whole
from resources.sample.health_meetings import SIGNING, YEAR, HealthDesk, HealthMeetings
from resources.sample.reading import Claim

_ROADMAP = (
    "Roadmap for development of priority areas of cooperation in the health sector between "
    "Azerbaijani and Russian Health Ministries for 2021-2024"
)
_FIRST = "an agreement of their health ministries on healthcare and medical science"
_RENEWED = "a renewed agreement on cooperation in healthcare"
_DOSES = "doses of Sputnik V"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthAgreements:
    """Ids of the agreements."""

    renewed: int
    first: int
    roadmap: int
    protocol: int
    contract: int


def read_agreements(desk: HealthDesk, meetings: HealthMeetings) -> HealthAgreements:
    """Make the agreements the release tells of."""
    renewed = _renewed(desk, meetings)
    first = _first(desk, renewed)
    roadmap = _roadmap(desk, meetings)
    _relate_roadmap(desk, roadmap, renewed=renewed, first=first)
    return HealthAgreements(
        renewed=renewed,
        first=first,
        roadmap=roadmap,
        protocol=_protocol(desk, meetings, roadmap),
        contract=_contract(desk),
    )


def _parties(desk: HealthDesk, agreement: int, claim: Claim, *parties: int) -> None:
    for party in parties:
        desk.archivist.link(LinkKind.PARTY, agreement, party, claim, presence=Presence.BODY)


def _sign(desk: HealthDesk, agreement: int, stage: int, claim: Claim) -> None:
    """Let both ministers sign."""
    post = desk.ground.posts["Minister of Health"]
    desk.archivist.link(
        LinkKind.SIGNATORY,
        agreement,
        desk.musayev,
        claim,
        on_behalf_of_id=desk.health_az,
        stage_id=stage,
        post_as="acting Minister of Health of Azerbaijan",
        post_id=post,
        acting=True,
    )
    desk.archivist.link(
        LinkKind.SIGNATORY,
        agreement,
        desk.actors.murashko,
        claim,
        on_behalf_of_id=desk.actors.health_ru,
        stage_id=stage,
        post_as="Minister of Health of Russia",
        post_id=post,
    )


@accepted_whole("Agreement on cooperation in the field of healthcare and medical science")
def _renewed(desk: HealthDesk, meetings: HealthMeetings) -> int:
    archivist, reading, countries = desk.archivist, desk.reading, desk.ground.countries
    agreement = archivist.entry(
        EntryKind.AGREEMENT,
        "Agreement on cooperation in the field of healthcare and medical science",
        reading.stated(_RENEWED),
        agreement_type=AgreementType.AGREEMENT,
    )
    stage = archivist.stage(
        agreement,
        StageSpec(
            kind=StageKind.SIGNED,
            date="2021?",
            place_id=countries["AZ"],
            meeting_id=meetings.visit,
        ),
        reading.stated(SIGNING),
        reading.not_stated("date"),
        reading.inferred(YEAR, "for 2021-2024").on("date", value="2021?"),
        reading.inferred("No city is named; only the country is sure.", SIGNING).on("place"),
        reading.not_stated("in_force", "Nothing is said of its entry into force."),
    )
    _parties(
        desk,
        agreement,
        reading.stated("Azerbaijan and Russia have put their signatures"),
        countries["AZ"],
        countries["RU"],
    )
    _sign(desk, agreement, stage, reading.stated("Teymur Musayev, acting", SIGNING))
    archivist.link(
        LinkKind.GOVERNED_BY,
        agreement,
        desk.actors.commission,
        reading.stated("in health matters both sides follow what the").by(desk.actors.murashko),
    )
    return agreement


@accepted_whole("[Agreement of 18 June 2001]")
def _first(desk: HealthDesk, renewed: int) -> int:
    archivist, reading = desk.archivist, desk.reading
    said = reading.stated(_FIRST).by(desk.musayev)
    first = archivist.entry(
        EntryKind.AGREEMENT,
        "Agreement between the Ministries of Health of Azerbaijan and Russia "
        "on healthcare and medical science",
        said,
        agreement_type=AgreementType.AGREEMENT,
    )
    archivist.stage(
        first,
        StageSpec(kind=StageKind.DATED, date="2001-06-18"),
        reading.stated("dated 18 June 2001").by(desk.musayev),
        reading.not_stated("signatory"),
        reading.not_stated("in_force", "It is called a ground in law; since when is not said."),
    )
    _parties(desk, first, said, desk.health_az, desk.actors.health_ru)
    archivist.link(
        LinkKind.UPDATES,
        renewed,
        first,
        reading.inferred(
            "What is renewed is not named; parties and subject fit this one alone.",
            _RENEWED,
            _FIRST,
        ),
    )
    return first


@accepted_whole(_ROADMAP)
def _roadmap(desk: HealthDesk, meetings: HealthMeetings) -> int:
    archivist, reading = desk.archivist, desk.reading
    roadmap = archivist.entry(
        EntryKind.AGREEMENT,
        _ROADMAP,
        reading.stated(_ROADMAP),
        reading.stated("for 2021-2024").on("covers", as_stated="2021-2024"),
        agreement_type=AgreementType.ROADMAP,
        covers="2021/2024",
    )
    signed = reading.inferred(
        "It stands in the document that the ministers signed.", "Part of what was signed", SIGNING
    )
    stage = archivist.stage(
        roadmap,
        StageSpec(kind=StageKind.SIGNED, date="2021?", meeting_id=meetings.visit),
        signed,
        reading.not_stated("date"),
        reading.inferred(YEAR, "for 2021-2024").on("date", value="2021?"),
        reading.not_stated("in_force"),
    )
    ministries = (desk.health_az, desk.actors.health_ru)
    _parties(
        desk, roadmap, reading.stated("Azerbaijani and Russian Health Ministries"), *ministries
    )
    _sign(desk, roadmap, stage, signed)
    drawn_up = reading.stated("The two ministries drew the roadmap up, each in its own field")
    for ministry in ministries:
        archivist.link(LinkKind.DRAFTED_BY, roadmap, ministry, drawn_up)
    _roadmap_points(desk, roadmap)
    return roadmap


def _roadmap_points(desk: HealthDesk, roadmap: int) -> None:
    said = desk.reading.stated
    desk.archivist.points(
        roadmap,
        PointKind.SUBJECT,
        (
            ("Infectious and non-infectious diseases", said("communicable and other diseases")),
            ("Further training of medical staff", said("further training for medical staff")),
            ("Contacts between research institutes", said("from one research institute")),
            ("Ties of medical schools and societies", said("ties among medical schools")),
        ),
    )
    desk.archivist.points(
        roadmap,
        PointKind.UNDERTAKING,
        (
            ("Exchange of news of medicine and pharmacy", said("news of medicine and pharmacy")),
            ("Exchange of specialists for seminars", said("specialists are to travel both ways")),
        ),
    )


def _relate_roadmap(desk: HealthDesk, roadmap: int, *, renewed: int, first: int) -> None:
    desk.archivist.link(
        LinkKind.RELATED_TO,
        renewed,
        roadmap,
        desk.reading.stated("Part of what was signed bears a title of its own"),
        note="Contained in the signed document; whether as its annex or its body is left open.",
    )
    desk.archivist.link(
        LinkKind.BASED_ON,
        roadmap,
        first,
        desk.reading.stated("named the ground in law on which the two countries work together").by(
            desk.musayev
        ),
    )


@accepted_whole("Protocol of the 19th meeting")
def _protocol(desk: HealthDesk, meetings: HealthMeetings, roadmap: int) -> int:
    archivist, reading = desk.archivist, desk.reading
    named = (
        "the protocol of the 19th meeting of the Intergovernmental Commission on Economic "
        "Cooperation between Russia and Azerbaijan"
    )
    protocol = archivist.entry(
        EntryKind.AGREEMENT,
        f"{named[4].upper()}{named[5:]}",
        reading.stated(named),
        agreement_type=AgreementType.PROTOCOL,
    )
    archivist.name(
        protocol,
        "Протокол 19-го заседания Межправительственной комиссии",
        NameKind.TRANSLATION,
        language="ru",
    )
    archivist.stage(
        protocol,
        StageSpec(
            kind=StageKind.SIGNED,
            date="2021-04-27",
            place_id=desk.ground.places["Moscow"],
            meeting_id=meetings.session,
        ),
        reading.stated("That protocol had been signed in Moscow on 27 April 2021"),
        reading.stated("signed in Moscow").on("place"),
        reading.not_stated("signatory"),
    )
    inferred = reading.inferred("A commission of two states acts for both.", named)
    countries = desk.ground.countries
    _parties(desk, protocol, inferred, countries["RU"], countries["AZ"])
    archivist.link(
        LinkKind.IMPLEMENTS,
        roadmap,
        protocol,
        reading.stated("so as to carry out the protocol of the 19th meeting"),
    )
    return protocol


@accepted_whole("[Contract for the supply of the Sputnik V vaccine to Azerbaijan]")
def _contract(desk: HealthDesk) -> int:
    archivist, reading, countries = desk.archivist, desk.reading, desk.ground.countries
    agency_said = reading.stated("the State Agency for Compulsory Health Insurance, of Azerbaijan")
    firm_said = reading.stated("HUMAN VACCINE LLC, a Russian firm")
    agency = make_body(
        archivist,
        "State Agency for Compulsory Health Insurance",
        OrganisationKind.AGENCY,
        agency_said,
        country=countries["AZ"],
        names={"İcbari Tibbi Sığorta üzrə Dövlət Agentliyi": (NameKind.ORIGINAL, "az")},
    )
    firm = make_body(
        archivist,
        "HUMAN VACCINE LLC",
        OrganisationKind.COMPANY,
        firm_said,
        country=countries["RU"],
    )
    signed = reading.stated("under an agreement which the State Agency")
    contract = archivist.entry(
        EntryKind.AGREEMENT,
        "[Contract for the supply of the Sputnik V vaccine to Azerbaijan]",
        signed,
        agreement_type=AgreementType.CONTRACT,
    )
    archivist.stage(
        contract,
        StageSpec(kind=StageKind.SIGNED),
        reading.stated("has signed with HUMAN VACCINE LLC"),
        reading.not_stated("date"),
        reading.not_stated("signatory"),
    )
    _parties(desk, contract, agency_said, agency)
    _parties(desk, contract, firm_said, firm)
    archivist.link(LinkKind.BENEFICIARY, contract, countries["AZ"], presence=Presence.BODY)
    _doses(desk, contract)
    return contract


def _doses(desk: HealthDesk, contract: int) -> None:
    desk.archivist.figure(
        contract,
        FigureSpec(
            number="200,000",
            unit=_DOSES,
            bound=Bound.ABOUT,
            period="2021?",
            state=FigureState.DELIVERED,
        ),
        desk.reading.stated("about 200,000 doses of Sputnik V so far"),
        desk.reading.inferred(
            "The text does not say under which instrument these came; this is the one it names.",
            "about 200,000 doses",
        ).on("entry"),
    )
    desk.archivist.figure(
        contract,
        FigureSpec(number="300,000", unit=_DOSES, state=FigureState.PLANNED),
        desk.reading.stated("A further 300,000 doses are to come"),
    )
