"""What a reader warns of, and what of a file it left out, in sentences.

No Qt here but its translations: the command line uses it too.
"""

from collections.abc import Mapping, Sequence

from desktop.translation import QT_TRANSLATE_NOOP, translate

WARNINGS: Mapping[str, str] = {
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


def warning_sentences(warnings: Sequence[str], left_out: Sequence[str]) -> str:
    """Return the warnings of a release as sentences, with the names of what was left out."""
    names = ", ".join(left_out)
    return " ".join(translate("intake", WARNINGS[code]).format(names) for code in warnings)
