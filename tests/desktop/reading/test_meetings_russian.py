"""Russian meetings are found in all cases and titled in the nominative."""

import pytest

from db.terms import LinkKind, MeetingKind, Standing
from tests.desktop.reading.markup import meetings
from tests.desktop.reading.told_meetings import names, only


@pytest.mark.parametrize(
    ("marked", "title", "number"),
    [
        (
            "В ходе 37-го заседания {B:Комиссии по рыболовству} выступили эксперты.",
            "37-е заседание Комиссии по рыболовству",
            37,
        ),
        (
            "Состоялось двадцать первое заседание {B:Совета по туризму}.",
            "двадцать первое заседание Совета по туризму",
            21,
        ),
        (
            "Участники XII сессии {B:Совета по туризму} разъехались.",
            "XII сессия Совета по туризму",
            12,
        ),
        (
            "В третьем раунде политических консультаций участвовали дипломаты.",
            "третий раунд политических консультаций",
            3,
        ),
        (
            "Стороны готовятся к очередному, пятому заседанию {B:Совета по туризму}.",
            "пятое заседание Совета по туризму",
            5,
        ),
        (
            "Прошло заседание № 9 комиссии по торгово-экономическому, научному и гуманитарному "
            "сотрудничеству.",
            None,
            9,
        ),
        ("Город принял IV Каспийский экономический форум.", "IV Каспийский экономический форум", 4),
    ],
)
def test_a_numbered_meeting_is_titled_in_the_nominative(
    marked: str, title: str | None, number: int
) -> None:
    meeting = only(marked)
    assert meeting.number == number
    assert title is None or meeting.title == title


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        (
            "{P:Иван Петров|Министр} встретился с {P:Олегом Сидоровым|послом}.",
            "встреча Министра Ивана Петрова с послом Олегом Сидоровым",
        ),
        (
            "{P:Иван Петров|Министр} провёл переговоры с {P:Олегом Сидоровым} в {T:Лиме|Лима}.",
            "переговоры Министра Ивана Петрова с Олегом Сидоровым",
        ),
        (
            "{P:Иван Петров|Министр} провел рабочую встречу с {P:Олегом Сидоровым}.",
            "рабочая встреча Министра Ивана Петрова с Олегом Сидоровым",
        ),
        (
            "Состоялась встреча {P:Ивана Петрова} и {P:Олега Сидорова}.",
            "встреча Ивана Петрова и Олега Сидорова",
        ),
        (
            "По итогам переговоров в {T:Лиме|Лима} {P:Ивана Петрова} с {P:Олегом Сидоровым} "
            "подписан протокол.",
            "переговоры Ивана Петрова с Олегом Сидоровым",
        ),
        (
            "Прошёл телефонный разговор {P:Ивана Петрова} с {P:Олегом Сидоровым}.",
            "телефонный разговор Ивана Петрова с Олегом Сидоровым",
        ),
    ],
)
def test_who_met_whom_makes_the_title(marked: str, title: str) -> None:
    meeting = only(marked)
    assert meeting.title == title
    assert meeting.kind is MeetingKind.TALKS
    assert len(names(meeting, LinkKind.ATTENDEE)) == 2


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("В кулуарах саммита ШОС они молчали.", "саммит ШОС"),
        ("В {T:Лиме|Лима} прошёл круглый стол «Будущее льда».", "круглый стол «Будущее льда»"),
        (
            "Началась подготовка к заседанию {B:Исполнительного комитета}.",
            "заседание Исполнительного комитета",
        ),
        (
            "Они в рамках официального визита {P:Ивана Петрова} в {C:Перу|PE} подписали план.",
            "официальный визит Ивана Петрова в Перу",
        ),
        (
            "В рамках {B:Каспийского экономического форума|other} подписан план.",
            "Каспийский экономический форум",
        ),
    ],
)
def test_a_meeting_without_a_number_is_known_by_its_name_or_body(marked: str, title: str) -> None:
    assert only(marked).title == title


def test_who_acts_after_the_name_of_an_event_is_no_part_of_it() -> None:
    forum, talks = meetings(
        "На полях 7-й сессии {B:Ассамблеи здравоохранения} {P:Иван Петров|министр} провёл "
        "встречу с {P:Олегом Сидоровым}."
    )
    assert forum.title == "7-я сессия Ассамблеи здравоохранения"
    assert talks.title == "встреча министра Ивана Петрова с Олегом Сидоровым"


