"""What acts changed, read for people and written as lines: from what to what."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from sqlalchemy.orm import Session

from db.queries.history import changes_of_act
from db.queries.references import entry_refs
from db.queries.tags import tag_labels
from db.rows.acts import ActRow, FieldChange
from db.rows.entries import EntryRef
from desktop.act_words import horizon_words, state_words, when_words
from desktop.forms.history_removed import removed_entries, removed_tags, with_tags
from desktop.forms.history_words import Line
from desktop.labels import act_label
from desktop.theme import Palette

ROWS = 400
"""Of so many rows an act touched its changes are read: an import may have touched a million."""


class Told(NamedTuple):
    """Acts with what each changed, and the entries those changes name."""

    acts: tuple[tuple[ActRow, tuple[FieldChange, ...]], ...]
    refs: dict[int, EntryRef]


def told(session: Session, acts: Iterable[ActRow]) -> Told:
    """Read what acts changed."""
    return with_refs(
        session, tuple((act, changes_of_act(session, act.revision, ROWS)) for act in acts)
    )


def with_refs(session: Session, acts: tuple[tuple[ActRow, tuple[FieldChange, ...]], ...]) -> Told:
    """Read the entries and tags that changes name."""
    changes = [change for _act, its in acts for change in its]
    tags = _ids(change for change in changes if change.column == "tag_id")
    others = _ids(change for change in changes if change.column.endswith("_id"))
    labels = tag_labels(session, tags) | removed_tags(changes)
    refs = removed_entries(changes) | entry_refs(session, others)
    return Told(tuple((act, with_tags(its, labels)) for act, its in acts), refs)


def _ids(changes: Iterable[FieldChange]) -> set[int]:
    values = (value for change in changes for value in (change.before, change.after))
    return {int(value) for value in values if value and value.isdecimal()}


def act_html(act: ActRow, look: Palette) -> str:
    """Return the line that names an act: what, when, who, and whether it stands."""
    if act.is_horizon:
        return _paragraph(f"<i>{escape(horizon_words(act))}</i>")
    head = "  ·  ".join(filter(None, (when_words(act.at), act.who, state_words(act))))
    return _paragraph(
        f"<b>{escape(act_label(act.act))}</b>"
        f'&nbsp; <span style="color:{look.quiet.name()}">{escape(head)}</span>'
    )


def lines_html(lines: Sequence[Line], look: Palette, most: int) -> list[str]:
    """Return lines as paragraphs, one each, and at most so many."""
    shown = [_line(line, look) for line in lines[:most]]
    if len(lines) > most:
        shown.append(_indented(escape(_tr("and {0} more").format(len(lines) - most))))
    return shown


def _line(line: Line, look: Palette) -> str:
    quiet = look.quiet.name()
    parts = [f'<span style="color:{quiet}">{escape(line.name)}</span>&nbsp; ']
    if line.before:
        parts.append(f'<span style="color:{quiet}"><s>{_kept(line.before)}</s></span> → ')
    parts.append(_kept(line.after) or escape(_tr("nothing")))
    return _indented("".join(parts))


def _kept(text: str) -> str:
    """Return a text whose lines stay in one paragraph."""
    return escape(text).replace("\n", "<br>")


def _paragraph(html: str) -> str:
    return f'<p style="margin-top:10px; margin-bottom:2px">{html}</p>'


def _indented(html: str) -> str:
    return f'<p style="margin:0 0 2px 14px">{html}</p>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
