"""Countries and cities are found in every form, and what only looks like one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.layout import lay_out
from desktop.reading.places import find_cities, find_countries


def codes(text: str) -> list[str]:
    return [country.code for country in find_countries(lay_out(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers of Peru and Chile met.", ["PE", "CL"]),
        ("a Norwegian-Icelandic fishing board", ["NO", "IS"]),
        ("Danes and Finns were invited", ["DK", "FI"]),
        ("the U.S. side and the UK side", ["US", "GB"]),
        ("Malta's Parliament", ["MT"]),
        ("PORTUGAL AND BRAZIL AGREE ON PORTS", ["PT", "BR"]),
        ("Guinea-Bissau, not Guinea", ["GW", "GN"]),
        ("South Sudan and Sudan", ["SS", "SD"]),
        ("Niger received the Nigerian envoy", ["NE", "NG"]),
        ("the DPRK and its Korean neighbours", ["KP", "KP"]),
        ("Korean exporters", ["KR"]),
        ("the DRC and the Congolese army", ["CD", "CD"]),
        ("Côte d’Ivoire and Türkiye", ["CI", "TR"]),
        ("Northern Ireland and Ireland", ["GB", "IE"]),
        ("Sino-Kenyan trade", ["CN", "KE"]),
        ("from Tbilisi, Georgia", ["GE"]),
        ("🇳🇵🇧🇹 a joint statement", ["NP", "BT"]),
        ("чилийско-перуанская комиссия", ["CL", "PE"]),
        ("японо-индийский форум", ["JP", "IN"]),
        ("делегации из Египта, Кипра и Шри-Ланки", ["EG", "CY", "LK"]),
        ("граждане РФ, КНР и ОАЭ", ["RU", "CN", "AE"]),
        ("греков и чехов", ["GR", "CZ"]),
        ("в Объединённых Арабских Эмиратах", ["AE"]),
        ("Соединенного Королевства", ["GB"]),
        ("в Нигере и в Нигерии", ["NE", "NG"]),
        ("Республика Того", ["TG"]),
        ("Таджикистан (РТ) и соседи", ["TJ", "TJ"]),
    ],
)
def test_countries_are_found_in_any_form(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ministers of Latin American states",
        "the Indo-Pacific and the Indian Ocean",
        "an office in New Mexico, one in New Jersey",
        "courses in the English language",
        "French-speaking partners",
        "a loan of 5 million US dollars, or US$ 5 million",
        "Deputy Minister Jordan Reed spoke",
        "a lecture by Michael Jordan",
        "a plant near Atlanta, Georgia",
        "fine china and roast turkey",
        "they polish the draft",
        "на китайском и английском языках",
        "десять миллионов долларов США",
        "Того же мнения держится министр",
        "в Латинской Америке",
        "греко-римская борьба",
        "в РТ открыт завод",
        "Moscow and Baku agreed with the EU, the UN and the CIS",
    ],
)
def test_what_only_looks_like_a_country_is_none(text: str) -> None:
    assert codes(text) == []


def test_the_form_and_the_whole_name_are_told() -> None:
    text = "The Republic of Zambia, Zambian nurses and Zambians"
    found = find_countries(lay_out(text))
    assert [country.form for country in found] == ["name", "adjective", "people"]
    assert text[found[0].start : found[0].end] == "The Republic of Zambia"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talks in Geneva and Cholpon-Ata", [("Geneva", "CH"), ("Cholpon-Ata", "KG")]),
        ("meeting in Washington D.C. today", [("Washington D C", "US")]),
        ("в Нижнем Новгороде и Минеральных Водах",
         [("Нижний Новгород", "RU"), ("Минеральные Воды", "RU")]),
        ("встреча в Ростове-на-Дону", [("Ростов-на-Дону", "RU")]),
        ("выставка в Нур-Султане", [("Нур-Султан", "KZ")]),
        ("София Петрова прибыла в Софию", [("София", "BG")]),
        ("a nice day in Nice", [("Nice", "FR")]),
        ("Sofia Larsen spoke", []),
        ("товары из Бразилии", []),
    ],
)  # fmt: skip
def test_cities_are_named_in_the_nominative_of_the_text(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(city.name, city.code) for city in find_cities(lay_out(text))] == expected


@given(st.lists(st.sampled_from(
    ["Peru", "Lima", "в Чили", "U.S.", "🇫🇷", "Korean", "-", "of", "российско-", "Jordan", ".", "\n"]
), max_size=12))  # fmt: skip
def test_spans_lie_in_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    page = lay_out(text)
    for found in (find_countries(page), find_cities(page)):
        starts = [place.start for place in found]
        assert starts == sorted(starts)
        assert all(0 <= place.start < place.end <= len(text) for place in found)
        assert all(text[place.start : place.end].strip() for place in found)
