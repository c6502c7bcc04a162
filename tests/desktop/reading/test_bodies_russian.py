"""Bodies in Russian: their bounds, their names in the nominative, what is no name."""

import pytest

from desktop.reading.bodies.russian import bodies
from desktop.reading.findings import Findings, FoundBody
from desktop.reading.layout import lay_out
from desktop.reading.places import find_cities, find_countries


def read(text: str) -> tuple[FoundBody, ...]:
    page = lay_out(text)
    found = Findings(countries=find_countries(page), cities=find_cities(page))
    return bodies(page, found)


def names(text: str) -> list[str]:
    return [body.name for body in read(text) if not body.generic]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Об этом рассказали в Министерстве рыбного хозяйства Республики Намибия.",
         "Министерство рыбного хозяйства Республики Намибия"),
        ("Письмо направлено министерству юстиции Чили.", "Министерство юстиции Чили"),
        ("План одобрен Министерством труда, миграции и занятости Таджикистана.",
         "Министерство труда, миграции и занятости Таджикистана"),
        ("Встреча прошла в Минсельхозе Кубы.", "Минсельхоз Кубы"),
        ("Ответ получен из МИД Ирана.", "МИД Ирана"),
        ("Гостей приняли в Минэнерго.", "Минэнерго"),
        ("Документ принят Федеральной службой по надзору в сфере транспорта.",
         "Федеральная служба по надзору в сфере транспорта"),
        ("Проверку провёл Россельхознадзор совместно с коллегами.", "Россельхознадзор"),
        ("Договор подписан с Агентством по делам молодёжи Узбекистана.",
         "Агентство по делам молодёжи Узбекистана"),
        ("Решение вынес Верховный Суд Республики Армения.", "Верховный Суд Республики Армения"),
        ("Речь шла о Банке развития Монголии.", "Банк развития Монголии"),
        ("Группа побывала в Лиге арабских государств.", "Лига арабских государств"),
        ("Доклад представила Всемирная метеорологическая организация.",
         "Всемирная метеорологическая организация"),
    ],
)  # fmt: skip
def test_a_body_comes_whole_and_in_the_nominative(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ректор Ошского государственного университета выступил.",
         "Ошский государственный университет"),
        ("Стажировку примет Институт океанологии имени П. П. Ширшова.",
         "Институт океанологии имени П. П. Ширшова"),
        ("Лекции читают в НИИ леса имени академика Сукачёва.",
         "НИИ леса имени академика Сукачёва"),
        ("Больных лечат в Областной детской больнице № 3.", "Областная детская больница № 3"),
        ("Студентов ждёт Университет Фудань.", "Университет Фудань"),
        ("Курс ведёт Второго МГМУ им. Н.И. Пирогова преподаватель.", "МГМУ им. Н.И. Пирогова"),
    ],
)  # fmt: skip
def test_places_of_learning_and_healing_keep_their_eponym(text: str, name: str) -> None:
    assert name in names(text)


