import pytest

from db.terms import EntryKind
from desktop.models.query_reach import asks_for_words, kinds_named


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("", False),
        ("health", True),
        ("type:roadmap", False),
        ("type:roadmap OR (health -tea)", True),
        ("-health", False),
        ("country:AZ -health", False),
        ('title:"roadmap of"', True),
    ],
)
def test_only_wanted_words_can_be_ranked_by(query: str, asks: bool) -> None:
    assert asks_for_words(query) is asks


def test_names_of_others_decide_wherever_they_stand() -> None:
    assert kinds_named("health country:AZ tag:trade") == frozenset()
    assert kinds_named("health -person:murashko OR body:WHO") == {
        EntryKind.PERSON,
        EntryKind.ORGANISATION,
    }
    assert kinds_named("-(place:baku health)") == {EntryKind.PLACE}
