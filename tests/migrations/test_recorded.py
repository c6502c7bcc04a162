"""What earlier programs recorded can still be undone, or lies before a line that says it can't."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import schema
from db.catalogue import Catalogue
from db.engine import connect_raw
from db.errors import Refused
from db.history import recorded_columns
from db.queries.acts import horizon
from tests.write_path.acts import content, rows

KEPT = Path(__file__).parent / "kept"


@pytest.fixture(params=schema.EARLIER)
def upgraded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Catalogue]:
    """Give a catalogue of an earlier program, brought to today's schema."""
    path = tmp_path / "old.chancery"
    path.write_bytes(gzip.decompress((KEPT / f"{request.param}.chancery.gz").read_bytes()))
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        yield catalogue


def _unknown(path: Path) -> set[str]:
    """Return the recorded columns after the horizon that are none today."""
    raw = connect_raw(path, mode="ro")
    changes = raw.execute(
        "SELECT table_name, before, after FROM revision_change WHERE revision_id > coalesce("
        "(SELECT max(id) FROM revision WHERE state = 'step' AND act = 'schema.horizon'), 0)"
    ).fetchall()
    raw.close()
    today = recorded_columns()
    return {
        f"{table}.{column}"
        for table, *images in changes
        for image in images
        for column in json.loads(image or "{}")
        if column not in today.get(table, ())
    }


def _missing(path: Path) -> set[str]:
    """Return columns of today that rows removed after the horizon could not be made again without.

    A row that comes back gets the default of what was not recorded of it; some have none.
    """
    raw = connect_raw(path, mode="ro")
    removed = raw.execute(
        "SELECT table_name, before FROM revision_change WHERE before IS NOT NULL "
        "AND after IS NULL AND revision_id > coalesce("
        "(SELECT max(id) FROM revision WHERE state = 'step' AND act = 'schema.horizon'), 0)"
    ).fetchall()
    needed = {
        table: {
            column
            for _id, column, _type, not_null, default, _key in raw.execute(
                f"SELECT * FROM pragma_table_info('{table}')"
            )
            if not_null and default is None
        }
        for table in {table for table, _before in removed}
    }
    raw.close()
    return {
        f"{table}.{column}"
        for table, before in removed
        for column in needed[table] - json.loads(before).keys()
        if column in recorded_columns()[table]
    }


def _steps(catalogue: Catalogue) -> int:
    """Count the acts that stand after the horizon."""
    with catalogue.read() as session:
        line = horizon(session)
    return len(rows(catalogue, f"SELECT id FROM revision WHERE state = 'done' AND id > {line}"))


def test_all_that_was_recorded_has_its_column_today(upgraded: Catalogue) -> None:
    assert _unknown(upgraded.path) == set()
    assert _missing(upgraded.path) == set()


def test_all_is_undone_up_to_the_horizon_and_redone(upgraded: Catalogue) -> None:
    end, steps = content(upgraded), _steps(upgraded)
    assert steps > 0
    for _ in range(steps):
        upgraded.undo()
    with pytest.raises(Refused) as told:
        upgraded.undo()
    assert told.value.reason == "nothing_to_undo"
    for _ in range(steps):
        upgraded.redo()
    assert content(upgraded) == end
    assert rows(upgraded, "SELECT 1 FROM revision WHERE state = 'undone'") == []


def test_a_column_that_is_no_more_would_be_found(upgraded: Catalogue) -> None:
    lost = (
        "INSERT INTO revision_change (revision_id, position, table_name, row_key, before, after) "
        "SELECT max(id), 99999, 'entry', '[1]', '{\"shelfmark\": \"\"}', '{\"shelfmark\": \"A\"}' "
        "FROM revision"
    )
    upgraded.keep(lambda session: session.connection().exec_driver_sql(lost))
    assert _unknown(upgraded.path) == {"entry.shelfmark"}
    line = (
        "INSERT INTO revision (at, who, act, about, program, visit, state) "
        "SELECT at, '', 'schema.horizon', '', '', '', 'step' FROM revision ORDER BY id DESC LIMIT 1"
    )
    upgraded.keep(lambda session: session.connection().exec_driver_sql(line))
    assert _unknown(upgraded.path) == set()
