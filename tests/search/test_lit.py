"""Which words of a query are lit, and where."""

from db.search.lit import lits_of
from db.search.tree import All, Any, Choice, Not, Words
from db.text.highlight import Lit


def test_what_must_not_be_there_and_what_is_no_word_is_not_lit() -> None:
    node = All(
        parts=(
            Words(text="health", begins=True),
            Not(part=Words(text="customs")),
            Choice(field="kind", keys=("meeting",)),
            Any(parts=(Words(text="XXI"), Words(text="two words", phrase=True))),
        )
    )
    assert lits_of(node) == (
        Lit(words=("health",), begins=True),
        Lit(words=("XXI",)),
        Lit(words=("two", "words"), phrase=True),
    )


def test_words_of_another_column_are_not_lit_in_this_one() -> None:
    node = All(
        parts=(
            Words(text="a", column="title"),
            Words(text="b", column="text"),
            Words(text="c", inside=True),
            Words(text="d", exact=True),
        )
    )
    found = {
        column: [lit.words[0] for lit in lits_of(node, column=column)]
        for column in ("title", "name", "text", "")
    }
    assert found == {
        "title": ["a", "c", "d"],
        "name": ["c", "d"],
        "text": ["b", "d"],
        "": ["a", "b", "c", "d"],
    }
