"""Takes RTF apart into its tokens, in one pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)

Kind = Literal["word", "bytes", "hex", "sign", "open", "close"]


@dataclass(frozen=True, slots=True)
class Token:
    """Hold a token: `text` is a control word or sign, `data` bytes of text, `number` what follows.

    The kinds are "word", "sign" (a control symbol), "bytes", "hex" (one byte), "open" and "close".
    """

    kind: Kind
    text: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token("open"), Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens; raw data after the word "bin" are passed over."""
    place = 0
    while (found := _TOKEN.match(data, place)) is not None:
        place = found.end()
        kind = found.lastgroup
        if kind == "text":
            yield Token("bytes", data=found["text"])
        elif kind == "hex":
            yield Token("hex", data=bytes.fromhex(found["hex"].decode()))
        elif kind == "sign":
            yield Token("sign", text=found["sign"].decode("latin-1"))
        elif kind == "brace":
            yield _OPEN if found["brace"] == b"{" else _CLOSE
        elif kind is not None:
            token = _word(found)
            place += max(0, token.number or 0) if token.text == "bin" else 0
            yield token


def _word(found: re.Match[bytes]) -> Token:
    number = found["number"]
    return Token("word", found["word"].decode(), None if number is None else int(number))
