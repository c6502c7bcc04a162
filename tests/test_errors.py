"""Tests of `db.errors`."""

import ast
import string
from datetime import UTC, datetime
from pathlib import Path

import pytest

import db
from db.errors import (
    AlreadyThere,
    CatalogueError,
    Damaged,
    DiskFull,
    EditConflict,
    LockedAway,
    LockedBy,
    Missing,
    NoLocks,
    NotACatalogue,
    ReadOnly,
    ReadOnlyPlace,
    Refused,
    TooNew,
    Unreadable,
)
from db.reasons import REFUSALS, UNREADABLE

PATH = Path("archive.chancery")
ERRORS = [
    TooNew(PATH, "0009", "0001"),
    NotACatalogue(PATH),
    Damaged(PATH, "row 4 missing from index"),
    ReadOnlyPlace(PATH),
    DiskFull(PATH),
    LockedBy(PATH, "Aygün", datetime(2026, 11, 22, 9, 30, tzinfo=UTC)),
    LockedAway(PATH, "Aygün", None),
    NoLocks(PATH),
    Missing(PATH),
    AlreadyThere(PATH),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_about_a_file_names_it_in_one_sentence_with_what_to_do(
    error: CatalogueError,
) -> None:
    sentence = str(error)
    assert "archive.chancery" in sentence
    assert sentence.endswith(".")
    assert ": " in sentence
    assert "\n" not in sentence


def test_who_has_a_catalogue_open_is_said_where_it_is_known() -> None:
    since = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert str(ERRORS[5]).startswith("Aygün has")
    assert f"open since {since.astimezone():%Y-%m-%d %H:%M}:" in str(ERRORS[5])
    assert "Another program has" in str(LockedBy(PATH, None, None))


def test_of_a_program_on_another_computer_it_is_said_what_to_do_if_it_is_gone() -> None:
    assert "wait a minute" not in str(LockedBy(PATH, "Aygün", None))
    assert "wait a minute and open it again" in str(LockedBy(PATH, "A", None, is_elsewhere=True))


def test_a_conflict_shows_both_values() -> None:
    sentence = str(EditConflict(12, "title", "Protocol", "Roadmap"))
    assert "Protocol" in sentence
    assert "Roadmap" in sentence


def test_an_error_is_raised_caught_and_compared_as_itself() -> None:
    with pytest.raises(CatalogueError) as caught:
        raise ReadOnly
    assert isinstance(caught.value, ReadOnly)
    assert Missing(PATH) != Missing(PATH)


@pytest.mark.parametrize("reason", sorted(REFUSALS))
def test_a_refusal_fills_its_sentence_with_its_details(reason: str) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(REFUSALS[reason]) if name]
    sentence = str(Refused(reason, **{name: f"<{name}>" for name in names}))
    assert all(f"<{name}>" in sentence for name in names)
    assert (sentence.count(": "), sentence[-1]) == (1, ".")
    assert "{" not in sentence


def raised_refusals() -> list[tuple[str, set[str]]]:
    """Read the code of `db` for each reason it refuses for, with the details it gives."""
    sources = sorted(Path(db.__file__).parent.rglob("*.py"))
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    return [
        (reason.value, {keyword.arg or "" for keyword in node.keywords})
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Refused"
        and isinstance(reason := node.args[0], ast.Constant)
        and isinstance(reason.value, str)
    ]


def test_every_reason_raised_has_a_sentence_and_every_sentence_a_reason() -> None:
    raised = raised_refusals()
    assert {reason for reason, _ in raised} == set(REFUSALS)
    for reason, details in raised:
        assert "{" not in str(Refused(reason, **dict.fromkeys(details, "it")))


def test_a_refusal_without_a_sentence_still_says_its_reason() -> None:
    assert str(Refused("moon_is_full", day=3)) == "This can't be done: moon is full."


@pytest.mark.parametrize("reason", sorted(UNREADABLE))
def test_what_cannot_be_read_is_named_or_called_the_text(reason: str) -> None:
    assert "notes.bin" in str(Unreadable("notes.bin", reason, format="PDF", limit=10))
    pasted = str(Unreadable("", reason, format="PDF", limit=10))
    assert "the text" in pasted.lower()
    assert pasted[0].isupper()


def test_a_format_not_read_yet_is_named() -> None:
    assert str(Unreadable("a.pdf", "unknown_format", format="PDF")).startswith(
        "Chancery can't read PDF yet: open a.pdf, copy the text and paste it"
    )
