"""What is said of backups: why they were made, what is under way, how an entry differs."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from db.backups.comparing import Comparison, How
from db.backups.facts import Backup, Reason
from db.backups.watching import Step
from db.terms import EntryKind
from desktop.labels import heading, plural

_tr = partial(QCoreApplication.translate, "backups")

_REASONS: dict[Reason, object] = {
    Reason.IDLE: QT_TRANSLATE_NOOP("backups", "while idle"),
    Reason.CLOSING: QT_TRANSLATE_NOOP("backups", "on closing"),
    Reason.IMPORT: QT_TRANSLATE_NOOP("backups", "before an import"),
    Reason.BULK: QT_TRANSLATE_NOOP("backups", "before a large change"),
    Reason.MIGRATION: QT_TRANSLATE_NOOP("backups", "before an upgrade"),
    Reason.RESTORE: QT_TRANSLATE_NOOP("backups", "before a restore"),
    Reason.BY_HAND: QT_TRANSLATE_NOOP("backups", "by hand, kept for good"),
}
_STEPS: dict[Step, object] = {
    Step.COPY: QT_TRANSLATE_NOOP("backups", "Copying…"),
    Step.CHECK: QT_TRANSLATE_NOOP("backups", "Checking the copy…"),
    Step.PACK: QT_TRANSLATE_NOOP("backups", "Packing…"),
    Step.UNPACK: QT_TRANSLATE_NOOP("backups", "Unpacking…"),
    Step.COMPARE: QT_TRANSLATE_NOOP("backups", "Comparing…"),
    Step.RECOVER: QT_TRANSLATE_NOOP("backups", "Reading what can be read…"),
    Step.REBUILD: QT_TRANSLATE_NOOP("backups", "Rebuilding the index…"),
}
_HOW: dict[How, object] = {
    How.GONE: QT_TRANSLATE_NOOP("backups", "gone"),
    How.TRASHED: QT_TRANSLATE_NOOP("backups", "in the trash"),
    How.CHANGED: QT_TRANSLATE_NOOP("backups", "changed"),
    How.ADDED: QT_TRANSLATE_NOOP("backups", "added since"),
}


def reason_words(reason: Reason) -> str:
    """Say why a backup was made."""
    return _tr(str(_REASONS[reason]))


def step_words(step: Step) -> str:
    """Say what is under way."""
    return _tr(str(_STEPS[step]))


def how_words(how: How) -> str:
    """Say how an entry differs today."""
    return _tr(str(_HOW[how]))


def when_words(made_at: datetime) -> str:
    """Say when a backup was made, in the time of this place."""
    return f"{made_at.astimezone():%Y-%m-%d %H:%M}"


def size_words(backup: Backup) -> str:
    """Say how large a backup is on the disk."""
    return QLocale().formattedDataSize(
        backup.packed_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def entries_words(backup: Backup) -> str:
    """Count the entries of a backup."""
    return QLocale().toString(backup.facts.entry_count)


def comparison_words(comparison: Comparison) -> str:
    """Count the differences: of each sort, and by kind within it."""
    if not comparison.differences:
        return _tr("Today's catalogue is as this backup has it.")
    parts: list[str] = []
    for how in How:
        kinds = [
            f"{QLocale().toString(count)} {_named(kind, count)}"
            for (kind, one), count in sorted(comparison.counts.items())
            if one is how
        ]
        if kinds:
            parts.append(f"{how_words(how).capitalize()}: {', '.join(kinds)}.")
    return " ".join(parts)


def _named(kind: EntryKind, count: int) -> str:
    return (heading(kind) if count == 1 else plural(kind)).lower()
