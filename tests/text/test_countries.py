import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.text.countries import country_codes, country_name, find_country, flag_countries


def test_the_codes_are_the_249_of_iso_3166_1() -> None:
    codes = country_codes()
    assert len(codes) == 249
    assert {"RU", "AZ", "SY", "KZ", "KG", "AM", "TJ", "UZ", "BY"} <= set(codes)
    assert not {"EU", "XK", "ZZ"} & set(codes)


def test_countries_have_short_names_in_both_languages() -> None:
    assert country_name("AZ", "en") == "Azerbaijan"
    assert country_name("az", "ru") == "Азербайджан"
    assert country_name("US", "ru") == "США"
    assert country_name("QQ", "en") == "QQ"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("RU", "RU"),
        ("ru", "RU"),
        ("KAZ", "KZ"),
        ("Russia", "RU"),
        ("the Russian Federation", "RU"),
        ("РФ", "RU"),
        ("России", "RU"),
        ("Российской Федерации", "RU"),
        ("Kyrgyz Republic", "KG"),
        ("Кыргызстана", "KG"),
        ("Киргизии", "KG"),
        ("Republic of Tajikistan", "TJ"),
        ("Республики Таджикистан", "TJ"),
        ("Syrian Arab Republic", "SY"),
        ("Сирийской Арабской Республики", "SY"),
        ("Republic of Korea", "KR"),
        ("Нигера", "NE"),
        ("Нигерии", "NG"),
        ("Azərbaycan", "AZ"),
        ("Türkiye", "TR"),
        ("Bosnia and Herzegovina", "BA"),
    ],
)
def test_a_country_is_found_by_code_and_by_its_names(text: str, code: str) -> None:
    assert find_country(text) == code


@pytest.mark.parametrize("text", ["", "CIS", "WHO", "Татарстан", "State Duma", "Baku", "chair"])
def test_what_is_no_country_is_not_found(text: str) -> None:
    assert find_country(text) is None


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_country_is_found_by_its_own_name(language: str) -> None:
    chosen = "ru" if language == "ru" else "en"
    names = {code: country_name(code, chosen) for code in country_codes()}
    assert {code: find_country(name) for code, name in names.items()} == {
        code: code for code in names
    }


def test_flags_are_read_in_pairs_and_once_each() -> None:
    assert flag_countries("🇷🇺🇸🇾 and 🇷🇺") == ("RU", "SY")
    assert flag_countries("🇪🇺 🇦 none") == ()


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_a_listed_country_or_none(text: str) -> None:
    assert find_country(text) in {None, *country_codes()}
