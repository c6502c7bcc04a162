"""Sources: original, decoding and text apart; the same text again is noticed."""

import hashlib
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from db.catalogue import Catalogue
from db.commands.drafts import drop_draft, keep_draft
from db.commands.sources import add_source, add_sources
from db.errors import Refused
from db.exchange.intake import read_release
from db.exchange.release import Arrival, arrival_of
from db.queries.drafts import draft, drafts
from db.queries.likes import LikeSource, like_sources
from db.queries.sources import original, source_page
from db.rows.entries import EntryRef
from desktop.intake import TakingTurns
from desktop.release_files import ReadFile
from tests.write_path.acts import content, rows, write

TEXT = (
    "Министры здравоохранения двух стран обсудили в Баку подготовку врачей, поставки лекарств "
    "и совместные исследования. Стороны договорились провести следующую встречу в Москве, где "
    "будет рассмотрен ход выполнения дорожной карты, и отметили вклад учёных обеих стран.\n"
)


def _take_in(catalogue: Catalogue, data: bytes, name: str = "release.txt") -> int:
    release = read_release(data, name=name)
    return write(catalogue, lambda session: add_source(session, release=release)).value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_original_decoding_and_text_are_kept_apart(catalogue: Catalogue, encoding: str) -> None:
    data = TEXT.encode(encoding)
    source = _take_in(catalogue, data)
    with catalogue.read() as session:
        page = source_page(session, source)
        assert original(session, source) == data
    assert page is not None
    assert page.text == TEXT
    assert page.sha256 == hashlib.sha256(data).hexdigest()
    assert page.encoding.replace("-", "").startswith(encoding.replace("-", ""))


def test_a_source_waits_in_the_inbox_with_its_language(catalogue: Catalogue) -> None:
    _take_in(catalogue, TEXT.encode())
    assert rows(catalogue, "SELECT reading_state, languages, file_name FROM source") == [
        ("inbox", "ru", "release.txt")
    ]


def test_the_same_file_is_recognised(catalogue: Catalogue) -> None:
    source = _take_in(catalogue, TEXT.encode())
    with catalogue.read() as session:
        release = read_release(TEXT.encode(), name="again.txt")
        (like,) = like_sources(session, sha256=release.sha256, text=release.text)
    assert (like.ref.id, like.same_file) == (source, True)


def test_nearly_the_same_text_is_recognised_and_another_is_not(catalogue: Catalogue) -> None:
    _take_in(catalogue, TEXT.encode())
    changed = "Новости дня\n" + TEXT.replace("в Москве", "в Москве весной")
    other = "Сирийская делегация посетила университет и познакомилась с его клиниками."
    with catalogue.read() as session:
        (like,) = like_sources(session, sha256="", text=changed)
        strangers = like_sources(session, sha256="", text=other)
    assert 0.6 < like.likeness < 1
    assert strangers == ()


def test_one_original_is_stored_once(catalogue: Catalogue) -> None:
    _take_in(catalogue, TEXT.encode())
    _take_in(catalogue, TEXT.encode())
    assert rows(catalogue, "SELECT count(*) FROM file") == [(1,)]
    assert rows(catalogue, "SELECT count(*) FROM source") == [(2,)]


def test_drafts_live_in_the_catalogue_and_outside_history(catalogue: Catalogue) -> None:
    catalogue.keep(lambda s: keep_draft(s, form="new:meeting:1", values={"title": "Talks"}))
    catalogue.keep(lambda s: keep_draft(s, form="entry:7", values={"start": "the day after"}))
    with catalogue.read() as session:
        assert drafts(session) == {
            "new:meeting:1": {"title": "Talks"},
            "entry:7": {"start": "the day after"},
        }
    catalogue.keep(lambda s: drop_draft(s, form="entry:7"))
    with catalogue.read() as session:
        assert draft(session, "entry:7") == {}
    assert rows(catalogue, "SELECT count(*) FROM revision") == [(0,)]


def _arrivals(first: int, last: int) -> list[Arrival]:
    texts = (f"Talks on subject {n}\n\n{TEXT}{n} {n} {n}" for n in range(first, last))
    return [arrival_of(read_release(text.encode(), name="r.txt")) for text in texts]


