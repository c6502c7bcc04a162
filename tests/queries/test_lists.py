"""Lists: ids in order from one covering index, lines by page, honest filters."""

from collections.abc import Callable

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country, trash_entries
from db.commands.links import add_link
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.queries.counts import entry_counts
from db.queries.lists import first_rows, is_listed, list_count, list_ids, list_lines
from db.queries.places import place_in
from db.queries.walks import SORTS, SORTS_OF_ALL
from db.rows.links import LinkSpec
from db.rows.lists import ListSpec
from db.terms import EntryKind, LinkKind, StageKind
from tests.write_path.acts import write

TITLES = {
    "Roadmap in health": "2021?",
    "«Протокол» о таможне": "2021-05-20",
    "The agreement on health of 2001": "2001-06-18",
    "Agreement without a date": "",
}


@pytest.fixture
def agreements(catalogue: Catalogue) -> dict[str, int]:
    made: dict[str, int] = {}
    for title, date in TITLES.items():
        made[title] = write(
            catalogue,
            lambda session, title=title: create_entry(
                session, kind=EntryKind.AGREEMENT, values={"title": title}
            ),
        ).value
        if date:
            stage = StageSpec(kind=StageKind.SIGNED, date=date)
            write(
                catalogue,
                lambda session, title=title, stage=stage: add_stage(
                    session, agreement_id=made[title], spec=stage
                ),
            )
    return made


def _titles(catalogue: Catalogue, **spec: object) -> list[str]:
    with catalogue.read() as session:
        ids = list_ids(session, ListSpec(kind=EntryKind.AGREEMENT, **spec))  # type: ignore[arg-type]
        assert list_count(session, ListSpec(kind=EntryKind.AGREEMENT, **spec)) == len(ids)  # type: ignore[arg-type]
        return [line.title for line in list_lines(session, ids)]


@pytest.mark.usefixtures("agreements")
def test_titles_sort_without_articles_and_quotes(catalogue: Catalogue) -> None:
    assert _titles(catalogue, sort="title") == [
        "The agreement on health of 2001",
        "Agreement without a date",
        "Roadmap in health",
        "«Протокол» о таможне",
    ]


@pytest.mark.usefixtures("agreements")
def test_dates_sort_by_their_earliest_day(catalogue: Catalogue) -> None:
    assert _titles(catalogue, sort="date", descending=True) == [
        "«Протокол» о таможне",
        "Roadmap in health",
        "The agreement on health of 2001",
        "Agreement without a date",
    ]


@pytest.mark.usefixtures("agreements")
def test_a_range_of_years_leaves_out_what_has_no_date(catalogue: Catalogue) -> None:
    assert _titles(catalogue, query="year:2001") == ["The agreement on health of 2001"]
    assert len(_titles(catalogue, query="year:..2021")) == 3


def test_a_country_is_found_through_party_and_body(
    catalogue: Catalogue, agreements: dict[str, int]
) -> None:
    country = write(catalogue, lambda session: ensure_country(session, code="SY")).value
    ministry = write(
        catalogue,
        lambda session: create_entry(
            session, kind=EntryKind.ORGANISATION, values={"title": "Ministry"}
        ),
    ).value
    for kind, subject, other in (
        (LinkKind.PARTY, agreements["Roadmap in health"], country),
        (LinkKind.PARTY, agreements["Agreement without a date"], ministry),
    ):
        spec = LinkSpec(kind=kind, subject_id=subject, object_id=other)
        write(catalogue, lambda session, spec=spec: add_link(session, spec=spec))
    assert _titles(catalogue, query="country:SY") == ["Roadmap in health"]
    of_country = LinkSpec(kind=LinkKind.OF_COUNTRY, subject_id=ministry, object_id=country)
    write(catalogue, lambda session: add_link(session, spec=of_country))
    assert _titles(catalogue, query="country:SY") == [
        "Agreement without a date",
        "Roadmap in health",
    ]


def test_a_tag_brings_its_narrower_tags_along(
    catalogue: Catalogue, agreements: dict[str, int]
) -> None:
    health = write(catalogue, lambda s: create_tag(s, spec=TagSpec(label_en="health"))).value
    narrower = TagSpec(label_en="medicines", parent_id=health)
    medicines = write(catalogue, lambda s: create_tag(s, spec=narrower)).value
    roadmap = agreements["Roadmap in health"]
    write(catalogue, lambda s: tag_entries(s, entry_ids=[roadmap], tag_id=medicines))
    assert _titles(catalogue, tag=health) == ["Roadmap in health"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("health", 2),
        ("HEALTH agreement", 1),
        ("протокола", 1),
        ("таможня", 1),
        ('"in health"', 1),
        ("agreement -health", 1),
        ("roadm", 1),
        ("A-0002", 1),
        ("nothing of the kind", 0),
        ("-", 4),
    ],
)
@pytest.mark.usefixtures("agreements")
def test_the_search_box_finds_words_phrases_and_references(
    catalogue: Catalogue, typed: str, found: int
) -> None:
    assert len(_titles(catalogue, query=typed)) == found


