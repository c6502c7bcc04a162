"""Hostile files: each gives a text or a plain refusal, here and in a process apart."""

import socket
from pathlib import Path

import pytest

from db.errors import Unreadable
from db.exchange.apart.reading import read_apart
from db.exchange.release import Release
from db.reasons import UNREADABLE
from tests.exchange.nasty.corpus import NASTY, Nasty


def outcome(data: bytes, name: str) -> Release | Unreadable:
    try:
        return read_apart(data, name=name)
    except Unreadable as refusal:
        return refusal


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_a_hostile_file_gives_its_text_or_a_plain_refusal(nasty: Nasty) -> None:
    data = nasty.make()
    found = outcome(data, nasty.name)
    if isinstance(found, Unreadable):
        assert found.reason in nasty.reasons, str(found)
        assert nasty.name in str(found)
    else:
        assert nasty.shows, found.text[:200]
        assert nasty.shows in found.text
        assert "root:" not in found.text
        assert found.original == data


def test_after_all_of_them_an_honest_file_is_read() -> None:
    assert read_apart(b"The ministers met in Baku.", name="a.txt").text == (
        "The ministers met in Baku."
    )


def test_every_refusal_has_a_sentence_that_names_a_remedy() -> None:
    for reason, sentence in UNREADABLE.items():
        assert ": " in sentence, reason
        assert str(Unreadable("a.pdf", reason, format="DOC", limit=50)).endswith(".")


def test_attachments_are_named_without_their_folders() -> None:
    tricky = next(one for one in NASTY if one.name == "tricky.eml")
    release = read_apart(tricky.make(), name="../../tricky.eml")
    assert release.left_out == ("evil.pdf",)
    assert release.name == "tricky.eml"


def test_the_program_itself_opens_no_socket_while_files_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        pytest.fail("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    fetching = next(one for one in NASTY if one.name == "fetching.html")
    assert "run" not in read_apart(fetching.make(), name="a.html").text.split()
