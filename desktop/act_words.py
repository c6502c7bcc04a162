"""What is said of a past act: when it was done, and whether it still stands."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from db.rows.acts import ActRow

_tr = partial(QCoreApplication.translate, "history")


def when_words(at: datetime) -> str:
    """Say when something was done, in the time and manner of this place."""
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def state_words(act: ActRow) -> str:
    """Say that an act does not stand any more; nothing where it does, and of undo and redo."""
    if act.is_taken_back:
        return _tr("taken back")
    return "" if act.stands or act.is_step else _tr("undone")


def horizon_words(act: ActRow) -> str:
    """Say what the line means that a new version left."""
    return _tr(
        "What lies before this was done before version {0}: it can be read, not undone"
    ).format(act.program)
