"""What a text only mentions becomes no record of a meeting."""

import pytest

from tests.desktop.reading.markup import meetings

MAIN = (
    "The 8th session of the {B:Joint Committee on Ports} was held in {T:Oslo}. It went on for "
    "two days.\nThe parties then spoke of salt.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers recalled the Alpine Salt Summit.",
        "A text is to be signed during the state visit of the President of {C:Chile|CL}.",
        "{P:Ann Roe} met with the students.",
        "{P:Ann Roe} held talks with the local merchants.",
        "In a meeting with the ambassador he praised the work.",
        "{A:Omani|OM}, {A:Greek|GR} hold phone talks",
        "The opening ceremony followed.",
    ],
)
def test_what_is_told_in_passing_is_left_out(sentence: str) -> None:
    assert [meeting.number for meeting in meetings(MAIN + sentence)] == [8]


@pytest.mark.parametrize(
    "sentence",
    [
        "{P:Ann Roe} met with {P:Bo Ek}.",
        "The Alpine Salt Summit was held in {T:Bern} on {D:3 May|2018-05-03}.",
        "It sat on the margins of the Alpine Salt Summit.",
        "The IV Port Cabinet had met in {T:Bern}.",
    ],
)
def test_what_is_told_of_another_meeting_is_kept(sentence: str) -> None:
    assert len(meetings(MAIN + sentence)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "В ходе встречи вспомнили Альпийский саммит соли.",
        "Текст подпишут в ходе государственного визита Президента {C:Чили|CL}.",
        "{P:Иван Котов} встретился со студентами.",
    ],
)
def test_russian_asides_are_left_out(sentence: str) -> None:
    main = "Прошло 8-е заседание {B:Комитета по портам}. Работали два дня.\nГоворили о соли.\n"
    assert [meeting.number for meeting in meetings(main + sentence)] == [8]


def test_a_name_before_the_word_summit_is_no_sitting_of_a_body() -> None:
    (summit,) = meetings("They met during the 9th {B:Reef Group} (RG) Leaders' Summit in {T:Suva}.")
    assert summit.title == "9th Reef Group (RG) Leaders' Summit"


def test_a_dash_may_stand_inside_a_name() -> None:
    (meeting,) = meetings("The 2nd meeting of the Andes – Alps Dialogue took place.")
    assert meeting.title == "2nd meeting of the Andes – Alps Dialogue"
