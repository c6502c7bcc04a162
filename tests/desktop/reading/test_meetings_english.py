"""English meetings are found, numbered, titled, and told apart."""

import pytest

from db.terms import LinkKind, MeetingKind
from tests.desktop.reading.markup import meetings
from tests.desktop.reading.told_meetings import names, only


@pytest.mark.parametrize(
    ("marked", "title", "number"),
    [
        (
            "The 12th session of the {B:Joint Fisheries Commission} opened.",
            "12th session of the Joint Fisheries Commission",
            12,
        ),
        (
            "The regular XIV meeting of the {B:Danube Council} was held.",
            "XIV meeting of the Danube Council",
            14,
        ),
        (
            "They attended the twenty-third meeting of the {B:Border Committee}.",
            "twenty-third meeting of the Border Committee",
            23,
        ),
        (
            "The fourth round of political consultations between the two ministries took place.",
            "fourth round of political consultations between the two ministries",
            4,
        ),
        ("Delegates opened the Seventy-fifth World Health Assembly.", None, 75),
        (
            "They proposed the second Lusophone legal and academic forum.",
            "second Lusophone legal and academic forum",
            2,
        ),
        (
            "The {B:Rhine Commission} held its ninth session in spring.",
            "ninth session of the Rhine Commission",
            9,
        ),
        ("The 6th {B:Joint Trade Committee} concluded its work.", "6th Joint Trade Committee", 6),
        (
            "The 5th meeting of the Commission on Trade, Economic and Cultural Cooperation began.",
            "5th meeting of the Commission on Trade, Economic and Cultural Cooperation",
            5,
        ),
        ("They spoke of the previous session (7th) of the {B:Water Board}.", None, 7),
    ],
)
def test_a_numbered_meeting_has_its_number_and_whole_name(
    marked: str, title: str | None, number: int
) -> None:
    meeting = only(marked)
    assert meeting.number == number
    assert title is None or meeting.title == title


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        (
            "{P:Ann Roe|Trade Minister} met with {P:Bo Ek|Ambassador} on Friday.",
            "meeting of Trade Minister Ann Roe with Ambassador Bo Ek",
        ),
        (
            "{P:Ann Roe} held talks with {P:Bo Ek} in {T:Lima}.",
            "talks of Ann Roe with Bo Ek",
        ),
        (
            "{P:Ann Roe|President} received the {P:Bo Ek|Ambassador} at the residence.",
            "meeting of President Ann Roe with Ambassador Bo Ek",
        ),
        (
            "A meeting between {P:Ann Roe} and {P:Bo Ek} was held.",
            "meeting between Ann Roe and Bo Ek",
        ),
        (
            "{P:Ann Roe} spoke by telephone with {P:Bo Ek} about it.",
            "telephone conversation of Ann Roe with Bo Ek",
        ),
        ("{P:Ann Roe} and {P:Bo Ek} met in {T:Quito}.", "meeting between Ann Roe and Bo Ek"),
        ("{P:Ann Roe} called on {P:Bo Ek|President}.", "meeting of Ann Roe with President Bo Ek"),
        ("{P:Ann Roe} and {P:Bo Ek} held talks on Monday.", "talks between Ann Roe and Bo Ek"),
        (
            "{P:Ann Roe} had a telephone conversation with H.E. Mr. {P:Bo Ek} today.",
            "telephone conversation of Ann Roe with H.E. Mr. Bo Ek",
        ),
        (
            "During a virtual meeting on Thursday, {P:Ann Roe} and {P:Bo Ek} discussed ice.",
            "virtual meeting of Ann Roe and Bo Ek",
        ),
    ],
)
def test_who_met_whom_makes_the_title_and_both_attended(marked: str, title: str) -> None:
    meeting = only(marked)
    assert meeting.title == title
    assert meeting.kind is MeetingKind.TALKS
    assert names(meeting, LinkKind.ATTENDEE, LinkKind.HOST) == ["Ann Roe", "Bo Ek"]


