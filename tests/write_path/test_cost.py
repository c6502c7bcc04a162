"""What one act asks of SQLite: few statements, as many in a large catalogue, and no scans."""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country, set_field, trash_entries
from db.commands.links import add_link
from db.commands.names import add_name
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.reversal import resting_on
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, NameKind, StageKind
from tests.write_path.acts import write

Said = list[tuple[str, object]]

_WITHOUT_PLAN = ("BEGIN", "PRAGMA")
_NEVER_WHOLE = re.compile(
    r"SCAN ((temp\.)?touched|CONSTANT ROW|[a-z]+ (EXISTS )?VIRTUAL TABLE|"
    r"json_each|reached|above|below|r|anon_\d|\(subquery-\d+\)|l$)"
)
"""The noting table, arrays of ids, what was gathered so far, a full-text row by its id."""


@dataclass(frozen=True, slots=True)
class Town:
    """A catalogue in which everything hangs on one country, one body and one person."""

    agreements: list[int]
    country: int
    body: int
    person: int
    tag: int


def build(session: Session, number: int) -> Town:
    """Make so many agreements between them."""
    country = ensure_country(session, code="AZ")

    def make(kind: EntryKind, title: str) -> int:
        return create_entry(session, kind=kind, values={"title": title})

    body, person = make(EntryKind.ORGANISATION, "Ministry"), make(EntryKind.PERSON, "Ana Lima")
    add_link(session, spec=LinkSpec(kind=LinkKind.OF_COUNTRY, subject_id=body, object_id=country))
    agreements = [make(EntryKind.AGREEMENT, f"Agreement {place}") for place in range(number)]
    for one in agreements[1:]:
        for kind, other, behalf in (
            (LinkKind.PARTY, country, None),
            (LinkKind.PARTY, body, None),
            (LinkKind.SIGNATORY, person, country),
        ):
            spec = LinkSpec(kind=kind, subject_id=one, object_id=other, on_behalf_of_id=behalf)
            add_link(session, spec=spec)
    tag = create_tag(session, spec=TagSpec(label_en=f"health {number}"))
    return Town(agreements, country, body, person, tag)


def _linked(kind: LinkKind, end: str, behalf: str = "") -> Callable[[Session, Town], object]:
    def run(session: Session, town: Town) -> object:
        spec = LinkSpec(
            kind=kind,
            subject_id=town.agreements[0],
            object_id=getattr(town, end),
            on_behalf_of_id=getattr(town, behalf) if behalf else None,
        )
        return add_link(session, spec=spec)

    return run


def _set(field: str, value: str) -> Callable[[Session, Town], object]:
    return lambda s, town: set_field(s, entry_id=town.agreements[0], field=field, value=value)


ACTS: dict[str, tuple[int, Callable[[Session, Town], object]]] = {
    "a summary": (24, _set("summary", "Six words that stand nowhere yet")),
    "a title": (28, _set("title", "Memorandum")),
    "a number": (18, _set("number", "7/21")),
    "a date": (18, _set("covers", "2021-03")),
    "a review": (18, _set("review", "checked")),
    "a link to a country": (28, _linked(LinkKind.PARTY, "country")),
    "a link to a body": (28, _linked(LinkKind.PARTY, "body")),
    "a link to a person": (33, _linked(LinkKind.SIGNATORY, "person", "country")),
    "a name": (
        26,
        lambda s, town: add_name(
            s, entry_id=town.agreements[0], text="Accord", kind=NameKind.VARIANT
        ),
    ),
    "a stage": (
        24,
        lambda s, town: add_stage(
            s,
            agreement_id=town.agreements[0],
            spec=StageSpec(kind=StageKind.SIGNED, date="2021-03-04"),
        ),
    ),
    "a tag": (14, lambda s, town: tag_entries(s, entry_ids=town.agreements[:1], tag_id=town.tag)),
    "trash": (16, lambda s, town: trash_entries(s, entry_ids=town.agreements[:1])),
}
"""Acts, each with the statements it may take, undone and redone no more."""


@contextmanager
def listening() -> Generator[Said]:
    """Gather what is said to SQLite, with its values; what is said for many rows counts once."""
    said: Said = []

    def note(*call: object) -> None:
        said.append((str(call[2]), call[3]))

    event.listen(Engine, "before_cursor_execute", note)
    yield said
    event.remove(Engine, "before_cursor_execute", note)


def said_for(catalogue: Catalogue, town: Town, name: str) -> list[Said]:
    """Carry out an act, undo it and redo it; return what was said for each."""
    _most, act = ACTS[name]
    said: list[Said] = []
    for step in (lambda: write(catalogue, lambda s: act(s, town)), catalogue.undo, catalogue.redo):
        with listening() as heard:
            step()
        said.append(heard)
    catalogue.undo()
    return said


def _make(catalogue: Catalogue, number: int) -> Town:
    return write(catalogue, lambda session: build(session, number)).value


@pytest.mark.parametrize("name", ACTS)
def test_an_act_takes_few_statements(catalogue: Catalogue, name: str) -> None:
    counts = [len(said) for said in said_for(catalogue, _make(catalogue, 4), name)]
    assert max(counts) <= ACTS[name][0], counts


def test_no_act_takes_more_statements_in_a_larger_catalogue(catalogue: Catalogue) -> None:
    def counts(town: Town) -> dict[str, list[int]]:
        return {name: [len(said) for said in said_for(catalogue, town, name)] for name in ACTS}

    small = _make(catalogue, 4)
    counts(small)  # new words are learnt once
    of_small = counts(small)
    large = _make(catalogue, 150)
    assert counts(large) == of_small


@pytest.mark.parametrize("name", ACTS)
def test_no_act_reads_a_whole_table(catalogue: Catalogue, name: str) -> None:
    said = list(chain(*said_for(catalogue, _make(catalogue, 4), name)))
    assert catalogue.keep(lambda s: list(_scans(s.connection(), said))) == []


def _resting(catalogue: Catalogue, number: int) -> Said:
    """Have all links of a town rest on the act that made it; return what asking for that says."""
    town = _make(catalogue, number)
    made = catalogue.keep(
        lambda s: s.connection().exec_driver_sql("SELECT max(id) FROM revision").scalar_one()
    )
    tag = partial(tag_entries, entry_ids=town.agreements, tag_id=town.tag)
    write(catalogue, tag)
    write(catalogue, partial(trash_entries, entry_ids=town.agreements))
    with listening() as said, catalogue.read() as session:
        assert resting_on(session.connection(), made) == (made + 2, made + 1)
    return said


def test_what_rests_on_an_act_is_asked_of_all_its_rows_at_once(catalogue: Catalogue) -> None:
    _make(catalogue, 3)  # the country is made once
    small = _resting(catalogue, 4)
    large = _resting(catalogue, 150)
    assert len(large) == len(small)
    assert catalogue.keep(lambda s: list(_scans(s.connection(), large))) == []


def _scans(connection: Connection, said: Said) -> Iterator[str]:
    for statement, values in said:
        if not statement.startswith(_WITHOUT_PLAN):
            first = values[0] if isinstance(values, list) else values
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", first).all()  # type: ignore[arg-type]
            for step in (str(row[3]) for row in plan):
                # the least value of a column without an index is called a search too
                is_blind = step.startswith("SEARCH") and "USING" not in step
                if is_blind or (step.startswith("SCAN") and not _NEVER_WHOLE.match(step)):
                    yield f"{step}: {statement[:200]}"
