"""Russian word forms: nominatives of posts, bodies, instruments and people."""

import subprocess
import sys

import pytest

from desktop.reading.morphology import (
    adjective_forms,
    can_be,
    declined,
    inflect,
    is_ready,
    nominative,
    nominative_person,
    normal_form,
    parses,
    person_gender,
)


def test_the_dictionary_is_there() -> None:
    assert is_ready()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("заместителя министра культуры РФ", "заместитель министра культуры РФ"),
        ("Второго Ленского аграрного университета", "Второй Ленский аграрный университет"),
        ("Чрезвычайным и Полномочным Послом", "Чрезвычайный и Полномочный Посол"),
        ("исполняющего обязанности главы ведомства", "исполняющий обязанности главы ведомства"),
        ("и.о. министра транспорта", "и.о. министра транспорта"),
        ("врио директора", "врио директора"),
        ("14-го заседания Совета", "14-е заседание Совета"),
        ("двадцать второй сессии", "двадцать вторая сессия"),
        ("статс-секретаря – заместителя главы", "статс-секретарь – заместитель главы"),
        ("председателя палаты, члена совета", "председатель палаты, член совета"),
        ("министра труда, занятости и спорта", "министр труда, занятости и спорта"),
        ("сопредседателя группы и министра связи", "сопредседатель группы и министр связи"),
        ("компанией «Речной путь»", "компания «Речной путь»"),
        ("Минтрансом России", "Минтранс России"),
        ("заведующей кафедрой", "заведующая кафедрой"),
        ("директора ВОЗ", "директор ВОЗ"),
        ("министрами энергетики", "министры энергетики"),
        ("меморандумом о взаимопонимании", "меморандум о взаимопонимании"),
        ("дорожную карту", "дорожная карта"),
        ("СЕВЕРНОЙ АССОЦИАЦИИ", "СЕВЕРНАЯ АССОЦИАЦИЯ"),
        ("МИД", "МИД"),
        ("", ""),
    ],
)
def test_a_noun_phrase_comes_in_the_nominative(phrase: str, expected: str) -> None:
    assert nominative(phrase) == expected


def test_case_and_number_decide_where_the_forms_leave_it_open() -> None:
    assert nominative("комиссии", number="plur") == "комиссии"
    assert nominative("комиссии", case="gent", number="sing") == "комиссия"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Шавката Мирзиёева", "Шавкат Мирзиёев"),
        ("Татьяны Алексеевны Рябовой", "Татьяна Алексеевна Рябова"),
        ("Аллой Самойловой", "Алла Самойлова"),
        ("Эмомали Рахмоном", "Эмомали Рахмон"),
        ("Мухаммеда бин Салмана", "Мухаммед бин Салман"),
        ("Си Цзиньпином", "Си Цзиньпин"),
        ("Нарендрой Моди", "Нарендра Моди"),
        ("Хансом Клюге", "Ханс Клюге"),
        ("Касым-Жомартом Токаевым", "Касым-Жомарт Токаев"),
        ("И.М. Сеченова", "И.М. Сеченов"),
        ("Салтанат Рахимбаевой", "Салтанат Рахимбаева"),
        ("Павлом Сорокиным", "Павел Сорокин"),
        ("Ольга Любимова", "Ольга Любимова"),
        ("Hans Kluge", "Hans Kluge"),
    ],
)
def test_a_persons_name_comes_in_the_nominative(name: str, expected: str) -> None:
    assert nominative_person(name) == expected


def test_the_case_of_the_post_decides_for_names_no_dictionary_knows() -> None:
    assert nominative_person("Хоанга Ван Тханга", case="gent") == "Хоанг Ван Тханг"
    assert nominative_person("Хирут Земене", case="gent") == "Хирут Земене"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Петром Ильичем", "masc"),
        ("Айгуль Маратовне", "femn"),
        ("Ильхам Гусейн оглы", "masc"),
        ("Лейла Рашид кызы", "femn"),
        ("Мариной", "femn"),
        ("Йонг Ву", ""),
    ],
)
def test_gender_is_told_by_patronymic_particle_or_given_name(name: str, gender: str) -> None:
    assert person_gender(name) == gender


def test_without_the_dictionary_every_function_gives_its_input_back() -> None:
    program = (
        "import sys; sys.modules['pymorphy3'] = None; sys.stdout.reconfigure(encoding='utf-8');"
        "from desktop.reading.morphology import *;"
        "print(is_ready(), nominative('министра'), normal_form('министра'), inflect('министра'),"
        " nominative_person('Ирины Орловой'), sep='|')"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    answer = run.stdout.decode().strip()
    assert answer == "False|министра|министра|министра|Ирины Орловой"


def test_single_words_can_be_parsed_and_inflected() -> None:
    assert normal_form("российской") == "российский"
    assert inflect("Министерством") == "Министерство"
    assert inflect("министр", case="gent") == "министра"
    assert can_be("посла", pos=("NOUN",), case="gent", animate=True)
    assert not can_be("посла", pos=("PREP",))
    assert any(parse.name == "given" for parse in parses("Тимуром"))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Казань", "казани"),
        ("Египет", "египта"),
        ("Афины", "афинах"),
        ("Сочи", "сочи"),
        ("Чехия", "чехией"),
        ("Елец", "ельце"),
        ("Соединённое Королевство", "королевства"),
    ],
)
def test_place_names_have_their_case_forms(name: str, form: str) -> None:
    assert form in declined(name)[-1]


def test_brazils_genitive_is_no_form_of_its_capital() -> None:
    assert "бразилии" not in declined("Бразилиа")[0]


def test_adjectives_have_all_cases_and_the_form_of_compounds() -> None:
    forms = adjective_forms("чешский")
    assert {"чешский", "чешской", "чешских", "чешско", "чешскую"} <= forms
    assert {"средняя", "среднего"} <= adjective_forms("средняя")
