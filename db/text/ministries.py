"""Ministries across languages and word orders: which portfolio a name is of.

"Ministry of Health of Russia", "Russian Health Ministry" and «Минздрав России» are one portfolio.
"""

import re
from functools import lru_cache

from .folding import fold

_MINISTRY = re.compile(r"\bministr(?:y|ies)\b|\bминистерств\w*|\bмин(?=[а-я]{3,})|\bмид\b")
# Stems of a portfolio in both languages; a name may hold several
_PORTFOLIOS = {
    "health": "health|здравоохранен|здрав",
    "foreign": "foreign|иностранн|мид",
    "education": "education|образовани|просвещен|обрнауки|обр",
    "science": "science|научн|наук",
    "higher": "higher|высшего",
    "transport": "transport|транспорт|транс",
    "agriculture": "agricultur|сельск|сельхоз",
    "food": "food|продовольств|прод",
    "energy": "energy|энергетик|энерго",
    "finance": "financ|финанс|фин",
    "economy": "econom|экономи|эконом",
    "trade": "trade|commerce|торгов|торг",
    "industry": "industr|промышлен|пром",
    "culture": "cultur|культур",
    "justice": "justice|юстиц|юст",
    "defence": "defen[cs]e|оборон",
    "interior": "internal|interior|внутренн|мвд",
    "digital": "digital|цифров|цифр",
    "communications": "communicat|связ|коммуникац",
    "labour": "labou?r|труд",
    "social": "social|социальн|соц",
    "sport": "sport|спорт",
    "youth": "youth|молод",
    "tourism": "touris|туризм",
    "environment": "environment|ecolog|эколог|окружающ",
    "resources": "resources|ресурс|природ",
    "emergency": "emergenc|чрезвычайн|мчс",
    "construction": "construct|строитель|строй",
    "water": "water|водн|водо",
    "technology": "technolog|технолог",
    "medical": "medical|медицинск",
    "pharmacy": "pharmac|фармацевт",
    "information": "information|информац",
}
# Short forms run stems together: «Минобрнауки»
_STEMS = {
    name: re.compile(rf"(?:\b|(?<=мин)|(?<=минобр)|(?<=минпром)|(?<=минсоц))(?:{stems})")
    for name, stems in _PORTFOLIOS.items()
}


@lru_cache(maxsize=4096)
def portfolio(name: str) -> str:
    """Return the portfolio of a ministry as words in a fixed order; empty for any other body."""
    folded = fold(name)
    if not _MINISTRY.search(folded):
        return ""
    return " ".join(key for key, stems in _STEMS.items() if stems.search(folded))


def words_of_portfolio(key: str) -> tuple[str, ...]:
    """Return beginnings of words by which names of a portfolio are found in either language."""
    stems = _PORTFOLIOS.get(key.split(" ", 1)[0], "").split("|")
    return tuple(stem.replace("?", "").replace("[cs]", "c") for stem in stems)
