"""The overview of a country counts exactly what its dossier would hold, in a few statements."""

from collections import Counter

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.errors import Interrupted
from db.interruption import Interruption
from db.queries.dossier import country_dossier, country_overview
from db.rows.dossier import DossierChoices
from db.terms import LinkKind, PlaceKind, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_country,
    make_link,
    make_meeting,
    make_person,
    make_place,
    make_stage,
    make_tag,
    trash,
)
from tests.queries.dossiers import AS_OF, print_report

CHOICES = [
    DossierChoices(country="az"),
    DossierChoices(country="AZ", period_from="2021"),
    DossierChoices(country="AZ", period_to="2021-05"),
    DossierChoices(country="AZ", period_from="2021-05", period_to="2022-01-15"),
    DossierChoices(country="AZ", tags=("health",)),
    DossierChoices(country="AZ", tags=("health",), period_from="2022", only_new=True),
    DossierChoices(country="AZ", tags=("no such subject",)),
    DossierChoices(country="AZ", only_new=True),
    DossierChoices(country="RU"),
    DossierChoices(country="KZ"),
]


def _fill(catalogue: Catalogue) -> None:
    """Add entries with dates of many forms, some of a subject, some printed, one in the trash."""
    country = make_country(catalogue)
    make_place(catalogue, "Baku")
    region = make_place(catalogue, "Ganja region", kind=PlaceKind.REGION)
    ministry = make_body(catalogue, "Ministry of Health", country="AZ")
    foreign = make_person(catalogue, "Mikhail Murashko", country="RU")
    minister = make_person(catalogue, "Teymur Musayev", country="AZ", post="Minister")
    make_person(catalogue, "Ali Asadov", country="AZ")
    dates = ("2020-12-31", "2021?", "2021-05", "2022-01-01", "XXXX-07-07", "2020/2023")
    for place, date in enumerate(dates):
        agreement = make_agreement(catalogue, f"Of {date}", parties=[ministry])
        make_stage(catalogue, agreement, StageKind.SIGNED, date=date)
        make_link(catalogue, LinkKind.SIGNATORY, agreement, (minister, foreign)[place % 2])
        make_meeting(catalogue, f"Talks of {date}", attendees=[region], start=date)
        make_tag(catalogue, f"subject {place}", on=[agreement])
    make_agreement(catalogue, "Undated", parties=[country])
    print_report(catalogue, "AZ")
    on = [
        make_agreement(catalogue, "New", parties=[country], signed="2022-05"),
        make_meeting(catalogue, "New talks", attendees=[minister], start="2022-01-10"),
    ]
    make_tag(catalogue, "health", on=on)
    trash(catalogue, make_agreement(catalogue, "In the trash", parties=[country]))


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_the_overview_counts_what_the_dossier_holds(
    catalogue: Catalogue, choices: DossierChoices
) -> None:
    _fill(catalogue)
    with catalogue.read() as session:
        overview = country_overview(session, choices)
        dossier = country_dossier(session, choices, as_of=AS_OF)
    counted = (overview.agreements, overview.meetings, overview.participants)
    assert counted == tuple(
        len(rows) for rows in (dossier.agreements, dossier.meetings, dossier.participants)
    )
    assert overview.choices == dossier.choices
    types: Counter[tuple[str, str]] = Counter()
    for count in overview.counts:
        types[count.kind, count.type] += count.entries
    assert types == Counter(
        [("agreement", row.type) for row in dossier.agreements]
        + [("meeting", row.kind) for row in dossier.meetings]
    )


def test_years_are_those_of_the_dates_that_lists_sort_by(catalogue: Catalogue) -> None:
    _fill(catalogue)
    with catalogue.read() as session:
        overview = country_overview(session, DossierChoices(country="AZ"))
    years: Counter[str] = Counter()
    for count in overview.counts:
        years[count.year] += count.entries
    assert years == {"2020": 4, "2021": 4, "2022": 4, "": 3}


def test_an_overview_takes_three_statements_and_reads_no_table_through(
    catalogue: Catalogue,
) -> None:
    _fill(catalogue)
    asked: list[tuple[str, object]] = []
    with catalogue.read() as session:
        connection = session.connection()

        def note(
            _connection: object, _cursor: object, sql: str, values: object, *_: object
        ) -> None:
            asked.append((sql, values))

        event.listen(connection, "before_cursor_execute", note)
        country_overview(session, DossierChoices(country="AZ"))
        event.remove(connection, "before_cursor_execute", note)
        plans = [
            str(row[3])
            for sql, values in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)  # pyright: ignore[reportArgumentType] - as they came
        ]
    assert len(asked) == 3
    assert not [step for step in plans if step.startswith("SCAN")]


def test_a_dossier_nobody_waits_for_stops_while_it_is_written(catalogue: Catalogue) -> None:
    _fill(catalogue)
    interruption = Interruption()
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        interruption.interrupt()

    def gather(session: Session) -> None:
        for _ in range(2):  # so small a dossier is written between two looks
            country_dossier(session, DossierChoices(country="AZ"), as_of=AS_OF, tell=tell)

    with catalogue.read(interruption) as session, pytest.raises(Interrupted):
        gather(session)
    assert told[0][0] == 0
    assert len(told) == 1


def test_a_dossier_tells_how_far_it_is(catalogue: Catalogue) -> None:
    _fill(catalogue)
    told: list[tuple[int, int]] = []
    with catalogue.read() as session:
        dossier = country_dossier(
            session,
            DossierChoices(country="AZ"),
            as_of=AS_OF,
            tell=lambda done, total: told.append((done, total)),
        )
    total = len(dossier.agreements) + len(dossier.meetings) + len(dossier.participants)
    assert told[0][0] == 0
    assert told[-1][1] >= total
