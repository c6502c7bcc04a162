"""Of which country a person's post is, where the post itself does not say."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.findings import Findings, FoundPerson
from desktop.reading.people.english_names import NameSpan

Tokens = Sequence[Token]
_SIDES = frozenset(("side", "delegation", "team", "part", "party", "delegations"))
_JOINING = word_set(
    "by was were included includes comprised represented led headed chaired consisted of from are"
)
_LEADING = word_set(
    "led headed represented leads heads chaired signed behalf on represents for leading"
)
_FAR = 26
_NEAR = 9
_DATELINE = 120


def side_of(tokens: Tokens, name: NameSpan) -> str:
    """Return the country of the side a name is told to be on: "the Korean side was led by …"."""
    return _before(tokens, name.opening) or _after(tokens, name.end)


def _before(tokens: Tokens, at: int) -> str:
    joined = False
    for back in range(at - 1, max(-1, at - _FAR), -1):
        token = tokens[back]
        if token.text in {".", "!", "?"}:
            break
        joined = joined or token.lower in _JOINING
        behalf = token.lower == "behalf" and at - back < _NEAR and tokens[back + 1].lower == "of"
        if behalf:
            return next((one.code for one in tokens[back + 2 : back + 5] if one.code), "")
        if token.lower in _SIDES and joined:
            return _beside(tokens, back, at)
    return ""


def _beside(tokens: Tokens, side: int, stop: int) -> str:
    for back in range(side - 1, max(-1, side - 4), -1):
        if tokens[back].kind == "country":
            return tokens[back].code
    following = tokens[side + 1 : min(side + 6, stop)]
    if following and following[0].lower in {"of", "from"}:
        return next((token.code for token in following if token.code), "")
    return ""


def _after(tokens: Tokens, at: int) -> str:
    leads = False
    for forward in range(at, min(at + _NEAR, len(tokens))):
        token = tokens[forward]
        if token.text in {".", ";"} or (token.text == "," and forward > at):
            break
        leads = leads or token.lower in _LEADING
        side = forward + 1 < len(tokens) and tokens[forward + 1].lower in _SIDES
        behalf = (
            forward > 1
            and tokens[forward - 1].lower == "of"
            and tokens[forward - 2].lower == "behalf"
        )
        if leads and token.kind == "country" and (side or behalf):
            return token.code
    return ""


def with_countries(
    people: Sequence[FoundPerson], found: Findings, of_state: Iterable[bool]
) -> list[FoundPerson]:
    """Give each person the country told elsewhere; officials of a state the home country at last.

    The home country is the one most spoken of that no official is expressly of: a release names
    the foreign ones' countries and leaves out its own.
    """
    told: dict[str, str] = {}
    for person in people:
        if person.country:
            told.setdefault(person.name, person.country)
    home = _home(people, found)
    return [
        replace(person, country=told.get(person.name) or (home if state else ""))
        if not person.country
        else person
        for person, state in zip(people, of_state, strict=True)
    ]


def _home(people: Sequence[FoundPerson], found: Findings) -> str:
    counts = Counter(country.code for country in found.countries)
    counts.update(city.code for city in found.cities)
    leading = [code for code, _count in counts.most_common(2)]
    foreign = {person.country for person in people if person.country}
    dateline = next((city.code for city in found.cities if city.start < _DATELINE), "")
    own = [code for code in leading if code not in foreign]
    if len(own) == 1 and len(leading) > 1:
        return own[0]
    if dateline and (not own or dateline in own):
        return dateline
    return next(iter(own or leading), "")
