"""Many ids in one statement: no statement, and no number of statements, grows with them."""

import json
from collections.abc import Iterable

from sqlalchemy import Select, func, select


def among(values: Iterable[int] | Iterable[str]) -> Select[int | str]:
    """Return values as the rows of a select, for ``column.in_(among(values))``.

    They travel as one JSON array, since SQLite takes only so many parameters a statement.
    """
    each = func.json_each(json.dumps(sorted(set(values)))).table_valued("value")
    return select(each.c.value)
