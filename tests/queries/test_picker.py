"""Pickers find an entry by any of its names, in both scripts, and never read a whole table."""

from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.entries import create_entry, trash_entries
from db.commands.names import add_name
from db.queries.picker import CANDIDATES, find_entries, look_alikes
from db.terms import EntryKind, NameKind
from tests.write_path.acts import write

PEOPLE = ("Mikhail Murashko", "Алексей Оверчук", "Shahin Mustafayev", "Əli Əsədov")


@pytest.fixture
def people(catalogue: Catalogue) -> dict[str, int]:
    return {
        name: write(
            catalogue,
            lambda session, name=name: create_entry(
                session, kind=EntryKind.PERSON, values={"title": name}
            ),
        ).value
        for name in PEOPLE
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mura", "Mikhail Murashko"),
        ("Мурашко", "Mikhail Murashko"),
        ("murashko mikh", "Mikhail Murashko"),
        ("overchuk", "Алексей Оверчук"),
        ("Mustafa", "Shahin Mustafayev"),
        ("Мустафаев", "Shahin Mustafayev"),
        ("ali asad", "Əli Əsədov"),
    ],
)
@pytest.mark.usefixtures("people")
def test_names_are_found_across_scripts(catalogue: Catalogue, typed: str, found: str) -> None:
    with catalogue.read() as session:
        offers = find_entries(session, typed, [EntryKind.PERSON])
    assert [offer.title for offer in offers] == [found]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("typed", ["", " ", '"', "*", "a AND", "(", "col:x", "-x", "NEAR(", "\x00"])
def test_nothing_typed_reaches_the_index_as_syntax(catalogue: Catalogue, typed: str) -> None:
    with catalogue.read() as session:
        assert isinstance(find_entries(session, typed, list(EntryKind)), tuple)


def test_an_entry_is_found_by_its_further_names(
    catalogue: Catalogue, people: dict[str, int]
) -> None:
    write(
        catalogue,
        lambda session: add_name(
            session,
            entry_id=people["Əli Əsədov"],
            text="Ali Hidayat oghlu Asadov",
            kind=NameKind.VARIANT,
        ),
    )
    with catalogue.read() as session:
        (offer,) = find_entries(session, "hidayat", [EntryKind.PERSON])
    assert (offer.title, offer.matched) == ("Əli Əsədov", "Ali Hidayat oghlu Asadov")


def test_what_is_in_the_trash_is_not_offered(catalogue: Catalogue, people: dict[str, int]) -> None:
    person = people["Mikhail Murashko"]
    write(catalogue, lambda session: trash_entries(session, entry_ids=[person]))
    with catalogue.read() as session:
        assert find_entries(session, "murashko", [EntryKind.PERSON]) == ()


@pytest.mark.usefixtures("people")
def test_a_country_not_catalogued_yet_is_offered_to_be_made(catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        (offer,) = find_entries(session, "Киргизия", [EntryKind.PLACE, EntryKind.PERSON])
    assert (offer.ref, offer.country) == (None, "KG")


@pytest.mark.usefixtures("people")
def test_a_look_alike_is_warned_of_and_a_stranger_is_not(catalogue: Catalogue) -> None:
    with catalogue.read() as session:
        (alike,) = look_alikes(session, "Михаил Мурашко", [EntryKind.PERSON])
        strangers = look_alikes(session, "Teymur Musayev", [EntryKind.PERSON])
    assert alike.title == "Mikhail Murashko"
    assert strangers == ()


def _fill(catalogue: Catalogue, titles: list[str]) -> None:
    def run(session: Session) -> None:
        for title in titles:
            create_entry(session, kind=EntryKind.ORGANISATION, values={"title": title})

    write(catalogue, run)


def test_a_title_that_begins_so_comes_before_any_number_of_older_ones(
    catalogue: Catalogue,
) -> None:
    _fill(catalogue, [f"Port Murad {at}" for at in range(CANDIDATES + 10)])
    _fill(catalogue, ["Murad Bank", "Bank of Mu"])
    with catalogue.read() as session:
        titles = [offer.title for offer in find_entries(session, "mu", list(EntryKind))]
    assert titles[0] == "Murad Bank"
    assert "Bank of Mu" in titles


def test_a_single_letter_finds_titles_and_initials(catalogue: Catalogue) -> None:
    _fill(catalogue, ["Murad Bank", "M Bank", "Bank of M", "Bank of Murad"])
    with catalogue.read() as session:
        titles = {offer.title for offer in find_entries(session, "m", list(EntryKind))}
    assert titles == {"Murad Bank", "M Bank", "Bank of M"}


@pytest.mark.parametrize(
    "typed", ["ministry of h", "h ministry", "Министерство з", "ministerstvo z"]
)
def test_a_single_letter_beside_words_narrows_what_they_find(
    catalogue: Catalogue, typed: str
) -> None:
    _fill(catalogue, ["Ministry of Customs", "Federal Ministry of Health", "Министерство культуры"])
    _fill(catalogue, ["Министерство здравоохранения"])
    with catalogue.read() as session:
        (offer,) = find_entries(session, typed, [EntryKind.ORGANISATION])
    assert offer.title in {"Federal Ministry of Health", "Министерство здравоохранения"}


def test_only_the_kinds_asked_for_are_offered(catalogue: Catalogue) -> None:
    _fill(catalogue, ["Murad Bank"])
    with catalogue.read() as session:
        assert find_entries(session, "murad", [EntryKind.PERSON]) == ()
        assert len(find_entries(session, "murad", [EntryKind.ORGANISATION])) == 1


def test_no_table_is_read_whole_to_offer_entries(catalogue: Catalogue) -> None:
    asked: list[tuple[str, Any]] = []

    def note(*told: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        asked.append((told[2], told[3]))

    with catalogue.read() as session:
        event.listen(session.connection().engine, "before_cursor_execute", note)
        _ask(session)
        plans = [
            str(row[3])
            for statement, values in list(asked)
            for row in session.connection().exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", values
            )
        ]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN") and "VIRTUAL TABLE" not in plan]


def _ask(session: Session) -> None:
    find_entries(session, "mu", list(EntryKind))
    look_alikes(session, "Murad Bank", [EntryKind.PERSON])
