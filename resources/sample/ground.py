"""What stands before any release is read: places, posts and the tree of subjects."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.commands.tags import TagSpec
from db.terms import EntryKind, NameKind, PlaceKind
from db.text.countries import country_name
from resources.sample.archivist import Archivist

_LONG_NAMES = {
    "RU": ("Russian Federation", "Российская Федерация"),
    "AZ": ("Republic of Azerbaijan", "Азербайджанская Республика"),
    "SY": ("Syrian Arab Republic", "Сирийская Арабская Республика"),
    "AM": ("Republic of Armenia", "Республика Армения"),
    "BY": ("Republic of Belarus", "Республика Беларусь"),
    "KZ": ("Republic of Kazakhstan", "Республика Казахстан"),
    "KG": ("Kyrgyz Republic", "Кыргызская Республика"),
    "TJ": ("Republic of Tajikistan", "Республика Таджикистан"),
    "UZ": ("Republic of Uzbekistan", "Республика Узбекистан"),
}

_PLACES = (
    ("Moscow", "Москва", PlaceKind.CITY, "RU", ""),
    ("Baku", "Баку", PlaceKind.CITY, "AZ", ""),
    ("Saint Petersburg", "Санкт-Петербург", PlaceKind.REGION, "RU", "RU-SPE"),
)

_POSTS = (
    ("Minister of Health", "Министр здравоохранения"),
    ("Deputy Minister of Health", "Заместитель министра здравоохранения"),
    ("Prime Minister", "Премьер-министр"),
    ("Deputy Prime Minister", "Заместитель премьер-министра"),
    ("Governor", "Губернатор"),
    ("Vice-Governor", "Вице-губернатор"),
    ("Chairman", "Председатель"),
    ("Secretary General", "Генеральный секретарь"),
    ("Regional Director", "Региональный директор"),
    ("Director General", "Генеральный директор"),
    ("Chief State Sanitary Doctor", "Главный государственный санитарный врач"),
)

_TAGS = (
    ("", "Health", "Здравоохранение", "#2f7d5b"),
    ("Health", "Medicines", "Лекарственные средства", "#2f7d5b"),
    ("Health", "Training of specialists", "Подготовка специалистов", "#2f7d5b"),
    ("Health", "Infectious diseases", "Инфекционные болезни", "#2f7d5b"),
    ("Health", "Medical tourism", "Медицинский туризм", "#2f7d5b"),
    ("", "Trade", "Торговля", "#a15c1b"),
    ("Trade", "Customs", "Таможня", "#a15c1b"),
    ("Trade", "Intellectual property", "Интеллектуальная собственность", "#a15c1b"),
    ("", "Digital development", "Цифровое развитие", "#3a5fa8"),
    ("", "Food safety", "Безопасность пищевых продуктов", "#7a8a1f"),
    ("Food safety", "Veterinary medicine", "Ветеринария", "#7a8a1f"),
    ("Food safety", "Plant quarantine", "Карантин растений", "#7a8a1f"),
    ("", "Regions", "Регионы", "#7b4fa3"),
    ("", "Transport", "Транспорт", "#59636e"),
    ("", "Science and education", "Наука и образование", "#2a7f8f"),
    ("", "Culture", "Культура", "#a33a6b"),
    ("", "International cooperation", "Международное сотрудничество", ""),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Ids of what every release may point to."""

    countries: Mapping[str, int]
    """By ISO 3166-1 alpha-2."""
    places: Mapping[str, int]
    """Cities and regions by their English names."""
    posts: Mapping[str, int]
    """By their English labels, as are the tags."""
    tags: Mapping[str, int]


def lay_ground(archivist: Archivist) -> Ground:
    """Make the places, posts and subjects."""
    countries = archivist.together(
        "entry.create",
        "Countries",
        lambda: {code: _country(archivist, code) for code in _LONG_NAMES},
    )
    return Ground(
        countries=countries,
        places=archivist.together("entry.create", "Places", lambda: _places(archivist, countries)),
        posts=archivist.together(
            "post.change",
            "Posts",
            lambda: {english: archivist.post(english, russian) for english, russian in _POSTS},
        ),
        tags=archivist.together("tag.create", "Tags", lambda: _tags(archivist)),
    )


def _country(archivist: Archivist, code: str) -> int:
    country = archivist.country(code)
    english, russian = _LONG_NAMES[code]
    short = country_name(code, "ru")
    archivist.name(country, short, NameKind.TRANSLATION, language="ru")
    archivist.name(country, english, NameKind.VARIANT, language="en")
    archivist.name(country, russian, NameKind.VARIANT, language="ru")
    return country


def _places(archivist: Archivist, countries: Mapping[str, int]) -> dict[str, int]:
    places: dict[str, int] = {}
    for english, russian, kind, country, code in _PLACES:
        places[english] = archivist.entry(
            EntryKind.PLACE,
            english,
            place_kind=kind,
            parent=str(countries[country]),
            code=code,
        )
        archivist.name(places[english], russian, NameKind.TRANSLATION, language="ru")
    return places


def _tags(archivist: Archivist) -> dict[str, int]:
    tags: dict[str, int] = {}
    for parent, english, russian, colour in _TAGS:
        tags[english] = archivist.tag(
            TagSpec(
                label_en=english,
                label_ru=russian,
                parent_id=tags.get(parent),
                colour=colour,
            )
        )
    return tags
