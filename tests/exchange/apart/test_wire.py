"""Tests of `db.exchange.apart.wire`: what comes back is trusted in nothing."""

import json
import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Unreadable
from db.exchange.apart.wire import (
    Answer,
    BadFrame,
    Request,
    send_answer,
    send_request,
    take_answer,
    take_request,
)
from db.exchange.release import Parts

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
WORD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=100)
WORDS = st.lists(WORD, max_size=3).map(tuple)
PARTS = st.builds(
    Parts,
    encoding=WORD,
    reader=WORD,
    reader_version=WORD,
    text=TEXT,
    title=WORD,
    languages=WORDS,
    warnings=WORDS,
    published_hint=st.none() | WORD,
    left_out=WORDS,
)


@given(data=st.binary(), name=WORD, text=st.none() | TEXT, wants=st.booleans())
def test_a_request_arrives_as_it_was_sent(
    data: bytes, name: str, text: str | None, wants: bool
) -> None:
    request = Request(data=data, name=name, text=text, wants_sketch=wants)
    pipe = BytesIO()
    send_request(pipe, request)
    assert take_request(BytesIO(pipe.getvalue())) == request


@given(parts=PARTS)
def test_an_answer_arrives_as_it_was_sent(parts: Parts) -> None:
    answer = Answer(format="text", parts=parts, sketch=(1, 2))
    pipe = BytesIO()
    send_answer(pipe, answer)
    assert take_answer(BytesIO(pipe.getvalue()), "a") == answer


def test_a_refusal_arrives_with_the_name_the_parent_knows() -> None:
    pipe = BytesIO()
    send_answer(pipe, Answer(refusal=Unreadable("liar", "too_many_pages", limit=3)))
    refusal = take_answer(BytesIO(pipe.getvalue()), "a.pdf").refusal
    assert refusal is not None
    assert (refusal.name, refusal.reason, refusal.limit) == ("a.pdf", "too_many_pages", 3)


def frame(told: object) -> BytesIO:
    page = json.dumps(told).encode()
    return BytesIO(struct.pack(">II", len(page), 0) + page)


IN_IT: dict[str, object] = {
    "encoding": "", "reader": "a", "reader_version": "1", "text": "b", "title": "b",
    "languages": [], "warnings": [], "published_hint": None, "left_out": [],
}  # fmt: skip
GOOD: dict[str, object] = {"format": "text", "broke": "", "sketch": [1], "parts": IN_IT}


def test_the_frame_that_the_bad_ones_are_made_of_is_good() -> None:
    assert take_answer(frame(GOOD), "a").parts is not None


@pytest.mark.parametrize(
    "bad",
    [
        [], {}, {**GOOD, "format": 1}, {**GOOD, "parts": []}, {**GOOD, "sketch": [2, 1]},
        {**GOOD, "sketch": [-1]}, {**GOOD, "sketch": [True]},
        {**GOOD, "refusal": ["made up", None, None]},
        {**GOOD, "parts": {**IN_IT, "text": "a\0b"}},
        {**GOOD, "parts": {**IN_IT, "text": "\ud800"}},
        {**GOOD, "parts": {**IN_IT, "title": "x" * 301}},
        {**GOOD, "parts": {**IN_IT, "warnings": "code"}},
    ],
)  # fmt: skip
def test_an_answer_that_is_not_as_it_must_be_is_none(bad: object) -> None:
    with pytest.raises(BadFrame):
        take_answer(frame(bad), "a")


@given(data=st.binary(max_size=60))
def test_any_bytes_are_a_frame_or_none(data: bytes) -> None:
    with pytest.raises(BadFrame):
        take_answer(BytesIO(data), "a")
