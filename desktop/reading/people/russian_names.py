"""Where the names of persons stand in a Russian sentence: by the tagger, and by their own form."""

import re

from desktop.reading.bodies.russian_head_words import head_of
from desktop.reading.bodies.russian_phrases import GENITIVE
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import MIXED_ACRONYM, Word, opens_quote
from desktop.reading.gazetteers import words_of
from desktop.reading.people.russian_post_extent import Bodies
from desktop.reading.people.russian_post_words import post_head

PARTICLES = frozenset(
    ("оглы", "оглу", "кызы", "гызы", "уулу", "улы", "заде", "бин", "ибн", "бинт", "бен", "аль",
     "эль", "ван", "фон", "дер", "ден", "де", "да", "ди", "ду", "дос", "дель", "ла", "ле", "ас",
     "ад", "ар", "аш", "абу", "абд", "тен", "тер", "и", "угли", "уул", "ибни", "дас", "делла",
     "эд", "хан", "бей")
)  # fmt: skip
_ARAB = re.compile(r"(?:[ае]л|а[сшдрзтнл]|эль?|аль?|эс|эд|эт|эш|ибн|бин)-[А-ЯЁ][а-яё-]+")
_EPONYM = frozenset(
    ("имени", "им", "им.", "памяти", "улица", "улице", "улицы", "ул.", "проспект", "проспекте",
     "премия", "премии", "премию", "площадь", "площади", "фонд", "ордена", "орден", "медаль",
     "фонда", "сквер", "парк", "бульвар", "набережная", "теплоход", "ледокол", "музей", "театр",
     "стипендии", "институт", "института", "центр", "центра", "комиссия", "план", "закон",
     "мемориал", "теорема")
)  # fmt: skip
_HONORIFICS = frozenset(
    ("г-н", "г-жа", "г-на", "г-жи", "г-ну", "г-же", "г-ном", "г-жой", "г-жу", "господин",
     "господина", "госпожа", "госпожи", "госпожу", "госпожой", "господином", "господину",
     "госпоже", "д-р", "проф.", "акад.", "доктор", "мистер", "миссис", "его", "ее",
     "превосходительство", "товарищ", "г.", "сэр", "тов.", "шейх", "проф", "принц", "принца",
     "принцу", "принцем", "принцесса", "шейха", "шейхом")
)  # fmt: skip
_NO_NAME = _HONORIFICS | frozenset(
    ("в", "с", "к", "о", "на", "по", "от", "за", "для", "при", "из", "об")
)
_SMALL_WORDS = frozenset(("А", "В", "К", "С"))
"""Words of one letter that a sentence may begin with, and the tagger takes for initials."""
_NEWS = re.compile(r"пресс$|информ$|^интерфакс|лента$|новости$")
_SON_OF = frozenset(("оглы", "кызы", "уулу", "улы", "заде"))
_NOMINATIVE = re.compile(r"(?:[оеё]в|ин|ын|ский|цкий|дзе|швили|зода|заде)$")
_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё][а-яё]+)*|[А-ЯЁ]{3,}")


def names_in(scope: Scope, bodies: Bodies) -> dict[int, int]:
    """Return the names of persons: first word to the place after the last."""
    found: dict[int, int] = {}
    place = 0
    while place < len(scope.words):
        body = bodies.at(place)
        if body and not body[1].generic and not body[1].rule.startswith("tagged"):
            place = max(body[0], place + 1)
            continue
        end = name_at(scope, place, bodies)
        if end is not None and _is_of_a_ship(scope, place):
            place = end
            continue
        if end is not None and (not _is_eponym(scope, place) or _is_subject(scope, place, end)):
            found[place] = end
        place = end if end is not None else place + 1
    return found


def _is_of_a_ship(scope: Scope, place: int) -> bool:
    """Tell a name that quotes make that of a ship, street or prize: «теплоход «Михаил …»»."""
    quoted = place > 1 and opens_quote(scope.words[place - 1])
    return quoted and bool(scope.words[place - 2].lemmas & _EPONYM)


