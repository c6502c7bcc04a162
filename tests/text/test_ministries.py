"""Ministries: one portfolio in either language and any word order."""

import pytest

from db.text.ministries import portfolio, words_of_portfolio


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Health of Oman", "Минздрав Омана"),
        ("Omani Health Ministry", "Министерство здравоохранения Султаната Оман"),
        ("Ministry of Foreign Affairs", "МИД России"),
        ("Transport and Communications Ministry", "Министерство транспорта и коммуникаций"),
        ("Ministry of Agriculture", "Минсельхоз Беларуси"),
        ("Ministry of Education and Science", "Минобрнауки России"),
        ("Ministry of Justice", "Министерства юстиции"),
    ],
)
def test_both_languages_name_one_portfolio(one: str, other: str) -> None:
    assert portfolio(one)
    assert portfolio(one) == portfolio(other)


@pytest.mark.parametrize("name", ["University of Health", "Минск", "World Health Organization", ""])
def test_other_bodies_have_no_portfolio(name: str) -> None:
    assert portfolio(name) == ""


def test_portfolios_differ() -> None:
    assert portfolio("Ministry of Health") != portfolio("Ministry of Education")
    assert portfolio("Ministry of Education") != portfolio("Ministry of Education and Science")


def test_a_portfolio_is_looked_for_by_beginnings_of_words() -> None:
    assert "health" in words_of_portfolio("health")
    assert "здравоохранен" in words_of_portfolio("health")
