"""After any edits, a list that was mended row by row is the list that would be read anew."""

from array import array
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.act import Act
from db.catalogue import Catalogue
from db.commands.stages import StageSpec, add_stage
from db.queries.lists import list_ids
from db.rows.lists import ListSpec
from db.terms import EntryKind, ReviewState, StageKind
from desktop.acts import entries as acts
from desktop.models.entry_reads import Mended, read_mended
from desktop.models.spine import Spine
from tests.desktop.models.entries import agreements

SPECS = [
    ListSpec(kind=EntryKind.AGREEMENT),
    ListSpec(kind=EntryKind.AGREEMENT, descending=True),
    ListSpec(kind=EntryKind.AGREEMENT, sort="date"),
    ListSpec(kind=EntryKind.AGREEMENT, sort="date", descending=True),
    ListSpec(kind=EntryKind.AGREEMENT, sort="state"),
    ListSpec(kind=EntryKind.AGREEMENT, sort="review", descending=True),
    ListSpec(kind=EntryKind.AGREEMENT, sort="changed", descending=True),
    ListSpec(kind=EntryKind.AGREEMENT, sort="reference"),
    ListSpec(kind=EntryKind.AGREEMENT, query="alp* OR signed:2021.."),
    ListSpec(sort="gaps", descending=True),
    ListSpec(trashed=True),
    ListSpec(kind=EntryKind.PERSON),
]
TITLES = ["Alpha", "Beta", "Beta", "Gamma", "Zeta", "Alphabet"]

ENTRIES = st.integers(1, 8)
NAMED = st.sampled_from(TITLES)


def create(kind: EntryKind, title: str) -> Act[Any]:
    return acts.create_entry(kind, {"title": title})


def rename(entry: int, title: str) -> Act[Any]:
    return acts.set_field(entry, "title", title, shown=None)


def review(entry: int, state: ReviewState) -> Act[Any]:
    return acts.set_review((entry,), state)


def stage(entry: int, kind: StageKind, date: str) -> Act[Any]:
    spec = StageSpec(kind=kind, date=date)
    return Act(key="stage.add", run=lambda s: add_stage(s, agreement_id=entry, spec=spec))


def move(entry: int, *, back: bool) -> Act[Any]:
    return acts.restore((entry,)) if back else acts.trash((entry,))


EDITS: st.SearchStrategy[Act[Any]] = st.one_of(
    st.builds(create, st.sampled_from([EntryKind.AGREEMENT, EntryKind.PERSON]), NAMED),
    st.builds(rename, ENTRIES, NAMED),
    st.builds(review, ENTRIES, st.sampled_from(ReviewState)),
    st.builds(move, ENTRIES, back=st.booleans()),
    st.builds(
        stage,
        ENTRIES,
        st.sampled_from([StageKind.SIGNED, StageKind.INITIALLED]),
        st.sampled_from(["2020", "2021-05-20", "2023?", ""]),
    ),
)


def apply(spine: Spine, mended: Mended) -> None:
    """Do what a model does with the answer."""
    for run in mended.removals:
        spine.remove(run)
    for row, entry in mended.insertions:
        spine.insert(row, (entry,))


def mend_all(
    catalogue: Catalogue, spines: dict[ListSpec, Spine], act: Callable[[], frozenset[int]]
) -> None:
    touched = act()
    with catalogue.read() as session:
        for spec, spine in spines.items():
            apply(spine, read_mended(session, spec, spine, touched, frozenset()))
            assert spine.ids == list_ids(session, spec), spec


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rounds=st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_mending_is_reading_anew(catalogue: Catalogue, rounds: list[list[Act[Any]]]) -> None:
    with catalogue.read() as session:
        ids = {spec: list_ids(session, spec) for spec in SPECS}
    if not ids[SPECS[0]]:
        agreements(catalogue, *TITLES, "Delta", "Epsilon")
        with catalogue.read() as session:
            ids = {spec: list_ids(session, spec) for spec in SPECS}
    spines = {spec: Spine.built(array("q", found)) for spec, found in ids.items()}
    for together in rounds:  # several acts may be mended at once

        def act(together: list[Act[Any]] = together) -> frozenset[int]:
            changes = [catalogue.write(one).change for one in together]
            return frozenset[int]().union(*(change.entries | change.removed for change in changes))

        mend_all(catalogue, spines, act)


def test_an_edit_that_moves_nothing_moves_no_row(catalogue: Catalogue) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    spec = ListSpec(kind=EntryKind.AGREEMENT)
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, spec))
        mended = read_mended(session, spec, spine, frozenset((first, second)), frozenset((first,)))
    assert (mended.removals, mended.insertions) == ((), ())
    assert [line.title for line in mended.page.lines] == ["Alpha"]


@pytest.mark.parametrize("descending", [False, True])
def test_two_that_swap_places_are_told_apart(catalogue: Catalogue, descending: bool) -> None:
    first, second = agreements(catalogue, "Alpha", "Beta")
    spec = ListSpec(kind=EntryKind.AGREEMENT, descending=descending)
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, spec))

    def swap() -> frozenset[int]:
        for entry, title in ((first, "Beta"), (second, "Alpha")):
            catalogue.write(acts.set_field(entry, "title", title, shown=None))
        return frozenset((first, second))

    mend_all(catalogue, {spec: spine}, swap)
    assert list(spine.ids) == ([first, second] if descending else [second, first])
