"""Countries: ISO 3166-1 codes and the names releases give them, English and Russian.

Names come from CLDR by way of Babel; official and older forms that it lacks stand in a table here.
Kosovo has no ISO 3166-1 code and is not among them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

from .folding import fold

Language = Literal["en", "ru"]
_NOT_ISO = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)
_SHORTER: dict[Language, dict[str, str]] = {
    "en": {"HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar", "PS": "Palestine",
           "BA": "Bosnia and Herzegovina", "CD": "DR Congo", "CG": "Congo"},
    "ru": {"HK": "Гонконг", "MO": "Макао", "MM": "Мьянма", "PS": "Палестина",
           "CD": "ДР Конго", "CG": "Конго", "US": "США"},
}  # fmt: skip
_ALIASES = {
    "AE": "uae; оаэ", "AM": "hayastan", "AZ": "azerbaycan; "
    "azerbaycan respublikasi; азербайджанская республика",
    "BY": "belorussia; byelorussia; белоруссия",
    "BO": "plurinational state of bolivia", "BN": "brunei darussalam",
    "CD": "democratic republic of the congo; демократическая республика конго; congo - kinshasa",
    "CG": "republic of the congo; республика конго", "CI": "ivory coast",
    "CN": "people's republic of china; prc; кнр; китайская народная республика",
    "CZ": "czech republic; чешская республика", "CV": "cape verde",
    "DE": "federal republic of germany; фрг; федеративная республика германия",
    "EG": "arab republic of egypt; арабская республика египет",
    "ET": "federal democratic republic of ethiopia",
    "FM": "federated states of micronesia", "GB": "uk; britain; great britain; united kingdom of "
    "great britain and northern ireland; соединенное королевство",
    "IR": "islamic republic of iran; исламская республика иран",
    "KG": "kyrgyz republic; kirghizia; кыргызстан; кыргызская республика",
    "KP": "dprk; democratic people's republic of korea; "
    "корейская народно-демократическая республика",
    "KR": "republic of korea; rok; южная корея", "KZ": "рк",
    "LA": "lao people's democratic republic; lao pdr; лаосская народно-демократическая республика",
    "LY": "state of libya", "MD": "moldavia; молдавия", "MK": "macedonia; republic of macedonia; "
    "македония", "MM": "burma; бирма", "NL": "holland; голландия",
    "PS": "state of palestine; государство палестина",
    "RS": "республика сербия", "RU": "russian federation; рф; российская федерация",
    "SA": "ksa; kingdom of saudi arabia; королевство саудовская аравия",
    "SY": "syrian arab republic; сар; сирийская арабская республика",
    "SZ": "swaziland; свазиленд", "TJ": "tadzhikistan", "TL": "east timor",
    "TM": "туркмения", "TR": "turkey; turkiye; турецкая республика",
    "TW": "republic of china", "TZ": "united republic of tanzania", "UZ": "руз",
    "US": "usa; u.s.a.; u.s.; united states of america; америка; america; "
    "соединенные штаты америки",
    "VA": "holy see; святой престол", "VE": "bolivarian republic of venezuela",
    "VN": "viet nam; socialist republic of vietnam; социалистическая республика вьетнам; срв",
}  # fmt: skip
# Forms of state that may stand before a name, in any of its Russian cases
_FORM = re.compile(
    r"\A(?:the )?(?:(?:republic|kingdom|state|sultanate|grand duchy|commonwealth|principality) of "
    r"(?:the )?|(?:республик|королевств|государств|султанат|княжеств)[аеиуоюйм]* )?"
)
_ENDING = re.compile(r"(?:ами|ями|ах|ях|ом|ем|[аеиоуыэюяйь]+)\b")
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff])([\U0001f1e6-\U0001f1ff])")
_FLAG_A = 0x1F1E6


@lru_cache(maxsize=1)
def country_codes() -> tuple[str, ...]:
    """Return the ISO 3166-1 alpha-2 codes, in order."""
    return tuple(sorted(_names("en")))


def country_name(code: str, language: Language) -> str:
    """Return the short name of a country by its ISO 3166-1 alpha-2 code; the code if unknown."""
    return _names(language).get(code.upper(), code)


@lru_cache(maxsize=4096)
def find_country(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country a text names, or None.

    The whole text must be a code, or a name in English or Russian, in any Russian case.
    """
    typed = text.strip(" .,;:")
    code = typed.upper()
    if typed.isascii() and code in _names("en"):
        return code
    if typed.isupper() and code in _alpha3():
        return _alpha3()[code]
    folded = fold(typed)
    bare = _FORM.sub("", folded, count=1)
    index = _index()
    return index.get(folded) or index.get(bare) or _inflected(folded) or _inflected(bare)


def flag_countries(text: str) -> tuple[str, ...]:
    """Return the countries whose flags a text shows, each once, in order of appearance."""
    pairs = (found.groups() for found in _FLAG.finditer(text))
    codes = ("".join(chr(ord(half) - _FLAG_A + ord("A")) for half in pair) for pair in pairs)
    return tuple(dict.fromkeys(code for code in codes if code in _names("en")))


@lru_cache(maxsize=2)
def _names(language: Language) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - 40 ms, not needed for a first window

    territories = Locale(language).territories
    return {
        code: _SHORTER[language].get(code, name)
        for code, name in _texts(territories)
        if len(code) == 2 and code not in _NOT_ISO
    }


def _texts(table: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    return ((str(key), str(value)) for key, value in table.items())


@lru_cache(maxsize=1)
def _alpha3() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415 - as above

    aliases = get_global("territory_aliases")
    return {
        str(code): current[0]
        for code, current in aliases.items()
        if re.fullmatch("[A-Z]{3}", str(code)) and len(current) == 1
    }


def _all_names() -> Iterator[tuple[str, str]]:
    for code, names in _ALIASES.items():
        yield from ((fold(name), code) for name in names.split(";"))
    for language in ("ru", "en"):
        for code, name in _names(language).items():
            folded = fold(name)
            yield from ((form, code) for form in (folded, folded.replace("&", "and")))


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    return dict(_all_names())


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, list[tuple[str, str]]]:
    stems: dict[str, list[tuple[str, str]]] = {}
    for name, code in _all_names():
        if len(name) > 3 and "а" <= name[0] <= "я":
            stems.setdefault(_ENDING.sub("", name), []).append((name, code))
    return stems


def _inflected(folded: str) -> str | None:
    """Find a Russian name in another case; of names with one stem (Нигер, Нигерия) the nearer."""
    candidates = _by_stem().get(_ENDING.sub("", folded), []) if len(folded) > 3 else []
    if not candidates:
        return None
    return max(candidates, key=lambda named: (_shared(folded, named[0]), -len(named[0])))[1]


def _shared(a: str, b: str) -> int:
    pairs = zip(a, b, strict=False)
    return next(
        (at for at, (left, right) in enumerate(pairs) if left != right), min(len(a), len(b))
    )
