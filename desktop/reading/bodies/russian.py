"""Finds bodies in Russian text: by the noun at their head, by known names, by the tagger last."""

import re
from collections.abc import Iterator

from db.text.countries import country_name, find_country
from desktop.reading.bodies.russian_heads import HeadAt, head_at, name_of
from desktop.reading.bodies.russian_known import Match, known_at
from desktop.reading.bodies.russian_phrases import named_after
from desktop.reading.bodies.russian_plurals import is_plural, several
from desktop.reading.bodies.russian_same import one_name_each
from desktop.reading.bodies.russian_scope import Scope, scopes
from desktop.reading.bodies.russian_sureness import sureness
from desktop.reading.bodies.russian_words import MIXED_ACRONYM, opens_quote, quoted_span
from desktop.reading.findings import Findings, FoundBody
from desktop.reading.morphology import inflect, nominative
from desktop.reading.page import Page

_OF_COUNTRY = frozenset(("ministry", "government", "parliament", "agency", "commission"))
_ACRONYM = re.compile(r"[А-ЯЁA-Z][А-ЯЁA-Zа-яё-]*[А-ЯЁA-Z]+")
_LATIN_NAME = re.compile(
    r"\b[A-Z][A-Za-z-]+(?: (?:of|and|for|&|the|[A-Z][A-Za-z-]+))* [A-Z][A-Za-z-]+\b"
)
_NO_LATIN_BODY = frozenset(
    ("Forum", "Summit", "Conference", "Expo", "Week", "Festival", "Award", "Awards", "Cup", "Games",
     "Program", "Programme", "Initiative", "Index", "Report", "Day", "Days", "Europe", "Strategy",
     "Project", "Road", "Line", "Fair", "Exhibition", "Show", "Challenge", "City", "Hall", "Hotel",
     "Center", "Palace", "Tower", "Convention", "Agreement", "Journal", "News", "Times")
)  # fmt: skip
_HOSPITAL = re.compile("больниц|клинич|медицинск.* центр")
_NOT_BODIES = frozenset(
    ("РФ", "ЦК", "РК", "КР", "РБ", "РУ", "РТ", "США", "КНР", "КНДР", "ОАЭ", "СССР", "ФРГ", "СРВ",
     "РА", "РС", "РГ", "РМ", "ЧР", "ЕГЭ", "ВВП", "СМИ", "ИТ", "ИИ", "ТЭК", "ВИЧ", "ОРВИ", "ЗОЖ",
     "НКН", "ЦУР", "АПК", "АЭС", "ГЭС", "ВИЭ", "ЖКХ", "НИОКР", "МСП", "ГЧП", "ЧС", "МПК", "НПА",
     "ЦА", "ИКТ", "ВПК", "ВТС", "ДНР", "ЛНР", "ДТП", "ОМС", "ВМП", "COVID", "IT", "AI", "TV",
     "PR", "QR", "UTC", "GMT", "ЮВА", "АТР", "ДЗЗ", "ГЛОНАСС", "GPS", "VK", "ВКС", "ПО", "ПМЭФ",
     "ВЭФ", "НТС", "ГСМ", "ТПУ", "МКС", "БПЛА", "СПГ", "ФЗ", "УК", "ЭКСПО", "ВЭД", "ЗСТ", "КНТ")
)  # fmt: skip
_OF_POWER = frozenset(("власти", "управления", "самоуправления", "государственной"))
_MACHINES = frozenset(
    ("космический", "летательный", "беспилотный", "спускаемый", "рентгеновский", "медицинский",
     "кассовый", "подводный", "понятийный", "категорийный", "слуховой")
)  # fmt: skip
_NAMED_THINGS = frozenset(
    ("договор", "соглашение", "программа", "проект", "вакцина", "препарат", "конвенция", "форум",
     "выставка", "конкурс", "премия", "фестиваль", "акция", "инициатива", "марафон",
     "чемпионат", "спектакль", "фильм", "книга", "система", "протокол", "технология", "спутник",
     "трактор", "парк", "станция", "корабль", "космодром", "теплоход", "ракета", "экспозиция",
     "экспонат", "самолет", "вертолет", "ледокол", "судно", "месторождение", "газопровод",
     "нефтепровод", "направление", "специальность", "тема", "бренд", "марка", "рубрика", "лозунг",
     "девиз", "название", "номинация", "орден", "медаль", "стратегия", "доклад", "концепция",
     "закон", "роман", "опера", "балет", "песня", "игра", "курс", "лекция", "семинар",
     "конференция", "саммит", "неделя", "мероприятие", "турнир", "кубок", "олимпиада",
     "экспедиция", "операция", "учение", "маневры", "маршрут", "поезд", "трасса", "коридор",
     "дорога", "стенд", "павильон", "серия", "приложение", "портал", "реестр", "карта", "аппарат",
     "модуль", "ракета-носитель", "круиз", "паром", "танкер", "крейсер", "фрегат", "корвет",
     "подлодка", "проспект", "отель", "гостиница", "стадион", "аэропорт", "вокзал",
     "сессия", "дискуссия", "хакатон", "урок", "законопроект", "звание")
)  # fmt: skip


