"""One opening of a form: which entry or new form it shows, and what of it is on its way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from db.terms import EntryKind

_NEW = "new"
_ENTRY = "entry"


@dataclass(slots=True, kw_only=True, eq=False)
class Opening:
    """What one opening knows; answers that come after the form has gone on are told by it."""

    kind: EntryKind
    entry: int | None
    form: str
    """The key of its drafts: ``entry:<id>`` or ``new:<kind>:<uuid>``."""
    visit: str
    shown: dict[str, str] = field(default_factory=dict[str, str])
    """The stored value of each field as the form last learned it."""
    under_way: dict[str, str] = field(default_factory=dict[str, str])
    """Values handed to the writer and not answered yet."""
    waiting: dict[str, str] = field(default_factory=dict[str, str])
    """Later values of the same fields."""
    creating: bool = False


def of_entry(kind: EntryKind, entry: int, shown: Mapping[str, str], visit: str = "") -> Opening:
    """Begin an opening of an entry."""
    return Opening(
        kind=kind,
        entry=entry,
        form=form_of_entry(entry),
        visit=visit or uuid4().hex,
        shown=dict(shown),
    )


def of_new(kind: EntryKind, form: str = "", visit: str = "") -> Opening:
    """Begin an opening of a form that is no entry yet."""
    return Opening(
        kind=kind,
        entry=None,
        form=form or f"{_NEW}:{kind}:{uuid4()}",
        visit=visit or uuid4().hex,
    )


def form_of_entry(entry: int) -> str:
    """Return the key of an entry's drafts."""
    return f"{_ENTRY}:{entry}"


def entry_of_form(form: str) -> int | None:
    """Return the entry whose drafts stand under a key; None for a new form's."""
    word, _colon, number = form.partition(":")
    return int(number) if word == _ENTRY and number.isdecimal() else None


def kind_of_form(form: str) -> EntryKind | None:
    """Return the kind of a new form by the key of its drafts; None for another key."""
    word, _colon, rest = form.partition(":")
    kind = rest.partition(":")[0]
    return EntryKind(kind) if word == _NEW and kind in set(EntryKind) else None
