"""What "Jump to" knows without asking the catalogue: the lists of the sidebar, and the actions."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.action_names import NAMES
from desktop.actions import ACTIONS, NEW
from desktop.labels import plural
from desktop.models.jump_rows import JumpGroup, JumpRow, score_of

FIRST_ACTIONS = ("new.here", "release.paste", "report.print", "find", "help.finding", "help.keys")
"""What is offered of actions before any was used."""

_JUMP = "jump"
"""The action that leads here; it is not offered."""
_KIND_NAMES: Mapping[EntryKind, tuple[str, ...]] = {
    EntryKind.SOURCE: ("releases", "texts", "источники", "релизы", "тексты"),
    EntryKind.AGREEMENT: ("treaties", "соглашения", "договоры", "документы"),
    EntryKind.MEETING: ("sessions", "talks", "visits", "встречи", "заседания", "визиты"),
    EntryKind.PERSON: ("persons", "participants", "люди", "персоны", "участники"),
    EntryKind.ORGANISATION: ("organisations", "ministries", "органы", "организации", "ведомства"),
    EntryKind.PLACE: ("countries", "cities", "места", "страны", "города"),
}
_BOARDS: Sequence[tuple[str, object, str, ListSpec, tuple[str, ...]]] = (
    (
        "inbox",
        QT_TRANSLATE_NOOP("jump", "Inbox"),
        "inbox",
        ListSpec(kind=EntryKind.SOURCE, inbox=True),
        ("unread", "входящие", "непрочитанное"),
    ),
    (
        "conflicts",
        QT_TRANSLATE_NOOP("jump", "Contradictions"),
        "conflict",
        ListSpec(conflicts=True),
        ("conflicts", "противоречия", "расхождения"),
    ),
    (
        "gaps",
        QT_TRANSLATE_NOOP("jump", "What is missing"),
        "evidence-none",
        ListSpec(gaps=True),
        ("gaps", "no evidence", "чего не хватает", "пробелы"),
    ),
    (
        "trash",
        QT_TRANSLATE_NOOP("jump", "Trash"),
        "trash",
        ListSpec(trashed=True),
        ("deleted", "bin", "корзина", "удалённое"),
    ),
)

_ICONS = {spec.id: spec.icon for spec in ACTIONS}
_MADE = {spec.id: str(spec.menu) for spec in ACTIONS if spec.menu == NEW and spec.id != "new.here"}
"""Actions that say only what is made, with the menu that says that it is made."""


def list_rows(typed: str) -> list[JumpRow]:
    """Return the lists of the sidebar that fit."""
    kinds = (
        (str(kind), plural(kind), str(kind), ListSpec(kind=kind), names)
        for kind, names in _KIND_NAMES.items()
    )
    boards = ((key, _tr(label), icon, spec, names) for key, label, icon, spec, names in _BOARDS)
    rows = [
        JumpRow(
            group=JumpGroup.LISTS,
            key=f"list:{key}",
            title=label,
            icon=icon,
            score=score_of(typed, label, names),
            payload=spec,
        )
        for key, label, icon, spec, names in (*kinds, *boards)
    ]
    return [row for row in rows if row.score]


def action_rows(actions: Sequence[QAction], typed: str, *, read_only: bool) -> list[JumpRow]:
    """Return the actions that fit, by their own words or by another name."""
    rows: list[JumpRow] = []
    for action in actions:
        name, words = action.objectName(), action_words(action)
        others = (plain_words(action.text()), *NAMES.get(name, ()))
        score = score_of(typed, words, others)
        if score and name != _JUMP:
            off = "" if action.isEnabled() else why_off(name, read_only=read_only)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            rows.append(
                JumpRow(
                    group=JumpGroup.ACTIONS,
                    key=f"action:{name}",
                    title=words,
                    detail=off or _called(typed, words, others),
                    badge=keys,
                    icon=_ICONS.get(name, ""),
                    enabled=action.isEnabled(),
                    score=score,
                    payload=name,
                )
            )
    return rows


def action_words(action: QAction) -> str:
    """Return what an action is called where its menu is not seen: "New: Meeting"."""
    words = plain_words(action.text())
    made = _MADE.get(action.objectName())
    return f"{plain_words(QCoreApplication.translate('actions', made))}: {words}" if made else words


def plain_words(text: str) -> str:
    """Return the words of an action or menu without mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def _called(typed: str, words: str, others: Iterable[str]) -> str:
    """Return the other name an action was found by; empty where its own words fit."""
    if score_of(typed, words):
        return ""
    return max(others, key=lambda name: score_of(typed, name))


def why_off(name: str, *, read_only: bool) -> str:
    """Say why an action can't be carried out now."""
    match name:
        case "undo" if not read_only:
            return _tr(QT_TRANSLATE_NOOP("jump", "There is nothing to undo."))
        case "redo" if not read_only:
            return _tr(QT_TRANSLATE_NOOP("jump", "There is nothing to do again."))
        case "view.back" | "view.forward":
            return _tr(QT_TRANSLATE_NOOP("jump", "Nothing was open there."))
        case _ if read_only:
            return _tr(QT_TRANSLATE_NOOP("jump", "This catalogue is open for reading only."))
        case _:
            return _tr(QT_TRANSLATE_NOOP("jump", "Not possible from here."))


def _tr(text: object) -> str:
    return QCoreApplication.translate("jump", str(text))
