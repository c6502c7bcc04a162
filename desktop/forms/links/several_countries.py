"""One line for several countries: `Minister of Health, AM, BY, KZ` is a line for each of them."""

import re

from db.text.countries import find_country
from db.text.participant_line import ParticipantLine, parse_participant_line

_AND = re.compile(r"\s+(?:and|и)\s+")
_TAIL = re.compile(r"\s+(?:of|from|for|in|из|от)(?:\s+the)?\s*$", re.IGNORECASE)
_FROM = re.compile(r"\s+from\s+", re.IGNORECASE)
_SINGULAR = {
    "ministers": "minister",
    "presidents": "president",
    "ambassadors": "ambassador",
    "governors": "governor",
    "министры": "министр",
    "президенты": "президент",
    "послы": "посол",
    "губернаторы": "губернатор",
}
_PLURAL = re.compile(rf"\b(?:{'|'.join(_SINGULAR)})\b", re.IGNORECASE)


def lines_by_country(text: str) -> tuple[ParticipantLine, ...]:
    """Return what a line says, once for each country where unnamed holders of a post have several.

    A named person with several countries is left as one line: nobody can say which is meant.
    """
    base, countries, rest = _parted(text)
    if len(countries) > 1 and (not base or parse_participant_line(base).unnamed):
        head = [_PLURAL.sub(_one, base)] if base else []
        return tuple(
            parse_participant_line(", ".join([*head, country, *rest])) for country in countries
        )
    return (parse_participant_line(text),)


def _parted(text: str) -> tuple[str, list[str], list[str]]:
    """Part a line into the post, the countries and the rest."""
    first, *others = [part.strip() for part in text.split(",") if part.strip()]
    countries: list[str] = []
    rest: list[str] = []
    for part in others:
        named = _countries_in(part)
        countries.extend(named)
        if not named:
            rest.append(part)
    base, leading = _leading_countries(first)
    return base, [*leading, *countries], rest


def _leading_countries(part: str) -> tuple[str, list[str]]:
    """Part "health ministers of Armenia and Belarus" or "Armenia" into post and countries."""
    named = _countries_in(part)
    if named:
        return "", named
    base, _and, last = part.rpartition(" and ") if " and " in part else part.rpartition(" и ")
    second = [last] if base and find_country(last) else []
    read = parse_participant_line(_FROM.sub(" of ", base if second else part))
    if not (read.unnamed and read.country_text and read.post.endswith(read.country_text)):
        return part, []
    post = read.post.removesuffix(read.country_text)
    return _TAIL.sub("", post).strip(), [read.country_text, *second]


def _countries_in(part: str) -> list[str]:
    """Return the countries a part names, if it names nothing else."""
    if find_country(part):
        return [part]
    named = _AND.split(re.sub(r"^(?:and|и)\s+", "", part))
    return named if all(map(find_country, named)) else []


def _one(found: re.Match[str]) -> str:
    word = found[0]
    one = _SINGULAR[word.lower()]
    return one.capitalize() if word[0].isupper() else one
