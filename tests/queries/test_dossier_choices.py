"""What limits a dossier: the period, the subjects, and only the new."""

import pytest

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_field
from db.rows.dossier import CountryDossier
from db.terms import LinkKind, StageKind
from db.text.dates import DateError
from tests.factories import (
    make_agreement,
    make_body,
    make_country,
    make_link,
    make_meeting,
    make_person,
    make_stage,
    make_tag,
)
from tests.queries.dossiers import dossier, print_report


def _titles(found: CountryDossier) -> list[str]:
    return [row.title for row in (*found.agreements, *found.meetings)]


def _set(catalogue: Catalogue, entry: int, field: str, value: str) -> None:
    act = Act(
        key="entry.set",
        run=lambda session: set_field(session, entry_id=entry, field=field, value=value),
    )
    catalogue.write(act)


def test_a_country_with_nothing_has_an_empty_dossier(catalogue: Catalogue) -> None:
    found = dossier(catalogue, "KZ", language="ru")
    assert found.names == (("ru", "Казахстан"), ("en", "Kazakhstan"))
    parts = (found.agreements, found.meetings, found.participants, found.memberships)
    assert not any((*parts, found.disagreements, found.gaps, found.sources))


def test_the_country_alone_in_the_catalogue_is_an_empty_dossier_too(catalogue: Catalogue) -> None:
    make_country(catalogue, "KZ")
    assert dossier(catalogue, "kz").participants == ()


def test_a_period_keeps_what_may_lie_within_it(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue, "AZ")]
    for signed in ("2020-12-31", "2021?", "2021-05", "2022-01-01"):
        make_agreement(catalogue, signed, parties=parties, signed=signed)
    found = dossier(catalogue, period_from="2021", period_to="2021")
    assert _titles(found) == ["2021?", "2021-05"]


def test_an_agreement_lies_in_the_period_by_any_of_its_acts(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)], signed="2001-06-18")
    make_stage(catalogue, agreement, StageKind.AMENDED, date="2021-05-20")
    assert _titles(dossier(catalogue, period_from="2021-05")) == ["Agreement on health"]
    assert _titles(dossier(catalogue, period_from="2002", period_to="2020")) == []


def test_a_meeting_lies_in_the_period_by_any_of_its_days(catalogue: Catalogue) -> None:
    make_meeting(
        catalogue, attendees=[make_country(catalogue)], start="2024-12-30", end="2025-01-02"
    )
    assert _titles(dossier(catalogue, period_from="2025")) == ["Talks"]
    assert _titles(dossier(catalogue, period_from="2025-01-03")) == []


@pytest.mark.parametrize("start", ["", "XXXX-07-07"])
def test_what_has_no_year_stays_within_any_period_as_a_gap(
    catalogue: Catalogue, start: str
) -> None:
    country = make_country(catalogue)
    make_meeting(catalogue, "Dated", attendees=[country], start="2021-05-20")
    make_meeting(catalogue, "Undated", attendees=[country], start=start)
    found = dossier(catalogue, period_from="2021", period_to="2021")
    assert _titles(found) == ["Dated", "Undated"]
    assert [gap.title for gap in found.gaps if gap.kind == "date"] == ["Undated"]


def test_a_period_that_is_no_date_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(DateError):
        dossier(catalogue, period_from="soon")


def test_a_tag_brings_its_narrower_tags(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue)]
    broad, narrow, other = (
        make_agreement(catalogue, title, parties=parties) for title in ("Broad", "Narrow", "Other")
    )
    health = make_tag(catalogue, "Health", "Здравоохранение", on=[broad])
    medicines = make_tag(catalogue, "Medicines", "Лекарства", parent=health, on=[narrow])
    make_tag(catalogue, "Vaccines", "Вакцины", parent=medicines, on=[narrow])
    make_tag(catalogue, "Trade", "Торговля", on=[other])
    assert _titles(dossier(catalogue, tags=("health",))) == ["Broad", "Narrow"]
    russian = dossier(catalogue, tags=("Вакцины", "Торговля"), language="ru")
    assert _titles(russian) == ["Narrow", "Other"]
    assert [row.subjects for row in russian.agreements] == [("Лекарства", "Вакцины"), ("Торговля",)]
    assert _titles(dossier(catalogue, tags=("Unknown",))) == []


def test_limits_leave_only_those_who_appear_in_what_is_left(catalogue: Catalogue) -> None:
    there = make_body(catalogue, "There", country="AZ")
    make_body(catalogue, "Elsewhere", country="AZ")
    make_agreement(catalogue, parties=[there], signed="2021")
    whole, limited = dossier(catalogue), dossier(catalogue, period_from="2020")
    assert [row.name for row in whole.participants] == ["Elsewhere", "There"]
    assert [row.name for row in limited.participants] == ["There"]


def test_everything_is_new_before_the_first_report(catalogue: Catalogue) -> None:
    make_agreement(catalogue, parties=[make_country(catalogue)])
    found = dossier(catalogue, only_new=True)
    assert [row.news for row in found.agreements] == ["new"]
    assert found.choices.since == ""


def test_only_what_is_new_or_changed_since_the_last_report(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    make_agreement(catalogue, "Same", parties=[country])
    changed = make_agreement(catalogue, "Changed", parties=[country])
    print_report(catalogue)
    _set(catalogue, changed, "number", "12")
    make_meeting(catalogue, "New", attendees=[country])
    found = dossier(catalogue, only_new=True)
    assert [(row.title, row.news) for row in found.agreements] == [("Changed", "changed")]
    assert [(row.title, row.news) for row in found.meetings] == [("New", "new")]
    assert len(found.choices.since) == len("2026-11-22")
    assert [row.news for row in dossier(catalogue).agreements] == ["", ""]


def test_a_link_alone_makes_an_agreement_and_its_party_changed(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    person = make_person(catalogue, "Musayev", country="AZ")
    make_person(catalogue, "Asadov", country="AZ")
    print_report(catalogue)
    make_link(catalogue, LinkKind.DRAFTED_BY, agreement, person)
    found = dossier(catalogue, only_new=True)
    assert [row.news for row in found.agreements] == ["changed"]
    assert [(row.name, row.news) for row in found.participants] == [("Musayev", "changed")]


def test_a_report_of_the_new_does_not_make_the_old_new_again(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    make_agreement(catalogue, "First", parties=[country])
    print_report(catalogue)
    make_agreement(catalogue, "Second", parties=[country])
    print_report(catalogue, only_new=True)
    make_agreement(catalogue, "Third", parties=[country])
    assert _titles(dossier(catalogue, only_new=True)) == ["Third"]


def test_a_report_of_another_country_makes_nothing_old(catalogue: Catalogue) -> None:
    parties = [make_country(catalogue, code) for code in ("AZ", "RU")]
    make_agreement(catalogue, parties=parties)
    print_report(catalogue, "RU")
    assert _titles(dossier(catalogue, only_new=True)) == ["Agreement on health"]
    assert _titles(dossier(catalogue, "RU", only_new=True)) == []


def test_a_membership_is_new_where_its_body_is(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    old = make_body(catalogue, "Old body")
    make_link(catalogue, LinkKind.MEMBER_OF, country, old)
    print_report(catalogue)
    make_link(catalogue, LinkKind.MEMBER_OF, country, make_body(catalogue, "New body"))
    found = dossier(catalogue, only_new=True)
    assert [row.body for row in found.memberships] == ["New body"]
