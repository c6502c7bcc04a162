"""What the report of each country must hold on the sample, listed by hand from the five releases.

The lists follow from the releases by the rule of belonging, not from the query: an entry belongs
through its parties and participants, its people, its place, or its mention.
"""

from datetime import date
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.queries.dossier import country_dossier
from db.rows.dossier import CountryDossier, DossierChoices

RENEWED, FIRST_OF_2001, ROADMAP, PROTOCOL_19, VACCINE = (
    "A-0001", "A-0002", "A-0003", "A-0004", "A-0005",
)  # fmt: skip
SYRIAN_DRAFT, FINAL_RECORD_21 = "A-0006", "A-0007"
SIX_DOCUMENTS = {"A-0008", "A-0009", "A-0010", "A-0011", "A-0012", "A-0013"}

VISIT_TO_AZERBAIJAN, HEALTH_MINISTERS, BAKU_BRANCH, GRADUATION, SESSION_19, EXPERTS, WITH_ASADOV = (
    "M-0001", "M-0002", "M-0003", "M-0004", "M-0005", "M-0006", "M-0007",
)  # fmt: skip
CIS_COUNCIL, ALMAZOV_TOUR = "M-0008", "M-0009"
VISIT_TO_RUSSIA, SYRIAN_TALKS, SECHENOV_TOUR = "M-0010", "M-0011", "M-0012"
SESSION_21, FORUM_11, FORUM_12, SCIENCE_FORUM, CULTURE_DIALOGUE, LIBRARY_FORUM = (
    "M-0013", "M-0014", "M-0015", "M-0016", "M-0017", "M-0018",
)  # fmt: skip
PRIME_MINISTERS = "M-0019"

HEALTH_RELEASE, CIS_RELEASE, SYRIAN_RELEASE, COMMISSION_RELEASE, SIX_RELEASE = (
    "S-0001", "S-0002", "S-0003", "S-0004", "S-0005",
)  # fmt: skip

BILATERAL = {
    RENEWED, FIRST_OF_2001, ROADMAP, PROTOCOL_19, VACCINE, FINAL_RECORD_21, *SIX_DOCUMENTS,
}  # fmt: skip
BETWEEN_BOTH = {
    VISIT_TO_AZERBAIJAN, HEALTH_MINISTERS, BAKU_BRANCH, SESSION_19, EXPERTS, WITH_ASADOV,
    SESSION_21, FORUM_11, FORUM_12, SCIENCE_FORUM, CULTURE_DIALOGUE, LIBRARY_FORUM,
    PRIME_MINISTERS,
}  # fmt: skip
"""Not the first graduation: its school is a branch of a Russian one, and no place is told."""

HELD = {
    "AZ": (BILATERAL, BETWEEN_BOTH, {HEALTH_RELEASE, COMMISSION_RELEASE, SIX_RELEASE}),
    "RU": (
        BILATERAL | {SYRIAN_DRAFT},
        BETWEEN_BOTH
        | {GRADUATION, CIS_COUNCIL, ALMAZOV_TOUR, VISIT_TO_RUSSIA, SYRIAN_TALKS, SECHENOV_TOUR},
        {HEALTH_RELEASE, CIS_RELEASE, SYRIAN_RELEASE, COMMISSION_RELEASE, SIX_RELEASE},
    ),
    "SY": (
        {SYRIAN_DRAFT},
        {VISIT_TO_RUSSIA, SYRIAN_TALKS, SECHENOV_TOUR},
        {SYRIAN_RELEASE},
    ),
    "KZ": (set[str](), {CIS_COUNCIL}, {CIS_RELEASE}),
    "KG": (set[str](), {CIS_COUNCIL}, {CIS_RELEASE}),
    "AM": (set[str](), {CIS_COUNCIL}, {CIS_RELEASE}),
}

PEOPLE = {
    "AZ": {"Ali Asadov", "Teymur Musayev", "Shahin Mustafayev"},
    "RU": {
        "Mikhail Murashko", "Alexander Beglov", "Sergey Leonov", "Oleg Ergashev",
        "Vyacheslav Volodin", "Evgeny Shlyakhto", "Andrei Plutnitsky", "Alexei Overchuk",
        "Mikhail Mishustin",
    },
    "SY": set[str](),
    "KZ": set[str](),
    "KG": set[str](),
    "AM": set[str](),
}  # fmt: skip
"""Not the secretaries general and the regional director: they come for bodies of no country."""


@pytest.fixture(scope="module")
def dossiers(sample_path: Path) -> dict[str, CountryDossier]:
    """Gather the reports of all six countries from the sample."""
    with Catalogue.open(sample_path) as catalogue, catalogue.read() as session:
        return {
            code: country_dossier(session, DossierChoices(country=code), as_of=date(2026, 11, 22))
            for code in HELD
        }


def _references(rows: tuple[object, ...]) -> set[str]:
    return {str(getattr(row, "reference", "")) for row in rows}


