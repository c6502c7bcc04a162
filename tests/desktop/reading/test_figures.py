"""Figures have number, unit, bound and state; dates, ordinals and laws are none."""

from dataclasses import replace

import pytest

from desktop.reading.figures import find_figures
from desktop.reading.findings import FoundFigure
from desktop.reading.quotations import find_quotations
from tests.desktop.reading.markup import read


def figures(marked: str) -> tuple[FoundFigure, ...]:
    page, found = read(marked)
    return find_figures(page, found)


@pytest.mark.parametrize(
    ("marked", "number", "unit", "bound"),
    [
        ("The port has 1,250 berths.", "1,250", "berths", "exact"),
        ("More than 70 ships came.", "70", "ships", "more_than"),
        ("Some 4 500 tonnes of grain were sold.", "4 500", "tonnes", "about"),
        ("At least 12 schools opened.", "12", "schools", "at_least"),
        ("It holds up to 300 beds.", "300", "beds", "at_most"),
        ("Trade grew by 3.5 percent.", "3.5", "percent", "exact"),
        ("Trade grew by nearly 12% in a year.", "12", "%", "about"),
        ("They lent $40 million for it.", "40 million", "$", "exact"),
        ("They gave 10 million Omani rials.", "10 million", "Omani rials", "exact"),
        ("Twelve coastal towns joined.", "Twelve", "coastal towns", "exact"),
        ("Over 20 scientific and cultural events followed.", "20",
         "scientific and cultural events", "more_than"),
        ("В порту 1250 причалов.", "1250", "причалов", "exact"),
        ("Свыше 70 судов пришли.", "70", "судов", "more_than"),
        ("Построено не менее 12 школ.", "12", "школ", "at_least"),
        ("Около 3,5 млн тонн зерна продано.", "3,5 млн", "тонн зерна", "about"),
        ("Товарооборот вырос почти на 12 процентов.", "12", "процентов", "exact"),
        ("Число не должно превышать 300 коек.", "300", "коек", "at_most"),
        ("Доставлено до 300 коек.", "300", "коек", "at_most"),
    ],
)  # fmt: skip
def test_a_number_with_its_noun_is_a_figure(
    marked: str, number: str, unit: str, bound: str
) -> None:
    (figure,) = figures(marked)
    assert (figure.number, figure.unit, figure.bound) == (number, unit, bound)


@pytest.mark.parametrize(
    "marked",
    [
        "It was signed on {D:6 May 2019|2019-05-06}.",
        "The 21st meeting was held.",
        "They met in 2019 and parted.",
        "The law № 35-ФЗ applies.",
        "Call +7 495 123-45-67 now.",
        "The two countries are friends.",
        "A man aged 45 spoke.",
        "The COVID-19 pandemic ended.",
        "{B:Hospital No 5} opened.",
        "Стороны двух государств довольны.",
        "Встреча прошла в 18:40 часов.",
        "Статья 12 договора гласит.",
    ],
)
def test_dates_ordinals_laws_and_names_are_no_figures(marked: str) -> None:
    assert figures(marked) == ()


@pytest.mark.parametrize(
    ("marked", "state"),
    [
        ("So far 200 buses have been delivered.", "delivered"),
        ("Next 200 buses will be delivered.", "planned"),
        ("The city has 200 buses.", "stated"),
        ("Поставлено 200 автобусов.", "delivered"),
        ("Планируется поставить 200 автобусов.", "planned"),
        ("В городе 200 автобусов.", "stated"),
    ],
)
def test_what_is_planned_is_told_from_what_was_delivered(marked: str, state: str) -> None:
    (figure,) = figures(marked)
    assert figure.state == state


def test_the_period_beside_a_figure_is_its_period() -> None:
    (figure,) = figures("In {D:November 2022|2022-11} the port saw 700 ships.")
    assert figure.period == "2022-11"


def test_a_figure_in_a_quotation_is_told_by_its_speaker() -> None:
    page, found = read("{P:Ann Roe} stressed that the port saw more than 700 ships.")
    found = replace(found, quotations=find_quotations(page, found))
    (figure,) = find_figures(page, found)
    assert figure.speaker
    assert figure.speaker.name == "Ann Roe"


def test_several_figures_stand_in_order() -> None:
    assert [f.number for f in figures("They have 12 ships, 7 docks and 300 cranes.")] == [
        "12", "7", "300",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Oslo, 19 Rabi al-Thani 1446 AH is the day.",
        "They signed three documents on ports.",
        "Ещё не менее 15 приедут в порт.",
        "В порту сорок один корабельный.",
        "The ASEAN Plus Three Ministers agreed.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_rise_from_one_number_to_another_is_no_bound() -> None:
    (figure,) = figures("Число бланков выросло с 9 до 12 тысяч бланков.")
    assert (figure.number, figure.bound) == ("12 тысяч", "exact")
