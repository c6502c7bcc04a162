"""What is selected: single entries, or all of a list but a few, batch by batch."""

from itertools import chain

import pytest

from db.catalogue import Catalogue
from db.errors import Interrupted
from db.interruption import Interruption
from db.queries.chosen import batches_of, chosen_count, chosen_ids
from db.queries.listing_stream import stream_lines
from db.queries.lists import list_ids
from db.rows.lists import Chosen, ListSpec
from db.terms import EntryKind
from tests.factories import make_entry

AGREEMENTS = ListSpec(kind=EntryKind.AGREEMENT)


@pytest.fixture
def entries(catalogue: Catalogue) -> list[int]:
    titles = ("Accord on rail", "Compact on ports", "Bargain on rail", "Deed on roads")
    return [make_entry(catalogue, EntryKind.AGREEMENT, title) for title in titles]


def test_single_entries_stay_in_their_order(catalogue: Catalogue, entries: list[int]) -> None:
    chosen = Chosen(ids=(entries[2], entries[0]))
    with catalogue.read() as session:
        assert list(chosen_ids(session, chosen)) == [entries[2], entries[0]]
        assert chosen_count(session, chosen) == 2


def test_a_whole_list_comes_in_its_order_without_what_was_taken_out(
    catalogue: Catalogue, entries: list[int]
) -> None:
    first, second, third, fourth = entries
    chosen = Chosen(all_of=AGREEMENTS, ids=(second,))
    with catalogue.read() as session:
        assert list(chosen_ids(session, chosen)) == [first, third, fourth]
        assert chosen_count(session, chosen) == 3


def test_what_was_taken_out_and_is_listed_no_more_is_not_counted_twice(
    catalogue: Catalogue, entries: list[int]
) -> None:
    spec = ListSpec(kind=EntryKind.AGREEMENT, query="rail ")
    with catalogue.read() as session:
        assert chosen_count(session, Chosen(all_of=spec, ids=(entries[1],))) == 2
        assert chosen_count(session, Chosen(all_of=spec, ids=(entries[0],))) == 1


@pytest.mark.parametrize("size", [1, 3, 4, 500])
def test_batches_hold_all_once_and_none_is_too_large(
    catalogue: Catalogue, entries: list[int], size: int
) -> None:
    with catalogue.read() as session:
        batches = list(batches_of(session, Chosen(all_of=AGREEMENTS), size))
        assert list(chain.from_iterable(batches)) == list(list_ids(session, AGREEMENTS))
    assert all(0 < len(batch) <= size for batch in batches)


def test_lines_stream_in_the_order_of_the_list(catalogue: Catalogue, entries: list[int]) -> None:
    with catalogue.read() as session:
        batches = list(stream_lines(session, Chosen(all_of=AGREEMENTS), size=3))
    assert [len(batch) for batch in batches] == [3, 1]
    titles = [line.title for line in chain.from_iterable(batches)]
    assert titles == sorted(titles)


def test_a_stream_ends_where_nobody_waits_for_it_any_more(
    catalogue: Catalogue, entries: list[int]
) -> None:
    interruption = Interruption()

    def read_on() -> None:
        with catalogue.read(interruption) as session:
            for _batch in stream_lines(session, Chosen(all_of=AGREEMENTS), size=1):
                interruption.interrupt()

    with pytest.raises(Interrupted):
        read_on()
