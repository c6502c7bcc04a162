"""A dossier is gathered in as many statements from a large catalogue as from a small one."""

from collections.abc import Callable

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.queries.dossier import belonging, country_dossier
from db.rows.dossier import DossierChoices
from db.rows.faces import Target
from db.terms import EntryKind, How, LinkKind, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_claim,
    make_country,
    make_figure,
    make_link,
    make_meeting,
    make_name,
    make_person,
    make_source,
    make_stage,
    make_tag,
)
from tests.queries.dossiers import AS_OF, print_report


def _fill(catalogue: Catalogue, places: range, *, subject: int) -> None:
    """Add agreements, each with a meeting, a signatory, a body, a figure and evidence."""
    country = make_country(catalogue)
    for place in places:
        source = make_source(catalogue, f"Words of {place}", title=f"Release {place}")
        body = make_body(catalogue, f"Ministry {place}", country="AZ")
        person = make_person(catalogue, f"Minister {place}", country="AZ", post="Minister")
        council = make_body(catalogue, f"Council {place}")
        make_link(catalogue, LinkKind.CHAIRS, country, council)
        meeting = make_meeting(catalogue, f"Session {place}", attendees=[person], start="2021")
        make_link(catalogue, LinkKind.SESSION_OF, meeting, council)
        agreement = make_agreement(catalogue, f"Agreement {place}", parties=[body])
        stage = make_stage(
            catalogue, agreement, StageKind.SIGNED, date="2021-05-20", meeting_id=meeting
        )
        make_link(catalogue, LinkKind.SIGNATORY, agreement, person, stage_id=stage)
        make_figure(catalogue, meeting, "3", unit="documents", members=[agreement])
        make_name(catalogue, agreement, f"Соглашение {place}")
        make_tag(catalogue, f"Subject {place}", parent=subject, on=[agreement])
        for target in (Target("stage", stage, "date"), Target("entry", agreement)):
            make_claim(catalogue, target, source, "Words", how=How.INFERRED, reason="So it seems.")


def _statements(catalogue: Catalogue, run: Callable[[Session], object]) -> int:
    with catalogue.read() as session:
        connection = session.connection()
        counted: list[str] = []

        def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            counted.append(statement)

        event.listen(connection, "before_cursor_execute", count)
        run(session)
        event.remove(connection, "before_cursor_execute", count)
    return len(counted)


@pytest.mark.parametrize(
    "choices",
    [
        DossierChoices(country="AZ"),
        DossierChoices(country="AZ", period_from="2021", tags=("Subjects",), language="ru"),
        DossierChoices(country="AZ", only_new=True),
    ],
    ids=["whole", "limited", "only new"],
)
def test_a_dossier_takes_as_many_statements_from_any_catalogue(
    catalogue: Catalogue, choices: DossierChoices
) -> None:
    gathered: list[int] = []

    def gather(session: Session) -> None:
        found = country_dossier(session, choices, as_of=AS_OF)
        gathered.append(len(found.agreements) + len(found.sources))

    subject = make_tag(catalogue, "Subjects")
    _fill(catalogue, range(1), subject=subject)
    print_report(catalogue, "RU")
    small = _statements(catalogue, gather)
    _fill(catalogue, range(1, 7), subject=subject)
    assert _statements(catalogue, gather) == small
    assert small < 60
    assert gathered == [2, 14]


def test_the_reasons_take_as_many_statements_too(catalogue: Catalogue) -> None:
    def ask(session: Session) -> None:
        assert belonging(session, "AZ", EntryKind.AGREEMENT)

    subject = make_tag(catalogue, "Subjects")
    _fill(catalogue, range(1), subject=subject)
    small = _statements(catalogue, ask)
    _fill(catalogue, range(1, 4), subject=subject)
    assert _statements(catalogue, ask) == small
