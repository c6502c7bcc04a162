"""People in Russian: names whole and in the nominative, with post, country and body."""

import pytest

from db.terms import Presence
from desktop.reading.bodies.russian import bodies
from desktop.reading.findings import Findings, FoundPerson
from desktop.reading.layout import lay_out
from desktop.reading.people.russian import people
from desktop.reading.places import find_cities, find_countries


def read(text: str) -> list[FoundPerson]:
    page = lay_out(text)
    found = Findings(countries=find_countries(page), cities=find_cities(page))
    found = Findings(countries=found.countries, cities=found.cities, bodies=bodies(page, found))
    return list(people(page, found))


def named(text: str) -> list[FoundPerson]:
    return [person for person in read(text) if person.name]


@pytest.mark.parametrize(
    ("text", "name", "post", "country"),
    [
        ("Министр энергетики Республики Узбекистан Журабек Мирзаев открыл форум.",
         "Журабек Мирзаев", "Министр энергетики Республики Узбекистан", "UZ"),
        ("Гостей принял первый заместитель министра юстиции РФ Олег Свиридов.",
         "Олег Свиридов", "первый заместитель министра юстиции РФ", "RU"),
        ("Состоялась встреча с послом Чили в России Эдуардо Эскобаром.",
         "Эдуардо Эскобар", "посол Чили в России", "CL"),
        ("Письмо вручено Чрезвычайному и Полномочному Послу Индии Винаю Кумару.",
         "Винай Кумар", "Чрезвычайный и Полномочный Посол Индии", "IN"),
        ("Форум открыла вице-премьер Казахстана Тамара Дуйсенова.",
         "Тамара Дуйсенова", "вице-премьер Казахстана", "KZ"),
        ("Слово взял глава МИД Алжира Ахмед Аттаф.", "Ахмед Аттаф", "глава МИД Алжира", "DZ"),
    ],
)  # fmt: skip
def test_the_post_before_a_name_is_told_in_the_nominative(
    text: str, name: str, post: str, country: str
) -> None:
    (person,) = named(text)
    assert (person.name, person.post, person.country) == (name, post, country)


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Ильясова Дина Маратовна, директор департамента, зачитала доклад.",
         "Ильясова Дина Маратовна", "директор департамента"),
        ("Рахимов Б.А. – начальник управления.", "Рахимов Б.А.", "начальник управления"),
        ("Нгуен Ван Хоа (посол Вьетнама) поблагодарил хозяев.", "Нгуен Ван Хоа", "посол Вьетнама"),
    ],
)  # fmt: skip
def test_the_post_behind_a_name_is_told(text: str, name: str, post: str) -> None:
    (person,) = named(text)
    assert (person.name, person.post) == (name, post)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Министр иностранных дел КНР Ван И прилетел утром.", "Ван И"),
        ("Президент Египта Абдель Фаттах ас-Сиси выступил.", "Абдель Фаттах ас-Сиси"),
        ("Спикер Жогорку Кенеша Бакыт Эсенбек уулу открыл заседание.", "Бакыт Эсенбек уулу"),
        ("Беседа с министром Фуадом Гасан оглы Алиевым прошла в Баку.", "Фуад Гасан оглы Алиев"),
        ("Министр обороны Кубы Хосе Мигель Гарсия Перес улетел.", "Хосе Мигель Гарсия Перес"),
        ("Переговоры с премьер-министром Вьетнама Фам Минь Тьинем завершены.", "Фам Минь Тьинь"),
        ("Слово дали Касым-Жомарту Оспанову.", "Касым-Жомарт Оспанов"),
        ("Доклад прочла госпожа Ли Сяо Мэй.", "Ли Сяо Мэй"),
    ],
)
def test_names_of_all_cultures_come_whole(text: str, name: str) -> None:
    assert [person.name for person in named(text)] == [name]


def test_a_plural_post_belongs_to_each_name() -> None:
    found = named("Документ подписали министры транспорта Сербии и Кубы Милан Попович и Хуан Диас.")
    assert [(p.name, p.post, p.country) for p in found] == [
        ("Милан Попович", "министр транспорта Сербии", "RS"),
        ("Хуан Диас", "министр транспорта Кубы", "CU"),
    ]