def test_talks_of_other_bodies_are_a_meeting_of_their_own() -> None:
    found = meetings(
        "{P:Иван Петров|Посол|PE} встретился с {P:Олегом Сидоровым}. "
        "Состоялись консультации между {B:МИД Перу|ministry} и {B:МИД Чада|ministry}."
    )
    assert [meeting.title for meeting in found][1:] == ["консультации между МИД Перу и МИД Чада"]


def test_who_receives_a_guest_is_the_host_of_the_meeting() -> None:
    meeting = only("{P:Иван Петров|Министр} принял {P:Олег Сидоров|посол}.")
    assert names(meeting, LinkKind.HOST) == ["Иван Петров"]
    assert names(meeting, LinkKind.ATTENDEE) == ["Олег Сидоров"]


@pytest.mark.parametrize(
    "marked",
    [
        "{P:Иван Петров} принял участие в конкурсе.",
        "Парламент принял решение о бюджете.",
        "Участники встречи обменялись подарками.",
        "В ходе переговоров стороны обсудили торговлю.",
        "Сенат конгресса США проголосовал.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(marked: str) -> None:
    assert meetings(marked) == ()


@pytest.mark.parametrize(
    ("marked", "standing"),
    [
        ("Состоялось 8-е заседание {B:Совета портов}.", Standing.HELD),
        ("8-е заседание {B:Совета портов} состоится в {T:Осло}.", Standing.PLANNED),
        ("Планируется провести 8-е заседание {B:Совета портов}.", Standing.PLANNED),
        ("Министр предложил провести 8-е заседание {B:Совета портов}.", Standing.PROPOSED),
    ],
)
def test_planned_and_proposed_meetings_are_told_from_those_held(
    marked: str, standing: Standing
) -> None:
    assert only(marked).standing is standing


def test_time_and_place_come_from_the_sentence() -> None:
    meeting = only(
        "{D:3 мая 2021 года|2021-05-03} в {T:Лиме|Лима} прошло 8-е заседание {B:Совета портов}. "
        "На заседании напомнили о соглашении от {D:1 марта 1999 года|1999-03-01}."
    )
    assert meeting.city
    assert meeting.date
    assert (meeting.city.name, meeting.date.edtf) == ("Лима", "2021-05-03")


def test_a_capital_not_named_is_the_city_of_the_dateline() -> None:
    meeting = only(
        "{T:ЛИМА|Лима|PE}, понедельник. В столице {C:Перу|PE} прошло 8-е заседание {B:Совета}."
    )
    assert meeting.city
    assert meeting.city.name == "Лима"


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("Оно прошло под председательством {P:Ивана Петрова}.", LinkKind.CHAIR, ["Ивана Петрова"]),
        (
            "Сопредседателями выступили {P:Иван Петров} и {P:Олег Сидоров}.",
            LinkKind.CO_CHAIR,
            ["Иван Петров", "Олег Сидоров"],
        ),
        ("Заседание открыл {P:Иван Петров|министр}.", LinkKind.OPENED_BY, ["Иван Петров"]),
        ("{P:Иван Петров} выступил на заседании.", LinkKind.SPEAKER, ["Иван Петров"]),
        (
            "Участников приветствовал {P:Иван Петров}.",
            LinkKind.WELCOMED_BY,
            ["Иван Петров"],
        ),
        (
            "В заседании приняли участие {P:Иван Петров}, а также {P:Олег Сидоров}.",
            LinkKind.ATTENDEE,
            ["Иван Петров", "Олег Сидоров"],
        ),
        (
            "Организаторами стали {B:Союз портов|association} и {B:Фонд моря|association}.",
            LinkKind.ORGANISER,
            ["Союз портов", "Фонд моря"],
        ),
    ],
)
def test_who_did_what_is_read_from_the_sentences_after(
    sentence: str, kind: LinkKind, expected: list[str]
) -> None:
    meeting = only(f"Состоялось 8-е заседание {{B:Совета портов}}. {sentence}")
    assert names(meeting, kind) == expected


def test_co_chairs_are_not_speakers_for_acting_as_such() -> None:
    meeting = only(
        "Состоялось 8-е заседание {B:Совета портов}. "
        "Сопредседателями выступили {P:Иван Петров} и {P:Олег Сидоров}."
    )
    assert names(meeting, LinkKind.SPEAKER) == []


def test_headline_and_lead_are_one_record_and_the_lead_names_it() -> None:
    meeting = only(
        "ВСТРЕЧА {U:МИНИСТРОВ|PE} {C:ПЕРУ|PE} И {C:ЧАДА|TD}\n"
        "{P:Иван Петров|Министр|PE} провёл переговоры с {P:Олегом Сидоровым|министром|TD}."
    )
    assert meeting.title == "переговоры Министра Ивана Петрова с министром Олегом Сидоровым"