def name_at(scope: Scope, place: int, bodies: Bodies) -> int | None:
    """Return the place after the name that begins at a word, or None where none does."""
    word = scope.words[place]
    if not word.is_capital or _is_none(scope, place) or _is_city_before(scope, place):
        return None
    if any(start <= place < end for start, (end, _) in scope.countries.items()):
        return None
    if word.sort == "initial":
        return _after_initials(scope, place)
    if word.sort != "word":
        return None
    if place in scope.names:
        return _tagged_end(scope, place, bodies)
    return None if post_head(word) or head_of(word) else _untagged_end(scope, place, bodies)


def _is_none(scope: Scope, place: int) -> bool:
    word = scope.words[place]
    acronym = MIXED_ACRONYM.fullmatch(word.text) is not None
    conjunction = word.sort == "word" and word.text in _SMALL_WORDS and place == 0
    news = bool(_NEWS.search(word.lower))
    return word.lower in _NO_NAME or acronym or conjunction or news or _is_town(scope, place)


def _is_city_before(scope: Scope, place: int) -> bool:
    """Tell a city that the tagger takes for a given name: «аким города *Алматы* Ерболат …»."""
    last = scope.names.get(place, 0)
    town = any(start <= place < end < last for start, end in scope.cities.items())
    return town and not _is_given(scope.words[place])


def _is_town(scope: Scope, place: int) -> bool:
    """Tell «в г. Бисау», «(г. Бисау …» from «г. Иванов»."""
    before = [word.lower for word in scope.words[max(0, place - 3) : place] if word.text != "."]
    return before[-1:] in (["г"], ["г."], ["гор"]) and before[-2:-1] in (["в"], ["("], ["из"])


def _untagged_end(scope: Scope, place: int, bodies: Bodies) -> int | None:
    """Read a name that the tagger has not told: by initials, given name or patronymic."""
    word = scope.words[place]
    initials = _initials_end(scope, place + 1)
    if initials > place + 1 and _SURNAME.fullmatch(word.text) and _is_name_like(word):
        return initials
    if _is_given(word) or _is_surname(word) or _has_patronymic_behind(scope, place):
        return _run_end(scope, place, bodies)
    return None


def after_post(scope: Scope, place: int, bodies: Bodies) -> int | None:
    """Return the place after the capitals right behind a post: a name, though no list has it."""
    end = place
    while end < len(scope.words) and _goes_on(scope, end, bodies, first=end == place):
        end += 1
    while end > place and scope.words[end - 1].lower == "и":
        end -= 1
    eponym = _is_eponym(scope, place) and not _is_subject(scope, place, end)
    if end - place < 2 or end - place > 6 or eponym:
        return None
    return end


def honorifics_before(scope: Scope, place: int) -> int:
    """Return the place where the honorifics before a name begin."""
    while place and (scope.words[place - 1].lower in _HONORIFICS):
        place -= 1
    return place


def _after_initials(scope: Scope, place: int) -> int | None:
    words = scope.words
    end = _initials_end(scope, place)
    if end >= len(words) or words[end].sort != "word" or not words[end].is_capital:
        return None
    if (
        end - place == 1
        and words[place].end != words[end].start
        and place
        and _ends_year(scope, place)
    ):
        return None
    if len(words[end].text) < 2 or not _SURNAME.fullmatch(words[end].text):
        return None
    end += 1
    while end < len(words) and words[end].lower in PARTICLES - {"и", "да"}:
        end += 1
    return end


def _ends_year(scope: Scope, place: int) -> bool:
    return scope.words[place - 1].sort == "number"


def _initials_end(scope: Scope, place: int) -> int:
    words = scope.words
    while place < len(words) and (
        words[place].sort == "initial"
        or (words[place].text in {".", "-"} and words[place - 1].sort == "initial"
            and words[place - 1].end == words[place].start)
    ):  # fmt: skip
        place += 1
    return place


