"""Turn a report in JSON into a PDF by Typst; the typesetting process loads nothing else.

The template folder is the root, nothing outside it can be read, no system font is used, and the
same report on the same day gives the same bytes.
"""

import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import typst

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_TEMPLATES = _RESOURCES / "reports"
_FONTS = _RESOURCES / "fonts"
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ROUNDS = 4

REFUSED = 3
"""Exit status of the child that could not typeset, its message on standard error."""


class TypesetError(Exception):
    """The report could not be typeset; the message says what the typesetter said."""


def compile_report(content: str) -> bytes:
    """Return the PDF of a report in JSON.

    The standards forbid what no font can show. Such characters, of a script no family here sets,
    are printed as ``[U+4E2D]``.
    """
    day = datetime(*json.loads(content)["day"], tzinfo=UTC)
    for _ in range(_ROUNDS):
        try:
            return _compile(content, day)
        except typst.TypstError as error:
            shown = _with_unshown_spelt(content, str(error.diagnostic))
            if shown == content:
                raise TypesetError(str(error)) from error
            content = shown
    raise TypesetError("some characters can't be set")


def _compile(content: str, day: datetime) -> bytes:
    return typst.compile(
        _TEMPLATES / "country.typ",
        root=_TEMPLATES,
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        sys_inputs={"report": content},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=day,
    )


def _with_unshown_spelt(content: str, complaint: str) -> str:
    for found in sorted({_plain(text) for text in _UNSHOWN.findall(complaint)}):
        content = content.replace(found, _spelt(found))
    return content


def _spelt(cluster: str) -> str:
    # A mark no font has must not cost the letter beneath it, which may stand everywhere
    alone = len(cluster) == 1
    return "".join(
        f"[U+{ord(sign):04X}]" if alone or unicodedata.category(sign)[0] in "MC" else sign
        for sign in cluster
    )


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