def test_a_meeting_with_no_name_is_told_by_those_who_were_there() -> None:
    meeting = only(
        "Во встрече, которая прошла {D:5 апреля 2023 года|2023-04-05} в {T:Лиме|Лима}, приняли "
        "участие {P:Иван Петров} и {P:Олег Сидоров}."
    )
    assert meeting.title == "встреча Ивана Петрова и Олега Сидорова"
    assert meeting.date
    assert meeting.date.edtf == "2023-04-05"


@pytest.mark.parametrize(
    "sentence",
    [
        "{A:Перуанскую|PE} часть возглавил {P:Иван Петров}, {A:чадскую|TD} - {P:Олег Сидоров}.",
        "С {A:перуанской|PE} стороны сопредседателем выступил {P:Иван Петров}, "
        "с {A:чадской|TD} – {P:Олег Сидоров}.",
        "Сопредседательствовали на заседании {P:Иван Петров} и {P:Олег Сидоров}.",
    ],
)
def test_those_who_lead_the_sides_of_a_commission_are_its_co_chairs(sentence: str) -> None:
    meeting = only(f"Состоялось 8-е заседание {{B:Совета портов}}. {sentence}")
    assert names(meeting, LinkKind.CO_CHAIR) == ["Иван Петров", "Олег Сидоров"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Председательствовал на заседании {P:Иван Петров}.",
        "Заседание провёл {P:Иван Петров}.",
        "Руководил заседанием {P:Иван Петров}.",
    ],
)
def test_who_chairs_may_be_told_after_the_verb(sentence: str) -> None:
    meeting = only(f"Состоялось 8-е заседание {{B:Совета портов}}. {sentence}")
    assert names(meeting, LinkKind.CHAIR) == ["Иван Петров"]


def test_the_day_of_a_document_is_not_that_of_the_meeting() -> None:
    meeting = only(
        "{D:18 июня|2024-06-18} прошло шестое заседание рабочей группы по выполнению меморандума "
        "между портами двух стран от {D:19 мая 2016 года|2016-05-19}."
    )
    assert meeting.date
    assert meeting.date.edtf == "2024-06-18"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "{B:Комиссия по портам} провела своё пятое заседание.",
            "пятое заседание Комиссии по портам",
        ),
        (
            "{B:Совет портов} собрался на очередное заседание в {T:Баку|Баку|AZ}.",
            "очередное заседание Совета портов",
        ),
    ],
)
def test_a_body_that_sat_owns_the_session(sentence: str, title: str) -> None:
    assert only(sentence).title == title


def test_those_who_act_during_a_session_are_no_part_of_its_name() -> None:
    assert meetings("В ходе заседания {B:Росмост} и {B:МФГС} подписали договор.") == ()


def test_a_delegation_that_was_received_is_named_with_whose_it_is() -> None:
    meeting = only("{P:Иван Петров|Министр} принял делегацию порта Вальпараисо.")
    assert meeting.title == "встреча Министра Ивана Петрова с делегацией порта Вальпараисо"


def test_the_exchange_of_instruments_of_ratification_is_a_ceremony() -> None:
    meeting = only(
        "{D:9 августа|2024-08-09} в {T:Лиме|Лима|PE} стороны произвели обмен грамотами о "
        "ратификации договора, подписанного в {T:Риме|Рим|IT} {D:1 мая 2023 года|2023-05-01}."
    )
    assert meeting.kind is MeetingKind.CEREMONY
    assert meeting.title == "обмен ратификационными грамотами"
    assert meeting.city
    assert meeting.city.name == "Лима"
    assert meeting.date
    assert meeting.date.edtf == "2024-08-09"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "С рабочим визитом находилась делегация {B:Совета портов}.",
            "рабочий визит делегации Совета портов",
        ),
        (
            "Делегация {B:Совета портов} посетила {T:Лиму|Лима|PE} с официальным визитом.",
            "официальный визит в Лиму делегации Совета портов",
        ),
    ],
)
def test_a_delegation_on_a_visit_is_a_meeting(sentence: str, title: str) -> None:
    meeting = only(sentence)
    assert meeting.kind is MeetingKind.VISIT
    assert meeting.title == title


def test_an_exhibition_that_is_only_agreed_on_is_no_meeting() -> None:
    assert meetings("Музеи договорились о совместной выставке «Лёд и море».") == ()
