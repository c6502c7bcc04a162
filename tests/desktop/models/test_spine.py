from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.spine import (
    MANY_STEPS,
    SMALL,
    Mending,
    Spine,
    rows_by_id,
    runs_of,
    steps_between,
)

spines = st.lists(st.integers(1, 40), unique=True).map(lambda ids: array("q", ids))


def walked(old: "array[int]", new: "array[int]") -> "array[int] | None":
    """Walk the steps as a model does."""
    steps, ids = steps_between(old, new), old[:]
    if steps is None:
        return None
    for run in steps.removals:
        del ids[run.start : run.stop]
    for run in steps.insertions:
        ids[run.start : run.start] = new[run.start : run.stop]
    return ids


@given(spines, spines)
def test_the_steps_lead_from_a_spine_to_any_other_unless_what_stays_is_in_another_order(
    old: "array[int]", new: "array[int]"
) -> None:
    kept = [entry for entry in old if entry in new]
    same_order = kept == [entry for entry in new if entry in old]
    assert walked(old, new) == (new if same_order else None)


def test_nothing_is_done_where_nothing_differs() -> None:
    steps = steps_between(array("q", [3, 1, 2]), array("q", [3, 1, 2]))
    assert steps is not None
    assert (steps.removals, steps.insertions) == ((), ())


def test_rows_in_a_run_are_one_step_and_the_last_run_goes_first() -> None:
    steps = steps_between(array("q", [1, 2, 3, 4, 5, 6]), array("q", [3, 7, 8, 6]))
    assert steps is not None
    assert steps.removals == (range(3, 5), range(2))
    assert steps.insertions == (range(1, 3),)


def test_scattered_differences_are_many_steps() -> None:
    every_second = array("q", range(1, 4 * MANY_STEPS, 2))
    steps = steps_between(array("q", range(1, 4 * MANY_STEPS)), every_second)
    assert steps is not None
    assert steps.are_many


def test_long_spines_are_not_compared_one_by_one() -> None:
    assert steps_between(array("q", range(SMALL + 1)), array("q", range(1, SMALL + 1))) is None


def test_runs_have_no_gaps() -> None:
    assert runs_of([1, 2, 3, 7, 9, 10]) == [range(1, 4), range(7, 8), range(9, 11)]


@st.composite
def mended(draw: st.DrawFn) -> tuple[list[int], list[tuple[str, int, int]]]:
    ids = draw(st.lists(st.integers(1, 60), unique=True, max_size=30))
    acts = st.tuples(st.sampled_from(["insert", "remove"]), st.integers(0, 40), st.integers(1, 90))
    return ids, draw(st.lists(acts, max_size=25))


@pytest.mark.parametrize("long", [False, True])
@given(case=mended())
def test_a_spine_that_was_mended_finds_every_row(
    case: tuple[list[int], list[tuple[str, int, int]]], long: bool
) -> None:
    ids, acts = case
    model, start = ids[:], array("q", ids)
    spine = Spine(start, rows_by_id(start) if long and ids else array("i"))
    for act, row, entry in acts:
        if act == "insert" and entry not in model:
            at = min(row, len(model))
            model.insert(at, entry)
            spine.insert(at, (entry,))
        elif act == "remove" and row < len(model):
            del model[row]
            spine.remove(range(row, row + 1))
    assert list(spine.ids) == model
    for entry in range(1, 95):
        assert spine.row_of(entry) == (model.index(entry) if entry in model else -1)
    assert (spine.row_of(0), spine.row_of(10**9)) == (-1, -1)
    for asked in (range(1, 6), range(1, 95)):  # few, and many
        assert spine.rows_of(asked) == [row for row, entry in enumerate(model) if entry in asked]


def test_a_run_of_rows_is_taken_out_and_put_in_at_once() -> None:
    spine = Spine.built(array("q", range(1, SMALL + 100)))
    spine.remove(range(10, 20))
    spine.insert(5, (11, 12, 13))
    assert [spine.row_of(entry) for entry in (5, 11, 13, 14, 21)] == [4, 5, 7, -1, 13]
    assert [spine.id_at(row) for row in (-1, 5, 13, len(spine))] == [0, 11, 21, 0]


def test_few_ids_out_of_very_many_are_found_too() -> None:
    ids = array("q", range(1, (SMALL + 1) * 50, 50))
    spine = Spine.built(ids)
    assert [spine.row_of(entry) for entry in (1, 51, 52, ids[-1])] == [0, 1, -1, len(ids) - 1]


def test_a_long_spine_is_no_longer_built_when_nobody_waits() -> None:
    class OvertakenError(Exception):
        pass

    def check() -> None:
        raise OvertakenError

    with pytest.raises(OvertakenError):
        Spine.built(array("q", range(1, SMALL + 2)), check)


@given(
    spine=spines,
    without=st.sets(st.integers(0, 39), max_size=6),
    added=st.lists(st.tuples(st.integers(0, 45), st.integers(100, 150)), max_size=6),
)
def test_a_mending_reads_as_the_list_it_stands_for(
    spine: "array[int]", without: set[int], added: list[tuple[int, int]]
) -> None:
    gone = sorted(row for row in without if row < len(spine))
    model = [entry for row, entry in enumerate(spine) if row not in gone]
    mending = Mending(spine, gone)
    for row, entry in added:
        at = min(row, len(model))
        model.insert(at, entry)
        mending.add(at, entry)
    assert [mending[row] for row in range(len(mending))] == model
    assert all(model[row] == entry for row, entry in mending.added())
    with pytest.raises(IndexError):
        mending[len(model)]
