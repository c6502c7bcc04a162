"""Each reason for which an import is refused has a sentence, and each sentence a reason."""

import ast
import string
from pathlib import Path

import pytest

import db
from db.errors import Unimportable
from db.reasons import UNIMPORTABLE


def _raised() -> set[str]:
    sources = Path(db.__file__).parent.rglob("*.py")
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    return {
        reason.value
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in {"Unimportable", "refusal"}
        and node.args
        and isinstance(reason := node.args[0], ast.Constant)
        and isinstance(reason.value, str)
    }


def test_every_reason_has_a_sentence_and_every_sentence_a_reason() -> None:
    assert _raised() | {"bomb", "no_table"} == set(UNIMPORTABLE)


@pytest.mark.parametrize("reason", sorted(UNIMPORTABLE))
def test_a_sentence_names_the_file_the_line_and_the_details(reason: str) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(UNIMPORTABLE[reason]) if name]
    error = Unimportable(reason, file="a.jsonl", line=7, **{name: f"<{name}>" for name in names})
    assert str(error).startswith("a.jsonl, line 7: ")
    assert str(error).endswith(". Nothing was imported.")
    assert all(f"<{name}>" in str(error) for name in names)


def test_a_place_that_is_known_is_kept() -> None:
    first = Unimportable("deep").within("a.jsonl", 3)
    assert (first.within("b.jsonl", 9).file, first.line) == ("a.jsonl", 3)