@pytest.mark.parametrize(
    "marked",
    [
        "The clinics are meeting the needs of patients.",
        "A press conference followed the ceremony.",
        "The meeting room was painted.",
        "{P:Ann Roe} met with success.",
        "They plan meetings and visits.",
        "Participants in the meeting thanked the hosts.",
        "The Parliament held a dialogue of generations.",
        "Last year {P:Ann Roe} visited {C:Peru|PE}.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(marked: str) -> None:
    assert meetings(marked) == ()


def test_headline_lead_and_the_talks_are_one_record() -> None:
    meeting = only(
        "21st session of the {B:Port Council}\n"
        "The {B:Port Council} held its 21st session on Monday. The meeting was long.\n"
        "The session ended late."
    )
    assert meeting.number == 21
    assert len(meeting.mentions) == 3


def test_a_headline_without_names_is_told_in_full_by_its_lead() -> None:
    meeting = only(
        "Minister holds meeting with {B:Gulf Bank|company} delegation\n"
        "{P:Ann Roe|Minister} today held a meeting with {P:Bo Ek|Director} and his team."
    )
    assert meeting.title == "meeting of Minister Ann Roe with Director Bo Ek and his team"


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("He spoke at the Alpine Water Forum 2022 on ice.", "Alpine Water Forum 2022"),
        (
            "It was adopted at the Conference of the Parties to the Glacier Convention.",
            "Conference of the Parties to the Glacier Convention",
        ),
        (
            "She attended an informal meeting of {B:EU} transport ministers in {T:Oslo}.",
            "informal meeting of EU transport ministers",
        ),
        (
            "The {B:Security Council} will hold an emergency session on ice.",
            "emergency session of the Security Council",
        ),
        (
            "The {B:Forum on the Future of Ice|other} was held in {T:Oslo}.",
            "Forum on the Future of Ice",
        ),
    ],
)
def test_a_meeting_without_a_number_is_known_by_its_name_or_body(marked: str, title: str) -> None:
    assert only(marked).title == title


def test_the_same_two_people_met_once_and_others_met_apart() -> None:
    found = meetings(
        "Talks between {P:Ann Roe} and {P:Bo Ek} took place. "
        "{P:Ann Roe|Minister} met with {P:Bo Ek|Minister}. {P:Cy Orr} met with {P:Di Poe}."
    )
    assert len(found) == 2


def test_a_meeting_only_known_by_its_protocol_takes_no_generic_words() -> None:
    meeting = only(
        "They carry out the protocol of the 8th session of the {B:Port Council}. "
        "The meeting was opened by {P:Ann Roe}."
    )
    assert names(meeting, LinkKind.OPENED_BY) == []


def test_the_commission_of_the_next_meeting_is_the_one_named_before() -> None:
    _held, planned = meetings(
        "The 8th session of the {B:Joint Commission on Ports} was held. "
        "The 9th session of the {G:Commission} will be held in {T:Oslo}."
    )
    assert planned.body
    assert planned.body.name == "Joint Commission on Ports"


def test_long_text_in_one_sentence_is_read() -> None:
    found = meetings("the 8th session of the {B:Port Council} and " * 400)
    assert [meeting.number for meeting in found] == [8]


def test_a_company_told_behind_the_name_is_no_part_of_it() -> None:
    meeting = only(
        "They held the Nordic Investment Roundtable with the participation of {P:Ann Roe}."
    )
    assert meeting.title == "Nordic Investment Roundtable"


def test_a_short_name_in_brackets_ends_the_name_of_the_body() -> None:
    meeting = only("At the Third Session of the {B:Council of Ports} (COP), they signed it.")
    assert meeting.title == "Third Session of the Council of Ports"


def test_ministers_of_a_union_hold_their_meeting_not_the_union() -> None:
    meeting = only("The Ministers of Ports of the {B:Gulf Union} States held their 26th meeting.")
    assert meeting.title == "26th meeting of the Ministers of Ports of the Gulf Union States"


@pytest.mark.parametrize(
    ("sentence", "title", "number"),
    [
        (
            "The {B:Joint Port Committee} met for the seventh time in {T:Bern|Bern|CH}.",
            "seventh meeting of the Joint Port Committee",
            7,
        ),
        (
            "The {B:Joint Port Committee} convened in {T:Bern|Bern|CH}.",
            "meeting of the Joint Port Committee",
            None,
        ),
        ("The {B:IV Joint Cabinet} had met in spring.", "IV Joint Cabinet", 4),
        ("They spoke at the plenary session of the {B:V Joint Cabinet}.", None, 5),
    ],
)
def test_a_body_that_met_had_a_meeting(sentence: str, title: str | None, number: int) -> None:
    meeting = only(sentence)
    assert meeting.number == number
    assert title is None or meeting.title == title


@pytest.mark.parametrize(
    "sentence",
    [
        "They exchanged the instruments of ratification of the Treaty on Ports in Bern.",
        "The instruments of ratification of the Treaty on Ports were exchanged in Bern.",
    ],
)
def test_the_exchange_of_instruments_of_ratification_is_a_ceremony(sentence: str) -> None:
    meeting = only(sentence)
    assert meeting.kind is MeetingKind.CEREMONY
    assert meeting.title == "exchange of the instruments of ratification of the Treaty on Ports"
