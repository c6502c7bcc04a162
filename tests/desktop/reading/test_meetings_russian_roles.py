"""Who chaired Russian meetings is read from many wordings, and when they were held."""

import pytest

from db.terms import LinkKind, Standing
from tests.desktop.reading.told_meetings import names, only

BODY = "Состоялось 8-е заседание {B:Комитета по портам}. "


@pytest.mark.parametrize(
    "sentence",
    [
        "{A:Чилийскую|CL} делегацию возглавлял {P:Иван Котов}, {A:греческую|GR} – {P:Пётр Рыбин}.",
        "Делегацию {C:Чили|CL} возглавил {P:Иван Котов}, делегацию {C:Греции|GR} – {P:Пётр Рыбин}.",
        "Со стороны {C:Чили|CL} в нём сопредседательствовал {P:Иван Котов}, со стороны "
        "{C:Греции|GR} – {P:Пётр Рыбин}.",
        "Председательствовали: от {A:чилийской|CL} стороны – {P:Иван Котов}, от {A:греческой|GR} "
        "– {P:Пётр Рыбин}.",
        "Оно прошло под руководством сопредседателей – {P:Иван Котов} и {P:Пётр Рыбин}.",
        "{A:Чилийскую|CL} часть возглавит {P:Иван Котов}, ему будет сопредседательствовать "
        "{P:Пётр Рыбин}.",
    ],
)
def test_two_who_lead_the_sides_are_co_chairs(sentence: str) -> None:
    found = names(only(BODY + sentence), LinkKind.CO_CHAIR)
    assert sorted(found) == ["Иван Котов", "Пётр Рыбин"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Вёл заседание {P:Иван Котов}.",
        "Заседание провёл {P:Иван Котов}.",
        "Заседание открыл и провёл {P:Иван Котов}.",
        "Модератором выступил {P:Иван Котов}.",
        "{P:Иван Котов} выступил модератором.",
        "Председательствовал на заседании {P:Иван Котов}.",
    ],
)
def test_one_who_leads_the_sitting_is_its_chair(sentence: str) -> None:
    assert names(only(BODY + sentence), LinkKind.CHAIR) == ["Иван Котов"]


def test_a_moderator_is_no_mere_speaker() -> None:
    found = only(BODY + "Модератором выступил {P:Иван Котов}.")
    assert names(found, LinkKind.SPEAKER) == []


def test_a_conference_by_video_is_how_a_session_was_held() -> None:
    meeting = only("Состоялось в режиме видеоконференции 9-е заседание {B:Комитета по портам}.")
    assert (meeting.number, meeting.video) == (9, True)


def test_a_sitting_of_a_body_not_named_is_one_where_the_text_has_no_other() -> None:
    meeting = only("Заседание {G:подкомиссии} состоялось {D:3 мая|2022-05-03} в {T:Осло}.")
    assert meeting.date
    assert meeting.date.edtf == "2022-05-03"


def test_a_generic_body_of_a_named_one_tells_whose_sitting_it_is() -> None:
    assert only("Прошло заседание {G:коллегии Минздрава}.").title == "заседание коллегии Минздрава"


def test_a_day_that_is_set_makes_a_session_a_planned_one() -> None:
    meeting = only("9-е заседание {B:Комитета по портам} назначено на {D:3 мая|2022-05-03}.")
    assert meeting.standing is Standing.PLANNED
