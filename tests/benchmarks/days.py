"""Countries of a generated catalogue, and days of about so many agreements and meetings of one."""

import sqlite3

from db.rows.dossier import DossierChoices

_BY_AGREEMENTS = """
    SELECT code FROM entry_country WHERE kind = 'agreement' AND trashed = 0
    GROUP BY code ORDER BY count(*)
"""
_DAYS = """
    SELECT substr(sort_date, 1, 10) FROM entry_country
    WHERE code = ? AND kind IN ('agreement', 'meeting') AND trashed = 0 AND sort_date <> ''
    ORDER BY 1
"""


def rarest(plain: sqlite3.Connection) -> str:
    """Return the country that fewest agreements are of."""
    return str(plain.execute(_BY_AGREEMENTS).fetchone()[0])


def busiest(plain: sqlite3.Connection) -> str:
    """Return the country that most agreements are of."""
    return str(plain.execute(f"{_BY_AGREEMENTS} DESC").fetchone()[0])


def days_of(plain: sqlite3.Connection, code: str, entries: int) -> DossierChoices:
    """Choose days of about so many dated entries of a country; those without a date come too."""
    days = [str(day) for (day,) in plain.execute(_DAYS, (code,))]
    middle, half = len(days) // 2, min(entries, len(days) - 1) // 2
    first, last = days[middle - half], days[middle + half]
    return DossierChoices(country=code, period_from=first, period_to=last)
