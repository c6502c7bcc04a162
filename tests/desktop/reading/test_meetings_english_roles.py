"""Who chaired, opened and attended English meetings is read from many wordings."""

import pytest

from db.terms import LinkKind
from tests.desktop.reading.told_meetings import names, only

BODY = "The 8th session of the {B:Joint Committee on Ports} was held. "


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("It was chaired by {P:Ann Roe}.", LinkKind.CHAIR, ["Ann Roe"]),
        (
            "The meeting was co-chaired by {P:Ann Roe} and Deputy {P:Bo Ek|Minister}.",
            LinkKind.CO_CHAIR,
            ["Ann Roe", "Bo Ek"],
        ),
        (
            "It took place under the chairmanship of {P:Ann Roe|Minister}.",
            LinkKind.CHAIR,
            ["Ann Roe"],
        ),
        ("{P:Ann Roe} chaired the session.", LinkKind.CHAIR, ["Ann Roe"]),
        ("The meeting was opened by {P:Ann Roe}.", LinkKind.OPENED_BY, ["Ann Roe"]),
        ("{P:Ann Roe} opened the meeting.", LinkKind.OPENED_BY, ["Ann Roe"]),
        ("{P:Ann Roe} addressed the meeting.", LinkKind.SPEAKER, ["Ann Roe"]),
        (
            "A welcome address was delivered by {P:Ann Roe}, {P:Bo Ek}, and {P:Cy Orr}.",
            LinkKind.WELCOMED_BY,
            ["Ann Roe", "Bo Ek", "Cy Orr"],
        ),
        (
            "The meeting was attended by {U:health ministers of Chad|TD} and {P:Bo Ek}.",
            LinkKind.ATTENDEE,
            ["", "Bo Ek"],
        ),
        (
            "The meeting was attended by guests, including {P:Ann Roe}; {P:Bo Ek}.",
            LinkKind.GUEST,
            ["Ann Roe", "Bo Ek"],
        ),
        (
            "The event was organised by the {B:Port Authority|agency}.",
            LinkKind.ORGANISER,
            ["Port Authority"],
        ),
    ],
)
def test_who_did_what_is_read_from_the_sentences_after(
    sentence: str, kind: LinkKind, expected: list[str]
) -> None:
    meeting = only(f"The 8th session of the {{B:Port Council}} was held. {sentence}")
    assert names(meeting, kind) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Peruvian side was headed by {P:Ann Roe}, while the Chadian part of the "
        "{B:Joint Committee on Ports} was led by {P:Bo Ek}.",
        "The Peruvian side was led by {P:Ann Roe}, and the Chadian side by Mr. {P:Bo Ek}.",
        "It took place under the co-chair of {P:Ann Roe} and {P:Bo Ek}.",
        "It was chaired by {P:Ann Roe} on the {C:Peruvian|PE} side and {P:Bo Ek} on the "
        "{C:Chadian|TD} side.",
        "There {P:Ann Roe} acted as a co-chair from {C:Peru|PE}, and from {C:Chad|TD} - {P:Bo Ek}.",
        "{P:Ann Roe} led the Peruvian side and {P:Bo Ek} headed the Chadian side.",
    ],
)
def test_those_who_lead_the_sides_of_a_commission_are_its_co_chairs(sentence: str) -> None:
    assert names(only(BODY + sentence), LinkKind.CO_CHAIR) == ["Ann Roe", "Bo Ek"]


@pytest.mark.parametrize(
    "sentence",
    [
        "With {P:Ann Roe} in the chair, the work went on.",
        "{P:Ann Roe} took the chair for two years.",
        "It ended under the presidency of {P:Ann Roe}.",
    ],
)
def test_who_has_the_chair_is_told_in_many_ways(sentence: str) -> None:
    assert names(only(BODY + sentence), LinkKind.CHAIR) == ["Ann Roe"]


def test_leading_a_side_in_talks_makes_nobody_a_chair() -> None:
    meeting = only(
        "{P:Ann Roe} held talks with {P:Bo Ek}. The Peruvian side was led by {P:Cy Fox}."
    )
    assert names(meeting, LinkKind.CO_CHAIR) == []


def test_a_post_of_co_chair_is_the_part_in_the_meeting() -> None:
    meeting = only("{P:Ann Roe|Co-Chair} opened the 8th session of the {B:Port Council}.")
    assert "Ann Roe" in names(meeting, LinkKind.CO_CHAIR)


@pytest.mark.parametrize(
    "sentence",
    [
        "The {A:Greek|GR} delegation was led by {P:Ann Roe}, while that of {C:Chile|CL} was led by "
        "{P:Bo Ek}.",
        "The delegations were led by {P:Ann Roe} and {P:Bo Ek} respectively.",
        "It was led by {P:Ann Roe} and {P:Bo Ek}.",
        "The session was co-presided by {P:Ann Roe} and {P:Bo Ek}.",
        "{P:Ann Roe} and {P:Bo Ek} co-hosted the 8th session.",
        "It sat for two days, with {P:Ann Roe} and {P:Bo Ek} in the chair.",
        "{P:Ann Roe} and {P:Bo Ek} led the talks.",
    ],
)
def test_two_who_lead_a_session_together_are_its_co_chairs(sentence: str) -> None:
    assert sorted(names(only(BODY + sentence), LinkKind.CO_CHAIR)) == ["Ann Roe", "Bo Ek"]


def test_leaders_of_delegations_only_attend_where_others_have_the_chair() -> None:
    meeting = only(
        BODY + "It was chaired by {P:Cy Fox}. The delegations were led by {P:Ann Roe} and "
        "{P:Bo Ek}."
    )
    assert names(meeting, LinkKind.CHAIR, LinkKind.CO_CHAIR) == ["Cy Fox"]
    assert sorted(names(meeting, LinkKind.ATTENDEE)) == ["Ann Roe", "Bo Ek"]


def test_a_sentence_that_ends_in_chaired_tells_who_did() -> None:
    assert names(only(BODY + "{P:Ann Roe} chaired."), LinkKind.CHAIR) == ["Ann Roe"]


def test_the_session_of_a_forum_is_no_other_meeting() -> None:
    meeting = only(
        "The Alpine Forum for Salt opened in {T:Bern}. {P:Ann Roe} presided over the session."
    )
    assert names(meeting, LinkKind.CHAIR) == ["Ann Roe"]