def test_items_of_a_list_have_each_their_post() -> None:
    found = named("Участвуют: Асанов К.Т., аким области; Громова Е.И. – ректор университета.")
    assert [(p.name, p.post) for p in found] == [
        ("Асанов К.Т.", "аким области"),
        ("Громова Е.И.", "ректор университета"),
    ]


def test_a_post_in_the_next_item_is_not_taken_for_the_name_before() -> None:
    found = named("Приехали Пётр Громов, заместитель министра культуры Инна Белова и гости.")
    assert [(p.name, p.post) for p in found] == [
        ("Пётр Громов", ""),
        ("Инна Белова", "заместитель министра культуры"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "И.о. министра туризма Анвар Гулямов подписал план.",
        "Временно исполняющий обязанности министра туризма Анвар Гулямов подписал план.",
        "Врио губернатора Анвар Гулямов подписал план.",
    ],
)
def test_a_post_held_for_the_time_being_is_acting(text: str) -> None:
    (person,) = named(text)
    assert (person.name, person.acting) == ("Анвар Гулямов", True)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Сербский министр Горан Весич поблагодарил хозяев.", "RS"),
        ("С монгольской стороны протокол подписал министр Батын Болд.", "MN"),
        ("Грузинскую делегацию возглавил ректор Иракли Чиковани.", "GE"),
        ("На форуме выступил профессор Аскар Жумабаев (Казахстан).", "KZ"),
        ("Польшу представлял вице-министр Ян Новак.", "PL"),
    ],
)
def test_the_country_is_told_by_adjective_side_or_brackets(text: str, country: str) -> None:
    (person,) = named(text)
    assert person.country == country


def test_the_body_of_a_post_is_told() -> None:
    (person,) = named(
        "Доклад сделал ректор Алтайского государственного университета Сергей Бочаров."
    )
    assert person.body == "Алтайский государственный университет"
    assert person.post == "ректор Алтайского государственного университета"


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "Министр культуры Мальты Оуэн Боничи открыл зал. «Мы рады», — сказал Боничи."
    assert [person.name for person in named(text)] == ["Оуэн Боничи", "Оуэн Боничи"]


def test_initials_are_made_whole_by_the_fuller_name_of_the_page() -> None:
    text = "Министр Марат Темирович Осмонов прибыл вечером. Утром М. Осмонов вылетел в Ош."
    assert {person.name for person in named(text)} == {"Марат Темирович Осмонов"}


@pytest.mark.parametrize(
    "text",
    [
        "Заседание прошло в Институте физики имени П. Н. Лебедева.",
        "Гости возложили цветы на улице Гагарина.",
        "Встречу принял университет им. Аль-Фараби.",
        "Премия имени Менделеева вручена коллективу.",
    ],
)
def test_those_a_place_or_prize_is_named_after_are_no_participants(text: str) -> None:
    assert read(text) == []


def test_a_by_line_is_told_apart() -> None:
    found = named("Автор: Глеб Сорокин\n\nПосол Омана Хамуд Аль-Тувайх приехал.")
    assert [(person.name, person.byline) for person in found] == [
        ("Глеб Сорокин", True),
        ("Хамуд Аль-Тувайх", False),
    ]


def test_holders_without_a_name_are_told_one_for_each_country() -> None:
    found = read("Проект парафировали заместители министров Кубы и Анголы.")
    assert [(p.name, p.post, p.country, p.presence) for p in found] == [
        ("", "заместитель министра Кубы", "CU", Presence.UNNAMED),
        ("", "заместитель министра Анголы", "AO", Presence.UNNAMED),
    ]


def test_a_post_alone_is_the_holder_named_elsewhere_on_the_page() -> None:
    text = (
        "Министр спорта Катара Салах Аль-Али прибыл в Минск. "
        "Министр спорта Катара осмотрел стадион."
    )
    assert [person.name for person in read(text)] == ["Салах Аль-Али", "Салах Аль-Али"]


def test_a_foreign_womans_name_is_not_bent() -> None:
    (person,) = named("Переговоры провела министр внешней торговли Чехии Радка Новакова.")
    assert person.name == "Радка Новакова"


def test_people_stand_on_the_words_of_the_text() -> None:
    text = "Вчера с министром финансов Ганы Касселем Форсоном говорил посол."
    person = named(text)[0]
    assert text[person.start : person.end] == "Касселем Форсоном"
    assert text[person.post_start : person.post_end] == "министром финансов Ганы"


