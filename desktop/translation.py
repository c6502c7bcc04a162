"""Words in the user's language, without Qt where no window is open.

The command line speaks English and is to start at once: what looks words up here does not import
Qt, and is translated as soon as somebody else has.
"""

import sys


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name Qt's lupdate knows
    """Mark a text for translation; it is looked up when it is shown."""
    return text


def translate(context: str, text: str) -> str:
    """Return a text of a context in the user's language, or as it stands."""
    core = sys.modules.get("PySide6.QtCore")
    return core.QCoreApplication.translate(context, text) if core is not None else text
