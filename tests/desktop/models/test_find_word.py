import pytest

from db.catalogue import Catalogue
from db.queries.lists import list_ids
from db.rows.lists import ListSpec
from db.terms import EntryKind
from desktop.models.find_word import AHEAD, find_from
from desktop.models.spine import Spine
from tests.desktop.models.entries import agreements, counting

SPEC = ListSpec(kind=EntryKind.AGREEMENT)
TITLES = (
    "Agreement on customs",
    "Memorandum on health",
    "Protocol on customs",
    "Дорожная карта",
)
CASES = [
    ("cus", 0, 0),
    ("cus", 1, 2),
    ("cus", 3, 0),
    ("memo", 2, 1),
    ("protocol on", 0, 2),
    ("дорож", 0, 3),
    ("ДОРОЖНАЯ К", 0, 3),
    ("a-0002", 0, 1),
    ("ustoms", 0, None),
    (" ", 0, None),
]


@pytest.mark.parametrize("ahead", [AHEAD, 0])
@pytest.mark.parametrize("case", CASES)
def test_the_next_word_that_begins_so_is_found_round_the_end(
    catalogue: Catalogue,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[str, int, int | None],
    ahead: int,
) -> None:
    typed, row, found = case
    monkeypatch.setattr("desktop.models.find_word.AHEAD", ahead)  # 0: the index alone is asked
    agreements(catalogue, *TITLES)
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, SPEC))
        entry = find_from(session, SPEC, spine, row, typed)
    assert entry == (0 if found is None else spine.ids[found])


@pytest.mark.parametrize("row", [0, 2, 5, 8])
def test_what_stands_further_off_than_the_first_candidates_is_found_too(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, row: int
) -> None:
    monkeypatch.setattr("desktop.models.find_word.AHEAD", 0)
    monkeypatch.setattr("desktop.models.find_word.CANDIDATES", 2)
    agreements(catalogue, *(f"Customs {number}" for number in range(9)))
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, SPEC))
        assert find_from(session, SPEC, spine, row, "cust") == spine.ids[row]


def test_only_what_is_listed_is_found(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.models.find_word.AHEAD", 0)
    spec = ListSpec(kind=EntryKind.AGREEMENT, query="health OR карта")
    agreements(catalogue, *TITLES)
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, spec))
        assert find_from(session, spec, spine, 0, "customs") == 0
        assert find_from(session, spec, spine, 0, "memor") == spine.ids[0]


def test_words_of_the_text_alone_do_not_count(catalogue: Catalogue) -> None:
    agreements(catalogue, "Alpha")
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, SPEC))
        assert find_from(session, SPEC, spine, 0, "draft") == 0


def test_a_rare_word_costs_a_few_statements(catalogue: Catalogue) -> None:
    agreements(catalogue, *TITLES)
    with catalogue.read() as session:
        spine = Spine.built(list_ids(session, SPEC))
        with counting(catalogue) as statements:
            find_from(session, SPEC, spine, 2, "memo")
    assert len(statements) <= 6
