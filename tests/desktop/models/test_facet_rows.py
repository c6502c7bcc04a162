import pytest

from db.rows.entries import TagRow
from db.rows.facets import Facets, FacetValue
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.facet_rows import TOP, FacetGroup, Wish, facet_groups
from desktop.models.facet_wishes import query_wishing, query_without_wishes, wishes_in


def values(*pairs: tuple[str, int]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(key=key, count=count) for key, count in pairs)


HEALTH = TagRow(id=1, parent_id=None, label_en="Health", label_ru="Здоровье", colour="", count=9)
MEDICINES = TagRow(id=2, parent_id=1, label_en="Medicines", label_ru="", colour="", count=4)
TRADE = TagRow(id=3, parent_id=None, label_en="Trade", label_ru="", colour="#aa0000", count=12)
FACETS = Facets(
    total=20,
    values={
        "country": values(*((f"{letter}Z", 20 - n) for n, letter in enumerate("AKTUDSNMB"))),
        "kind": values(("agreement", 12), ("meeting", 8)),
        "year": values(("2024", 3), ("2021", 17)),
        "body": (FacetValue(key="World Health Organization", label="", count=3),),
    },
    tags=(HEALTH, MEDICINES, TRADE),
)


def groups(
    query: str = "", home: ListSpec | None = None, language: str = "en"
) -> dict[str, FacetGroup]:
    found = facet_groups(FACETS, wishes_in(query), home or ListSpec(), language)
    return {group.field: group for group in found}


def test_only_what_entries_have_is_offered_in_the_order_of_the_facets() -> None:
    assert list(groups()) == ["country", "kind", "tag", "year", "body"]
    titles = [group.title for group in groups().values()]
    assert titles == ["Country", "Kind", "Tag", "Year", "Body"]


def test_a_list_of_one_kind_offers_no_kinds_unless_the_query_asks_for_one() -> None:
    people = ListSpec(kind=EntryKind.PERSON)
    assert "kind" not in groups(home=people)
    assert "kind" in groups("kind:agreement", home=people)
    assert groups(home=people)["year"].title == "Born"


def test_the_first_values_are_shown_and_all_that_the_query_asks_about() -> None:
    country = groups("-country:BZ country:RU")["country"]
    shown = country.main_rows()
    assert [row.key for row in shown] == ["AZ", "KZ", "TZ", "UZ", "DZ", "SZ", "BZ", "RU"]
    assert [row.wish for row in shown[TOP:]] == [Wish.WITHOUT, Wish.WITH]
    assert shown[-1].count == 0  # no entry has it, and it can be taken back


def test_one_value_more_is_shown_rather_than_hidden_behind_a_row() -> None:
    many = values(*((f"{letter}Z", 5) for letter in "AKTUDSN"))
    facets = Facets(total=5, values={"country": many})
    (country,) = facet_groups(facets, {}, ListSpec(), "en")
    assert len(country.main_rows()) == TOP + 1


def test_countries_are_called_and_found_in_both_languages() -> None:
    country = groups(language="ru")["country"]
    assert country.rows[0].label == "Азербайджан"
    for typed in ("азер", "azerb", "az"):
        assert next(row.key for row in country.narrowed(typed)) == "AZ"


def test_tags_stand_under_their_broader_ones_the_most_frequent_first() -> None:
    tags = groups()["tag"].rows
    assert [row.label for row in tags] == ["Trade", "Health", "Medicines"]
    assert [row.parent for row in tags] == [0, 0, 1]
    assert tags[0].colour == "#aa0000"


def test_a_narrower_tag_is_found_with_what_stands_above_it() -> None:
    assert [row.label for row in groups()["tag"].narrowed("medic")] == ["Health", "Medicines"]


def test_a_tag_is_ticked_in_whichever_language_the_query_names_it() -> None:
    tags = groups('tag:="здоровье"')["tag"].rows
    ticked = [row for row in tags if row.wish]
    assert [row.label for row in ticked] == ["Health"]
    query = query_wishing("tag:=здоровье", "tag", ticked[0].key, Wish.WITH, "en")
    assert query == ""  # and is taken back under that name


def test_a_body_is_ticked_however_its_name_is_written() -> None:
    (body,) = groups('-body:="world health organization"')["body"].rows
    assert (body.label, body.wish) == ("World Health Organization", Wish.WITHOUT)


def ministries(*countries: str) -> Facets:
    bodies = tuple(
        FacetValue(
            key=f"O-{number:04}",
            label="Ministry of Health",
            count=9 - number,
            reference=f"O-{number:04}",
            countries=codes,
        )
        for number, codes in enumerate(countries)
    )
    return Facets(total=9, values={"body": bodies})


@pytest.mark.parametrize(
    ("countries", "labels"),
    [
        (("AZ", "RU"), ["Ministry of Health (Azerbaijan)", "Ministry of Health (Russia)"]),
        (("AZ", "AZ"), ["Ministry of Health (O-0000)", "Ministry of Health (O-0001)"]),
        (("AZ", ""), ["Ministry of Health (Azerbaijan)", "Ministry of Health (O-0001)"]),
    ],
)
def test_bodies_of_one_title_are_told_by_country_or_reference(
    countries: tuple[str, ...], labels: list[str]
) -> None:
    (group,) = facet_groups(ministries(*countries), {}, ListSpec(), "en")
    assert [row.label for row in group.rows] == labels
    query = query_wishing("", "body", group.rows[1].key, Wish.WITH, "en")
    assert query == "body:O-0001"
    (asked,) = facet_groups(ministries(*countries), wishes_in(query), ListSpec(), "en")
    assert [(row.label, row.wish) for row in asked.asked()] == [(labels[1], Wish.WITH)]
    assert query_wishing(query, "body", asked.asked()[0].key, Wish.WITH, "en") == ""


def test_a_body_asked_for_by_its_reference_is_told_so_though_its_namesakes_are_gone() -> None:
    value = FacetValue(key="Ministry", label="Ministry", count=3, reference="O-0007")
    facets = Facets(total=3, values={"body": (value,)})
    (group,) = facet_groups(facets, wishes_in("body:O-0007"), ListSpec(), "en")
    assert [(row.label, row.wish) for row in group.rows] == [("Ministry (O-0007)", Wish.WITH)]
    (group,) = facet_groups(Facets(), wishes_in("body:o-0008"), ListSpec(), "en")
    assert [(row.label, row.count) for row in group.rows] == [("O-0008", 0)]


def test_what_is_asked_is_added_to_the_text_and_taken_out_of_it() -> None:
    query = query_wishing("health", "country", "AZ", Wish.WITH, "en")
    query = query_wishing(query, "kind", "meeting", Wish.WITHOUT, "en")
    assert query == "health country:AZ -kind:meeting"
    assert query_wishing(query, "country", "AZ", Wish.WITH, "en") == "health -kind:meeting"
    turned = query_wishing(query, "country", "AZ", Wish.WITHOUT, "en")
    assert wishes_in(turned) == {
        ("country", "AZ"): Wish.WITHOUT,
        ("kind", "meeting"): Wish.WITHOUT,
    }
    assert query_without_wishes(query) == "health"