def bodies(page: Page, found: Findings) -> tuple[FoundBody, ...]:
    """Return every mention in the Russian paragraphs, in the order of the text."""
    return one_name_each([body for scope in scopes(page, found) for body in _in_sentence(scope)])


def _in_sentence(scope: Scope) -> list[FoundBody]:
    found: list[FoundBody] = []
    place = 0
    while place < len(scope.words):
        next_place = place + 1
        for body, after in _at(scope, place):
            found.append(body)
            next_place = max(next_place, after)
        place = next_place
    found.extend(_tagged(scope, found))
    found.extend(_latin(scope, found))
    return sorted(found, key=lambda body: (body.start, -body.end))


def _at(scope: Scope, place: int) -> Iterator[tuple[FoundBody, int]]:
    """Yield the bodies whose head stands at a place, each with the place to go on from."""
    head = head_at(scope, place)
    known = known_at(scope, place)
    if known and (head is None or known.end >= head.end):
        yield _of_known(scope, place, known)
    elif head is not None:
        if is_plural(scope, head):
            yield from several(scope, head)
        else:
            yield from _of_head(scope, head)


def _of_known(scope: Scope, place: int, known: Match) -> tuple[FoundBody, int]:
    start, end, name, country = place, known.end, known.name, known.country
    before = scope.words[place - 1] if place else None
    if (
        " " in name
        and before
        and before.is_capital
        and before.adjective()
        and before.sort == "word"
    ):
        start, name = place - 1, nominative(scope.text(place - 1, end))
    if known.kind == "university":
        start, name = _ordinal(scope, place, name)
        reached = named_after(scope, end)
        name += f" {scope.text(end, reached)}" if reached > end else ""
        end = reached
    if known.kind == "parliament" and end < len(scope.words):
        house = scope.words[end].lower == "парламента" and " " not in name
        name, end = (f"{name} {scope.text(end, end + 1)}", end + 1) if house else (name, end)
        country = "" if house and end in scope.countries else country
    owned = known_at(scope, end) if " " in name and end < len(scope.words) else None
    if owned and owned.acronym and known.kind == "agency":  # «Пограничные войска КНБ»
        name, end = f"{name} {scope.text(end, owned.end)}", owned.end
    owner = scope.countries.get(end)
    if owner and not country and known.kind not in {"intergovernmental", "university"}:
        name, country, end = f"{name} {scope.text(end, owner[0])}", owner[1], owner[0]
    elif place and place - 1 in scope.nations and not country and known.kind in _OF_COUNTRY:
        country = scope.nations[place - 1]
        name = _of_country(name, country)
    acronym = _acronym_after(scope, end)
    found = _found(
        scope, start, end, name=name, kind=known.kind, country=country, rule=known.rule,
        confidence=0.9, acronym=acronym,
    )  # fmt: skip
    return found, end + 3 if acronym else end


def _ordinal(scope: Scope, place: int, name: str) -> tuple[int, str]:
    before = scope.words[place - 1] if place else None
    if before is None or not before.is_capital or not before.lower.startswith("перв"):
        return place, name
    return place - 1, f"Первый {name}"


def _of_country(name: str, code: str) -> str:
    country = country_name(code, "ru")
    return f"{name} {inflect(country, case='gent')}" if " " not in country else name


def _of_head(scope: Scope, head: HeadAt) -> Iterator[tuple[FoundBody, int]]:
    if _is_of_a_thing(scope, head):
        return
    confidence = sureness(scope, head)
    rule = "noun at the head" if confidence else "bare noun"
    name = name_of(scope, head)
    country = next(
        (
            code
            for at, (_, code) in sorted(scope.countries.items())
            if head.head < at < head.end and "между" not in scope.text(head.head, at)
        ),
        "",
    )
    if not country and head.start and head.start - 1 in scope.nations:
        country = scope.nations[head.start - 1]
        if head.form.kind in {"ministry", "government"} and (confidence or not head.complement):
            name, confidence = _of_country(name, country), confidence or 0.6
    acronym = _acronym_after(scope, head.end)
    found = _found(
        scope, head.start, head.end, name=name, kind=_kind(head, name), country=country, rule=rule,
        confidence=confidence or 0.4, generic=not confidence, acronym=acronym,
    )  # fmt: skip
    onwards = head.owner if head.owner > 0 else head.end + (3 if acronym else 0)
    yield found, onwards if confidence else head.head + 1


def _is_of_a_thing(scope: Scope, head: HeadAt) -> bool:
    """Tell whether quotes hold the name of a prize or the like: «премия «Содружество …»»."""
    if _is_thing(scope, head):
        return True
    words, opening = scope.words, head.start - 1
    return opening > 0 and opens_quote(words[opening]) and bool(
        words[opening - 1].lemmas & _NAMED_THINGS
    )  # fmt: skip


