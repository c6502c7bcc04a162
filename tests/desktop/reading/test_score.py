"""How well releases are read: the figures kept beside the releases may rise and not fall."""

import json

import pytest

from tests.desktop.reading.score import KEPT, RELEASES, score_of
from tests.desktop.reading.scoring import score


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_figure_falls_below_the_one_kept(language: str) -> None:
    kept: dict[str, float] = json.loads(KEPT.read_text(encoding="utf-8"))[language]
    found = score_of([RELEASES], language).shares()
    assert set(found) == set(kept)
    fallen = {name: (found[name], kept[name]) for name in kept if found[name] < kept[name]}
    assert fallen == {}, "raise these again, or say in the commit why they may fall"


def test_a_reading_agrees_wholly_with_itself_and_not_with_another() -> None:
    by_hand = {
        "people": [{"name": "Ana Ruiz", "role": "Minister", "country": "PE"}],
        "organisations": ["Fisheries Council", {"name": "Port Office", "optional": True}],
        "countries": ["PE"],
        "agreements": [{"title": "protocol on fish", "type": "protocol", "parties": ["PE"]}],
        "meetings": [{"title": "talks", "number": "3", "chairs": ["Ana Ruiz"]}],
        "dates": ["2020-01-02"],
    }
    assert set(score(by_hand, by_hand).shares().values()) == {1.0}
    assert score(by_hand, {}).kinds["people"].missed == 1
    assert score(by_hand, {}).kinds["organisations"].missed == 1
    other = {"people": ["Bo Lind"], "dates": ["2020-01-03"]}
    assert score(by_hand, other).kinds["people"].extra == 1
    assert score(by_hand, other).kinds["dates"].f1 == 0.0