@pytest.mark.parametrize("code", sorted(HELD))
def test_a_report_holds_just_what_the_releases_give_its_country(
    dossiers: dict[str, CountryDossier], code: str
) -> None:
    found = dossiers[code]
    agreements, meetings, sources = HELD[code]
    assert _references(found.agreements) == agreements
    assert _references(found.meetings) == meetings
    assert _references(found.sources) == sources


@pytest.mark.parametrize("code", sorted(PEOPLE))
def test_a_report_holds_the_people_of_its_country(
    dossiers: dict[str, CountryDossier], code: str
) -> None:
    people = {row.name for row in dossiers[code].participants if row.kind == "person"}
    assert people == PEOPLE[code]


def test_armenia_has_one_meeting_one_unnamed_minister_and_no_agreement(
    dossiers: dict[str, CountryDossier],
) -> None:
    armenia = dossiers["AM"]
    (meeting,) = armenia.meetings
    (minister,) = (link for link in meeting.links if link.name == "Armenia")
    assert (minister.presence, minister.post) == ("unnamed", "Minister of Health")
    assert meeting.belongs.through == ("Minister of Health",)
    assert (armenia.agreements, armenia.participants, armenia.memberships) == ((), (), ())
    unnamed = [gap.detail for gap in armenia.gaps if gap.kind == "unnamed"]
    assert unnamed == ["Minister of Health, Armenia"]


def test_the_presidency_of_the_commonwealth_is_told_from_each_side(
    dossiers: dict[str, CountryDossier],
) -> None:
    (russia,), (kyrgyzstan,) = dossiers["RU"].memberships, dossiers["KG"].memberships
    assert (russia.role, russia.together_with) == ("chairs", ("Kyrgyzstan", "Tajikistan"))
    assert (kyrgyzstan.role, kyrgyzstan.together_with) == ("co_chairs", ("Russia", "Tajikistan"))


def test_the_lineage_of_the_roadmap_runs_both_ways(dossiers: dict[str, CountryDossier]) -> None:
    rows = {row.reference: row for row in dossiers["AZ"].agreements}

    def lineage(reference: str) -> set[tuple[str, bool, str]]:
        return {(each.kind, each.inverse, each.reference) for each in rows[reference].relations}

    assert ("implements", False, PROTOCOL_19) in lineage(ROADMAP)
    assert ("based_on", False, FIRST_OF_2001) in lineage(ROADMAP)
    assert ("implements", True, ROADMAP) in lineage(PROTOCOL_19)
    assert ("updates", True, RENEWED) in lineage(FIRST_OF_2001)
    assert rows[ROADMAP].status.in_force == "no"  # it covers 2021 to 2024
    assert rows[FIRST_OF_2001].status.in_force == "not_known"


def test_the_six_documents_are_six_of_six_and_signed_at_the_talks(
    dossiers: dict[str, CountryDossier],
) -> None:
    found = dossiers["AZ"]
    for row in found.agreements:
        if row.reference in SIX_DOCUMENTS:
            assert [(figure.number, figure.found) for figure in row.figures] == [("6", 6)]
            (signing,) = row.stages
            assert (signing.date, signing.place, signing.inferred) == ("2021-05-20", "Moscow", True)
            assert signing.meeting is not None
            assert signing.meeting.reference == PRIME_MINISTERS
    talks = next(row for row in found.meetings if row.reference == PRIME_MINISTERS)
    signed = {each.reference for each in talks.relations if each.kind == "signed"}
    assert signed == SIX_DOCUMENTS


def test_what_is_missing_names_the_twentieth_session_and_the_twelve_regions(
    dossiers: dict[str, CountryDossier],
) -> None:
    gaps = dossiers["AZ"].gaps
    assert [gap.detail for gap in gaps if gap.kind == "series"] == ["20"]
    counts = {(gap.found, gap.total) for gap in gaps if gap.kind == "count"}
    assert {(0, 12), (0, 230)} <= counts
    unconfirmed = {gap.reference for gap in gaps if gap.kind == "unconfirmed"}
    assert unconfirmed == {FORUM_12, SCIENCE_FORUM}


def test_the_two_counts_of_russian_regions_are_kept_as_a_disagreement(
    dossiers: dict[str, CountryDossier],
) -> None:
    found = {row.reference for row in dossiers["AZ"].disagreements}
    assert found == {SESSION_21, PRIME_MINISTERS}


def test_a_signatory_has_the_post_held_that_day_and_the_other_stays_unnamed(
    dossiers: dict[str, CountryDossier],
) -> None:
    roadmap = next(row for row in dossiers["AZ"].agreements if row.reference == ROADMAP)
    signatories = [
        (link.name, link.post, link.acting) for act in roadmap.stages for link in act.links
    ]
    assert signatories == [
        ("Teymur Musayev", "Minister of Health", True),
        ("Mikhail Murashko", "Minister of Health", False),
    ]
    (draft,) = dossiers["SY"].agreements
    initialled = next(act for act in draft.stages if act.kind == "initialled")
    assert [(link.name, link.presence, link.doubtful) for link in initialled.links] == [
        ("Andrei Plutnitsky", "named", True),
        ("Syria", "unnamed", False),
    ]
    assert draft.status.in_force == "not_known"
