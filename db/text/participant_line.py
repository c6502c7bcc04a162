"""One line about a participant, read into name, post, country and role.

`Mikhail Murashko, Minister of Health, RU, chair` and its Russian like. Nothing is guessed beyond
the line: what is not recognised stays in the post, as written.
"""

import re
from dataclasses import dataclass

from .cleaning import clean_line
from .countries import find_country
from .participant_words import is_acting, is_body, is_post, leading_role, role_of, without_acting


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantLine:
    """A participant as a line has them.

    `post` is as written, `office` the same without "Acting"; `country` is ISO 3166-1 alpha-2 and
    `country_text` the words it was read from; `role` is a link kind or None. `unnamed` is a holder
    of a post, or a group of `number` people, without a name.
    """

    name: str = ""
    post: str = ""
    office: str = ""
    acting: bool = False
    country: str | None = None
    country_text: str = ""
    role: str | None = None
    unnamed: bool = False
    number: int | None = None


_BULLET = re.compile(r"^(?:\s*[^\w\s\"'«“„‘(\[]++(?=\s)|\s*\d{1,3}[.)](?=\s))*\s*")
_DASH = re.compile(r"\s+[–—-]\s+")
_BRACKETS = re.compile(r" ?\(([^()]{1,200})\)")
_PIECE = re.compile(
    r"«[^»]{0,300}»|“[^”]{0,300}”|„[^“]{0,300}“|\"[^\"]{0,300}\"|\([^()]{0,300}\)|.", re.DOTALL
)
_LEADING_NUMBER = re.compile(r"(\d{1,6})\s+(?=[^\W\d_])")
_GROUP_OF = re.compile(r"\b(?:of|из)\s+(\d{1,6})\b")
_OWNER = re.compile(r"(\w[\w\s-]*)['’]s?\s")
_OF = re.compile(r"\b(?:of|for|to|in)\s+", re.IGNORECASE)
_WORDS_OF_A_COUNTRY = 4


def parse_participant_line(line: str) -> ParticipantLine:
    """Return what a line says of a participant: name, post, country and role, in that order.

    Country and role may stand in either order or in brackets, a country also first and a role in
    front ("signed by …", "Chair: …").
    Never fails: a line that is not understood is a name.
    """
    role, rest = leading_role(_BULLET.sub("", clean_line(line), count=1))
    parts = _split(_DASH.sub(", ", _open_brackets(rest), count=1), ",")
    country_text = ""
    while parts:
        if role is None and len(parts) > 1 and role_of(parts[-1]):
            role = role_of(parts.pop())
        elif not country_text and find_country(parts[-1]):
            country_text = parts.pop()
        else:
            break
    if len(parts) > 1 and not country_text and find_country(parts[0]):
        country_text = parts.pop(0)
    if not parts:
        country = find_country(country_text)
        return ParticipantLine(
            name=country_text, country=country, country_text=country_text, role=role
        )
    return _read(parts, country_text, role)


def parse_participant_list(text: str) -> list[ParticipantLine]:
    """Return the participants of a pasted list, one a line or parted by semicolons.

    Bullets and numbers in front are dropped, empty lines passed over.
    """
    entries = (entry for line in text.splitlines() for entry in _split(line, ";"))
    return [parse_participant_line(entry) for entry in entries if any(map(str.isalnum, entry))]


def _read(parts: list[str], country_text: str, role: str | None) -> ParticipantLine:
    counted = _LEADING_NUMBER.match(parts[0])
    unnamed = bool(counted) or is_post(parts[0])
    if unnamed:
        name, post = "", ", ".join(parts)[counted.end() if counted else 0 :]
        group = counted or _GROUP_OF.search(post)
    else:
        names = _parts_of_name(parts)
        name, post, group = ", ".join(parts[:names]), ", ".join(parts[names:]), None
    country_text = country_text or _country_in(post)
    return ParticipantLine(
        name=name,
        post=post,
        office=without_acting(post),
        acting=is_acting(post),
        country=find_country(country_text),
        country_text=country_text,
        role=role,
        unnamed=unnamed,
        number=int(group[1]) if group else None,
    )


def _parts_of_name(parts: list[str]) -> int:
    """Count the parts that make up the name.

    The name of a body may hold commas: "Ministry of Transport, Communications and Energy".
    """
    if is_body(parts[0]):
        return next((at for at, part in enumerate(parts) if at and is_post(part)), len(parts))
    return 2 if _family_first(parts) else 1


def _family_first(parts: list[str]) -> bool:
    """Recognise "Murashko, Mikhail, Minister of Health": two single words before the post."""
    return (
        len(parts) > 2
        and all(re.fullmatch(r"[^\W\d_][\w'’-]+", part) and part[0].isupper() for part in parts[:2])
        and not is_post(parts[1])
        and is_post(parts[2])
    )


def _country_in(post: str) -> str:
    """Find the country a post names itself: its last words, or an owner in front."""
    owner = _OWNER.match(post)
    if owner and find_country(owner[1]):
        return owner[1]
    tails = [post[found.end() :] for found in _OF.finditer(post)]
    words = post.split()
    if re.search("[а-яё]", post, re.IGNORECASE):
        tails += [" ".join(words[-count:]) for count in range(_WORDS_OF_A_COUNTRY, 0, -1)]
    return next((tail for tail in tails if len(tail) > 1 and find_country(tail)), "")


def _open_brackets(line: str) -> str:
    """Turn a bracketed post into a part of the line, and move a country or role to its end."""
    tail: list[str] = []

    def opened(found: re.Match[str]) -> str:
        parts = _split(found[1], ",")
        if all(find_country(part) or role_of(part) for part in parts):
            tail.extend(parts)
            return ""
        return f", {found[1]}" if is_post(parts[0]) else found[0]

    return ", ".join([_BRACKETS.sub(opened, line), *tail])


def _split(text: str, sign: str) -> list[str]:
    """Part a text at a sign, but not inside quotes or brackets; empty parts are dropped."""
    parts = [""]
    for piece in _PIECE.findall(text):
        if piece == sign:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts if part.strip()]
