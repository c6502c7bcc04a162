"""The first rows of a list are the first of all, by whatever way they are found."""

from collections.abc import Mapping

import pytest
from sqlalchemy.orm import Session

from db.queries import asking, first
from db.queries.lists import first_rows, list_ids
from db.rows.lists import ListSpec
from db.search.fields import FIELDS
from db.search.sql import leading, words
from db.search.sql.bound import Matching, Naming
from db.search.sql.dates import begins_within, latest_listed
from db.search.tree import Dates
from db.terms import EntryKind, StageKind

_SIZE = 7
_QUERIES = (
    *(example for field in FIELDS.values() for example in field.examples),
    *("health", "heal", "health ", "co", "-health", '"of health"', "health OR протокол", "nowhere"),
    *("health country:AZ", "health published:2019..", "health -tag:health", "country:AZ -протокол"),
    *("published:..2021", "published:2021 country:AZ", "held:2019..2023", "held:2021 -health"),
    *(
        "signed:2021..2022",
        "signed:2021 OR health",
        "-published:2021",
        "born:1960.. person:o'brien",
    ),
)
_WAYS: Mapping[str, Mapping[tuple[object, str], object]] = {
    "in one window": {},
    "in many windows": {(first, "LOOK"): 4, (first, "MOST"): 34},
    "asking each row": {
        (first, "LOOK"): 9,
        (first, "MOST"): 69,
        (words, "SAMPLE"): 1,
        (asking, "_PROBE"): 0,
    },
    "gathering words": {
        (first, "LOOK"): 9,
        (first, "MOST"): 69,
        (words, "SAMPLE"): 2,
        (asking, "RARE"): 0,
    },
    "by a part that is gathered": {(first, "LOOK"): 2, (first, "MOST"): 3, (leading, "FEW"): 0},
    "by all that is gathered": {
        (first, "LOOK"): 2,
        (first, "MOST"): 3,
        (leading, "FEW"): 0,
        (leading, "_SOON"): 0,
        (words, "SAMPLE"): 1,
    },
}


@pytest.mark.parametrize("way", _WAYS)
def test_the_first_rows_are_the_first_of_all(
    rich: Session, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for (module, name), value in _WAYS[way].items():
        monkeypatch.setattr(module, name, value)
    for query in _QUERIES:
        for kind, sort, descending in (
            (None, "date", True),
            (EntryKind.SOURCE, "date", True),
            (EntryKind.AGREEMENT, "date", False),
            (None, "title", False),
        ):
            spec = ListSpec(kind=kind, query=query, sort=sort, descending=descending)
            every = list_ids(rich, spec)
            found = first_rows(rich, spec, size=_SIZE)
            assert found.ids == every[:_SIZE], spec
            assert found.complete == (len(every) < _SIZE), spec


def test_nothing_that_a_date_asks_for_is_sorted_later_than_is_told(rich: Session) -> None:
    for field in ("published", "held"):
        for day in ("1999-12-31", "2019-06-30", "2021-12-31", "2024-01-01"):
            until = latest_listed(rich, Dates(field=field, text="", earliest=None, latest=day))
            assert until is not None
            assert until >= day
            spec = ListSpec(query=f"{field}:..{day} has:date", sort="date", descending=True)
            newest = list_ids(rich, spec)[:1]
            later = ListSpec(query=f"year:{int(until[:4]) + 1}..", sort="date")
            assert not set(newest) & set(list_ids(rich, later))
    assert (
        latest_listed(rich, Dates(field="signed", text="", earliest=None, latest="2021-12-31"))
        is None
    )
    assert (
        latest_listed(rich, Dates(field="held", text="", earliest="2021-01-01", latest=None))
        is None
    )


def test_a_glimpse_shows_only_what_a_date_lets_through(rich: Session) -> None:
    for field in ("published", "held", *StageKind):
        asked = Dates(field=field, text="", earliest="2019-01-01", latest="2022-12-31")
        glimpse = begins_within(asked)
        assert glimpse is not None
        begun = set(rich.execute(glimpse).scalars())
        for trashed in (False, True):
            spec = ListSpec(query=f"{field}:2019..2022", trashed=trashed)
            begun -= set(list_ids(rich, spec))
        assert begun == set(), field
    assert begins_within(Dates(field="born", text="", earliest=None, latest=None)) is None


def test_the_few_ids_that_lead_are_those_the_part_lets_through(rich: Session) -> None:
    for query in ("body:ministry", "place:baku", "person:murashko", "health"):
        asked = asking.ask(rich, ListSpec(query=query))
        assert isinstance(asked.bound.tree, Naming | Matching)
        led = leading.leading_ids(rich, asked.bound, asked.words)
        assert led is not None
        every = {
            one
            for trashed in (False, True)
            for one in list_ids(rich, ListSpec(query=query, trashed=trashed))
        }
        assert set(led[0]) == every, query
