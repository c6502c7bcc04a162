from datetime import UTC, datetime

import pytest

from db.rows.entries import EntryLine
from db.terms import EntryKind, SourceKind
from desktop.models.columns import (
    COLUMNS,
    TITLE,
    column_title,
    columns_of,
    first_columns,
    section_of,
)

KINDS = [None, *EntryKind]
SOURCE = EntryLine(
    id=1,
    kind=EntryKind.SOURCE,
    reference="S-0001",
    title="Release",
    subtype=SourceKind.PRESS_RELEASE,
    state="inbox",
    date_text="2021-05~",
    body="Ministry of Health",
    country_codes="AZ RU",
    review="draft",
    evidence_count=4,
    gap_count=0,
    conflict_count=0,
    created_at=datetime(2021, 5, 20, 12, tzinfo=UTC),
)


def said(key: str, line: EntryLine = SOURCE) -> str:
    return COLUMNS[section_of(key)].text(line)


def test_the_title_is_the_first_column_and_keys_are_unique() -> None:
    assert COLUMNS[TITLE].key == "title"
    assert len({column.key for column in COLUMNS}) == len(COLUMNS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_columns_with_names_of_their_own(kind: EntryKind | None) -> None:
    offered = columns_of(kind)
    assert "title" in first_columns(kind)
    assert set(first_columns(kind)) <= set(offered)
    assert len({column_title(key, kind) for key in offered}) == len(offered)


def test_what_says_nothing_is_not_offered() -> None:
    assert "kind" in columns_of(None)
    assert "kind" not in columns_of(EntryKind.PERSON)
    assert not {"state", "type"} & set(columns_of(EntryKind.PERSON))
    assert "date" not in columns_of(EntryKind.PLACE)
    assert "evidence" not in columns_of(EntryKind.SOURCE)


def test_columns_are_called_as_the_kind_calls_them() -> None:
    kinds = (EntryKind.SOURCE, EntryKind.AGREEMENT, EntryKind.PERSON, None)
    assert [column_title("body", kind) for kind in kinds] == [
        "Publisher",
        "Number",
        "Post",
        "Body",
    ]


def test_dates_are_labels_numbers_are_plain_and_nothing_is_empty() -> None:
    assert said("date") == "about May 2021"
    assert said("added") == "20 May 2021"
    assert (said("changed"), said("gaps"), said("evidence")) == ("", "", "")
    assert said("countries") == "AZ · RU"
    assert (said("kind"), said("type"), said("state")) == ("Source", "Press release", "inbox")
    assert [column.key for column in COLUMNS if column.is_number] == ["evidence", "gaps"]
