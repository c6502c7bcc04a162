"""What is wrong in a query, in a plain sentence with what to do about it."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from db.search.fields import FIELDS, find_field, language_of
from db.search.tree import Broken
from db.search.values import value_keys, value_label
from desktop.translation import QT_TRANSLATE_NOOP, translate

_SENTENCES: dict[str, object] = {
    "unknown_field": QT_TRANSLATE_NOOP(
        "queries", "There is no field “{0}”. To find the words as they are, put them in quotes."
    ),
    "mistyped_field": QT_TRANSLATE_NOOP("queries", "There is no field “{0}”."),
    "unknown_value": QT_TRANSLATE_NOOP("queries", "“{0}” is no value of “{1}”."),
    "no_value": QT_TRANSLATE_NOOP("queries", "Say what is to stand after “{0}:” (as in {2})."),
    "no_parts": QT_TRANSLATE_NOOP(
        "queries", "“{0}:” knows no parts of words: leave the first asterisk out."
    ),
    "bad_date": QT_TRANSLATE_NOOP(
        "queries", "“{0}” is no date. Write 2021, 2021-05, 20.05.2021 or 2020..2024."
    ),
    "date_needs_year": QT_TRANSLATE_NOOP(
        "queries", "“{0}” lacks its year. Write a date as 2021-05-20 or 20.05.2021."
    ),
    "bad_number": QT_TRANSLATE_NOOP(
        "queries", "“{0}” is no number. Write 21, XXI, 20..25 or 20.. for 20 and more."
    ),
    "reversed_range": QT_TRANSLATE_NOOP(
        "queries", "“{0}” ends before it begins. Put the earlier end first."
    ),
    "bad_reference": QT_TRANSLATE_NOOP(
        "queries", "“{0}” is no reference. Write one as it stands in a list, such as A-0012."
    ),
    "stray_parenthesis": QT_TRANSLATE_NOOP(
        "queries", "A parenthesis is closed here that was never opened. Leave it out."
    ),
    "dangling_operator": QT_TRANSLATE_NOOP(
        "queries", "“{0}” has nothing to join. Put it in quotes to find the word itself."
    ),
    "too_deep": QT_TRANSLATE_NOOP(
        "queries", "Too many parentheses stand in one another. This group is left out."
    ),
    "unknown_tag": QT_TRANSLATE_NOOP("queries", "No tag is called “{0}”."),
    "unknown_name": QT_TRANSLATE_NOOP("queries", "Nothing in this catalogue is called “{0}”."),
    "unknown_reference": QT_TRANSLATE_NOOP("queries", "No entry has the reference {0}."),
}
"""{0} is what it is about, {1} the field, {2} an example of it."""
_MEANT = QT_TRANSLATE_NOOP("queries", "Did you mean “{0}”?")
_UNCLEAR = QT_TRANSLATE_NOOP("queries", "“{0}” could not be understood and is left out.")
_LIKE = 0.6


def problem_sentence(broken: Broken) -> str:
    """Return what to tell of a part that was not understood, with the nearest word there is."""
    name = broken.text.partition(":")[0].lstrip("-")
    field = find_field(name)
    language = language_of(broken.text)
    example = field.examples[language == "ru"] if field is not None else ""
    meant = _nearest(broken)
    key = "mistyped_field" if meant and broken.problem == "unknown_field" else broken.problem
    sentence = _tr(_SENTENCES.get(key, _UNCLEAR))
    told = sentence.format(broken.about or broken.text, name, example)
    return f"{told} {_tr(_MEANT).format(meant)}" if meant else told


@lru_cache(maxsize=256)
def _nearest(broken: Broken) -> str:
    """Return the field or value that was perhaps meant, or nothing."""
    language = language_of(broken.about)
    if broken.problem == "unknown_field":
        named = (field.russian if language == "ru" else field.english for field in FIELDS.values())
        near = _closest(broken.about, (name for names in named for name in names))
        return f"{near}:" if near else ""
    field = find_field(broken.text.partition(":")[0].lstrip("-"))
    if broken.problem == "unknown_value" and field is not None:
        labels = (value_label(field.name, key, language) for key in value_keys(field.name))
        return _closest(broken.about, labels)
    return ""


def _closest(typed: str, words: Iterable[str]) -> str:
    by_lower = {word.lower(): word for word in words}
    found = get_close_matches(typed.lower(), by_lower, n=1, cutoff=_LIKE)
    return by_lower[found[0]] if found else ""


def _tr(text: object) -> str:
    return translate("queries", str(text))