def test_the_ordinal_of_a_university_belongs_to_its_name_and_the_ministry_behind_does_not() -> None:
    assert names("Приём идёт в Первом МГМУ им. И.М. Сеченова Минздрава России.") == [
        "Первый МГМУ им. И.М. Сеченова",
        "Минздрав России",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Контракт получило ООО «Вега».", ["ООО «Вега»"]),
        ("Завод строит компания «Южный ветер».", ["Южный ветер"]),
        ("Поставку ведёт концерн «Заря» с фирмой Nordisk.", ["Заря", "Nordisk"]),
        ("Средства даст Фонд «Наследие».", ["Фонд «Наследие»"]),
    ],
)
def test_companies_are_told_by_their_form_or_quotes(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_commission_keeps_what_it_is_about_and_between_whom() -> None:
    text = (
        "В Гаване пройдёт заседание Межправительственной комиссии по торговому, экономическому и "
        "научному сотрудничеству между Республикой Беларусь и Республикой Куба."
    )
    assert names(text) == [
        "Межправительственная комиссия по торговому, экономическому и научному сотрудничеству "
        "между Республикой Беларусь и Республикой Куба"
    ]


def test_a_body_within_a_body_is_told_too() -> None:
    assert names("Доклад сделан в Комитете Государственной Думы по культуре.") == [
        "Комитет Государственной Думы по культуре",
        "Государственная Дума",
    ]


def test_and_between_two_bodies_parts_them() -> None:
    text = "Меморандум заключили Министерство культуры и Национальная библиотека Латвии."
    assert names(text) == ["Министерство культуры", "Национальная библиотека Латвии"]


def test_a_plural_gives_each_ministry() -> None:
    assert names("Министерства культуры и туризма подготовили план.") == [
        "Министерство культуры",
        "Министерство туризма",
    ]
    assert names("План согласовали министерства энергетики Казахстана и Узбекистана.") == [
        "Министерство энергетики Казахстана",
        "Министерство энергетики Узбекистана",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Министерство отметило рост.",
        "Комиссия рассмотрела итоги.",
        "Ведомство сообщило подробности.",
        "В ведущем университете страны прошли встречи.",
        "Стороны обсудили работу профильного комитета.",
        "Речь идёт об объединении усилий.",
    ],
)
def test_words_that_only_stand_for_a_body_are_generic(text: str) -> None:
    found = read(text)
    assert found
    assert all(body.generic for body in found)


def test_the_owner_by_adjective_is_the_country_and_not_part_of_the_name() -> None:
    (body,) = read("Об этом сообщили в узбекском Минюсте.")
    assert (body.country, body.kind) == ("UZ", "ministry")
    assert body.name == "Минюст Узбекистана"


def test_an_acronym_in_brackets_is_kept_and_later_tells_the_body() -> None:
    text = "Создан Центр морских исследований Омана (ЦМИ). Позже ЦМИ открыл филиал в Сохаре."
    found = [body for body in read(text) if not body.generic]
    assert found[0].acronym == "ЦМИ"
    assert {body.name for body in found} == {"Центр морских исследований Омана"}


def test_short_and_full_names_of_a_ministry_become_one() -> None:
    text = (
        "Соглашение подписало Министерство финансов Республики Армения. "
        "В Минфине Армении добавили, что Министерство финансов РА готово к работе."
    )
    assert names(text)[0] == names(text)[1] == "Министерство финансов Республики Армения"


def test_bodies_stand_on_the_words_of_the_text() -> None:
    text = "Вчера в Союзе художников Грузии открыли зал."
    (body,) = read(text)
    assert text[body.start : body.end] == "Союзе художников Грузии"
    assert (body.name, body.country, body.kind) == ("Союз художников Грузии", "GE", "association")


def test_a_person_behind_a_body_is_not_taken_into_it() -> None:
    assert names("Слово взял ректор Бакинского государственного университета Эльчин Бабаев.") == [
        "Бакинский государственный университет"
    ]


def test_english_paragraphs_are_left_to_the_english_finder() -> None:
    assert read("The Ministry of Health of Chile replied.") == ()


def test_one_sign_may_close_two_quotes() -> None:
    text = "Договор заключили АО «НК «Заря» и корпорация «Восход»."
    assert names(text) == ["АО «НК «Заря»", "Восход"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Прошёл Совет по вопросам туризма государств – участников СНГ.",
         "Совет по вопросам туризма государств – участников СНГ"),
        ("Заседал Деловой совет Армения – Кипр.", "Деловой совет Армения – Кипр"),
        ("Заём выдал Агробанк Узбекистана.", "Агробанк Узбекистана"),
        ("Пробы взял ПолярНИРО вместе с коллегами.", "ПолярНИРО"),
        ("ПОСОЛЬСТВО КЫРГЫЗСКОЙ РЕСПУБЛИКИ", "Посольство Кыргызской Республики"),
    ],
)  # fmt: skip
def test_names_with_dashes_banks_and_mixed_acronyms_are_whole(text: str, expected: str) -> None:
    assert expected in names(text)


