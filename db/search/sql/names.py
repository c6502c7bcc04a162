"""Names: whether a name holds the words asked for, in either script, and where to look for it."""

import json
from functools import lru_cache

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from db.search.fields import REFERENCE
from db.search.sql.tables import entry, full_text, name
from db.search.sql.words import matches
from db.search.tree import Named
from db.search.words import Match, kind_sign
from db.terms import EntryKind
from db.text.folding import fold, words
from db.text.scripts import search_forms, transliterate

Tokens = tuple[str, ...]


def tokens(text: str) -> Tokens:
    """Return the folded words of a name; unlike in a text, an apostrophe parts them.

    So does the full-text index, and "Brien" then finds O'Brien.
    """
    return tuple(part for word in words(text) for part in word.split("'") if part)


def holds(asked: Named, name_text: str) -> bool:
    """Tell whether a name holds what is asked: all words, or the phrase, or is exactly this."""
    if asked.exact:
        return fold(name_text) == fold(asked.text)
    if _is_phrase(asked):
        wanted = _spellings(asked.text)
        # as it is written first: to romanise a name takes five times as long
        return any(
            _in_order(one, given, begins=asked.begins)
            for read in (tokens, _romanised)
            for given in (read(name_text),)
            for one in wanted
        )
    forms = _all_forms(name_text)
    spelt = _spellings(asked.text)
    return any(
        _among(wanted, given, begins=asked.begins and wanted in spelt)
        for wanted in _all_forms(asked.text)
        for given in forms
    )


def _is_phrase(asked: Named) -> bool:
    """Tell whether the order of words is asked for; a single word in quotes has none."""
    return asked.phrase and len(tokens(asked.text)) > 1


@lru_cache(maxsize=256)
def _spellings(text: str) -> tuple[Tokens, ...]:
    """Return the words of a name as written and romanised, in order."""
    return tuple(dict.fromkeys((tokens(text), _romanised(text))))


def _romanised(text: str) -> Tokens:
    return tokens(transliterate(text))


@lru_cache(maxsize=4096)
def _all_forms(text: str) -> tuple[Tokens, ...]:
    """Return the words of a name as written, romanised and as they sound, without repeats."""
    found = (tokens(form) for form in search_forms(text))
    return tuple(form for form in dict.fromkeys(found) if form)


def _among(wanted: Tokens, given: Tokens, *, begins: bool) -> bool:
    *whole, last = wanted
    if not set(whole) <= set(given):
        return False
    return any(word.startswith(last) for word in given) if begins else last in given


def _in_order(wanted: Tokens, given: Tokens, *, begins: bool) -> bool:
    size = len(wanted)
    return any(
        given[at : at + size - 1] == wanted[:-1]
        and (
            given[at + size - 1].startswith(wanted[-1])
            if begins
            else given[at + size - 1] == wanted[-1]
        )
        for at in range(len(given) - size + 1)
    )


def match_of_names(asked: Named, kind: EntryKind) -> Match:
    """Return the expression over name forms that finds all of a kind who may bear such a name."""
    if asked.exact:
        found = [_phrase(tokens(asked.text))]
    elif _is_phrase(asked):
        found = [_phrase(form, begins=asked.begins) for form in _spellings(asked.text) if form]
    else:
        spelt = _spellings(asked.text)
        found = [
            _all_of(form, begins=asked.begins and form in spelt) for form in _all_forms(asked.text)
        ]
    either = " OR ".join(f"({one})" for one in dict.fromkeys(found))
    return Match("name_forms", f'"{kind_sign(kind)}" AND ({either})')


def _phrase(form: Tokens, *, begins: bool = False) -> str:
    return f'"{" ".join(form)}"{"*" if begins else ""}'


def _all_of(form: Tokens, *, begins: bool) -> str:
    *whole, last = (f'"{word}"' for word in form)
    return " AND ".join((*whole, last + "*" if begins else last))


def ids_named(session: Session, asked: Named, kind: EntryKind) -> str:
    """Return the entries of a kind that bear such a name, as a JSON array of their ids.

    A reference names the one entry that has it: many bodies are called "Ministry of Health".
    """
    referred = _referred(session, asked, kind)
    if referred is not None:
        return json.dumps([referred])
    forms = full_text["name_forms"]
    found = select(forms.c.rowid).where(matches(match_of_names(asked, kind)))
    if _is_decided_by_the_index(asked):
        return json.dumps(list(session.execute(found).scalars()))
    names = union_all(
        select(entry.c.id, entry.c.title).where(entry.c.id.in_(found)),
        select(name.c.entry_id, name.c.text).where(name.c.entry_id.in_(found)),
    )
    return json.dumps(sorted({one for one, text in session.execute(names) if holds(asked, text)}))


def _referred(session: Session, asked: Named, kind: EntryKind) -> int | None:
    reference = asked.text.upper()
    if asked.exact or asked.phrase or not REFERENCE.fullmatch(reference):
        return None
    same = (entry.c.reference == reference, entry.c.kind == kind)
    return session.execute(select(entry.c.id).where(*same)).scalar()


def _is_decided_by_the_index(asked: Named) -> bool:
    """Tell whether one word is asked for: what holds it then needs no second look."""
    return not asked.exact and all(len(form) == 1 for form in _all_forms(asked.text))