def _is_thing(scope: Scope, head: HeadAt) -> bool:
    """Tell whether a noun means another thing here: «летательный аппарат», «орган власти»."""
    words, lemma = scope.words, head.form.lemma
    behind = words[head.head + 1] if head.head + 1 < len(words) else None
    if lemma == "орган":
        power = behind is not None and behind.lower in _OF_POWER
        return head.start == head.head or power
    if words[head.head].is_capital or lemma not in {"аппарат", "префектура"}:
        return False
    before = words[head.head - 1].lemmas if head.head else frozenset[str]()
    named = behind is None or opens_quote(behind) or behind.text == "ДЗЗ"
    return lemma == "префектура" or bool(before & _MACHINES) or named


def _kind(head: HeadAt, name: str) -> str:
    lower = name.lower()
    if head.form.kind not in {"other", "university"} or not _HOSPITAL.search(lower):
        return head.form.kind
    return "university" if "университет" in lower or "институт" in lower else "hospital"


def _acronym_after(scope: Scope, end: int) -> str:
    words = scope.words
    if end + 2 < len(words) and words[end].text == "(":
        close = next(
            (at for at in range(end + 1, min(end + 6, len(words))) if words[at].text == ")"), 0
        )
        inside = scope.text(end + 1, close) if close else ""
        inside = re.sub(r"^(?:далее|сокращ\w*)\W+", "", inside)
        if re.fullmatch(r"[^\W\d_a-zа-яё][\w.+-]{1,14}", inside):
            return inside
    return ""


def _tagged(scope: Scope, found: list[FoundBody]) -> Iterator[FoundBody]:
    """Yield acronyms and quoted names that only the tagger takes for bodies."""
    shouted = scope.sentence.text.isupper()
    for start, end in {**scope.tagged, **_mixed(scope)}.items():
        text = scope.text(start, end).strip('«»"“”„ ')
        first, last = scope.offset(start), scope.end_offset(end)
        if any(body.meets(first, last) for body in found) or text in _NOT_BODIES:
            continue
        if shouted or any(w.lemmas & _NAMED_THINGS for w in scope.words[max(0, start - 2) : start]):
            continue
        if start in scope.cities or find_country(text):
            continue
        quotes = quoted_span(scope.words, start, end) and start - 1 not in scope.names
        country = ""
        if end - start == 1 and _ACRONYM.fullmatch(text) and not _is_bracketed(scope, start):
            name, rule, confidence = text, "tagged acronym", 0.55
            if end in scope.countries:  # «СГБ Узбекистана»
                owner, country = scope.countries[end]
                name, end = f"{text} {scope.text(end, owner)}", owner  # noqa: PLW2901 - longer
        elif quotes:
            name, rule, confidence = nominative(text, number="sing"), "tagged name in quotes", 0.5
        else:
            continue
        yield _found(
            scope, start, end, name=name, kind="other", rule=rule, confidence=confidence,
            country=country,
        )  # fmt: skip


def _latin(scope: Scope, found: list[FoundBody]) -> Iterator[FoundBody]:
    """Yield names of two words or more in Latin letters: foreign bodies keep theirs."""
    for run in _LATIN_NAME.finditer(scope.sentence.text):
        words = run[0].split()
        first, last = (scope.sentence.start + at for at in run.span())
        if words[-1] in _NO_LATIN_BODY or any(body.meets(first, last) for body in found):
            continue
        places = [at for at, w in enumerate(scope.words) if run.start() <= w.start < run.end()]
        before = scope.words[max(0, places[0] - 2) : places[0]]
        if any(w.lemmas & _NAMED_THINGS for w in before):
            continue
        yield _found(
            scope, places[0], places[-1] + 1, name=run[0], kind="other",
            rule="name in Latin letters", confidence=0.55,
        )  # fmt: skip


def _mixed(scope: Scope) -> dict[int, int]:
    """Return the acronyms that begin as a word: «АтлантНИРО», «СибНИИ»."""
    return {
        place: place + 1
        for place, word in enumerate(scope.words)
        if word.sort == "word" and MIXED_ACRONYM.fullmatch(word.text)
    }


def _is_bracketed(scope: Scope, place: int) -> bool:
    return place > 0 and scope.words[place - 1].text == "("


def _lowered(scope: Scope, name: str, start: int, end: int) -> str:
    """Return a name all in capitals in small letters, with those of its countries kept."""
    lowered = name.capitalize()
    for at, (after, _code) in scope.countries.items():
        if start <= at < end:
            country = scope.text(at, after)
            lowered = lowered.replace(country.lower(), country.title())
    return lowered


def _found(
    scope: Scope, start: int, end: int, *, name: str, kind: str, rule: str, confidence: float,
    country: str = "", generic: bool = False, acronym: str = "",
) -> FoundBody:  # fmt: skip
    name = name.strip(" ,;")
    if len(name) > 12 and name.isupper() and "«" not in name:
        name = _lowered(scope, name, start, end)
    if name[:1].islower() and not generic and kind == "ministry":
        name = name[:1].upper() + name[1:]
    return FoundBody(
        start=scope.offset(start), end=scope.end_offset(end), name=name, kind=kind,
        country=country, rule=rule, confidence=confidence, generic=generic, acronym=acronym,
    )  # fmt: skip
