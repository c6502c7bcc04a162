"""Printed reports, and what is new or changed since one."""

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.queries.reports import ChangedSince, changed_since, last_report, printed_reports
from tests.factories import make_agreement, make_country, make_meeting, reference_of, trash
from tests.queries.dossiers import print_report


def _changed(catalogue: Catalogue, report: int) -> ChangedSince:
    with catalogue.read() as session:
        return changed_since(session, report)


def _set_number(catalogue: Catalogue, agreement: int) -> None:
    act = Act(
        key="entry.set",
        run=lambda session: set_field(session, entry_id=agreement, field="number", value="7"),
    )
    catalogue.write(act)


def test_no_report_was_printed_of_a_country_yet(catalogue: Catalogue) -> None:
    print_report(catalogue, "RU")
    with catalogue.read() as session:
        assert printed_reports(session, "AZ") == ()
        assert last_report(session, "AZ") is None


def test_printed_reports_come_newest_first_with_their_choices(catalogue: Catalogue) -> None:
    make_agreement(catalogue, parties=[make_country(catalogue)], signed="2021")
    first = print_report(catalogue)
    second = print_report(catalogue, tags=("Здоровье",), language="ru", period_from="2021")
    with catalogue.read() as session:
        found = printed_reports(session, "az")
        assert last_report(session, "AZ") == found[0]
    assert [row.id for row in found] == [second, first]
    assert [row.entries for row in found] == [0, 1]
    choices = found[0].choices
    assert (choices.tags, choices.language, choices.period_from) == (("Здоровье",), "ru", "2021")
    assert found[1].choices.tags == ()
    assert found[0].printed_at.tzinfo is not None


def test_new_and_changed_entries_of_the_country_are_told_apart(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    same, changed, gone = (
        make_agreement(catalogue, title, parties=[country]) for title in ("Same", "Changed", "Gone")
    )
    report = print_report(catalogue)
    _set_number(catalogue, changed)
    new = make_meeting(catalogue, attendees=[country])
    make_meeting(catalogue, "Of nobody")
    trash(catalogue, gone)
    found = _changed(catalogue, report)
    assert reference_of(catalogue, new) in found.new
    assert found.changed == {reference_of(catalogue, changed)}
    assert reference_of(catalogue, same) not in found.new | found.changed
    assert not {reference for reference in found.new if reference.startswith("A")}


def test_what_an_earlier_report_held_is_not_new(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    first = make_agreement(catalogue, "First", parties=[country])
    print_report(catalogue)
    make_agreement(catalogue, "Second", parties=[country])
    report = print_report(catalogue, only_new=True)
    assert not {found for found in _changed(catalogue, report).new if found.startswith("A")}
    _set_number(catalogue, first)
    assert _changed(catalogue, report).changed == {reference_of(catalogue, first)}


def test_a_later_report_does_not_count_for_an_earlier_one(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    report = print_report(catalogue)
    agreement = make_agreement(catalogue, parties=[country])
    print_report(catalogue)
    assert reference_of(catalogue, agreement) in _changed(catalogue, report).new
