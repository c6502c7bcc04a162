"""What completes what is typed: found by any name, bounded in what it reads."""

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.models import SavedSearch
from db.queries.completion_labels import (
    complete_post,
    complete_publisher,
    complete_search,
    complete_tag_label,
    known_countries,
    tags_by_id,
)
from db.queries.completions import complete_entry, complete_reference, entries_of
from db.queries.picker import Found
from db.terms import EntryKind
from tests.factories import (
    make_agreement,
    make_body,
    make_country,
    make_name,
    make_person,
    make_post,
    make_source,
    make_tag,
    trash,
)


def _titles(found: tuple[Found, ...]) -> list[str]:
    return [offer.title for offer in found]


def _make_search(catalogue: Catalogue, name: str, query: str) -> int:
    def run(session: Session) -> int:
        search = SavedSearch(name=name, query=query)
        session.add(search)
        session.flush()
        return search.id

    return catalogue.write(Act(key="search.save", run=run)).value


def test_an_entry_is_found_by_any_of_its_names_in_either_script(catalogue: Catalogue) -> None:
    person = make_person(catalogue, "Михаил Мурашко")
    make_name(catalogue, person, "Mikhail Murashko")
    make_person(catalogue, "Teymur Musayev")
    with catalogue.read() as session:
        for typed in ("мураш", "murash", "mikhail mur", "Murashko"):
            assert _titles(complete_entry(session, typed)) == ["Михаил Мурашко"], typed


def test_what_begins_with_the_words_comes_first(catalogue: Catalogue) -> None:
    make_body(catalogue, "Ministry of Health")
    make_body(catalogue, "Health Organisation")
    with catalogue.read() as session:
        found = complete_entry(session, "health")
    assert _titles(found) == ["Health Organisation", "Ministry of Health"]


def test_only_the_kinds_asked_for_are_offered_and_nothing_from_the_trash(
    catalogue: Catalogue,
) -> None:
    body = make_body(catalogue, "Health Council")
    make_agreement(catalogue, "Health Council charter")
    gone = make_body(catalogue, "Health Committee")
    trash(catalogue, gone)
    with catalogue.read() as session:
        found = complete_entry(session, "health", (EntryKind.ORGANISATION,))
        kept = entries_of(session, [gone, body])
    assert _titles(found) == _titles(kept) == ["Health Council"]


@pytest.mark.parametrize("typed", ["A-0002", "a-2", "a2", "A 0002"])
def test_a_reference_leads_to_its_entry_however_it_is_typed(
    catalogue: Catalogue, typed: str
) -> None:
    make_agreement(catalogue, "First")
    make_agreement(catalogue, "Second")
    with catalogue.read() as session:
        assert _titles(complete_entry(session, typed))[0] == "Second"
        assert _titles(complete_reference(session, typed)) == ["Second"]


def test_a_reference_is_completed_in_order(catalogue: Catalogue) -> None:
    for number in range(3):
        make_agreement(catalogue, f"Agreement {number}")
    with catalogue.read() as session:
        found = complete_reference(session, "A-0")
    assert [offer.ref.reference for offer in found if offer.ref] == ["A-0001", "A-0002", "A-0003"]


def test_a_tag_is_found_by_a_word_of_either_label(catalogue: Catalogue) -> None:
    health = make_tag(catalogue, "public health", "здравоохранение")
    make_tag(catalogue, "health workers", "медработники")
    with catalogue.read() as session:
        english = complete_tag_label(session, "health")
        russian = complete_tag_label(session, "здрав")
        known = tags_by_id(session, [health])
    assert [tag.label("en") for tag in english] == ["health workers", "public health"]
    assert [tag.label("ru") for tag in russian] == ["здравоохранение"]
    assert known[health] == russian[0]


def test_publishers_are_offered_once_each_and_by_any_word(catalogue: Catalogue) -> None:
    for publisher in ("Azertac", "Ministry of Health", "Azertac", "Report Agency"):
        make_source(catalogue, f"{publisher} text {id(publisher)}", publisher=publisher)
    with catalogue.read() as session:
        assert complete_publisher(session, "az") == ("Azertac",)
        assert complete_publisher(session, "health") == ("Ministry of Health",)
        assert complete_publisher(session, "") == ("Azertac", "Ministry of Health", "Report Agency")


def test_posts_are_offered_in_both_languages(catalogue: Catalogue) -> None:
    make_post(catalogue, "Minister of Health", "Министр здравоохранения")
    with catalogue.read() as session:
        assert complete_post(session, "health") == ("Minister of Health",)
        assert complete_post(session, "министр", "ru") == ("Министр здравоохранения",)


def test_countries_that_are_catalogued_are_known(catalogue: Catalogue) -> None:
    make_country(catalogue, "AZ")
    trash(catalogue, make_country(catalogue, "RU"))
    make_body(catalogue, country="SY")
    with catalogue.read() as session:
        assert known_countries(session) == {"AZ", "SY"}


def test_saved_searches_are_found_by_name(catalogue: Catalogue) -> None:
    made = _make_search(catalogue, "Initialled, not signed", "stage:initialled -stage:signed")
    _make_search(catalogue, "No evidence yet", "has:no-evidence")
    with catalogue.read() as session:
        found = complete_search(session, "not")
    assert [search.query for search in found] == ["stage:initialled -stage:signed"]
    assert [search.id for search in found] == [made]


def _statements_of(session: Session, typed: str) -> list[tuple[str, object]]:
    asked: list[tuple[str, object]] = []
    connection = session.connection()

    def note(_c: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    complete_entry(session, typed, (EntryKind.PERSON, EntryKind.ORGANISATION))
    complete_entry(session, typed)
    complete_reference(session, "A-1")
    complete_publisher(session, typed)
    event.remove(connection, "before_cursor_execute", note)
    return asked


def test_nothing_that_completes_reads_a_whole_table(catalogue: Catalogue) -> None:
    make_person(catalogue, "Teymur Musayev")
    with catalogue.read() as session:
        asked = _statements_of(session, "mus")
        plans = [
            (row.detail, statement)
            for statement, values in asked
            for row in session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}",
                values,  # type: ignore[arg-type]
            )
        ]
    assert len(asked) > 8
    scans = [(detail, sql) for detail, sql in plans if detail.startswith("SCAN entry")]
    scans += [(detail, sql) for detail, sql in plans if "TEMP B-TREE" in detail]
    assert scans == []
