"""The examples of the help page, asked of the sample: they run, and find what they promise."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Entry
from db.search.grammar import parse
from db.search.sql import Form, bind, condition
from tests.search.test_help_page import examples

FIND_NOTHING = {"state:inbox", "has:no-evidence", "есть:нет-подтверждений"}
"""What a catalogue has none of when all its sources are read."""


@pytest.mark.parametrize("example", list(examples()))
def test_an_example_finds_something_in_the_sample(shown: Session, example: str) -> None:
    bound = bind(shown, parse(example))
    answers = [
        set(shown.execute(select(Entry.id).where(~Entry.trashed, condition(bound, form))).scalars())
        for form in Form
    ]
    assert all(answer == answers[0] for answer in answers)
    assert bool(answers[0]) == (example not in FIND_NOTHING)
    assert bound.problems == ()
