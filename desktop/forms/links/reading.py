"""What a typed line says: links to be made, read before anything is looked up.

`Mikhail Murashko, Minister of Health, RU, chair` is one link, `Minister of Health, AM, BY, KZ` is
three. Where the current kind of link takes no participant, the whole line is a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.rows.entries import EntryRef
from db.terms import EntryKind, LinkKind
from db.text.cleaning import clean_line
from db.text.countries import find_country
from db.text.names import split_name
from db.text.participant_line import ParticipantLine
from db.text.participant_words import is_body
from desktop.forms.links.name_kinds import guess_kind
from desktop.forms.links.roles import Role, role_by_word
from desktop.forms.links.several_countries import lines_by_country

_NAMED_ROLE = re.compile(r"\s*([^,:;]{2,40}?)\s*:\s+(?=\S)")
_NO_COUNTRY = re.compile(r",\s*[-–—]+\s*(?=$|,)")
_ACRONYM = re.compile(r"\b[A-ZА-ЯЁ]{2,}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One link to be made: its kind, its other end, and what is said of it."""

    role: Role
    name: str = ""
    kind: EntryKind = EntryKind.PERSON
    """What to make where no such entry is there."""
    entry: EntryRef | None = None
    """The entry at the other end, where it is there already."""
    code: str = ""
    """ISO 3166-1 code, where the other end is a country."""
    fresh: bool = False
    """Make a new entry, though one of that name is there."""
    post: str = ""
    acting: bool = False
    country: str = ""
    """ISO 3166-1 code of the country acted for."""
    carried: bool = False
    """Whether that country is the one of the line before."""
    behalf: EntryRef | None = None
    """The body acted for, instead of a country."""
    unnamed: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDefaults:
    """What a line leaves out: the kinds of link there are, the current one, the last country."""

    roles: tuple[Role, ...]
    role: Role
    country: str = ""


def read_line(text: str, defaults: LineDefaults) -> tuple[Reading, ...]:
    """Return the links a line asks for, one for each country it names; none for an empty line."""
    role, line = _leading_role(clean_line(text), defaults)
    bare = _NO_COUNTRY.sub("", line)
    if not any(map(str.isalnum, bare)):
        return ()
    lines = lines_by_country(bare)
    role = _role_in(lines[0], defaults.roles) or role
    if not role.takes_post:
        return (Reading(role=role, name=bare, kind=guess_kind(bare, role.partners)),)
    carried = defaults.country if bare == line else ""
    return tuple(_reading(one, role, carried) for one in lines)


def read_list(text: str, defaults: LineDefaults) -> tuple[Reading, ...]:
    """Return the links of a pasted list; role and country of a line stay for those after it."""
    found: list[Reading] = []
    for line in text.splitlines():
        read = read_line(line.strip().removesuffix(";"), defaults)
        defaults = after(read, defaults)
        found.extend(read)
    return tuple(found)


def after(made: Sequence[Reading], defaults: LineDefaults) -> LineDefaults:
    """Return what the next line may leave out once these links are made."""
    if not made:
        return defaults
    country = made[-1].country if len(made) == 1 else ""
    return replace(defaults, role=made[-1].role, country=country or defaults.country)


def _leading_role(line: str, defaults: LineDefaults) -> tuple[Role, str]:
    """Read "venue: Almazov Centre", by the labels of the kinds of link that fit here."""
    named = _NAMED_ROLE.match(line)
    role = role_by_word(defaults.roles, named[1]) if named else None
    return (role, line[named.end() :]) if named and role else (defaults.role, line)


def _role_in(line: ParticipantLine, roles: tuple[Role, ...]) -> Role | None:
    return next((role for role in roles if role.takes_part and role.kind == line.role), None)


def _reading(line: ParticipantLine, role: Role, carried: str) -> Reading:
    if line.name and line.name == line.country_text:
        return Reading(role=role, name=line.name, kind=EntryKind.PLACE, code=line.country or "")
    name = _in_order(line.name)
    goes_on = bool(name and line.post) and not (line.country or _ACRONYM.search(line.post))
    held = role.kind == LinkKind.HOLDS_POST
    return Reading(
        role=role,
        name=name,
        kind=EntryKind.PERSON if line.post and not held else guess_kind(name, role.partners),
        post=line.post,
        acting=line.acting,
        country=line.country or (carried if goes_on else ""),
        carried=goes_on and bool(carried),
        unnamed=line.unnamed,
        number=line.number,
    )


def _in_order(name: str) -> str:
    """Turn "Murashko, Mikhail" round."""
    if "," not in name or find_country(name) or is_body(name):
        return name
    given, family = split_name(name)
    return f"{given} {family}".strip()
