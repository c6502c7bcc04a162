"""Noise: what of a page is passed over, and above all what is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from db.text.stems import stems
from desktop.reading.layout import lay_out
from desktop.reading.noise import noise_pattern, noise_reasons

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.txt"))

PROSE = "The two ministers signed a memorandum on fisheries in Muscat and agreed to meet next year."


def reasons(*lines: str, language: str = "en") -> list[str]:
    return noise_reasons(lines, language)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("IMG_20230518_114502", "picture name"),
        ("IMG-20220304-WA0007", "picture name"),
        ("DSC_0042.JPG", "picture name"),
        ("WhatsApp Image 2022-03-04 at 10.15.24 AM.jpeg", "picture name"),
        ("photo_2023-11-09_12-40-01.jpg", "picture name"),
        ("9K1B3320 xT4bQz7LmP2", "picture name"),
        ("#Trade #Oman @mofa_om", "hashtags"),
        ("📌 #Туризм #Вьетнам", "hashtags"),
        ("Подписывайтесь на наш Telegram-канал!", "subscribe line"),
        ("Подписаться на канал в Telegram", "subscribe line"),
        ("👉 Subscribe to our newsletter to get the news first", "subscribe line"),
        ("Follow us on Facebook, Instagram and YouTube", "subscribe line"),
        ("Share on Facebook Twitter WhatsApp", "share buttons"),
        ("twitterfacebookwhatsappcopy link", "share buttons"),
        ("Поделиться: ВКонтакте Одноклассники", "share buttons"),
        ("Views: 1,204", "counter"),
        ("👁 3 412 просмотров", "counter"),
        ("12.5K", "counter"),
        ("Home News Events Contact us", "navigation"),
        ("Главная / Пресс-служба / Новости", "navigation"),
        ("« Вернуться к списку", "navigation"),
        ("Photo: Ministry press office", "picture credit"),
        ("Фото: Иван Петров / РИА Новости", "picture credit"),
        ("© 2019 Gulf Wire. All rights reserved.", "copyright"),
        ("При использовании материалов ссылка на сайт обязательна.", "copyright"),
        ("Tel.: +968 24 000 000, e-mail: press@example.om", "contact"),
        ("For further information, please contact the press office.", "contact"),
        ("www.example.org", "contact"),
        ("Адрес: 220030, г. Минск, ул. Советская, 11", "address"),
        ("We use cookies to improve your experience on this website.", "cookie notice"),
        ("Leave a comment", "comments"),
        ("Комментарии (0)", "comments"),
        ("Tags: Oman, fisheries, trade", "tags"),
        ("Рубрика: Международные связи", "tags"),
        ("3 min read", "reading time"),
        ("Время чтения: 2 минуты", "reading time"),
        ("Версия для печати", "print/PDF"),
        ("Скачать PDF (120 Кб)", "print/PDF"),
        ("0:00 / 2:31", "video player"),
        ("USD 92,50 EUR 99,10", "weather/currency rates"),
        ("Свидетельство о регистрации СМИ Эл № ФС77-00000 от 01.01.2015", "law footer"),
        ("Read also: Oman opens a new port", "related news"),
        ("Explore more: Oman opens a new port", "related news"),
        ("Другие новости: в Омане открыт порт", "related news"),
        ("Нашли опечатку? Выделите её и нажмите Ctrl+Enter", "error notice"),
        ("A+ A-", "text size"),
        ("* * *", "ornament"),
        ("×", "ornament"),
        ("X", "close button"),
        ("Advertisement", "advertisement"),
        ("webmaster", "site account"),
        ("(Release ID: 1999999)", "release number"),
    ],
)  # fmt: skip
def test_a_line_of_furniture_is_noise_and_says_why(line: str, reason: str) -> None:
    assert reasons("Oman and Kenya sign a memorandum on fisheries", PROSE, line)[2] == reason


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Stay of execution was among the matters the justice ministers took up.",
        "Views were exchanged on 12 matters of common interest.",
        "Photo and film archives of both countries will be opened to researchers of either side.",
        "Share capital of the venture is 40 million dollars, the ministry said.",
        "Subscribers of both operators will pay no roaming fees.",
        "The parties subscribe to the aims of the treaty.",
        "Agreement on cooperation in the field of copyright and related rights",
        "Protocol on the use of cookies and personal data",
        "Published in Muscat, the joint statement names three ports.",
        "Phone calls between the ministers preceded the signing.",
        "Updated agreement signed in 2021",
        "Cold chain: storage at 2-8 °C",
        "COVID-19",
        "2021",
        "🇴🇲🇰🇪",
        "— Мы подписываем соглашение сегодня, — сказал министр.",
        "Контактные лица сторон назначены приказами министров.",
        "По теме здравоохранения выступил заместитель министра.",
        "Наши каналы сбыта расширились после подписания соглашения с Оманом.",
        "Читать лекции будут преподаватели обоих университетов.",
        "Телефонный разговор министров состоялся по просьбе оманской стороны.",
        "С уважением к суверенитету сторон подготовлен и проект декларации.",
        "By Salim Al Harthy",
        "Пресс-служба Министерства транспорта",
    ],
)
def test_prose_a_headline_a_flag_and_a_by_line_stay(line: str) -> None:
    assert reasons("Oman and Kenya sign a memorandum on fisheries", line) == ["", ""]


@pytest.mark.parametrize(
    "line",
    [
        "Published: 12 May 2021",
        "14.03.2025, 18:40",
        "05/06/2022",
        "Dec 122024",
        "date 2021-05-21",
        "12 мая 2021 года, 15:00",
        "Просмотры: 40 | 3 июня 2020",
        "Posted On: 12 MAY 2021 5:14PM",
        "Last updated: 12 May 2021",
    ],
)
def test_a_line_that_may_date_the_release_stays(line: str) -> None:
    assert reasons("Oman and Kenya sign a memorandum", line, PROSE) == ["", "", ""]


def test_the_day_of_an_update_is_noise_beside_the_day_of_publication() -> None:
    assert reasons("Published: 12 May 2021", "Last updated: May 14, 2021", PROSE) == [
        "",
        "last updated",
        "",
    ]


def test_a_notice_in_another_script_is_noise_to_its_last_line() -> None:
    notice = (
        "УВАЖАЕМЫЕ ПАЦИЕНТЫ!",
        "Сообщаем, что вход в здание открыт с 8:00.",
        "Администрация больницы",
    )
    assert reasons(PROSE, PROSE.replace("two", "three"), PROSE * 2, *notice) == [
        "", "", "", *["notice in another script"] * 3,
    ]  # fmt: skip


def test_a_release_in_both_languages_keeps_both() -> None:
    russian = (
        "Министры рыболовства Омана и Кении подписали в Маскате меморандум о взаимопонимании.",
        "Уважаемые коллеги, сказал министр Омана, мы долго шли к этому дню.",
    )
    assert not any(reasons(PROSE, PROSE.replace("two", "three"), *russian))


def test_a_few_words_of_another_script_that_are_no_notice_stay() -> None:
    assert not any(reasons(PROSE, PROSE * 2, "Министерство рыболовства Султаната Оман"))


def test_the_second_copy_of_a_headline_is_noise_and_the_first_is_not() -> None:
    headline = "Oman and Kenya sign a memorandum"
    assert reasons(headline, "3 May 2019", headline.upper(), PROSE) == [
        "",
        "",
        "repeated headline",
        "",
    ]


def test_a_headline_that_is_only_alike_stays() -> None:
    assert not any(reasons("Oman and Kenya sign a memorandum", "Oman, Kenya sign memorandum"))


def test_a_line_that_recurs_in_a_list_stays() -> None:
    lines = (*(f"Item {number}, and more of it" for number in range(7)), "1. Protocol on ports")
    signed = "Signed by: the ministers of transport of Oman and of Kenya, and their deputies too"
    assert not any(reasons(*lines, signed, "2. Protocol on ships", signed))


def test_headlines_after_read_also_are_noise_to_the_end() -> None:
    tail = ("Other news", "Oman opens a port", "12 May 2021", "Kenya hosts a forum on tea")
    assert reasons(PROSE, *tail) == ["", *["related news"] * 4]


def test_a_menu_of_latest_news_above_the_release_leaves_its_headline() -> None:
    lines = ("Latest news", "Oman and Kenya sign a memorandum", PROSE)
    assert [bool(reason) for reason in reasons(*lines)] == [True, False, False]


def test_a_trail_that_ends_in_the_headline_stays() -> None:
    assert reasons("Home > News > Oman and Kenya sign a memorandum on fisheries", PROSE)[0] == ""


def test_a_learnt_pattern_knows_its_line_whatever_the_numbers() -> None:
    learnt = [noise_pattern("Bulletin No. 41 of the Ministry — page 2")]
    lines = ["BULLETIN No. 1999 of the ministry – page 14", PROSE]
    assert noise_reasons(lines, "en", learnt) == ["learnt", ""]


def test_a_pattern_holds_no_digit() -> None:
    assert noise_pattern("  Выпуск  №12 от 3.04.2020 ") == "выпуск no# от #.#.#"


def test_each_line_gets_one_reason() -> None:
    assert noise_reasons([], "en") == []
    assert len(noise_reasons(["", " ", PROSE, "A" * 100_000], "en")) == 4


def names_of(record: dict[str, Any]) -> list[str]:
    return [record.get("title") or record["name"], *record.get("aliases", [])]


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_nothing_a_release_is_catalogued_by_stands_in_its_noise_alone(release: Path) -> None:
    text = release.read_text(encoding="utf-8")
    gold = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
    page = lay_out(text)
    whole = stems(text)
    read = stems(" ".join(paragraph.text for paragraph in page.body))
    for kind in ("agreements", "meetings", "people", "organisations"):
        for record in gold[kind]:
            if not record.get("optional"):
                named = [name for name in map(stems, names_of(record)) if name in whole]
                assert all(name in read for name in named), record


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_day_a_release_was_published_is_read(release: Path) -> None:
    gold = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
    day = gold["published"]
    if day and not day.startswith("XXXX"):
        body = " ".join(p.text for p in lay_out(release.read_text(encoding="utf-8")).body)
        assert str(int(day[-2:])) in body
