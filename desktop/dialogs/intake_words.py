"""What intake says: how a release was read, and its likeness to another, in sentences."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.exchange.formats import FORMATS
from db.exchange.release import Release
from db.queries.likes import LikeSource

_LONGEST = 90

_LANGUAGES: dict[str, object] = {
    "en": QT_TRANSLATE_NOOP("intake", "English"),
    "ru": QT_TRANSLATE_NOOP("intake", "Russian"),
}


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
