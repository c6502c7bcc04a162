"""The fifth release: the six documents, each between two bodies, and the bodies' real names."""

from dataclasses import dataclass
from functools import partial

from db.commands.stages import StageSpec
from db.terms import (
    AgreementType,
    EntryKind,
    LinkKind,
    NameKind,
    OrganisationKind,
    Presence,
    StageKind,
)
from resources.sample.actors import Names, make_body
from resources.sample.prime_ministers import TalksDesk
from resources.sample.reading import Claim

_AFTER = "They signed once Prime Ministers Ali Asadov and Mikhail Mishustin had finished"
_TALKS = "had finished their talks in Moscow on May 20"
_ORIGINAL, _ACRONYM, _VARIANT = NameKind.ORIGINAL, NameKind.ACRONYM, NameKind.VARIANT
_DIGITAL_AZ = "the Transport, Communications and High Technologies Ministry of Azerbaijan"
_DIGITAL_RU = "the Digital Development, Communications and Mass Media Ministry of Russia"
_CUSTOMS = "The States Customs Committees of both countries"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    """A body as the source names it, and what the catalogue calls it."""

    body: int
    quote: str
    named_as: str
    doubt: str = ""
    """Why the body is taken to be the one named, where the names differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    title: str
    type: AgreementType
    quote: str
    tags: tuple[str, ...]
    reported_by: str = ""


def read_documents(desk: TalksDesk, talks: int) -> tuple[int, ...]:
    """Make the six documents in the order of the report."""
    food = _food_safety(desk)
    parties = (
        _digital(desk), _property(desk), (food, _agriculture(desk)), _customs(desk),
        (food, _rosselkhoznadzor(desk)), _standards(desk),
    )  # fmt: skip
    return tuple(
        desk.archivist.together(
            "entry.create", document.title, partial(_document, desk, talks, document, sides)
        )
        for document, sides in zip(_DOCUMENTS, parties, strict=True)
    )


_DOCUMENTS = (
    _Document(
        title="Agreement on cooperation in the field of communications and information technology",
        type=AgreementType.AGREEMENT,
        quote="an agreement on cooperation in communications and information technology",
        tags=("Digital development",),
        reported_by="Russian media",
    ),
    _Document(
        title="[Memorandum of understanding on intellectual property]",
        type=AgreementType.MEMORANDUM,
        quote="has signed a memorandum of understanding with the Federal Service for",
        tags=("Intellectual property",),
    ),
    _Document(
        title="Agreement on cooperation in the field of veterinary medicine",
        type=AgreementType.AGREEMENT,
        quote="One, on veterinary medicine, is an agreement",
        tags=("Veterinary medicine",),
    ),
    _Document(
        title="Protocol on mutual recognition of certain results of customs control",
        type=AgreementType.PROTOCOL,
        quote="signed a protocol by which each accepts, in electronic form",
        tags=("Customs", "Digital development"),
    ),
    _Document(
        title="[Agreement on integrating information systems of plant quarantine]",
        type=AgreementType.AGREEMENT,
        quote="An agreement on joining up the information systems of plant quarantine",
        tags=("Plant quarantine", "Digital development"),
    ),
    _Document(
        title="[Memorandum of understanding on standards and exports]",
        type=AgreementType.MEMORANDUM,
        quote="has a memorandum of understanding with the Russian Export Center",
        tags=("Trade",),
    ),
)


def _document(
    desk: TalksDesk, talks: int, document: _Document, sides: tuple[_Party, _Party]
) -> int:
    archivist, reading = desk.archivist, desk.reading
    made = (
        reading.reported(document.reported_by, "According to Russian media", document.quote)
        if document.reported_by
        else reading.stated(document.quote)
    )
    agreement = archivist.entry(
        EntryKind.AGREEMENT, document.title, made, agreement_type=document.type
    )
    _signed(desk, agreement, talks, made, is_first=bool(document.reported_by))
    for side in sides:
        _link_party(desk, agreement, side)
    for tag in document.tags:
        archivist.tagged(desk.ground.tags[tag], agreement)
    return agreement


def _signed(desk: TalksDesk, agreement: int, talks: int, made: Claim, *, is_first: bool) -> None:
    """Add the signing; only the first document's is told, the others' is taken to be the same."""
    reading = desk.reading
    reason = (
        "It was signed after talks of that day; the year is that of the report."
        if is_first
        else "It is one of six documents told of together; the first was signed after the talks."
    )
    same_day = reading.inferred(reason, _AFTER, _TALKS)
    desk.archivist.stage(
        agreement,
        StageSpec(
            kind=StageKind.SIGNED,
            date="2021-05-20",
            place_id=desk.ground.places["Moscow"],
            meeting_id=talks,
            note="After the talks; the prime ministers are not said to have signed.",
        ),
        made,
        same_day.on("date", value="2021-05-20", as_stated="May 20"),
        same_day.on("place"),
        same_day.on("meeting"),
        reading.not_stated("signatory"),
        reading.not_stated("in_force"),
    )


def _link_party(desk: TalksDesk, agreement: int, side: _Party) -> None:
    reading = desk.reading
    doubts = (reading.inferred(side.doubt, side.quote).on("object"),) if side.doubt else ()
    desk.archivist.link(
        LinkKind.PARTY,
        agreement,
        side.body,
        reading.stated(side.quote).on("", as_stated=side.named_as),
        *doubts,
        named_as=side.named_as,
        presence=Presence.BODY,
    )


def _body(
    desk: TalksDesk,
    title: str,
    kind: OrganisationKind,
    country: str,
    named: tuple[str, Names],
) -> int:
    """Make a body as the report names it, with its names elsewhere."""
    quote, names = named
    return make_body(
        desk.archivist,
        title,
        kind,
        desk.reading.stated(quote),
        country=desk.ground.countries[country],
        names=names,
    )


def _digital(desk: TalksDesk) -> tuple[_Party, _Party]:
    ministry = OrganisationKind.MINISTRY
    azerbaijani = _body(
        desk, "Ministry of Transport, Communications and High Technologies of the Republic of "
        "Azerbaijan", ministry, "AZ", (_DIGITAL_AZ,
         {"Azərbaycan Respublikası Nəqliyyat, Rabitə və Yüksək Texnologiyalar Nazirliyi":
         (_ORIGINAL, "az")}),
    )  # fmt: skip
    russian = _body(
        desk, "Ministry of Digital Development, Communications and Mass Media of the Russian "
        "Federation", ministry, "RU", (_DIGITAL_RU,
         {"Министерство цифрового развития, связи и массовых коммуникаций Российской Федерации":
         (_ORIGINAL, "ru"), "Минцифры России": (_ACRONYM, "ru")}),
    )  # fmt: skip
    return (
        _Party(body=azerbaijani, quote=_DIGITAL_AZ, named_as=_DIGITAL_AZ[4:]),
        _Party(body=russian, quote=_DIGITAL_RU, named_as=_DIGITAL_RU[4:]),
    )


def _property(desk: TalksDesk) -> tuple[_Party, _Party]:
    agency, service = (
        "Azerbaijan's Intellectual Property Agency",
        ("the Federal Service for Intellectual Property of Russia"),
    )
    azerbaijani = _body(
        desk, "Intellectual Property Agency of the Republic of Azerbaijan",
        OrganisationKind.AGENCY, "AZ", (agency,
         {"Azərbaycan Respublikası Əqli Mülkiyyət Agentliyi": (_ORIGINAL, "az")}),
    )  # fmt: skip
    russian = _body(
        desk, "Federal Service for Intellectual Property", OrganisationKind.AGENCY, "RU", (service,
         {"Федеральная служба по интеллектуальной собственности": (_ORIGINAL, "ru"),
         "Rospatent": (_ACRONYM, "en"), "Роспатент": (_ACRONYM, "ru")}),
    )  # fmt: skip
    return (
        _Party(body=azerbaijani, quote=agency, named_as=agency),
        _Party(body=russian, quote=service, named_as=service[4:]),
    )


def _food_safety(desk: TalksDesk) -> _Party:
    stated = "Azerbaijan's Food Security Agency"
    body = _body(
        desk, "Food Safety Agency of the Republic of Azerbaijan", OrganisationKind.AGENCY, "AZ",
        (stated,
         {"Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi": (_ORIGINAL, "az")}),
    )  # fmt: skip
    return _Party(
        body=body,
        quote=stated,
        named_as=stated,
        doubt="“Food Security” stands for food safety: no other agency has these duties.",
    )


def _agriculture(desk: TalksDesk) -> _Party:
    stated = "Russia's Agriculture Ministry"
    body = _body(
        desk, "Ministry of Agriculture of the Russian Federation", OrganisationKind.MINISTRY,
        "RU", (stated,
         {"Министерство сельского хозяйства Российской Федерации": (_ORIGINAL, "ru"),
         "Минсельхоз России": (_ACRONYM, "ru")}),
    )  # fmt: skip
    return _Party(body=body, quote=stated, named_as=stated)


def _rosselkhoznadzor(desk: TalksDesk) -> _Party:
    stated = "the Federal Service for Veterinary and Phytosanitary Surveillance"
    body = _body(
        desk, "Federal Service for Veterinary and Phytosanitary Surveillance",
        OrganisationKind.AGENCY, "RU", (stated,
         {"Федеральная служба по ветеринарному и фитосанитарному надзору": (_ORIGINAL, "ru"),
         "Rosselkhoznadzor": (_ACRONYM, "en"), "Россельхознадзор": (_ACRONYM, "ru")}),
    )  # fmt: skip
    return _Party(body=body, quote=stated, named_as=stated[4:])


def _customs(desk: TalksDesk) -> tuple[_Party, _Party]:
    azerbaijani = _body(
        desk, "State Customs Committee of the Republic of Azerbaijan", OrganisationKind.AGENCY,
        "AZ", (_CUSTOMS,
         {"Azərbaycan Respublikasının Dövlət Gömrük Komitəsi": (_ORIGINAL, "az")}),
    )  # fmt: skip
    russian = _body(
        desk, "Federal Customs Service of the Russian Federation", OrganisationKind.AGENCY, "RU",
        (_CUSTOMS,
         {"Федеральная таможенная служба": (_ORIGINAL, "ru"), "ФТС России": (_ACRONYM, "ru")}),
    )  # fmt: skip
    return (
        _Party(body=azerbaijani, quote=_CUSTOMS, named_as=_CUSTOMS[4:]),
        _Party(
            body=russian,
            quote=_CUSTOMS,
            named_as=_CUSTOMS[4:],
            doubt="Russia has no State Customs Committee; its customs body is a federal service.",
        ),
    )


def _standards(desk: TalksDesk) -> tuple[_Party, _Party]:
    stated, centre = (
        "The Azerbaijan Institute of Public Law Standardization",
        ("the Russian Export Center"),
    )
    institute = _body(
        desk, "Azerbaijan Standardization Institute", OrganisationKind.AGENCY, "AZ", (stated,
         {"Azərbaycan Standartlaşdırma İnstitutu": (_ORIGINAL, "az"),
         stated[4:]: (_VARIANT, "en")}),
    )  # fmt: skip
    exporter = _body(
        desk, "Russian Export Center", OrganisationKind.COMPANY, "RU", (centre,
         {"Российский экспортный центр": (_ORIGINAL, "ru")}),
    )  # fmt: skip
    return (
        _Party(
            body=institute,
            quote=stated,
            named_as=stated[4:],
            doubt="“Public law” is the institute's legal form that slipped into its name.",
        ),
        _Party(body=exporter, quote=centre, named_as=centre[4:]),
    )
