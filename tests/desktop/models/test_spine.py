from array import array

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.spine import MANY_STEPS, runs_of, steps_between

spines = st.lists(st.integers(1, 40), unique=True).map(lambda ids: array("q", ids))


def walked(old: "array[int]", new: "array[int]") -> "array[int]":
    """Walk the steps as a model does."""
    steps, ids = steps_between(old, new), old[:]
    for run in steps.removals:
        del ids[run.start : run.stop]
    if steps.order is not None:
        assert sorted(ids) == sorted(steps.order)
        ids = steps.order[:]
    for run in steps.insertions:
        ids[run.start : run.start] = new[run.start : run.stop]
    return ids


@given(spines, spines)
def test_the_steps_lead_from_any_spine_to_any_other(old: "array[int]", new: "array[int]") -> None:
    assert walked(old, new) == new


def test_nothing_is_done_where_nothing_differs() -> None:
    steps = steps_between(array("q", [3, 1, 2]), array("q", [3, 1, 2]))
    assert (steps.removals, steps.order, steps.insertions) == ((), None, ())


def test_rows_in_a_run_are_one_step_and_the_last_run_goes_first() -> None:
    steps = steps_between(array("q", [1, 2, 3, 4, 5, 6]), array("q", [3, 7, 8, 6]))
    assert steps.removals == (range(3, 5), range(2))
    assert steps.insertions == (range(1, 3),)


def test_a_list_without_anything_in_common_with_the_last_is_still_few_steps() -> None:
    old, new = array("q", range(1, 500)), array("q", range(500, 900))
    assert not steps_between(old, new).are_many


def test_scattered_differences_are_many_steps() -> None:
    every_second = array("q", range(1, 4 * MANY_STEPS, 2))
    assert steps_between(array("q", range(1, 4 * MANY_STEPS)), every_second).are_many


def test_runs_have_no_gaps() -> None:
    assert runs_of([1, 2, 3, 7, 9, 10]) == [range(1, 4), range(7, 8), range(9, 11)]
