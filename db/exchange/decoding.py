"""Turns bytes into characters: which encoding, and never a replacement nobody is told of.

The order is that of certainty: a byte order mark, the zero bytes of UTF-16 and UTF-32, valid UTF-8,
the encoding the page or its server names, and last a guess by the letters.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.errors import Unreadable
from db.exchange import charsets

_MARKS = (
    (codecs.BOM_UTF8, "utf_8_sig"),
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
_META = re.compile(
    rb"<meta[^<>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
_XML = re.compile(
    rb"\s{0,99}<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE
)
_META_WITHIN = 4096
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""What a page that names the first means by it (WHATWG Encoding Standard, "names and labels")."""
_NOT_FOR_PAGES = re.compile(r"utf.?(?:16|32|7)|punycode|idna|escape|undefined|mbcs|oem")
_JUDGED = re.compile(
    r"cp125[0124]|cp8(?:55|66)|koi8|iso8859-(?:1|2|5|9|15)$|mac-(?:cyrillic|roman)"
)
"""The eight-bit codecs whose letters `charsets` can judge."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\xc2-\xf4]")
_CONTROL_SHARE = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Hold characters and the Python codec that read them.

    `warnings` are codes: "characters_replaced", "encoding_guessed", "encoding_disagrees".
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, name: str = "", charset: str | None = None) -> Decoded:
    """Decode text of unknown encoding, `charset` being what came beside it, if anything.

    Raises Unreadable: "binary" for bytes that are no text, "undecodable" for text in an encoding
    that can't be told. A byte order mark is not part of the text.
    """
    found = _marked(data, name) or _wide(data) or _zeros_refused(data, name)
    decoded = found or _utf8(data) or _declared(data, charset) or _mended(data) or _guessed(data)
    if decoded is None:
        raise Unreadable(name, "undecodable" if _is_texty(data) else "binary")
    if _too_many_controls(decoded.text):
        raise Unreadable(name, "binary")
    return decoded


def declared_charset(data: bytes) -> str | None:
    """Read the encoding an HTML page names in its `meta`, or an XML one in its first line."""
    found = _XML.match(data[:400]) or _META.search(data[:_META_WITHIN])
    return found.group(1).decode("ascii", "replace") if found else None


def paired(text: str) -> str:
    """Join halves of characters (UTF-16) that came one after the other; a lone one is U+FFFD."""
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            decoded = _strictly(data, codec)
            if decoded is None and mark == codecs.BOM_UTF8:
                decoded = _mended(data, "utf-8-sig")
            if decoded is None:
                raise Unreadable(name, "undecodable")
            return decoded
    return None


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 or UTF-32 without a mark: the zeros of letters stand on the same side."""
    codec = _wide_codec(data) if b"\0" in data else None
    decoded = _strictly(data, codec) if codec else None
    return decoded if decoded and _is_prose(decoded.text) else None


def _wide_codec(data: bytes) -> str | None:
    zeros = [data[offset::4].count(0) for offset in range(4)]
    quarter = len(data) // 4
    if len(data) % 4 == 0 and zeros[3] == quarter and zeros[2] * 10 >= quarter * 9:
        return "utf_32_le"
    if len(data) % 4 == 0 and zeros[0] == quarter and zeros[1] * 10 >= quarter * 9:
        return "utf_32_be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if len(data) % 2 == 0 and max(even, odd) > 4 * min(even, odd):
        return "utf_16_le" if odd > even else "utf_16_be"
    return None


def _zeros_refused(data: bytes, name: str) -> None:
    if b"\0" in data:
        raise Unreadable(name, "binary")


def _utf8(data: bytes) -> Decoded | None:
    return _strictly(data, "utf_8")


def _declared(data: bytes, charset: str | None) -> Decoded | None:
    for codec in _codecs_named((charset, declared_charset(data))):
        decoded = _strictly(data, codec)
        if decoded and (not _JUDGED.match(codec) or charsets.plausible(data, codec)):
            return decoded
    return None


def _codecs_named(labels: Iterable[str | None]) -> Iterable[str]:
    for label in labels:
        try:
            codec = codecs.lookup(label or "undefined").name
        except (LookupError, ValueError):
            continue
        if not _NOT_FOR_PAGES.search(codec):
            yield _MEANT.get(codec, codec)


def _mended(data: bytes, codec: str = "utf-8") -> Decoded | None:
    """Read UTF-8 with a few broken bytes, such as a text cut inside a letter, and say so."""
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    whole = len(_HIGH.findall(data)) - broken
    is_cut = broken == 1 and text.endswith("\ufffd") and whole >= 2
    if not is_cut and (whole < 10 or broken * 20 > whole):
        return None
    return Decoded(text=text, encoding=codec, warnings=("characters_replaced",))


def _guessed(data: bytes) -> Decoded | None:
    codec = charsets.guess(data)
    if codec is None:
        return None
    disagrees = declared_charset(data) is not None
    warning = "encoding_disagrees" if disagrees else "encoding_guessed"
    return Decoded(text=data.decode(codec), encoding=codecs.lookup(codec).name, warnings=(warning,))


def _strictly(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(text=data.decode(codec), encoding=codecs.lookup(codec).name)
    except (UnicodeError, LookupError):  # a codec that is no text encoding is a LookupError
        return None


def _is_prose(text: str) -> bool:
    """Tell whether most characters are of the alphabets and signs that releases are written in."""
    known = sum(character < "\u0600" or "\u2000" <= character <= "\u206f" for character in text)
    return known * 2 > len(text) and "\0" not in text


def _is_texty(data: bytes) -> bool:
    controls = sum(data.count(code) for code in (*range(9), *range(14, 27), *range(28, 32)))
    return controls <= len(data) * _CONTROL_SHARE


def _too_many_controls(text: str) -> bool:
    """Tell whether control characters are more than slips; a lone one is no reason to refuse."""
    if "\0" in text:
        return True
    count = len(_CONTROLS.findall(text))
    return count > max(2, len(text) * _CONTROL_SHARE)
