"""Of which country a person's post is, where the post itself does not say."""

from collections.abc import Sequence

from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
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
