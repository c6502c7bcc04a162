"""The words of generated texts: those of the genre, most frequent, and a tail of made ones."""

import random
from dataclasses import dataclass
from itertools import accumulate

_ENGLISH = """the of and in to on for with a cooperation agreement health ministry between countries
development meeting commission session sides government republic minister parties session protocol
memorandum delegation trade transport education culture science energy customs investment joint
project roadmap council implementation industry agriculture exchange experts working group signed
discussed noted ready new regional international economic medical training students hospital
medicines equipment digital border rail corridor goods export import tourism ecology water climate
standards quality research institute university laboratory vaccine emergency assistance support
programme plan period years number results proposal draft text articles annex coordination partners
strategic bilateral multilateral dialogue level high talks visit forum chair deputy head director
department service federal state national agency company bank fund insurance pension labour youth
sport women children veterans memory archive museum library film music language teachers schools"""
_RUSSIAN = """и в на по с о для между сотрудничество соглашение здравоохранение министерство страны
развитие заседание комиссия сессия стороны правительство республика министр протокол меморандум
делегация торговля транспорт образование культура наука энергетика таможня инвестиции совместный
проект дорожная карта совет реализация промышленность сельское хозяйство обмен эксперты рабочая
группа подписали обсудили отметили готовность новый региональный международный экономический
медицинский подготовка студенты больница лекарства оборудование цифровой граница железная коридор
товары экспорт импорт туризм экология вода климат стандарты качество исследования институт
университет лаборатория вакцина помощь поддержка программа план период годы число итоги предложение
проект текст статьи приложение координация партнёры стратегический двусторонний многосторонний
диалог уровень высокий переговоры визит форум председатель заместитель глава директор департамент
служба федеральный государственный национальный агентство компания банк фонд страхование пенсия
труд молодёжь спорт женщины дети ветераны память архив музей библиотека фильм музыка язык учителя"""
_LATIN = ("ba", "co", "der", "fin", "gal", "hor", "ister", "kon", "lem", "mar", "nov", "ort", "pra",
          "quil", "ron", "sel", "tur", "ul", "ven", "wes")  # fmt: skip
_CYRILLIC = ("ба", "ко", "дер", "фин", "гал", "хор", "истр", "кон", "лем", "мар", "нов", "орт",
             "пра", "квил", "рон", "сел", "тур", "ул", "вен", "вес")  # fmt: skip
MADE = 30_000


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, the most frequent first, with their cumulative weights."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def draw(self, dice: random.Random, count: int) -> list[str]:
        """Draw words by Zipf's law."""
        return dice.choices(self.words, cum_weights=self.weights, k=count)


def vocabulary(language: str) -> Vocabulary:
    """Return the words of ``en`` or ``ru``."""
    own, syllables = (_RUSSIAN, _CYRILLIC) if language == "ru" else (_ENGLISH, _LATIN)
    words: list[str] = list(dict.fromkeys(own.split()))
    words.extend(made_word(number, syllables) for number in range(MADE))
    weights = accumulate(1 / (rank + 3) for rank in range(len(words)))
    return Vocabulary(words=tuple(words), weights=tuple(weights))


def made_word(number: int, syllables: tuple[str, ...]) -> str:
    """Return the made word of a number: its digits to the base of the syllables."""
    word, rest = "", number + len(syllables)
    while rest:
        rest, digit = divmod(rest, len(syllables))
        word += syllables[digit]
    return word


def latin_name(number: int) -> str:
    """Return a made family name in Latin letters."""
    return made_word(number, _LATIN).capitalize() + ("ov", "li", "ev", "sky", "yan")[number % 5]


def cyrillic_name(number: int) -> str:
    """Return a made family name in Cyrillic letters."""
    return made_word(number, _CYRILLIC).capitalize() + ("ов", "ли", "ев", "ский", "ян")[number % 5]