def _tagged_end(scope: Scope, place: int, bodies: Bodies) -> int | None:
    """Take what the tagger gives, up to the first sign, and what plainly belongs to it."""
    words = scope.words
    last = scope.names[place]
    end = place
    while end < last and (words[end].sort in {"word", "initial"} or words[end].text in ".-"):
        if end > place and (
            bodies.at(end) or (post_head(words[end]) and not words[end].is_capital)
        ):
            break
        end += 1
    while end < len(words) and end > place and _belongs(scope, end, bodies):
        end += 1
    while end > place + 1 and words[end - 1].text in {".", "-"}:
        end -= 1
    single = end == place + 1
    if single and (head_of(words[place]) or post_head(words[place]) or _is_common(words[place])):
        return None
    return end if end > place else None


def _is_common(word: Word) -> bool:
    return bool(word.parses) and word.parses[0].known and not any(p.name for p in word.parses)


def _belongs(scope: Scope, place: int, bodies: Bodies) -> bool:
    word = scope.words[place]
    if word.lower in PARTICLES - {"и", "да"}:
        return True
    if word.sort == "initial":
        return scope.words[place - 1].sort == "word"
    if word.text == ".":
        return scope.words[place - 1].sort == "initial"
    if bodies.at(place) or place in scope.countries or place in scope.cities:
        return False
    if _ARAB.fullmatch(word.text):
        return True
    return word.sort == "word" and word.is_capital and (_is_given(word) or _is_surname(word))


def _run_end(scope: Scope, place: int, bodies: Bodies) -> int | None:
    end = place + 1
    while end < len(scope.words) and _goes_on(scope, end, bodies, first=False):
        end += 1
    while end > place + 1 and scope.words[end - 1].lower in PARTICLES - _SON_OF:
        end -= 1
    run = scope.words[place:end]
    return end if len(run) > 1 and any(_is_given(w) or _is_patronymic(w) for w in run) else None


def _goes_on(scope: Scope, place: int, bodies: Bodies, *, first: bool) -> bool:
    word = scope.words[place]
    if place in scope.countries or place in scope.cities or place in scope.nations:
        return False
    if bodies.at(place) or head_of(word) or post_head(word):
        return False
    if _ARAB.fullmatch(word.text) or (not first and word.lower in PARTICLES - {"и", "да", "хан"}):
        return True
    if word.sort == "initial":
        return True
    if word.text == ".":
        return not first and scope.words[place - 1].sort == "initial"
    return word.sort == "word" and word.is_capital and not word.verb() and not word.text.isascii()


def _has_patronymic_behind(scope: Scope, place: int) -> bool:
    """Tell whether a word none knows is the surname before a given name and patronymic."""
    given, patronymic = scope.words[place + 1 : place + 2], scope.words[place + 2 : place + 3]
    known = any(parse.known for parse in scope.words[place].parses)
    return not known and any(map(_is_given, given)) and any(map(_is_patronymic, patronymic))


def _is_given(word: Word) -> bool:
    return word.is_capital and (
        any(p.name == "given" and p.known for p in word.parses)
        or word.lower in words_of("ru_given_names")
    )


def _is_surname(word: Word) -> bool:
    return word.is_capital and any(p.name == "surname" and p.known for p in word.parses)


def _is_patronymic(word: Word) -> bool:
    return any(p.name == "patronymic" for p in word.parses)


def _is_name_like(word: Word) -> bool:
    return not word.parses or not (
        word.parses[0].known and word.parses[0].name == "" and word.parses[0].pos != "ADJF"
    )


def _is_subject(scope: Scope, place: int, end: int) -> bool:
    """Tell whether a name of two words stands in the nominative: «директор центра Али Ганиев»."""
    return end - place > 1 and bool(_NOMINATIVE.search(scope.words[end - 1].text))


def _is_eponym(scope: Scope, place: int) -> bool:
    at = place - 1
    while at >= 0 and (
        scope.words[at].lower.strip(".") in {"академика", "профессора", "а", "святого"}
    ):
        at -= 1
    if at < 0:
        return False
    if scope.words[at].text == "." and at:
        at -= 1
    before = scope.words[at]
    if before.lower in {"имени", "им", "им."}:
        return True
    return before.lower in _EPONYM and bool(scope.words[place].noun(GENITIVE))
