"""Entries for tests of lists: a few through acts, or thousands straight into the tables."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import event, insert

from db.act import Act
from db.catalogue import Catalogue
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec
from db.models import Agreement, Entry
from db.pools import writing_engine
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, StageKind
from db.text.names import sort_title
from desktop.acts import entries as acts
from desktop.acts import links as link_acts


def make(catalogue: Catalogue, kind: EntryKind, title: str, **values: str) -> int:
    """Make an entry and return its id."""
    return catalogue.write(acts.create_entry(kind, {"title": title, **values})).value


def agreements(catalogue: Catalogue, *titles: str) -> list[int]:
    """Make agreements and return their ids."""
    return [make(catalogue, EntryKind.AGREEMENT, title) for title in titles]


def stage(catalogue: Catalogue, agreement: int, kind: StageKind, date: str) -> None:
    """Give an agreement a stage."""
    spec = StageSpec(kind=kind, date=date)
    catalogue.write(
        Act(key="stage.add", run=lambda s: add_stage(s, agreement_id=agreement, spec=spec))
    )


def party(catalogue: Catalogue, agreement: int, country: str) -> None:
    """Make a country, by its code, a party to an agreement."""
    place = catalogue.write(link_acts.create_other_end(EntryKind.PLACE, country, country)).value
    spec = LinkSpec(kind=LinkKind.PARTY, subject_id=agreement, object_id=place)
    catalogue.write(link_acts.add_link(spec))


def tag(
    catalogue: Catalogue,
    label: str,
    *entries: int,
    colour: str = "",
    label_ru: str = "",
    parent_id: int | None = None,
) -> int:
    """Make a tag, add it to entries, and return its id."""
    spec = TagSpec(label_en=label, label_ru=label_ru, colour=colour, parent_id=parent_id)
    return catalogue.write(acts.create_tag(spec, entries)).value


def fill(catalogue: Catalogue, count: int, *, start: int = 1) -> None:
    """Put numbered agreements straight into the tables, in the order of their titles."""
    rows = [
        {
            "id": number,
            "uid": f"uid-{number}",
            "kind": EntryKind.AGREEMENT,
            "reference": f"A-1{number:06}",
            "title": f"Agreement {number:06}",
            "summary": "",
            "note": "",
            "created_at": datetime(2026, 11, 22, tzinfo=UTC),
            "sort_title": sort_title(f"Agreement {number:06}"),
            "subtype": "agreement",
        }
        for number in range(start, start + count)
    ]
    engine = writing_engine(catalogue.path)
    with engine.begin() as connection:
        connection.execute(insert(Entry.__table__), rows)  # pyright: ignore[reportArgumentType]
        connection.execute(insert(Agreement.__table__), [{"id": row["id"]} for row in rows])  # pyright: ignore[reportArgumentType]
    engine.dispose()


@contextmanager
def counting(catalogue: Catalogue) -> Generator[list[str]]:
    """Collect the statements that readers run, and those of looks."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            statements.append(statement)

    event.listen(catalogue.store.readers, "before_cursor_execute", note)
    with catalogue.look():
        looker = catalogue._plain
    assert looker is not None
    looker.set_trace_callback(lambda statement: note(None, None, statement))
    try:
        yield statements
    finally:
        looker.set_trace_callback(None)
        event.remove(catalogue.store.readers, "before_cursor_execute", note)
