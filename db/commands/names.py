"""Further forms of an entry's name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.commands.entries import get_entry
from db.errors import Refused
from db.models import Name
from db.terms import NameKind
from db.text.cleaning import clean_line
from db.text.scripts import language_of, script_of


def add_name(
    session: Session, *, entry_id: int, text: str, kind: NameKind, language: str = ""
) -> int:
    """Add a form of an entry's name; language and script are told from its letters if not given.

    Raises:
        Refused: ``name_empty``, ``name_exists``, ``entry_missing``.
    """
    get_entry(session, entry_id)
    line = _line(text)
    _refuse_double(session, entry_id, line, kind)
    name = Name(
        entry_id=entry_id,
        text=line,
        kind=kind,
        language=language or language_of(line),
        script=script_of(line),
    )
    session.add(name)
    session.flush()
    return name.id


def change_name(
    session: Session, *, name_id: int, text: str, kind: NameKind, language: str = ""
) -> None:
    """Change a form of an entry's name."""
    name = _get(session, name_id)
    line = _line(text)
    if (line, kind) != (name.text, name.kind):
        _refuse_double(session, name.entry_id, line, kind)
    name.text, name.kind = line, kind
    name.language, name.script = language or language_of(line), script_of(line)


def remove_name(session: Session, *, name_id: int) -> None:
    """Remove a form of an entry's name, and the evidence for it."""
    session.delete(_get(session, name_id))


def _get(session: Session, name_id: int) -> Name:
    name = session.get(Name, name_id)
    if name is None:
        raise Refused("name_missing")
    return name


def _line(text: str) -> str:
    line = clean_line(text)
    if not line:
        raise Refused("name_empty")
    return line


def _refuse_double(session: Session, entry_id: int, text: str, kind: NameKind) -> None:
    same = select(Name.id).where(Name.entry_id == entry_id, Name.text == text, Name.kind == kind)
    if session.execute(same).first() is not None:
        raise Refused("name_exists", name=text)
