import pytest

from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.search_names import LONGEST, kept_spec, suggested_name


@pytest.mark.parametrize(
    ("query", "english", "russian"),
    [
        ("stage:initialled -stage:signed", "Initialled, not signed", "Парафировано, не подписано"),
        ("country:AZ has:no-evidence", "Azerbaijan, no evidence", "Азербайджан, нет подтверждений"),
        ("type:memorandum,protocol", "Memorandum or protocol", "Меморандум или протокол"),
        ("health (2021 OR tag:=trade)", "Health, 2021 or trade", "Health, 2021 или trade"),
        ("year:2020..2024 cites:A-0012", "2020–2024, A-0012", "2020–2024, A-0012"),
        ("number:21 zz:9", "No. 21", "№ 21"),
        ("", "All entries", "All entries"),
    ],
)
def test_a_search_is_called_by_what_it_asks_for(query: str, english: str, russian: str) -> None:
    spec = ListSpec(query=query)
    assert (suggested_name(spec, "en"), suggested_name(spec, "ru")) == (english, russian)


def test_a_search_for_everything_is_called_as_its_list() -> None:
    assert suggested_name(ListSpec(kind=EntryKind.MEETING), "en") == "Meetings"


def test_a_long_name_is_cut() -> None:
    name = suggested_name(ListSpec(query="agreement " * 30), "en")
    assert len(name) <= LONGEST
    assert name.endswith("…")


def test_a_home_that_is_no_kind_becomes_part_of_the_query() -> None:
    assert kept_spec(ListSpec(inbox=True, query="vaccine"), "") == ListSpec(
        kind=EntryKind.SOURCE, query="vaccine state:inbox"
    )
    assert kept_spec(ListSpec(tag=3), "Food safety").query == 'tag:="Food safety"'
    assert kept_spec(ListSpec(gaps=True), "").query == "has:gap"
    assert kept_spec(ListSpec(conflicts=True, query="x"), "").query == "x has:conflict"


def test_what_is_asked_already_is_not_asked_again() -> None:
    assert kept_spec(ListSpec(gaps=True, query="has:gap"), "").query == "has:gap"
