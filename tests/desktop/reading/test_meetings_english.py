"""English meetings are found, numbered, put in time and place, and told apart."""

from dataclasses import replace

import pytest

from db.terms import How, LinkKind, MeetingKind, Standing
from desktop.reading.findings import FoundBody, FoundCountry, FoundMeeting, FoundPerson
from desktop.reading.meetings import find_meetings
from tests.desktop.reading.markup import meetings, read


def only(marked: str) -> FoundMeeting:
    found = meetings(marked)
    assert len(found) == 1, [meeting.title for meeting in found]
    return found[0]


def names(meeting: FoundMeeting, *kinds: LinkKind) -> list[str]:
    return [_name(role.who) for role in meeting.roles if role.kind in kinds]


def _name(who: FoundPerson | FoundBody | FoundCountry) -> str:
    return who.code if isinstance(who, FoundCountry) else who.name


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


@pytest.mark.parametrize(
    ("marked", "standing"),
    [
        ("The 8th session of the {B:Port Council} was held.", Standing.HELD),
        ("The 8th session of the {B:Port Council} will be held in {T:Oslo}.", Standing.PLANNED),
        ("The sides agreed to hold the 8th session of the {B:Port Council}.", Standing.PLANNED),
        (
            "{C:Peru|PE} proposed to hold the 8th session of the {B:Port Council}.",
            Standing.PROPOSED,
        ),
        ("An initiative to hold the first Andean Health Forum was heard.", Standing.PROPOSED),
    ],
)
def test_planned_and_proposed_meetings_are_told_from_those_held(
    marked: str, standing: Standing
) -> None:
    assert only(marked).standing is standing


def test_time_and_place_come_from_the_sentence_and_not_from_an_instrument_cited() -> None:
    meeting = only(
        "{T:Oslo} hosted the 8th session of the {B:Port Council} on {D:3 May 2021|2021-05-03}. "
        "The meeting recalled the agreement signed on {D:1 March 1999|1999-03-01}."
    )
    assert meeting.city
    assert meeting.date
    assert (meeting.city.name, meeting.date.edtf) == ("Oslo", "2021-05-03")


def test_each_of_two_meetings_in_a_sentence_has_its_own_time() -> None:
    first, second = meetings(
        "The 8th session of the {B:Port Council} was held on {D:3 May 2021|2021-05-03}, and the "
        "9th session of the {B:Port Council} will be held on {D:4 June 2023|2023-06-04}."
    )
    assert first.date
    assert second.date
    assert (first.number, first.date.edtf) == (8, "2021-05-03")
    assert (second.number, second.date.edtf) == (9, "2023-06-04")


def test_a_meeting_on_the_margins_of_a_summit_was_where_that_was() -> None:
    talks, summit = meetings(
        "A meeting between {P:Ann Roe} and {P:Bo Ek} was held on the sidelines of the Alpine "
        "Summit in {T:Vaduz}."
    )
    assert talks.city
    assert summit.city
    assert (talks.city.name, summit.city.name) == ("Vaduz", "Vaduz")


def test_a_venue_that_was_the_venue_is_one() -> None:
    meeting = only("{B:Carlsen Institute|university} was the venue for the 3rd Nordic Forum.")
    assert meeting.venue
    assert meeting.venue.name == "Carlsen Institute"


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


def test_a_meeting_agreed_for_later_gives_the_one_held_neither_time_nor_place() -> None:
    meeting = only(
        "{P:Ann Roe} met with {P:Bo Ek}. They agreed that the meeting will be held in {T:Oslo}."
    )
    assert meeting.city is None


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


def test_a_video_meeting_is_known_as_one() -> None:
    assert only("The 8th session of the {B:Port Council} was held via videoconference.").video


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


BODY = "The 8th session of the {B:Joint Committee on Ports} was held. "


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


def test_the_day_of_an_earlier_round_is_not_that_of_this_one() -> None:
    meeting = only(
        "They ended the third round of negotiations on ports. The talks have moved on since the "
        "first round in {T:Lima|Lima|PE} in {D:May 2023|2023-05}."
    )
    assert meeting.date is None


def test_a_span_of_years_a_document_covers_is_no_day_of_the_meeting() -> None:
    meeting = only(
        "At the 8th session of the {B:Port Council} a plan for {D:2021-2025|2021/2025} was made."
    )
    assert meeting.date is None


def test_what_is_told_of_the_body_later_dates_its_session() -> None:
    meeting = only(
        "They spoke at the Third Session of the {B:Council of Ports} on tugs.\n"
        "The {B:Council of Ports}, which ran from {D:1 to 3 May 2021|2021-05-01/2021-05-03}, ended."
    )
    assert meeting.date
    assert meeting.date.edtf == "2021-05-01/2021-05-03"


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


def test_a_dateline_gives_place_and_day_to_what_the_lead_tells() -> None:
    own = (
        "{T:LIMA|Lima|PE}, {D:3 May 2024|2024-05-03} – The 8th session of the {B:Ports} met."
    )
    page, found = read(own)
    day = replace(found.dates[0], published=True)
    (meeting,) = find_meetings(page, replace(found, dates=(day,)))
    assert meeting.city
    assert meeting.city.name == "Lima"
    assert meeting.date
    assert (meeting.date.edtf, meeting.date.how) == ("2024-05-03", How.INFERRED)
