"""English meetings are put in time and place, and told planned from held."""

from dataclasses import replace

import pytest

from db.terms import How, Standing
from desktop.reading.meetings import find_meetings
from tests.desktop.reading.markup import meetings, read
from tests.desktop.reading.told_meetings import only


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


def test_a_meeting_agreed_for_later_gives_the_one_held_neither_time_nor_place() -> None:
    meeting = only(
        "{P:Ann Roe} met with {P:Bo Ek}. They agreed that the meeting will be held in {T:Oslo}."
    )
    assert meeting.city is None


def test_a_video_meeting_is_known_as_one() -> None:
    assert only("The 8th session of the {B:Port Council} was held via videoconference.").video


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


def test_a_dateline_gives_place_and_day_to_what_the_lead_tells() -> None:
    own = "{T:LIMA|Lima|PE}, {D:3 May 2024|2024-05-03} – The 8th session of the {B:Ports} met."
    page, found = read(own)
    day = replace(found.dates[0], published=True)
    (meeting,) = find_meetings(page, replace(found, dates=(day,)))
    assert meeting.city
    assert meeting.city.name == "Lima"
    assert meeting.date
    assert (meeting.date.edtf, meeting.date.how) == ("2024-05-03", How.INFERRED)


def test_the_inaugural_session_is_not_the_one_held_now() -> None:
    meeting = only(
        "The 4th session of the {B:Port Council} closed. The inaugural session took place in "
        "{T:Oslo} on {D:3 May 2018|2018-05-03}."
    )
    assert meeting.city is None
    assert meeting.date is None


def test_the_subject_of_negotiations_is_no_instrument_that_has_a_day() -> None:
    meeting = only(
        "The 5th round of negotiations on a Salt Trade Agreement closed in {T:Bern} on "
        "{D:3 May 2018|2018-05-03}."
    )
    assert meeting.date
    assert meeting.date.edtf == "2018-05-03"


def test_a_city_in_brackets_behind_the_name_is_the_place() -> None:
    meeting = only("The 5th session of the {B:Port Council} ({T:Oslo}, {D:3 May|2018-05-03}) met.")
    assert meeting.city
    assert meeting.city.name == "Oslo"


def test_a_line_of_place_and_days_below_the_title_is_of_the_meeting() -> None:
    meeting = only(
        "Second Session of the {B:Port Council}\n\n{T:Oslo}, {D:3 to 5 May|2018-05-03/2018-05-05}\n"
    )
    assert meeting.city
    assert meeting.date
    assert (meeting.city.name, meeting.date.edtf) == ("Oslo", "2018-05-03/2018-05-05")


def test_a_later_session_of_which_nobody_is_told_is_of_the_same_body() -> None:
    _now, later = meetings(
        "The 4th session of the {B:Port Council} closed. The 5th session will open in {T:Oslo}."
    )
    assert later.body
    assert later.body.name == "Port Council"


def test_a_release_signed_on_the_day_of_the_meeting_tells_its_place() -> None:
    page, found = read(
        "The 5th session of the {B:Port Council} was held {D:this Thursday|2018-05-03}.\n\n"
        "It spoke of salt.\n\n{T:Oslo}, {D:3 May 2018|2018-05-03}\n"
    )
    own = replace(found.dates[-1], published=True)
    found = replace(found, dates=(*found.dates[:-1], own))
    (meeting,) = find_meetings(page, found)
    assert meeting.city
    assert meeting.city.name == "Oslo"
