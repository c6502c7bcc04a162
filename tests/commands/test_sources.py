"""Sources: original, decoding and text apart; the same text again is noticed."""

import hashlib

import pytest

from db.catalogue import Catalogue
from db.commands.drafts import drop_draft, keep_draft
from db.commands.sources import add_source
from db.exchange.intake import read_release
from db.queries.drafts import draft, drafts
from db.queries.sources import like_sources, original, source_page
from tests.write_path.acts import rows, write

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
