"""Persons and bodies: how one is made, and those that more than one release speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass

from typing_extensions import Unpack

from db.terms import EntryKind, LinkKind, NameKind, OrganisationKind
from resources.sample.archivist import Archivist, LinkDetails
from resources.sample.ground import Ground
from resources.sample.reading import Claim, Reading

Names = Mapping[str, tuple[NameKind, str]]
"""Further forms of a name, each with its kind and its ISO 639 language."""


def make_person(
    archivist: Archivist, title: str, *claims: Claim, original: str = "", language: str = "ru"
) -> int:
    """Make a person, with the name in the person's own script."""

    def make() -> int:
        person = archivist.entry(EntryKind.PERSON, title, *claims)
        if original:
            archivist.name(person, original, NameKind.ORIGINAL, language=language)
        return person

    return archivist.together("entry.create", title, make)


def make_body(
    archivist: Archivist,
    title: str,
    kind: OrganisationKind,
    *claims: Claim,
    country: int | None = None,
    names: Names | None = None,
) -> int:
    """Make an organisation, its country and the further forms of its name."""

    def make() -> int:
        body = archivist.entry(EntryKind.ORGANISATION, title, *claims, organisation_kind=kind)
        if country is not None:
            archivist.link(LinkKind.OF_COUNTRY, body, country, *claims)
        for text, (name_kind, language) in (names or {}).items():
            archivist.name(body, text, name_kind, language=language)
        return body

    return archivist.together("entry.create", title, make)


def install(
    archivist: Archivist, person: int, where: int, *claims: Claim, **details: Unpack[LinkDetails]
) -> int:
    """Say which post a person holds in a body, country or region."""
    return archivist.link(LinkKind.HOLDS_POST, person, where, *claims, **details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Ids of the persons and bodies that recur."""

    commission: int
    sechenov: int
    sechenov_of_ministry: int
    """The link from the university to its ministry, told by a later release only."""
    health_ru: int
    murashko: int
    asadov: int


def make_actors(archivist: Archivist, ground: Ground, reading: Reading) -> Actors:
    """Make the recurring persons and bodies, as the first release names them."""
    health_ru = _russian_health(archivist, ground, reading)
    sechenov = _sechenov(archivist, ground, reading)
    return Actors(
        commission=_commission(archivist, ground, reading),
        sechenov=sechenov,
        sechenov_of_ministry=archivist.link(LinkKind.PART_OF, sechenov, health_ru),
        health_ru=health_ru,
        murashko=_murashko(archivist, ground, reading, health_ru),
        asadov=_asadov(archivist, ground, reading),
    )


def _commission(archivist: Archivist, ground: Ground, reading: Reading) -> int:
    named = reading.stated(
        "Intergovernmental Commission on Economic Cooperation between Russia and Azerbaijan"
    )
    commission = make_body(
        archivist,
        "Intergovernmental Commission on Economic Cooperation between the Russian Federation "
        "and the Republic of Azerbaijan",
        OrganisationKind.COMMISSION,
        named,
        country=ground.countries["RU"],
        names={
            "Intergovernmental Commission on Economic Cooperation": (NameKind.VARIANT, "en"),
            "Межправительственная комиссия по экономическому сотрудничеству между Российской "
            "Федерацией и Азербайджанской Республикой": (NameKind.TRANSLATION, "ru"),
        },
    )
    archivist.name(
        commission,
        "Intergovernmental Commission on Economic Cooperation between Russia and Azerbaijan",
        NameKind.VARIANT,
        named,
    )
    archivist.link(LinkKind.OF_COUNTRY, commission, ground.countries["AZ"], named)
    return commission


def _russian_health(archivist: Archivist, ground: Ground, reading: Reading) -> int:
    return make_body(
        archivist,
        "Ministry of Health of the Russian Federation",
        OrganisationKind.MINISTRY,
        reading.stated("Mikhail Murashko, Minister of Health of Russia"),
        country=ground.countries["RU"],
        names={
            "Министерство здравоохранения Российской Федерации": (NameKind.ORIGINAL, "ru"),
            "Ministry of Health of Russia": (NameKind.VARIANT, "en"),
        },
    )


def _sechenov(archivist: Archivist, ground: Ground, reading: Reading) -> int:
    sechenov = make_body(
        archivist,
        "First Moscow State Medical University named after I.M. Sechenov",
        OrganisationKind.UNIVERSITY,
        reading.stated("First Moscow State Medical University named after I.M. Sechenov"),
        names={
            "Первый Московский государственный медицинский университет имени И.М. Сеченова": (
                NameKind.ORIGINAL,
                "ru",
            ),
            "Sechenov University": (NameKind.VARIANT, "en"),
        },
    )
    archivist.link(
        LinkKind.SEATED_IN,
        sechenov,
        ground.places["Moscow"],
        reading.inferred("The name says where it is.", "First Moscow State Medical University"),
    )
    return sechenov


def _murashko(archivist: Archivist, ground: Ground, reading: Reading, ministry: int) -> int:
    named = reading.stated("Mikhail Murashko, Minister of Health of Russia")
    murashko = make_person(archivist, "Mikhail Murashko", named, original="Михаил Мурашко")
    install(
        archivist,
        murashko,
        ministry,
        named,
        post_as="Minister of Health of Russia",
        post_id=ground.posts["Minister of Health"],
    )
    archivist.set(murashko, "born", "1967-01-09")  # known from elsewhere: a gap in the evidence
    return murashko


def _asadov(archivist: Archivist, ground: Ground, reading: Reading) -> int:
    named = reading.stated("Ali Asadov, Prime Minister of Azerbaijan")
    asadov = make_person(archivist, "Ali Asadov", named, original="Əli Əsədov", language="az")
    archivist.name(asadov, "Али Асадов", NameKind.TRANSLITERATION, language="ru")
    install(
        archivist,
        asadov,
        ground.countries["AZ"],
        named,
        post_as="Prime Minister of Azerbaijan",
        post_id=ground.posts["Prime Minister"],
    )
    return asadov
