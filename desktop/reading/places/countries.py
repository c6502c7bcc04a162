"""Finds every mention of a country: name, adjective, people, abbreviation, flag."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.text.countries import country_codes
from desktop.reading.findings import FoundCountry
from desktop.reading.page import Page, Sentence
from desktop.reading.places.country_table import ALONE_UNSURE, Called, country_table
from desktop.reading.places.phrase_table import Word, words_of_text

_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_FLAG_A = 0x1F1E6
_STATE_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he )?(?:Islamic |Hashemite |Bolivarian |Federal |United )?(?:Republic|Kingdom"
    r"|State|Sultanate|Commonwealth|Principality|Grand Duchy|Emirate|Union|Federation) of (?:the )?"
    r"|\b(?:Исламск[а-я]+ |Королевств[а-я]* |Боливарианск[а-я]+ |Федеративн[а-я]+ )?"
    r"(?:Республик|Королевств|Государств|Султанат|Княжеств)[а-я]* )$"
)
_REACH = 45
_CURRENCIES = re.compile(
    r"(?:dollar|yen|yuan|rupee|riyal|rial|dinar|dirham|pound|franc|krone|krona|peso|lira|rouble|ruble"
    r"|won|baht|ringgit|som|tenge|manat|доллар|рубл|юан|иен|йен|рупи|риал|риял|динар|дирхам|фунт|франк"
    r"|крон|песо|лир|сом|тенге|манат)"
)
_LANGUAGES = re.compile(r"(?:language|languages|speaking|speaker|speakers|язык[а-я]*)")
_DOLLAR_BEFORE = re.compile(r"доллар[а-я]*\s$|\bUSD\s$", re.IGNORECASE)
# Countries that are given names or surnames as well
_GIVEN = frozenset(("jordan", "chad", "israel", "georgia"))
_SURNAMES = frozenset(
    ("jordan", "chad", "holland", "ireland", "england", "wales", "georgia", "france")
)
_TITLES = frozenset(
    (
        "mr", "mrs", "ms", "dr", "prof", "professor", "minister", "secretary", "president", "chair",
        "chairman", "director", "ambassador", "senator", "general", "manager", "officer", "ceo",
        "sir", "by", "judge", "captain", "actor", "coach", "reporter",
    )
)  # fmt: skip
_FIRST_NAMES = frozenset(
    (
        "michael", "tom", "james", "john", "david", "neil", "peter", "katy", "gary", "mike", "jim",
        "robert", "colin", "jack", "agnieszka", "kathy", "patricia", "barbara", "vernon", "jordan",
        "dominic", "richard", "william", "andrew", "mark", "paul", "george", "simon", "ian",
        "anatole",
    )
)  # fmt: skip
_US_CITIES = frozenset(("atlanta", "savannah", "augusta", "macon", "athens", "marietta", "usa"))
_HYPHENS = frozenset("-‑–")
# «греко-римский», "Indo-Pacific": a country only where another one follows
_NEED_COUNTRY = frozenset(("indo", "индо", "англо", "греко", "greco", "франко", "latino", "perso"))


def find_countries(page: Page) -> tuple[FoundCountry, ...]:
    """Return every mention of a country, in the order of the text.

    Countries within the names of bodies count; languages, currencies, seas and people's names
    that only sound like one do not. A capital that stands for its state is no mention.
    """
    found = [country for _, sentence in page.sentences() for country in _in_sentence(sentence)]
    found.sort(key=lambda country: country.start)
    return tuple(_settled(found, page))


def _in_sentence(sentence: Sentence) -> Iterator[FoundCountry]:
    text = sentence.text
    for flag in _FLAG.finditer(text):
        code = "".join(chr(ord(half) - _FLAG_A + ord("A")) for half in flag.groups())
        if code in country_codes():
            yield _found(sentence, flag.start(), flag.end(), Called(code, "flag"), "flag")
    words = words_of_text(text)
    for called, first, last in country_table().matches(text, words):
        if called.code and _means_country(text, words, first, last, called):
            start, end = words[first].start, words[last].end
            if called.form == "name":
                before = _STATE_BEFORE.search(text, max(0, start - _REACH), start)
                start = before.start() if before else start
            yield _found(sentence, start, end, called, f"country {called.form}")


def _found(sentence: Sentence, start: int, end: int, called: Called, rule: str) -> FoundCountry:
    form = "adjective" if called.form == "half" else called.form
    return FoundCountry(
        start=sentence.start + start,
        end=sentence.start + end,
        rule=rule,
        confidence=0.95,
        code=called.code,
        form=form,
    )


def _means_country(text: str, words: Sequence[Word], first: int, last: int, called: Called) -> bool:
    start, end = words[first].start, words[last].end
    surface, following = text[start:end], words[last + 1] if last + 1 < len(words) else None
    if called.exact:
        return _is_abbreviation(text, surface, end, called.exact) and not _is_currency(
            text, start, following
        )
    if called.form == "half":
        needs_country = words[first].folded in _NEED_COUNTRY
        return text[end : end + 1] in _HYPHENS and (
            not needs_country or _country_follows(following)
        )
    cyrillic = "а" <= words[first].folded[0] <= "я"
    if not surface[0].isupper() and not (cyrillic and called.form in {"adjective", "people"}):
        return False
    half = cyrillic and called.form == "adjective" and surface.lower().endswith("о")
    if (
        half
        and text[end : end + 1] not in _HYPHENS
        and not surface.lower().endswith(("ого", "его"))
    ):
        return False
    if called.code == "TG" and cyrillic and (first == 0 or not _has_state(text, start)):
        return False
    return not (
        _is_currency(text, start, following)
        or _is_language(words, last)
        or _is_person(text, words, first, last, called)
    )


def _country_follows(following: Word | None) -> bool:
    return following is not None and any(
        called.code for _, called in country_table().entries.get(following.folded, ())
    )


def _is_abbreviation(text: str, surface: str, end: int, exact: str) -> bool:
    """Tell whether an abbreviation stands as it must: no "US$", no "US" among capitals."""
    if surface.replace(".", "").replace(" ", "") != exact or (
        " " in surface and "." not in surface
    ):
        return False
    if text[end : end + 1] == "$" or text.startswith((" dollar", " Dollar"), end):
        return False
    return exact != "US" or "." in text[: end + 1][-4:] or not text.isupper()


def _has_state(text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start].rstrip()
    return before.endswith((",", "и", "в", "из")) or bool(
        _STATE_BEFORE.search(text, max(0, start - _REACH), start)
    )


def _is_currency(text: str, start: int, following: Word | None) -> bool:
    if following and _CURRENCIES.match(following.folded) and following.folded != "somali":
        return True
    return bool(_DOLLAR_BEFORE.search(text, max(0, start - 20), start))


def _is_language(words: Sequence[Word], last: int) -> bool:
    following = [word.folded for word in words[last + 1 : last + 4]]
    for word in following:
        if _LANGUAGES.fullmatch(word):
            return True
        if word not in {"and", "и"} and not _country_follows(Word(word, 0, 0)):
            break
    return False


def _is_person(text: str, words: Sequence[Word], first: int, last: int, called: Called) -> bool:
    name = words[first].folded
    if called.form != "name" or first != last:
        return False
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    gap = text[before.end : words[first].start] if before else ""
    if name == "georgia" and before and before.folded in _US_CITIES:
        return True
    if name in _SURNAMES and before and gap == " " and before.folded in _FIRST_NAMES:
        return True
    follows = after is not None and text[words[last].end : after.start] == " "
    capital = follows and after is not None and text[after.start].isupper()
    titled = before is not None and before.folded in _TITLES and gap in {" ", ". "}
    return name in _GIVEN and capital and titled


def _settled(found: list[FoundCountry], page: Page) -> Iterator[FoundCountry]:
    """Drop abbreviations that stand alone; give the Koreas and Congos the one that is named."""
    surfaces = [page.text[country.start : country.end] for country in found]
    named = Counter(
        country.code
        for country, surface in zip(found, surfaces, strict=True)
        if surface not in ALONE_UNSURE
    )
    explicit = Counter(
        country.code
        for country, surface in zip(found, surfaces, strict=True)
        if not re.fullmatch(
            r"Korean?s?|[Кк]орей?[а-я]*|Congo(?:lese)?|Конго|[Кк]онголез[а-я]*", surface
        )
    )
    for country, surface in zip(found, surfaces, strict=True):
        if surface in ALONE_UNSURE and not named[country.code]:
            continue
        code = country.code
        if code == "KR" and explicit["KP"] and not explicit["KR"]:
            code = "KP"
        if code == "CG" and explicit["CD"] and not explicit["CG"]:
            code = "CD"
        yield replace(country, code=code) if code != country.code else country