def test_two_posts_of_one_person_are_told_together() -> None:
    (person,) = named(
        "Заместитель министра связи Кении – начальник почты Дэвид Отиено открыл отделение."
    )
    assert person.post == "Заместитель министра связи Кении – начальник почты"


def test_a_rank_between_post_and_name_is_passed_over() -> None:
    (person,) = named("Доклад сделал директор института профессор Роберт Саакян.")
    assert (person.name, person.post) == ("Роберт Саакян", "директор института")


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Выступил первый вице-премьер, министр труда Олег Свиридов.",
         "Олег Свиридов", "первый вице-премьер, министр труда"),
        ("Доклад сделал член Коллегии (министр) по таможне ЕЭК Олег Свиридов.",
         "Олег Свиридов", "член Коллегии (министр) по таможне ЕЭК"),
        ("Гостей встретил управляющий заводом О. Свиридов.", "О. Свиридов", "управляющий заводом"),
        ("Договор подписан ректорами двух вузов — Олегом Свиридовым и Анной Ким.",
         "Олег Свиридов", "ректор"),
        ("Приехал губернатор провинции Восточная Ява Олег Свиридов.",
         "Олег Свиридов", "губернатор провинции Восточная Ява"),
        ("Встречал ректор КГТУ, доктор исторических наук Олег Свиридов.",
         "Олег Свиридов", "ректор КГТУ"),
        ("Отчёт сдал директор центра Мехрали Содиков.", "Мехрали Содиков", "директор центра"),
    ],
)  # fmt: skip
def test_posts_in_company_of_others_are_whole(text: str, name: str, post: str) -> None:
    assert (name, post) in [(one.name, one.post) for one in named(text)]


def test_a_town_in_brackets_is_no_person() -> None:
    assert named("Протокол парафирован (г. Нгома, март 2020 г.).") == []


def test_a_country_inferred_has_its_reason() -> None:
    text = (
        "Япония и Узбекистан провели консультации. Узбекистан и Япония подписали план. "
        "Его подготовили эксперт Кэндзи Такахаси и эксперт Журабек Мирзаев."
    )
    found = {one.name: (one.country, bool(one.country_reason)) for one in named(text)}
    assert found == {"Кэндзи Такахаси": ("JP", True), "Журабек Мирзаев": ("UZ", True)}


def test_a_colleague_of_another_country_holds_the_post_without_the_first_country() -> None:
    found = named("Министр труда РФ Олег Свиридов и его индийский коллега Винай Кумар спорили.")
    assert [(one.name, one.post, one.country) for one in found] == [
        ("Олег Свиридов", "Министр труда РФ", "RU"),
        ("Винай Кумар", "Министр труда", "IN"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Полпред Президента в Приволжском федеральном округе Игорь Лаптев прибыл.",
         "Игорь Лаптев", "Полпред Президента в Приволжском федеральном округе"),
        ("Посол РФ в Боливарианской Республике Сергей Лаптев прибыл.",
         "Сергей Лаптев", "Посол РФ в Боливарианской Республике"),
        ("Представитель Всемирной организации здравоохранения (ВОЗ) в Армении Марта Рейес прибыла.",
         "Марта Рейес", "Представитель Всемирной организации здравоохранения (ВОЗ) в Армении"),
        ("Ректор Северного университета, доктор юридических наук, профессор Вардан Мелконян встал.",
         "Вардан Мелконян", "Ректор Северного университета"),
        ("Генеральный директор Eni Марко Росси прибыл.", "Марко Росси", "Генеральный директор Eni"),
        ("Директор ФГБУ Артём Лаптев прибыл.", "Артём Лаптев", "Директор ФГБУ"),
    ],
)  # fmt: skip
def test_a_long_post_reaches_to_its_name(text: str, name: str, post: str) -> None:
    assert [(person.name, person.post) for person in named(text)] == [(name, post)]


@pytest.mark.parametrize(
    "text",
    ["А Инспекционный совет ответил.", "Ереван, 22 марта, Арменпресс.",
     "Гости обошли теплоход «Михаил Лаптев»."],
)  # fmt: skip
def test_ships_agencies_and_small_words_are_nobody(text: str) -> None:
    assert named(text) == []
