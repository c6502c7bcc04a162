"""The lines of a card in words, in English and in Russian."""

from dataclasses import replace

import pytest

from db.catalogue import Catalogue
from db.queries.rules import link_rules
from db.rows.suggestions import LineKind, SuggestedLine
from db.terms import EntryKind, How, Presence
from desktop.desk.cards.line_words import line_words
from desktop.desk.cards.wording import Wording, confidence_word
from tests.desktop.desk.cards.readings import AGREEMENT, BODY, MEETING, PERSON, READING, TAGS, line


@pytest.fixture
def wording(catalogue: Catalogue) -> Wording:
    with catalogue.read() as session:
        rules = link_rules(session)
    ends = {one.key: one for one in READING.suggestions}
    return Wording(language="en", rules=rules, ends=ends, tags=TAGS)


def _told(wording: Wording, one: SuggestedLine, kind: EntryKind = EntryKind.AGREEMENT) -> str:
    return line_words(one, kind, wording).told


def test_every_line_of_an_agreement_has_a_label_and_a_value(wording: Wording) -> None:
    assert [_told(wording, one) for one in AGREEMENT.lines] == [
        "Type: Roadmap",
        "Covers: 2021–2024",
        "Signed: 27 April 2021 · Ganja  inferred: the year is that of the release",
        f"Party: {BODY.title}  new",
        "Signed by: Leyla Aliyeva — acting Health Minister (Azerbaijan)  = P-0003",
        "Signed by: Minister of Health (unnamed) — Armenia  new",
        "Provision: joint training of cardiologists",
        "Figure: more than 300000 doses — planned  perhaps",
        "Quotation: “We begin at once” — Leyla Aliyeva",
        "Tag: cardiology",
    ]


def test_links_are_called_as_the_rules_say_from_either_end(wording: Wording) -> None:
    (post,) = PERSON.lines
    assert _told(wording, post, EntryKind.PERSON).startswith("Holds post: Health Minister — Мин")
    discussed = line("d", LineKind.LINK, "discussed_at", other=AGREEMENT.key, outgoing=False)
    assert _told(wording, discussed, EntryKind.MEETING).startswith("Discussed: Roadmap for")


def test_russian_has_its_own_labels_dates_and_countries(wording: Wording) -> None:
    russian = replace(wording, language="ru")
    by_key = {one.key: _told(russian, one) for one in AGREEMENT.lines}
    assert by_key["party"].startswith("Сторона: ")
    assert "27 апреля 2021" in by_key["stage"]
    assert "Армения" in by_key["signed:2"]


def test_the_place_and_kind_of_a_meeting_are_words(wording: Wording) -> None:
    told = [_told(wording, one, EntryKind.MEETING) for one in MEETING.lines]
    assert told == [
        "Kind: Session",
        "Start: 7 December 2024",
        "Place: Ganja  new",
        "Chair: Leyla Aliyeva  = P-0003",
    ]


def test_acting_is_said_once(wording: Wording) -> None:
    signed = AGREEMENT.lines[4]
    for post in ("Acting Health Minister", "исполняющая обязанности министра"):
        told = _told(wording, replace(signed, post_as=post))
        assert told.lower().count("acting") + told.count("исполняющая") == 1


def test_a_delegation_is_counted(wording: Wording) -> None:
    group = replace(AGREEMENT.lines[5], presence=Presence.DELEGATION, number=4, post_as="doctors")
    assert "4 doctors — Armenia" in _told(wording, group)


def test_a_stage_without_a_date_says_so_and_a_quotation_may_be_retold(wording: Wording) -> None:
    stage = replace(AGREEMENT.lines[2], value="", how=How.STATED)
    assert _told(wording, stage) == "Signed: no date · Ganja"
    retold = replace(AGREEMENT.lines[8], name="reported")
    assert _told(wording, retold) == "Retold: We begin at once — Leyla Aliyeva"


def test_an_entry_that_is_only_like_an_end_is_marked_as_such(wording: Wording) -> None:
    like = replace(PERSON, likeness=0.86)
    unsure = replace(wording, ends={**wording.ends, PERSON.key: like})
    assert _told(unsure, MEETING.lines[3], EntryKind.MEETING).endswith("≈ P-0003")


@pytest.mark.parametrize(
    ("confidence", "word"), [(0.85, "sure"), (0.84, "likely"), (0.6, "likely"), (0.59, "perhaps")]
)
def test_confidence_is_a_word(confidence: float, word: str) -> None:
    assert confidence_word(confidence) == word
