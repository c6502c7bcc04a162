"""Queries made up by chance: texts full of syntax, and trees as the grammar can read them."""

from collections.abc import Sequence
from itertools import chain

from hypothesis import strategies as st

from db.search.fields import FIELDS, Takes
from db.search.grammar import parse
from db.search.ranges import read_dates
from db.search.tokens import OPERATORS
from db.search.tree import All, Any, Broken, Choice, Cites, Dates, Leaf, Named, Node, Not, Numbers
from db.search.tree import Words as Sought
from db.search.values import value_keys

_PIECES = (
    *'()|"«“„”‟,=*-–.:<>?~/\n\x00',
    *(" ",) * 8,
    *(
        "OR ",
        "AND ",
        "NOT ",
        " ИЛИ ",
        " НЕ ",
        " И ",
        "foo:",
        "http://x",
        "10:30",
        "foo",
        "бар",
        "é",
    ),
    *("type:", "тип:", "type:memorandum", "меморандум,", "country:", "AZ", "has:no-evidence"),
    *(" signed:", "до ", "2021", "2021..", "20 ", "May ", "(мая 2021)", "с 2021", "с 2021..2024"),
    *("tag:", "person:", "title:", "number:", "XXI", "999999", "year:", "9999", "cites:", "A-12"),
)
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=2), max_size=25).map("".join)
"""Texts that somebody might type who leans on the keyboard."""

_bare = st.from_regex(r"[^\W_][\w.’'/&-]{0,6}[^\W_]", fullmatch=True).filter(
    lambda word: word not in OPERATORS
)
_sentences = st.text(max_size=12).filter(lambda text: any(letter.isalnum() for letter in text))
_columns = st.sampled_from(("", "title", "name", "text"))
_words = st.one_of(
    st.builds(Sought, text=_bare, exact=st.booleans(), begins=st.booleans(), column=_columns),
    st.builds(Sought, text=_bare, inside=st.just(True), column=_columns),
    st.builds(
        Sought,
        text=_sentences.map(lambda text: f"a{text}"),
        phrase=st.just(True),
        exact=st.booleans(),
        begins=st.booleans(),
        column=_columns,
    ),
)


def _of(*takes: Takes) -> list[str]:
    return [field.name for field in FIELDS.values() if field.takes in takes]


def _choice(field: str) -> st.SearchStrategy[Choice]:
    keys = st.lists(st.sampled_from(value_keys(field)), min_size=1, max_size=3, unique=True)
    return keys.map(lambda some: Choice(field=field, keys=tuple(sorted(some))))


def _dates(field: str, typed: str) -> Dates:
    found = read_dates(typed)
    return Dates(field=field, earliest=found.earliest, latest=found.latest, text=found.text)


_PAST = ("", "1991", "1999-12", "2000-02-29", "2001?", "2001-21", "May 2001")
_LATER = ("2021", "2022-11~", "2023-40", "2024-12-07", "20 мая 2024", "203X", "")
_ranges = st.tuples(st.sampled_from(_PAST), st.sampled_from(_LATER)).map("..".join)
_dated = st.one_of(
    _ranges.filter(lambda typed: typed != ".."),
    st.sampled_from((*_PAST[1:], "2021/2024", "2021/..", "../2021", "{2021,2023}")),
    st.builds(
        "".join, st.tuples(st.sampled_from(("<", "<=", ">", ">=")), st.sampled_from(_PAST[1:]))
    ),
)


def _numbers(field: str) -> st.SearchStrategy[Numbers]:
    ends = st.lists(st.integers(0, 9_999), min_size=2, max_size=2).map(sorted)
    closed = ends.map(lambda pair: Numbers(field=field, low=pair[0], high=pair[1]))
    opened = ends.map(lambda pair: Numbers(field=field, low=pair[0], high=None))
    return closed | opened | ends.map(lambda pair: Numbers(field=field, low=None, high=pair[1]))


def _broken(text: str) -> Broken:
    read = parse(text)
    assert isinstance(read, Broken)
    return read


_named = st.sampled_from(_of(Takes.NAME))
_leaves: st.SearchStrategy[Leaf] = st.one_of(
    _words,
    st.sampled_from(_of(Takes.CHOICE)).flatmap(_choice),
    st.builds(_dates, st.sampled_from(_of(Takes.DATE)), _dated),
    st.sampled_from(_of(Takes.NUMBER)).flatmap(_numbers),
    st.builds(Named, field=_named, text=_bare, exact=st.booleans(), begins=st.booleans()),
    st.builds(Named, field=_named, text=_sentences, phrase=st.just(True), exact=st.booleans()),
    st.integers(1, 10**7).map(lambda number: Cites(reference=f"A-{number:04}")),
    st.sampled_from(("foo:bar", 'foo:"a b"', "type:xyz", "signed:20", "OR", "tag:", "no:1", "NOT"))
    .map(_broken),
)  # fmt: skip


def _joined(parts: Sequence[Node], join: type[All] | type[Any]) -> Node:
    flat = tuple(chain.from_iterable(p.parts if isinstance(p, join) else (p,) for p in parts))
    return join(parts=flat)


def _larger(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda parts: _joined(parts, All)),
        several.map(lambda parts: _joined(parts, Any)),
        nodes.map(lambda node: node.part if isinstance(node, Not) else Not(part=node)),
    )


trees: st.SearchStrategy[Node] = st.recursive(_leaves, _larger, max_leaves=8)
"""Trees as ``parse`` makes them: nothing nested that could stand flat, no double negation."""
