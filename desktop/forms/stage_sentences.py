"""The stages of an agreement in words: each as a line, and how the agreement stands by them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from db.rows.entries import StageRow
from db.terms import StageKind
from desktop.labels import date_label, label

translate = QCoreApplication.translate

_ENDED = frozenset(
    (
        StageKind.SUSPENDED,
        StageKind.WITHDRAWN,
        StageKind.EXPIRED,
        StageKind.TERMINATED,
        StageKind.REPLACED,
    )
)
_OF_ONE_OR_ALL = frozenset({StageKind.INITIALLED, StageKind.SIGNED, StageKind.IN_FORCE})
"""Acts that say how the agreement stands also where the source tells it of one party."""
_AT_WORK = frozenset({StageKind.EXTENDED, StageKind.AMENDED})


def date_words(stage: StageRow, language: str) -> str:
    """Return the date of a stage as people write it, or that there is none."""
    return date_label(stage.date, language) or translate("stages", "no date")


def circumstances(stage: StageRow) -> str:
    """Return where a stage happened, at which meeting and whose act it is."""
    words: list[str] = []
    if stage.place is not None:
        words.append(stage.place.title)
    if stage.meeting is not None:
        meeting = f"{stage.meeting.reference} {stage.meeting.title}"
        words.append(translate("stages", "at {0}").format(meeting))
    if stage.party is not None:
        words.append(translate("stages", "by {0}").format(stage.party.title))
    words.extend(filter(None, (stage.note.partition("\n")[0],)))
    return " · ".join(words)


def standing(stages: Sequence[StageRow], language: str) -> str:
    """Say how an agreement stands: what its stages tell, and that the rest is not known.

    Being signed never means being in force.
    """
    common = [stage for stage in stages if stage.party is None or stage.kind in _OF_ONE_OR_ALL]
    if not stages:
        return ""
    last = (common or list(stages))[-1]
    if last.kind in _ENDED:
        return _with_date(last, language)
    in_force = next((stage for stage in stages if stage.kind == StageKind.IN_FORCE), None)
    if in_force is None:
        if last.kind in _AT_WORK:
            return _with_date(last, language)
        return translate("stages", "{0}, entry into force not known").format(label(last.kind))
    if not in_force.date:
        return translate("stages", "in force, since when is not known")
    return translate("stages", "in force since {0}").format(date_label(in_force.date, language))


def _with_date(stage: StageRow, language: str) -> str:
    return " ".join(filter(None, (label(stage.kind), date_label(stage.date, language))))
