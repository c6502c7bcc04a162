"""Who wrote an English release or took its pictures: not who took part."""

from collections.abc import Sequence

from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.people.english_names import NameSpan

_MAKERS = word_set(
    "photo photos photograph photographs picture pictures author authors reporter reporting "
    "writing written editing edited editor text story report photographer correspondent "
    "compiled contact contacts translation translated image images video credit courtesy "
    "prepared posted published words interviewed"
)
_SHORT_LINE = 12


def is_byline(tokens: Sequence[Token], name: NameSpan) -> bool:
    """Tell whether a name stands as that of a writer: "By …", "Photo: …", "Reporting by …"."""
    before = list(tokens[max(0, name.opening - 4) : name.opening])
    signs = [token.lower for token in before if token.text not in {"(", "©", "/", "-", "–"}]
    if not signs:
        return False
    if signs[-1] == "by":
        opens = len(signs) == 1 or before[-2:-1] == [] or before[-2].kind in {"date", "number"}
        made = len(signs) > 1 and signs[-2] in _MAKERS
        capital = before[-1].text == "By" and (len(tokens) <= _SHORT_LINE or before[-1].first)
        return (opens and before[-1].capital) or made or capital
    slash = before[-1].text == "/" and signs[-1] in _MAKERS
    named = signs[-1] == ":" and len(signs) > 1 and signs[-2] in {"by", *_MAKERS}
    return slash or named
