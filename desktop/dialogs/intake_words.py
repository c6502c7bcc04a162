"""What intake says: the warnings of a release and its likeness to another, in sentences."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.exchange.formats import FORMATS
from db.exchange.release import Release
from db.queries.likes import LikeSource

_LONGEST = 90

WARNINGS: dict[str, object] = {
    "characters_replaced": QT_TRANSLATE_NOOP(
        "intake", "Some characters could not be read and were replaced: compare with the original."
    ),
    "encoding_guessed": QT_TRANSLATE_NOOP(
        "intake", "The encoding was guessed by its letters: see that the text reads well."
    ),
    "encoding_disagrees": QT_TRANSLATE_NOOP(
        "intake", "The encoding is another than the page says: see that the text reads well."
    ),
    "large": QT_TRANSLATE_NOOP(
        "intake",
        "This is longer than a release as a rule: see that it is one and not a whole site.",
    ),
    "structure_flattened": QT_TRANSLATE_NOOP(
        "intake", "The page is nested too deeply: its lists and tables were read as plain lines."
    ),
    "pages_without_text": QT_TRANSLATE_NOOP(
        "intake", "Some pages hold pictures and no text: run text recognition (OCR) to have those."
    ),
    "furniture_once": QT_TRANSLATE_NOOP(
        "intake", "What stands on every page, such as headers, was set once; page numbers were not."
    ),
    "words_joined": QT_TRANSLATE_NOOP(
        "intake", "Words broken at the ends of lines were joined: compare those you quote."
    ),
    "pictures_left_out": QT_TRANSLATE_NOOP("intake", "Pictures were left out."),
    "parts_left_out": QT_TRANSLATE_NOOP(
        "intake", "Some parts could not be read and were left out: compare with the original."
    ),
    "changes_tracked": QT_TRANSLATE_NOOP(
        "intake", "The document has tracked changes: it was read as if all were accepted."
    ),
    "attachments_left_out": QT_TRANSLATE_NOOP(
        "intake", "Attachments were not read: save and take in on their own what you need of {0}."
    ),
    "attachment_read": QT_TRANSLATE_NOOP(
        "intake", "The mail says nothing itself: its attachment was read as its text."
    ),
}
"""The sentence of each code in `Release.warnings`."""

_LANGUAGES: dict[str, object] = {
    "en": QT_TRANSLATE_NOOP("intake", "English"),
    "ru": QT_TRANSLATE_NOOP("intake", "Russian"),
}


def warning_sentences(release: Release) -> str:
    """Return the warnings of a release as sentences."""
    names = ", ".join(release.left_out)
    return " ".join(_words(WARNINGS[code]).format(names) for code in release.warnings)


def like_sentence(like: LikeSource, title: str) -> str:
    """Say that a release with this title is there already, or one nearly the same."""
    there = f"{like.ref.reference} “{_short(like.ref.title)}”"
    if like.same_file or like.likeness == 1:
        return _words("This release is here already: {0}.").format(there)
    sentence = _words("Nearly the same release is here already, {0} alike: {1}; this is “{2}”.")
    # rounded down: what is not the same must not be called 100 % alike
    return sentence.format(f"{int(like.likeness * 100)} %", there, _short(title))


def like_words(like: LikeSource) -> str:
    """Say in few words which source a release is like."""
    if like.same_file or like.likeness == 1:
        return _words("the same as {0} “{1}”.").format(like.ref.reference, _short(like.ref.title))
    alike = f"{int(like.likeness * 100)} %"
    return _words("{0} like {1} “{2}”.").format(alike, like.ref.reference, _short(like.ref.title))


def facts(release: Release) -> str:
    """Return in a few words how a release was read."""
    named = next((row.label for row in FORMATS if row.key == release.format), release.format)
    languages = [
        _words(_LANGUAGES[code]) if code in _LANGUAGES else code for code in release.languages
    ]
    words = _words("{0} words").format(f"{len(release.text.split()):,}".replace(",", "\u202f"))
    read_as = _words("read as {0}").format(named)
    return " · ".join([words, ", ".join(languages), read_as] if languages else [words, read_as])


def _short(title: str) -> str:
    """Return a title that can stand within a sentence."""
    return f"{title[:_LONGEST].rstrip()}…" if len(title) > _LONGEST else title.rstrip(".")


def _words(marked: object) -> str:
    return QCoreApplication.translate("intake", str(marked))
