"""Dates are found in all their forms; years are filled in only from what tells them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.terms import How
from db.text.dates import parse_date
from desktop.reading.dates import find_dates
from desktop.reading.findings import FoundDate
from desktop.reading.layout import lay_out

BODY = " ".join(["The delegations reviewed the work of the port authorities at some length."] * 4)


def dates(text: str) -> tuple[FoundDate, ...]:
    return find_dates(lay_out(text))


def edtf(text: str) -> list[str]:
    return [found.edtf for found in dates(text)]


def published(text: str) -> str:
    own = [found.edtf for found in dates(text) if found.published]
    assert len(own) <= 1
    return own[0] if own else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 9 June 2020 in Bonn.", "2020-06-09"),
        ("They met on June 9, 2020.", "2020-06-09"),
        ("They met on the 9th of June 2020.", "2020-06-09"),
        ("They met on Sept. 9th, 2020.", "2020-09-09"),
        ("They met on Belgrade day March, 20 2010.", "2010-03-20"),
        ("They met on 9-Jun-2020.", "2020-06-09"),
        ("It bears Jun 92020 as its day.", "2020-06-09"),
        ("It bears 09Jun2020 as its day.", "2020-06-09"),
        ("They met on 09.06.2020 there.", "2020-06-09"),
        ("They met on 2020-06-09 there.", "2020-06-09"),
        ("They met on 29/6/2020 there.", "2020-06-29"),
        ("They met on 6/29/2020 there.", "2020-06-29"),
        ("They met from 9 to 11 June 2020.", "2020-06-09/2020-06-11"),
        ("They met on June 9-11, 2020.", "2020-06-09/2020-06-11"),
        ("They met from 30 April to 2 May 2020.", "2020-04-30/2020-05-02"),
        ("They met between April 30 and May 2, 2020.", "2020-04-30/2020-05-02"),
        ("They met 30 December 2020 – 2 January 2021.", "2020-12-30/2021-01-02"),
        ("They met in June 2020.", "2020-06"),
        ("Trade grew in January–March 2020.", "2020-01/2020-03"),
        ("Trade grew in the second quarter of 2020.", "2020-34"),
        ("Trade grew in H2 2020.", "2020-41"),
        ("Trade grew in the first six months of 2020.", "2020-01/2020-06"),
        ("Trade grew in summer 2020.", "2020-22"),
        ("Trade grew in the 1990s.", "199X"),
        ("A plan for 2020-2023 was adopted.", "2020/2023"),
        ("A plan for 2020–23 was adopted.", "2020/2023"),
        ("Since 1994 they have met yearly.", "1994"),
        ("Встреча прошла 9 июня 2020 года.", "2020-06-09"),
        ("Встреча прошла 9-го июня 2020 г. в Бонне.", "2020-06-09"),
        ("ВСТРЕЧА ПРОШЛА 9 ИЮНЯ 2020 Г. В БОННЕ", "2020-06-09"),
        ("Закон от 09.06.2020 № 35-ФЗ действует.", "2020-06-09"),
        ("Встреча прошла 9–11 июня 2020 г. там.", "2020-06-09/2020-06-11"),
        ("Встреча шла с 30 апреля по 2 мая 2020 года.", "2020-04-30/2020-05-02"),
        ("Встреча прошла 9 и 10 июня 2020 года.", "2020-06-09/2020-06-10"),
        ("Встреча шла 01.02.2020-03.02.2020 там.", "2020-02-01/2020-02-03"),
        ("Встреча прошла в июне 2020 года.", "2020-06"),
        ("Рост отмечен в I квартале 2020 года.", "2020-33"),
        ("Рост отмечен во втором полугодии 2020 г. у всех.", "2020-41"),
        ("Рост отмечен за 9 месяцев 2020 года.", "2020-01/2020-09"),
        ("Рост отмечен летом 2020 года.", "2020-22"),
        ("План на 2020–2023 годы принят.", "2020/2023"),
        ("Такое было в 1990-е годы.", "199X"),
    ],
)
def test_each_form_is_read(text: str, expected: str) -> None:
    found = dates(text)
    assert [date.edtf for date in found] == [expected]
    assert found[0].how is How.STATED
    assert parse_date(found[0].edtf).earliest


@pytest.mark.parametrize(
    "text",
    [
        "At the 21st meeting about 1000 people spoke.",
        "The text may be signed; they march 12 miles.",
        "Growth of 10.05 percent, 1/2 of it here, open 24/7, build 2.10.3.",
        "Call +7 (495) 123-45-67 or see No. 12 and № 2021.",
        "It cost $2020 and took 2500 doses.",
        "It began at 10:30 and at 14.05 sharp.",
        "They met on Wednesday, yesterday and last month.",
        "На 34-м заседании 15 процентов и 25 000 доз.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert edtf(text) == []


def test_a_day_that_does_not_exist_is_not_read() -> None:
    assert "2021-02-31" not in edtf("Dated 31 February 2021 by mistake.")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Published: 4 May 2022", "2022-05-04"),
        ("Опубликовано 04.05.2022 14:05", "2022-05-04"),
        ("04.05.2022 06:43", "2022-05-04"),
        ("16:42 04 Май 2022", "2022-05-04"),
        (" date 2022-05-04 By Ann Smith", "2022-05-04"),
        ("Wednesday, May 4, 2022", "2022-05-04"),
        ("OSLO, 4 May 2022 (Agency) – The ministers met.", "2022-05-04"),
        ("LIMA, Peru, May 4, 2022. The ministers met.", "2022-05-04"),
        ("ТАШКЕНТ, 4 МАЯ 2022 Г. Министры встретились.", "2022-05-04"),
        ("PERU, July 7 - The ministers met.", "XXXX-07-07"),
        ("Earlier today (4 May 2022) both sides signed.", "2022-05-04"),
        ("May 9, 2024 | 00:38 GMT\nSaturday- 09:40, 07/05/2022", "2022-05-07"),
        ("By Ann Smith | May 4, 2022 at 10:22 am", "2022-05-04"),
        ("Пресс-релиз от 4 мая 2022 года", "2022-05-04"),
        ("4 мая 2022 г., среда, 10:15", "2022-05-04"),
        ("Updated: 5 May 2022\nPublished: 4 May 2022", "2022-05-04"),
        ("On 4 May 2022 the ministers met.", ""),
        ("The protocol of 4 May 2022", ""),
        ("Fair of 4–6 May 2022", ""),
    ],
)
def test_the_day_of_publication_is_told_from_events(head: str, expected: str) -> None:
    assert published(f"{head}\n\n{BODY}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on 2 May.", "2022-05-02"),
        ("They will meet on 20 May.", "2022-05-20"),
        ("They met on 28 December.", "2021-12-28"),
        ("They will meet on 12 January.", "2023-01-12"),
        ("The forum runs from May 3 to 6.", "2022-05-03/2022-05-06"),
        ("They met on Monday.", "2022-05-02"),
        ("They met on Wednesday.", "2022-05-04"),
        ("They will meet on Friday.", "2022-05-06"),
        ("They met yesterday.", "2022-05-03"),
        ("They met in March this year.", "2022-03"),
        ("They met in March last year.", "2021-03"),
        ("They leave office next August 7.", "2022-08-07"),
        ("Встреча прошла в апреле текущего года.", "2022-04"),
        ("Встреча намечена на декабрь с.г. в Осло.", "2022-12"),
        ("Встреча прошла в понедельник.", "2022-05-02"),
        ("Встреча прошла вчера.", "2022-05-03"),
        ("Встреча прошла 5 мая прошлого года.", "2021-05-05"),
    ],
)
def test_missing_parts_come_from_the_day_of_publication(sentence: str, expected: str) -> None:
    _, event = dates(f"Published: 4 May 2022\n\n{sentence}")
    assert event.edtf == expected
    assert event.how is How.INFERRED
    assert event.reason.endswith(".")


def test_a_year_comes_from_a_fuller_mention_of_the_same_day() -> None:
    first, second = dates("They met on 9 June. The note of 9 June 2019 is in force.")
    assert (first.edtf, first.how) == ("2019-06-09", How.INFERRED)
    assert (second.edtf, second.how) == ("2019-06-09", How.STATED)


def test_a_day_whose_year_nothing_tells_stays_open() -> None:
    assert edtf("They met on 9 June. A treaty of 2011 is in force.") == ["XXXX-06-09", "2011"]


def test_day_and_month_in_figures_are_told_apart_by_the_weekday() -> None:
    assert edtf("Friday, 05/06/2020, the board met.") == ["2020-06-05"]
    assert edtf("Wednesday, 05/06/2020, the board met.") == ["2020-05-06"]
    (guess,) = dates("The board met on 05/06/2020 there.")
    assert (guess.edtf, guess.how) == ("2020-06-05", How.INFERRED)


DAY = st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31))


@given(DAY, st.sampled_from(["{d} {en} {y}", "{en} {d}, {y}", "{d:02}.{m:02}.{y}",
                             "{y}-{m:02}-{d:02}", "{d} {ru} {y} года"]))  # fmt: skip
def test_any_day_is_read_where_it_stands(day: date, form: str) -> None:
    english = ("January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December")  # fmt: skip
    russian = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
               "сентября", "октября", "ноября", "декабря")  # fmt: skip
    y, m, d = day.year, day.month, day.day
    words = form.format(y=y, m=m, d=d, en=english[m - 1], ru=russian[m - 1])
    text = f"The parties, having met on {words} in Oslo, agreed. {BODY}"
    (found,) = dates(text)
    assert text[found.start : found.end] == words
    assert found.edtf == str(day) == parse_date(words).text


@given(st.text(alphabet="0123456789.-/ ,мая годаMyJun№T:–\n", max_size=60))
def test_any_text_gives_dates_that_exist_within_it(text: str) -> None:
    for found in dates(text):
        assert 0 <= found.start < found.end <= len(text)
        assert parse_date(found.edtf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on the seventh and eighth of April 2021.", "2021-04-07/2021-04-08"),
        ("They met on the twenty-first of May 2020.", "2020-05-21"),
        ("Седьмого и восьмого апреля 2021 года прошли переговоры.", "2021-04-07/2021-04-08"),
        ("Встреча была двадцать первого мая 2020 года.", "2020-05-21"),
    ],
)
def test_days_told_in_words_are_dates(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2024-12-07", "2024-12-07"),
        ("14 Mar 23", "2023-03-14"),
        ("Muscat, 19 Rabi' al-Thani 1446 AH, corresponding to 22 October 2024", "2024-10-22"),
        ("13 февраля 2025, Минск /Корр. Иванов/. Прошло заседание.", "2025-02-13"),
        ("22 октября 2024, МОСТ. В порту прошло заседание.", "2024-10-22"),
        ("OSLO (3 September 2015) - The port is open.", "2015-09-03"),
        ("Tuesday, 22 October 2024 | Oslo", "2024-10-22"),
    ],
)
def test_more_lines_that_date_a_release(line: str, expected: str) -> None:
    assert published(f"{line}\n{BODY}") == expected


def test_a_last_line_that_signs_off_dates_a_release() -> None:
    assert published(f"{BODY}\nText prepared by the office of the port, 12.05.2025") == "2025-05-12"


def test_a_day_named_without_its_year_tells_month_from_day() -> None:
    assert published(f"Lima, Jul. 6. {BODY}\nPublished: 7/6/2023") == "2023-07-06"


def test_a_dateline_without_its_year_has_that_of_the_days_just_before() -> None:
    text = f"29 января. МОСТ. {BODY}\nThe session ran from 25 to 28 January 2021."
    assert published(text) == "2021-01-29"


def test_this_december_is_that_of_the_year_of_publication() -> None:
    assert edtf(f"25 May 2018\n{BODY} The plan expires this December.")[-1] == "2018-12"


def told(day: str, sentence: str) -> list[str]:
    """Return the dates of a sentence in a release of a day."""
    return edtf(f"{day}\n{BODY} {sentence}")[1:]


@pytest.mark.parametrize(
    ("day", "sentence", "expected"),
    [
        ("12 May 2023", "In March the fund paid.", "2023-03"),
        ("9 January 2023", "Last March the fund paid.", "2022-03"),
        ("9 January 2023", "This August the fund will pay.", "2023-08"),
        ("18 November 2022", "In March a team, headed by the captain, will sail.", "2023-03"),
        ("3 July 2025", "They intended to pay by the end of August.", "2025-08"),
        ("3 July 2025", "The port opened this afternoon.", "2025-07-03"),
        ("3 July 2025", "The port opened the day before.", "2025-07-02"),
        ("14 июня 2023 г.", "В прошлую среду порт открылся.", "2023-06-07"),
        ("14 июня 2023 г.", "В минувший вторник порт открылся.", "2023-06-13"),
        ("14 июня 2023 г.", "Порт открылся накануне.", "2023-06-13"),
        ("14 июня 2023 г.", "Порт откроется послезавтра.", "2023-06-16"),
        ("22 апреля 2024 г.", "Условились открыть порт и подписать в июне план.", "2024-06"),
        ("20 января 2024 г.", "В феврале портовики планируют выход.", "2024-02"),
    ],
)
def test_the_day_of_the_release_tells_what_words_mean(
    day: str, sentence: str, expected: str
) -> None:
    assert told(day, sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They came on 9 May and left the next day.", ["2023-05-09", "2023-05-10"]),
        ("They left on 9 May, having come a day earlier.", ["2023-05-09", "2023-05-08"]),
        ("Приехали 9 мая, а на следующий день уехали.", ["2023-05-09", "2023-05-10"]),
    ],
)
def test_a_day_later_or_earlier_counts_from_the_day_told_before(
    sentence: str, expected: list[str]
) -> None:
    assert told("12 May 2023", sentence) == expected


@pytest.mark.parametrize(
    "sentence", ["Накануне саммита порт открыли.", "Рост за январь-сентябрь велик."]
)
def test_the_eve_of_an_event_and_a_span_of_months_are_no_days(sentence: str) -> None:
    assert told("14 июня 2023 г.", sentence) == []


def test_an_agency_behind_the_day_leaves_a_dateline_one() -> None:
    assert published(f"Баку, 8 мая 2024, Мост-Новости — {BODY}") == "2024-05-08"


def test_a_plan_that_begins_in_its_year_dates_a_line_without_one() -> None:
    text = f"LIMA, 3 December. {BODY}\nThe pact of 7 May 2025 and the plan for 2025-2028 stand."
    assert published(text) == "2025-12-03"


def test_dashes_with_spaces_may_stand_in_a_date() -> None:
    (found,) = find_dates(lay_out("30 - January - 2023"))
    assert (found.edtf, found.published) == ("2023-01-30", True)