def test_the_trash_is_a_list_of_its_own(catalogue: Catalogue, agreements: dict[str, int]) -> None:
    roadmap = agreements["Roadmap in health"]
    write(catalogue, lambda session: trash_entries(session, entry_ids=[roadmap]))
    assert "Roadmap in health" not in _titles(catalogue)
    assert _titles(catalogue, trashed=True) == ["Roadmap in health"]
    with catalogue.read() as session:
        counts = entry_counts(session)
    assert (counts.kinds[EntryKind.AGREEMENT], counts.trash) == (3, 1)


def _plans(catalogue: Catalogue, run: Callable[[Session], object]) -> list[list[str]]:
    """Return the query plan of each statement that a query runs."""
    statements: list[tuple[str, object]] = []
    with catalogue.read() as session:
        connection = session.connection()

        @event.listens_for(connection, "before_cursor_execute")
        def _note(*args: object) -> None:  # pyright: ignore[reportUnusedFunction] - registered
            statements.append((str(args[2]), args[3]))

        run(session)
        return [
            [
                str(row[3])
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", values)  # type: ignore[arg-type]
            ]
            for asked, values in list(statements)
        ]


_LISTS = [
    *((EntryKind.AGREEMENT, sort, down) for sort in SORTS for down in (False, True)),
    *((None, sort, down) for sort in SORTS_OF_ALL for down in (False, True)),
]


@pytest.mark.parametrize(("kind", "sort", "descending"), _LISTS)
@pytest.mark.usefixtures("agreements")
def test_every_list_is_one_covering_index(
    catalogue: Catalogue, kind: EntryKind | None, sort: str, descending: bool
) -> None:
    spec = ListSpec(kind=kind, sort=sort, descending=descending)
    for read in (first_rows, list_ids, list_count):
        for plan in _plans(catalogue, lambda session, read=read: read(session, spec)):
            (search,) = [step for step in plan if "entry" in step]
            assert "USING COVERING INDEX" in search, plan
            assert not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.parametrize("query", ["health", "heal", "country:SY health", "health -agreement"])
@pytest.mark.usefixtures("agreements")
def test_what_narrows_a_list_is_gathered_once_and_then_walked(
    catalogue: Catalogue, query: str
) -> None:
    spec = ListSpec(kind=EntryKind.AGREEMENT, query=query)
    for read in (first_rows, list_ids, list_count):
        for plan in _plans(catalogue, lambda session, read=read: read(session, spec)):
            steps = [step for step in plan if " entry " in step]
            # two sets of ids at once would be tried pair by pair
            assert not any("id=? AND rowid=?" in step for step in steps), plan
            assert not any(step.startswith("SCAN entry ") for step in steps), plan


@pytest.mark.usefixtures("agreements")
def test_undated_entries_come_last_in_either_direction(catalogue: Catalogue) -> None:
    assert _titles(catalogue, sort="date")[-1] == "Agreement without a date"
    assert _titles(catalogue, sort="date", descending=True)[-1] == "Agreement without a date"


def test_the_first_rows_are_the_first_of_all(sample: Catalogue) -> None:
    with sample.read() as session:
        for query in ("", "health", "country:AZ", "протокол", "-health", "nothingatall"):
            for sort, descending in (("date", True), ("date", False), ("title", False)):
                spec = ListSpec(query=query, sort=sort, descending=descending)
                every = list_ids(session, spec)
                first = first_rows(session, spec, size=10)
                assert first.ids == every[:10], spec
                assert first.complete == (len(every) < 10), spec
                assert list_count(session, spec) == len(every)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_an_entry_finds_its_place_without_the_list_being_read(
    sample: Catalogue, sort: str, descending: bool
) -> None:
    for kind in (EntryKind.AGREEMENT, EntryKind.PERSON):
        spec = ListSpec(kind=kind, sort=sort, descending=descending)
        with sample.read() as session:
            spine = list_ids(session, spec)
            for row, entry in enumerate(spine):
                without = spine[:row] + spine[row + 1 :]
                assert place_in(session, spec, without, entry) == row


def test_it_is_told_which_of_a_few_entries_a_list_shows(
    catalogue: Catalogue, agreements: dict[str, int]
) -> None:
    roadmap, undated = agreements["Roadmap in health"], agreements["Agreement without a date"]
    spec = ListSpec(kind=EntryKind.AGREEMENT, query="health")
    with catalogue.read() as session:
        assert is_listed(session, spec, [roadmap, undated, 9999]) == {roadmap}
        assert is_listed(session, spec, []) == set()
