"""Texts with their findings written in: ``{P:Ann Roe|Minister of Trade|FR}`` is a person.

Kinds: P person (name, post, country), U unnamed holder of a post (post, country), B body (words,
kind), G a generic body ("the Commission"), C country (words, code), A its adjective, T city
(words, nominative, code), D date (words, EDTF). What stands in the text is the first part, or for a
person post and name, post first.
"""

import re
from dataclasses import replace

from db.terms import Presence
from desktop.reading.findings import (
    Findings,
    Found,
    FoundBody,
    FoundCity,
    FoundCountry,
    FoundDate,
    FoundMeeting,
    FoundPerson,
)
from desktop.reading.layout import lay_out
from desktop.reading.meetings import find_meetings
from desktop.reading.page import Page

_MARKED = re.compile(r"\{(\w):([^{}]*)\}")


def read(marked: str) -> tuple[Page, Findings]:
    """Return the page of a marked text and what is marked in it."""
    text, found = "", list[Found]()
    end = 0
    for sign in _MARKED.finditer(marked):
        text += marked[end : sign.start()]
        words, finding = _finding(sign[1], sign[2].split("|"), len(text))
        text += words
        found.append(finding)
        end = sign.end()
    text += marked[end:]
    return lay_out(text), _sorted(found)


def meetings(marked: str) -> tuple[FoundMeeting, ...]:
    """Return the meetings found in a marked text."""
    page, found = read(marked)
    return find_meetings(page, found)


def with_meetings(marked: str) -> tuple[Page, Findings]:
    """Return the page of a marked text, what is marked in it, and the meetings found."""
    page, found = read(marked)
    return page, replace(found, meetings=find_meetings(page, found))


def _sorted(found: list[Found]) -> Findings:
    return Findings(
        people=tuple(f for f in found if isinstance(f, FoundPerson)),
        bodies=tuple(f for f in found if isinstance(f, FoundBody)),
        countries=tuple(f for f in found if isinstance(f, FoundCountry)),
        cities=tuple(f for f in found if isinstance(f, FoundCity)),
        dates=tuple(f for f in found if isinstance(f, FoundDate)),
    )


def _finding(kind: str, parts: list[str], start: int) -> tuple[str, Found]:
    words, second, third = (*parts, "", "")[:3]
    end = start + len(words)
    if kind == "P":
        return _person(words, second, third, start)
    if kind == "U":
        return words, FoundPerson(
            start=start, end=end, rule="marked", post=words, post_start=start, post_end=end,
            country=second, presence=Presence.UNNAMED,
        )  # fmt: skip
    if kind in "BG":
        body = FoundBody(
            start=start, end=end, rule="marked", name=words, kind=second or "commission",
            generic=kind == "G",
        )  # fmt: skip
        return words, body
    if kind in "CA":
        form = "name" if kind == "C" else "adjective"
        return words, FoundCountry(start=start, end=end, rule="marked", code=second, form=form)
    if kind == "T":
        name = second or words
        return words, FoundCity(start=start, end=end, rule="marked", name=name, code=third)
    return words, FoundDate(start=start, end=end, rule="marked", edtf=second)


def _person(name: str, post: str, country: str, start: int) -> tuple[str, FoundPerson]:
    words = f"{post} {name}" if post else name
    at = start + len(words) - len(name)
    person = FoundPerson(
        start=at, end=start + len(words), rule="marked", name=name, post=post, country=country,
        post_start=start if post else -1, post_end=start + len(post) if post else -1,
    )  # fmt: skip
    return words, person
