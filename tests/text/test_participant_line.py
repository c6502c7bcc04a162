from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.participant_line import (
    ParticipantLine,
    parse_participant_line,
    parse_participant_list,
)

MURASHKO = ParticipantLine(
    name="Mikhail Murashko",
    post="Minister of Health",
    office="Minister of Health",
    country="RU",
    country_text="RU",
    role="chair",
)


@pytest.mark.parametrize(
    ("line", "country_text"),
    [
        ("Mikhail Murashko, Minister of Health, RU, chair", "RU"),
        ("  • Mikhail Murashko, Minister of Health, chair, Russia ", "Russia"),
        ("3. Mikhail Murashko — Minister of Health, RU, Chair.", "RU"),
        ("Chair: Mikhail Murashko, Minister of Health, Russian Federation", "Russian Federation"),
        ("chaired by Mikhail Murashko, Minister of Health, ru", "ru"),
        ("Mikhail Murashko (Russia), Minister of Health, chair", "Russia"),
        ("Mikhail Murashko (Minister of Health), RU, chair", "RU"),
        ("RU, Mikhail Murashko, Minister of Health, chair", "RU"),
    ],
)
def test_name_post_country_and_role_are_told_apart(line: str, country_text: str) -> None:
    assert parse_participant_line(line) == replace(MURASHKO, country_text=country_text)


def test_a_russian_line_is_read_the_same_way() -> None:
    line = "Мурашко Михаил, министр здравоохранения, Россия, председатель"
    found = parse_participant_line(line)
    assert (found.name, found.post) == ("Мурашко Михаил", "министр здравоохранения")
    assert (found.country, found.role, found.unnamed) == ("RU", "chair", False)


def test_commas_that_part_no_country_or_role_stay_in_the_post() -> None:
    line = "Sergey Leonov, Chairman of the Health Committee, State Duma, RU, guest"
    found = parse_participant_line(line)
    assert found.post == "Chairman of the Health Committee, State Duma"
    assert (found.name, found.role) == ("Sergey Leonov", "guest")


def test_a_comma_inside_quotes_parts_nothing() -> None:
    found = parse_participant_line("Evgeny Shlyakhto, Director, «Centre, Armenia», RU")
    assert (found.post, found.country) == ("Director, «Centre, Armenia»", "RU")


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Teymur Musayev, Acting Minister of Health, AZ, signed", "Minister of Health"),
        ("Теймур Мусаев, и.о. министра здравоохранения, AZ, подписал", "министра здравоохранения"),
        ("signed by Teymur Musayev, Acting Minister of Health, AZ", "Minister of Health"),
    ],
)
def test_acting_holders_are_marked_and_the_office_is_kept_apart(line: str, office: str) -> None:
    found = parse_participant_line(line)
    assert found.acting
    assert found.office == office
    assert found.post != office
    assert found.role == "signatory"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Minister of Health, AM", None),
        ("Russian Minister of Health, AM", None),
        ("министр здравоохранения, Армения", None),
        ("Первый заместитель министра, AM", None),
        ("12 representatives of ministries, AM", 12),
        ("delegation of 5, AM", 5),
        ("делегация из 12 человек, Армения", 12),
    ],
)
def test_a_post_without_a_name_is_an_unnamed_holder(line: str, number: int | None) -> None:
    found = parse_participant_line(line)
    assert found.unnamed
    assert found.name == ""
    assert (found.country, found.number) == ("AM", number)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ministry of Health, AZ, party", "Ministry of Health"),
        ("Cabinet of Ministers, AZ, party", "Cabinet of Ministers"),
        ("Совет министров, AZ, сторона", "Совет министров"),
        ("Azerbaijan, party", "Azerbaijan"),
        ("World Health Organization (WHO), AZ, party", "World Health Organization (WHO)"),
    ],
)
def test_bodies_and_countries_are_names(line: str, name: str) -> None:
    found = parse_participant_line(line)
    assert (found.name, found.country, found.role) == (name, "AZ", "party")
    assert not found.unnamed


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Alexei Overchuk, Deputy Prime Minister of the Russian Federation", "RU"),
        ("Андрей Плутницкий, заместитель министра здравоохранения РФ", "RU"),
        ("Azerbaijan’s Health Minister, signatory", "AZ"),
        ("Hans Kluge, WHO Regional Director for Europe", None),
    ],
)
def test_a_country_named_in_the_post_is_taken_from_there(line: str, country: str | None) -> None:
    assert parse_participant_line(line).country == country


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("co-chair", "co_chair"),
        ("сопредседатель", "co_chair"),
        ("opened", "opened_by"),
        ("speaker", "speaker"),
        ("welcome address", "welcomed_by"),
        ("участник", "attendee"),
        ("гость", "guest"),
        ("host", "host"),
        ("организатор", "organiser"),
        ("сторона", "party"),
        ("signatory", "signatory"),
        ("парафировал", "initialled_by"),
        ("witnessed by", "witness"),
        ("minister", None),
    ],
)
def test_role_words_of_both_languages_name_kinds_of_links(word: str, role: str | None) -> None:
    assert parse_participant_line(f"Ali Asadov, Prime Minister, AZ, {word}").role == role


def test_a_family_name_may_come_first_with_a_comma() -> None:
    found = parse_participant_line("Murashko, Mikhail, Minister of Health, RU")
    assert (found.name, found.post) == ("Murashko, Mikhail", "Minister of Health")


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("Ministry of Transport, Communications and Energy", None, ""),
        (
            "Министерство связи, транспорта и энергетики, party",
            "Министерство связи, транспорта и энергетики",
            "",
        ),
        ("Ministry of Transport, Deputy Minister, AZ", "Ministry of Transport", "Deputy Minister"),
        ("Anna Bankova, Chamber of Commerce, RU", "Anna Bankova", "Chamber of Commerce"),
    ],
)
def test_the_name_of_a_body_may_hold_commas(line: str, name: str | None, post: str) -> None:
    found = parse_participant_line(line)
    assert (found.name, found.post) == (name or line, post)


def test_a_list_is_read_line_by_line_without_its_bullets() -> None:
    found = parse_participant_list(
        "• Ali Asadov, AZ, co-chair\n\n📍 Mikhail Mishustin, RU; 1) Сергей Лебедев, guest\n - \n"
    )
    assert [line.name for line in found] == ["Ali Asadov", "Mikhail Mishustin", "Сергей Лебедев"]
    assert [line.role for line in found] == ["co_chair", None, "guest"]


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet='ab ,;()«»"-—.1')))
def test_any_text_is_read_without_failing(text: str) -> None:
    parse_participant_list(text)
    found = parse_participant_line(text)
    assert (found.country is None) == (not found.country_text)
