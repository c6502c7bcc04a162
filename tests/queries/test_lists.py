"""Lists: ids in order from one covering index, lines by page, honest filters."""

import pytest
from sqlalchemy import event

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country, trash_entries
from db.commands.links import add_link
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.queries.lists import (
    SORTS,
    ListSpec,
    filter_values,
    list_count,
    list_ids,
    list_lines,
    sidebar_counts,
)
from db.rows.links import LinkSpec
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
    assert set(_titles(catalogue, year_from=2001, year_to=2001)) == {
        "The agreement on health of 2001"
    }
    assert len(_titles(catalogue, year_to=2021)) == 3


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
    assert _titles(catalogue, countries=("SY",)) == ["Roadmap in health"]
    of_country = LinkSpec(kind=LinkKind.OF_COUNTRY, subject_id=ministry, object_id=country)
    write(catalogue, lambda session: add_link(session, spec=of_country))
    assert _titles(catalogue, countries=("SY",)) == [
        "Agreement without a date",
        "Roadmap in health",
    ]
    with catalogue.read() as session:
        assert filter_values(session, EntryKind.AGREEMENT).countries == (("SY", 2),)


def test_a_tag_brings_its_narrower_tags_along(
    catalogue: Catalogue, agreements: dict[str, int]
) -> None:
    health = write(catalogue, lambda s: create_tag(s, spec=TagSpec(label_en="health"))).value
    narrower = TagSpec(label_en="medicines", parent_id=health)
    medicines = write(catalogue, lambda s: create_tag(s, spec=narrower)).value
    roadmap = agreements["Roadmap in health"]
    write(catalogue, lambda s: tag_entries(s, entry_ids=[roadmap], tag_id=medicines))
    assert _titles(catalogue, tags=(health,)) == ["Roadmap in health"]


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
    assert len(_titles(catalogue, typed=typed)) == found


def test_the_trash_is_a_list_of_its_own(catalogue: Catalogue, agreements: dict[str, int]) -> None:
    roadmap = agreements["Roadmap in health"]
    write(catalogue, lambda session: trash_entries(session, entry_ids=[roadmap]))
    assert "Roadmap in health" not in _titles(catalogue)
    assert _titles(catalogue, trashed=True) == ["Roadmap in health"]
    with catalogue.read() as session:
        counts = sidebar_counts(session)
    assert (counts.kinds[EntryKind.AGREEMENT], counts.trash) == (3, 1)


@pytest.mark.parametrize("sort", list(SORTS))
@pytest.mark.usefixtures("agreements")
def test_every_list_is_one_covering_index(catalogue: Catalogue, sort: str) -> None:
    statements: list[tuple[str, object]] = []
    with catalogue.read() as session:
        connection = session.connection()

        @event.listens_for(connection, "before_cursor_execute")
        def _note(*args: object) -> None:  # pyright: ignore[reportUnusedFunction] - registered
            statements.append((str(args[2]), args[3]))

        list_ids(session, ListSpec(kind=EntryKind.AGREEMENT, sort=sort))
        plans = [
            [
                str(row[3])
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", values)  # type: ignore[arg-type]
            ]
            for asked, values in list(statements)
        ]
    for plan in plans:
        (search,) = [step for step in plan if "entry" in step]
        assert "USING COVERING INDEX" in search, plan
        assert not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.usefixtures("agreements")
def test_undated_entries_come_last_in_either_direction(catalogue: Catalogue) -> None:
    assert _titles(catalogue, sort="date")[-1] == "Agreement without a date"
    assert _titles(catalogue, sort="date", descending=True)[-1] == "Agreement without a date"