def test_a_prize_in_quotes_is_no_body() -> None:
    assert names("Вручена премия «Союз талантов».") == []


def test_a_unit_that_only_its_owner_names_is_passed_over() -> None:
    assert names("Пришёл начальник управления Агентства «Дорожник».") == ["Агентство «Дорожник»"]


def test_an_acronym_means_the_company_without_its_legal_form() -> None:
    text = "ОАО «Брестский тракторный завод» ждёт гостей. Затем БТЗ подписал контракт."
    assert set(names(text)) == {"ОАО «Брестский тракторный завод»"}


def test_a_body_keeps_its_name_in_latin_letters() -> None:
    text = "Заём на строительство причалов выдал Peruvian Harbour Trust, сказано в сообщении."
    assert names(text) == ["Peruvian Harbour Trust"]
    assert names("Об этом рассказали участникам на открытии Lima Harbour Forum.") == []


def test_an_acronym_ends_what_a_secretariat_is_of() -> None:
    text = "Секретариат АСЕАН, Минцифры России и Минспорт Чили ответили."
    assert names(text) == ["Секретариат АСЕАН", "Минцифры России", "Минспорт Чили"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ответила Верховная народная палата Лаоса.", ["Верховная народная палата Лаоса"]),
        ("Гостей принял Институт подготовки переводчиков Кубы.",
         ["Институт подготовки переводчиков Кубы"]),
        ("Занятия ведёт Высшая школа нотариусов.", ["Высшая школа нотариусов"]),
        ("План внёс исполнительный секретариат МФСА и Региональный центр ООН для Южной Азии.",
         ["исполнительный секретариат МФСА", "Региональный центр ООН для Южной Азии"]),
        ("Подписал глава ГКНБ Таджикистана.", ["ГКНБ Таджикистана"]),
        ("Учения провели Пограничные войска КНБ Казахстана.",
         ["Пограничные войска КНБ Казахстана"]),
        ("Отчёт сдало подведомственное ФГБУ «Маяк».", ["ФГБУ «Маяк»"]),
        ("Ответило Управление по борьбе с пожарами Чили.",
         ["Управление по борьбе с пожарами Чили"]),
        ("Речь держал Мажилис Парламента Казахстана.", ["Мажилис Парламента Казахстана"]),
        ("Программу ведёт Министерство народной власти по вопросам рыболовства.",
         ["Министерство народной власти по вопросам рыболовства"]),
        ("Ответил Инспекционный орган по качеству рыбы Перу.",
         ["Инспекционный орган по качеству рыбы Перу"]),
    ],
)  # fmt: skip
def test_bodies_of_rarer_builds_come_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Запущен космический аппарат «Заря-4».",
        "Собран аппарат ДЗЗ «Заря-4».",
        "Гости обошли теплоход «Заря» и ледокол «Полюс».",
        "Показаны экспонаты выставки «Пути гор».",
        "Уполномоченный орган ответит позже.",
        "Вести ведут в VK и на других площадках.",
    ],
)
def test_ships_spacecraft_and_shows_are_no_bodies(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Счётная палата ЛНДР ответила. Счётная палата Лаосской Народно-Демократической "
         "Республики ждёт.", "Счётная палата Лаосской Народно-Демократической Республики"),
        ("Милли Меджлис собрался. Меджлис принял закон.", "Милли Меджлис"),
        ("Госкорпорация «Рудник» строит. Подписал план и «Рудник».", "Госкорпорация «Рудник»"),
    ],
)  # fmt: skip
def test_two_ways_to_name_one_body_give_one_name(text: str, name: str) -> None:
    assert set(names(text)) == {name}
