from dataclasses import replace

import pytest

from db.queries.lists import ListSpec
from db.rows.entries import EntryLine
from db.terms import (
    AgreementType,
    EntryKind,
    MeetingKind,
    OrganisationKind,
    PlaceKind,
    ReadingState,
    SourceKind,
    StageKind,
    Standing,
)
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_answers import ANSWERS
from desktop.models.entry_words import STATES, TYPES, spoken, state_tone, subtitle

LINE = EntryLine(
    id=1,
    kind=EntryKind.AGREEMENT,
    reference="A-0001",
    title="Roadmap <of> work",
    subtype=AgreementType.ROADMAP,
    state=StageKind.SIGNED,
    date_text="2021?",
    body="",
    country_codes="AZ RU",
    review="draft",
    evidence_count=3,
    gap_count=2,
    conflict_count=1,
)
KIND = ListSpec(kind=EntryKind.AGREEMENT)


def test_the_second_line_tells_type_date_and_countries() -> None:
    assert subtitle(LINE) == "Roadmap  ·  2021?  ·  AZ · RU"


def test_a_missing_date_is_said_where_a_date_is_looked_for() -> None:
    assert subtitle(replace(LINE, date_text="")) == "Roadmap  ·  no date  ·  AZ · RU"
    body = replace(LINE, kind=EntryKind.ORGANISATION, subtype=OrganisationKind.MINISTRY)
    assert subtitle(replace(body, date_text="", body="Government")) == (
        "Ministry  ·  AZ · RU  ·  Government"
    )


def test_a_person_has_a_birth_a_country_and_a_post() -> None:
    person = replace(LINE, kind=EntryKind.PERSON, subtype="", state="", date_text="1967")
    person = replace(person, country_codes="RU", body="Minister of Health")
    assert subtitle(person) == "born 1967  ·  RU  ·  Minister of Health"
    assert subtitle(replace(person, date_text="")) == "RU  ·  Minister of Health"


def test_an_agreement_shows_its_number_and_a_review_that_is_more_than_a_draft() -> None:
    numbered = replace(LINE, body="12-3", review="checked", country_codes="")
    assert subtitle(numbered) == "Roadmap  ·  2021?  ·  No. 12-3  ·  checked"


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_type_and_state_of_every_kind_has_words(kind: EntryKind) -> None:
    for subtype in TYPES.get(kind, ()):
        for state in STATES.get(kind, ("",)):
            line = replace(LINE, kind=kind, subtype=subtype, state=state)
            assert line.title in spoken(line, KIND)
            assert subtitle(line)


@pytest.mark.parametrize(
    ("kind", "state", "tone"),
    [
        (EntryKind.AGREEMENT, StageKind.SIGNED, "quiet"),
        (EntryKind.AGREEMENT, StageKind.IN_FORCE, "quiet"),
        (EntryKind.AGREEMENT, StageKind.INITIALLED, "warn"),
        (EntryKind.AGREEMENT, StageKind.DATED, "warn"),
        (EntryKind.AGREEMENT, StageKind.PROPOSED, "warn"),
        (EntryKind.MEETING, Standing.HELD, "quiet"),
        (EntryKind.MEETING, Standing.PLANNED, "warn"),
        (EntryKind.SOURCE, ReadingState.INBOX, "accent"),
        (EntryKind.SOURCE, ReadingState.CHECKED, "quiet"),
    ],
)
def test_what_is_not_settled_yet_warns(kind: EntryKind, state: str, tone: str) -> None:
    assert state_tone(replace(LINE, kind=kind, state=state), ListSpec(kind=kind)) == tone


def test_the_boards_tell_how_many_troubles_there_are() -> None:
    state = ANSWERS[EntryRoles.STATE]
    assert state(LINE, ListSpec(conflicts=True)) == "1 contradiction"
    assert state(LINE, ListSpec(gaps=True)) == "2 without evidence"
    assert state(LINE, KIND) == "signed"


def test_only_a_list_of_many_kinds_shows_the_kind() -> None:
    kind = ANSWERS[EntryRoles.KIND]
    assert (kind(LINE, KIND), kind(LINE, ListSpec())) == ("", "agreement")


def test_sources_have_no_sign_of_evidence() -> None:
    count = ANSWERS[EntryRoles.EVIDENCE_COUNT]
    source = replace(LINE, kind=EntryKind.SOURCE, subtype=SourceKind.LETTER)
    assert (count(LINE, KIND), count(source, KIND)) == (3, None)


def test_a_row_is_read_aloud_with_its_kind_and_state() -> None:
    place = replace(LINE, kind=EntryKind.PLACE, subtype=PlaceKind.CITY, state="", date_text="")
    assert spoken(LINE, KIND) == (
        "Roadmap <of> work, agreement, Roadmap, 2021?, AZ · RU, signed, A-0001"
    )
    assert spoken(place, KIND) == "Roadmap <of> work, place, City, AZ · RU, A-0001"
    meeting = replace(LINE, kind=EntryKind.MEETING, subtype=MeetingKind.VISIT, state=Standing.HELD)
    assert "held" in spoken(meeting, KIND)
