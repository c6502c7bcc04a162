"""Scripts and languages of a text, and the ways from Cyrillic into Latin letters.

Scripts are ISO 15924 codes, languages ISO 639-1.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from .folding import fold

_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "GREEK": "Grek", "HEBREW": "Hebr", "DEVANAGARI": "Deva", "BENGALI": "Beng", "THAI": "Thai",
    "HANGUL": "Hang", "HIRAGANA": "Hira", "KATAKANA": "Kana", "CJK": "Hani", "MONGOLIAN": "Mong",
    "ETHIOPIC": "Ethi", "TIBETAN": "Tibt", "KHMER": "Khmr", "LAO": "Laoo", "MYANMAR": "Mymr",
    "TAMIL": "Taml", "SINHALA": "Sinh", "SYRIAC": "Syrc", "THAANA": "Thaa",
}  # fmt: skip
_UNDECIDED = "Zyyy"
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_ENGLISH = frozenset("abcdefghijklmnopqrstuvwxyz")
_TITLE = 300
"""Letters up to which a text is taken for a title, and its language remembered."""
_STRANGE_SHARE = 0.01  # a Russian text may name a Kazakh or two


@lru_cache(maxsize=4096)
def _letter_script(letter: str) -> str:
    name = unicodedata.name(letter, "").replace("-", " ").split(" ", 1)[0]
    return _SCRIPTS.get(name, _UNDECIDED)


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script most of a text's letters belong to.

    "Zyyy" when there are no letters, or two scripts hold as many each.
    """
    return _main_script(_letters(text))


def _letters(text: str) -> dict[str, int]:
    return {letter: count for letter, count in Counter(text).items() if letter.isalpha()}


def _main_script(letters: Mapping[str, int]) -> str:
    counts: dict[str, int] = {}
    for letter, count in letters.items():
        script = _letter_script(letter)
        counts[script] = counts.get(script, 0) + count
    ranked = sorted(counts, key=counts.__getitem__, reverse=True)
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]):
        return _UNDECIDED
    return ranked[0]


def language_of(text: str) -> str:
    """Return "ru" or "en" (ISO 639-1), or "" when the letters speak for another language.

    Judged by script and by letters outside the Russian or English alphabet alone.
    """
    if text.isascii():
        return "en" if text.lower() != text.upper() else ""
    return _language_of_title(text) if len(text) <= _TITLE else _language(text)


@lru_cache(maxsize=16384)
def _language_of_title(title: str) -> str:
    return _language(title)


def _language(text: str) -> str:
    letters = _letters(text)  # a text is long, and its distinct letters are few
    script = _main_script(letters)
    alphabet, language = {"Cyrl": (_RUSSIAN, "ru"), "Latn": (_ENGLISH, "en")}.get(script, ((), ""))
    if not language:
        return ""
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        letters = _letters(composed)
    own, strange = 0, 0
    for letter, count in letters.items():
        if letter in alphabet:
            own += count
            continue
        for small in letter.lower():
            if small.isalpha() and _letter_script(small) == script:
                own += count
                strange += 0 if small in alphabet else count
    return language if strange <= own * _STRANGE_SHARE else ""


_PRACTICAL = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ә": "a", "ғ": "gh",
    "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i",
    "ӯ": "u", "ј": "y", "љ": "lj", "њ": "nj", "ђ": "dj", "ћ": "c", "џ": "dz", "ҹ": "j", "ҝ": "g",
}  # fmt: skip
_ISO9 = dict(
    zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abvgdeëžzijklmnoprstufhcčšŝʺyʹèûâ", strict=True)
) | {
    "і": "ì", "ї": "ï", "є": "ê", "ґ": "g̀", "ў": "ǔ", "ә": "a̋", "ғ": "ġ", "қ": "ķ", "ң": "ņ",
    "ө": "ô", "ұ": "u̇", "ү": "ù", "һ": "ḥ", "ҳ": "ḩ", "ҷ": "ç", "ӣ": "ī", "ӯ": "ū", "ј": "ǰ",
    "љ": "l̂", "њ": "n̂", "ђ": "đ", "ћ": "ć", "џ": "d̂",
}  # fmt: skip
_PRACTICAL_SMALL = str.maketrans(_PRACTICAL)
_FINAL_IY = re.compile(r"[иы]й\b")
_FINAL_IY_CAPITAL = re.compile(r"[ИЫ]Й\b")


def transliterate(text: str) -> str:
    """Return a text with its Cyrillic letters as English readers expect them, the rest unchanged.

    Without diacritics and not reversible: for proposing a name and for searching.
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFC", text)
    plain = _FINAL_IY_CAPITAL.sub("Й", _FINAL_IY.sub("й", plain))
    if plain == plain.lower():
        return plain.translate(_PRACTICAL_SMALL)
    return "".join(
        _romanised(letter, plain[at + 1 : at + 2], _PRACTICAL) for at, letter in enumerate(plain)
    )


def iso9(text: str) -> str:
    """Return a text with its Cyrillic letters as ISO 9:1995 has them, one Latin letter for each."""
    plain = unicodedata.normalize("NFC", text)
    return "".join(_romanised(letter, "", _ISO9) for letter in plain)


def _romanised(letter: str, following: str, table: dict[str, str]) -> str:
    lower = letter.lower()
    latin = table.get(lower, letter)
    if letter in {lower, latin}:
        return latin
    return latin.upper() if following.isupper() else latin[:1].upper() + latin[1:]


# Letters whose sound plain folding would lose; with ə a name is Azerbaijani, and more differ
_SOUNDS = str.maketrans({"ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ğ": "g", "ı": "i"})
_AZERBAIJANI = _SOUNDS | str.maketrans({"ə": "a", "c": "j", "x": "kh", "q": "g", "j": "zh"})
_LIKE_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z0-9 ]", ""),
        (r"shch|sch|sh", "s"),
        (r"dzh|zh", "j"),
        (r"tch|ch", "$"),
        (r"ph", "f"),
        (r"[kg]h", "h"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"\$", "c"),
        (r"tz", "ts"),
        (r"w|ff\b", "v"),
        (r"[iy]*([aeou])[aeiouy]*", r"\1"),
        (r"[iy]+", "i"),
        (r"([^aeiou\d])\1+", r"\1"),
        (r"(?<=\w\w\w)[aeiou]+\b", ""),
    )
)


def search_forms(name: str) -> tuple[str, ...]:
    """Return the forms under which a name is found from either script, without repeats.

    They are the folded name, its folded transliteration, and a loose key of how it sounds, its
    words in order of the alphabet: "Sechenov" and «Сеченова», "Alexei" and «Алексей» share it.
    """
    folded = fold(name)
    return tuple(
        form
        for form in dict.fromkeys((folded, fold(transliterate(name.lower())), sound_key(name)))
        if form
    )


def sound_key(name: str) -> str:
    """Return the loose Latin key of a name: like-sounding spellings and endings made one."""
    lower = unicodedata.normalize("NFC", name).lower()
    table = _AZERBAIJANI if "ə" in lower else _SOUNDS
    keys = (_word_key(word) for word in _plain_words(lower.translate(table)))
    return " ".join(sorted(key for key in keys if key))


def _plain_words(name: str) -> list[str]:
    return fold(transliterate(name)).replace("-", " ").split()


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    for pattern, sound in _LIKE_SOUNDS:
        word = pattern.sub(sound, word)
    return word