def _statements(catalogue: Catalogue, arrivals: list[Arrival], *, again: bool) -> int:
    """Take releases in; return how many statements that took."""
    batch = [ReadFile(file=Path("r.txt"), content=arrival) for arrival in arrivals]
    count = 0

    def note(*_given: object) -> None:
        nonlocal count
        count += 1

    event.listen(Engine, "before_cursor_execute", note)
    try:
        catalogue.write(TakingTurns(again=again).act(batch))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return count


@pytest.mark.parametrize("again", [True, False])
def test_no_number_of_statements_grows_with_the_files_taken_in_together(
    catalogue: Catalogue, *, again: bool
) -> None:
    _statements(catalogue, _arrivals(0, 3), again=again)
    few = _statements(catalogue, _arrivals(10, 13), again=again)
    many = _statements(catalogue, _arrivals(20, 170), again=again)
    assert many <= few + 3  # a word nobody had written yet is learnt by one more


def test_many_sources_are_what_they_would_be_one_by_one(catalogue: Catalogue) -> None:
    arrivals = _arrivals(0, 4)
    write(catalogue, lambda session: add_sources(session, arrivals=arrivals[:2]))
    for arrival in arrivals[2:]:
        write(catalogue, partial(add_source, release=arrival.release))
    found = rows(
        catalogue,
        "SELECT reference, title, languages, file_name, format, encoding, reading_state, state, "
        "subtype, version, received, length(text), (SELECT count(*) FROM source_sketch "
        "WHERE source_id = entry.id) FROM entry JOIN source USING (id) "
        "JOIN source_text ON sha256 = text_sha256 ORDER BY entry.id",
    )
    assert [row[:2] for row in found] == [
        (f"S-{n + 1:04}", f"Talks on subject {n}") for n in range(4)
    ]
    assert len({row[2:] for row in found}) == 1


def test_one_that_can_t_be_stored_does_not_stop_the_others(catalogue: Catalogue) -> None:
    first, second, third = _arrivals(0, 3)
    nameless = replace(second, release=replace(second.release, title="\u200b"))
    added = write(
        catalogue, lambda session: add_sources(session, arrivals=[first, nameless, third])
    ).value
    assert [one.reason if isinstance(one, Refused) else one for one in added] == [
        1,
        "title_empty",
        2,
    ]
    assert rows(catalogue, "SELECT reference FROM entry ORDER BY id") == [("S-0001",), ("S-0002",)]


def test_turns_of_one_choice_are_taken_back_and_done_again_together(catalogue: Catalogue) -> None:
    before = content(catalogue)
    turns = TakingTurns()
    for first in range(0, 9, 3):
        batch = [ReadFile(file=Path("r.txt"), content=one) for one in _others(first, first + 3)]
        catalogue.write(turns.act(batch))
    after = content(catalogue)
    assert rows(catalogue, "SELECT count(*) FROM revision") == [(1,)]
    assert catalogue.undo().change.removed == frozenset(range(1, 10))
    assert content(catalogue) == before
    catalogue.redo()
    assert content(catalogue) == after


def _others(first: int, last: int) -> list[Arrival]:
    """Return releases that are not like one another."""
    texts = (
        " ".join(f"word{n * n + k}" for k in range(0, 90 * (n + 1), n + 1))
        for n in range(first, last)
    )
    return [arrival_of(read_release(text.encode(), name=f"{len(text)}.txt")) for text in texts]


def test_of_doubles_in_one_turn_the_first_is_taken_in_and_the_others_name_it(
    catalogue: Catalogue,
) -> None:
    other, again = _others(0, 2)
    near = arrival_of(read_release(f"News\n\n{other.release.text}".encode(), name="near.txt"))
    line = [other, again, near, other]
    batch = [ReadFile(file=Path(str(at)), content=one) for at, one in enumerate(line)]
    taken = catalogue.write(TakingTurns().act(batch)).value
    first, second, like, same = (one.outcome for one in taken)
    assert isinstance(first, EntryRef)
    assert isinstance(second, EntryRef)
    assert isinstance(like, LikeSource)
    assert isinstance(same, LikeSource)
    assert (like.ref, like.same_file) == (first, False)
    assert 0.6 < like.likeness < 1
    assert (same.ref, same.same_file, same.likeness) == (first, True, 1)
    (later,) = catalogue.write(TakingTurns().act(batch[2:3])).value
    assert later.outcome == like
