"""The encodings of RTF: each font says in which its bytes are, the file says it for the rest."""

import codecs

from db.exchange.sheet import BULLET

_BY_CHARSET = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_BY_WORD = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
_BY_PAGE = {10000: "mac_roman", 10007: "mac_cyrillic", 65001: "utf-8"}
_SYMBOL = "symbol"
_SYMBOL_CHARSET = 2
_SYMBOL_BULLETS = frozenset(b"\xb7\xa7\xd8o\xa8v")


class Fonts:
    """The fonts of a document by number, as far as they tell how bytes are to be read."""

    def __init__(self) -> None:
        self._codecs: dict[int, str] = {}
        self._default, self._default_font = "cp1252", -1
        self._in_hand = -1

    def codec(self, font: int | None) -> str:
        """Return the codec for text in a font; None is the document's own."""
        return self._codecs.get(self._default_font if font is None else font, self._default)

    def take(self, word: str, number: int | None) -> None:
        """Take in a word of the table of fonts."""
        if word == "f" and number is not None:
            self._in_hand = number
        elif word == "fcharset" and number == _SYMBOL_CHARSET:
            self._codecs[self._in_hand] = _SYMBOL
        elif word == "fcharset" and number in _BY_CHARSET:
            self._codecs[self._in_hand] = _BY_CHARSET[number]
        elif word == "cpg" and (codec := _of_page(number)) is not None:
            self._codecs[self._in_hand] = codec

    def set_default(self, word: str, number: int | None) -> None:
        """Take in a word that says how the document's own bytes are to be read."""
        if word == "deff":
            self._default_font = -1 if number is None else number
        elif word == "ansicpg":
            self._default = _of_page(number) or self._default
        else:
            self._default = _BY_WORD[word]


def is_encoding(word: str) -> bool:
    """Tell whether a control word is one for `Fonts.set_default`."""
    return word in _BY_WORD or word in {"ansicpg", "deff"}


def decoded(data: bytes, codec: str) -> str:
    """Decode bytes of text; what can't be is U+FFFD, pictures that mark list items are bullets."""
    if codec != _SYMBOL:
        return data.decode(codec, "replace")
    return "".join(
        BULLET if code in _SYMBOL_BULLETS else " " if code == 0x20 else "\ufffd" for code in data
    )


def _of_page(page: int | None) -> str | None:
    codec = _BY_PAGE.get(page or 0, f"cp{page}")
    try:
        return codecs.lookup(codec).name if page else None
    except LookupError:
        return None
