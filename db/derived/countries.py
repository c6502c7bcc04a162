"""Which countries an entry belongs to, and how strongly (design §2)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from db.terms import AGREEMENT_ROLES, MEETING_ROLES, EntryKind, LinkKind, Strength

Strengths = dict[str, Strength]

ROLES = frozenset({*AGREEMENT_ROLES, *MEETING_ROLES})
_ACTORS = frozenset({EntryKind.PLACE, EntryKind.ORGANISATION, EntryKind.PERSON})
_RECORDS = frozenset({EntryKind.AGREEMENT, EntryKind.MEETING})
_BODIES_ABOVE = (LinkKind.OF_COUNTRY, LinkKind.PART_OF, LinkKind.BRANCH_OF)


class CountryReader:
    """Answers, for one act, which countries entries belong to; remembers what it has found."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._own: dict[int, frozenset[str]] = {}
        self._open: set[int] = set()
        self._circled = False

    def strengths_of(self, kinds: Mapping[int, EntryKind]) -> dict[int, Strengths]:
        """Return each entry's countries (ISO 3166-1), each with the strongest reason it has."""
        found: dict[int, Strengths] = {entry: {} for entry in kinds}
        for entry, code, strength in self._reasons(kinds):
            reasons = found[entry]
            reasons[code] = min(strength, reasons.get(code, strength))
        return found

    def _reasons(self, kinds: Mapping[int, EntryKind]) -> Iterator[tuple[int, str, Strength]]:
        records = [entry for entry, kind in kinds.items() if kind in _RECORDS]
        these = json.dumps(records)
        for entry, kind in kinds.items():
            if kind in _ACTORS:
                for code in self.own(entry, kind):
                    yield entry, code, Strength.PARTY_OR_PARTICIPANT
        yield from self._through_links(these)
        yield from self._through_places(these)
        yield from self._named(json.dumps(list(kinds)))

    def own(self, entry: int, kind: EntryKind) -> frozenset[str]:
        """Return the countries a place lies in, a body is of, or a person acts for."""
        if entry in self._own:
            return self._own[entry]
        if entry in self._open:  # a circle of bodies ends here
            self._circled = True
            return frozenset()
        self._open.add(entry)
        found = frozenset[str]()
        if not self._is_trashed(entry):
            found = frozenset(self._find_own(entry, kind))
        self._open.remove(entry)
        if not self._open:
            self._circled = False
        if not self._circled:  # within a circle only the one it was entered by is known wholly
            self._own[entry] = found
        return found

    def _is_trashed(self, entry: int) -> bool:
        return bool(self._rows("SELECT 1 FROM entry WHERE id = ? AND trashed", entry))

    def _find_own(self, entry: int, kind: EntryKind) -> Iterator[str]:
        if kind == EntryKind.PLACE:
            yield from self._place(entry)
        elif kind == EntryKind.ORGANISATION:
            yield from self._organisation(entry)
        elif kind == EntryKind.PERSON:
            yield from self._person(entry)

    def _rows(self, statement: str, *values: Any) -> Iterable[Any]:  # noqa: ANN401 - column values
        return self._connection.exec_driver_sql(statement, values).all()

    def _place(self, entry: int) -> Iterator[str]:
        for place_kind, code, parent in self._rows(
            "SELECT place_kind, code, parent_id FROM place WHERE id = ?", entry
        ):
            if place_kind == "country" and code:
                yield code
            elif parent is not None:
                yield from self.own(parent, EntryKind.PLACE)

    def _organisation(self, entry: int) -> Iterator[str]:
        above = list(
            self._rows(
                "SELECT kind, object_id, object_kind FROM link "
                "WHERE subject_id = ? AND kind IN (?, ?, ?) AND object_id IS NOT NULL",
                entry,
                *_BODIES_ABOVE,
            )
        )
        stated = [row for row in above if row.kind == LinkKind.OF_COUNTRY]
        for row in stated or above:
            yield from self.own(row.object_id, EntryKind(row.object_kind))

    def _person(self, entry: int) -> Iterator[str]:
        for other, kind in self._rows(
            "SELECT object_id, object_kind FROM link WHERE subject_id = ?1 "
            "AND kind IN (?2, ?3) AND object_id IS NOT NULL "
            "UNION SELECT on_behalf_of_id, on_behalf_of_kind FROM link "
            "WHERE object_id = ?1 AND on_behalf_of_id IS NOT NULL",
            entry,
            LinkKind.OF_COUNTRY,
            LinkKind.HOLDS_POST,
        ):
            yield from self.own(other, EntryKind(kind))

    def _through_links(self, these: str) -> Iterator[tuple[int, str, Strength]]:
        for row in self._rows(
            "SELECT subject_id, kind, object_id, object_kind, on_behalf_of_id, on_behalf_of_kind "
            "FROM link WHERE subject_id IN (SELECT value FROM json_each(?))",
            these,
        ):
            if row.on_behalf_of_id is not None:
                for code in self.own(row.on_behalf_of_id, EntryKind(row.on_behalf_of_kind)):
                    yield row.subject_id, code, Strength.PARTY_OR_PARTICIPANT
            if row.object_id is None:
                continue
            strength = _strength_through(row.kind, row.object_kind)
            if strength is not None and not (
                # somebody who acts for a country is not counted for his own as well
                row.object_kind == EntryKind.PERSON and self._acts_for_country(row)
            ):
                for code in self.own(row.object_id, EntryKind(row.object_kind)):
                    yield row.subject_id, code, strength

    def _acts_for_country(self, row: Any) -> bool:  # noqa: ANN401 - a result row
        behalf = row.on_behalf_of_id
        return behalf is not None and bool(self.own(behalf, EntryKind(row.on_behalf_of_kind)))

    def _through_places(self, these: str) -> Iterator[tuple[int, str, Strength]]:
        for entry, place, party, party_kind in self._rows(
            "SELECT id, place_id, NULL, NULL FROM meeting "
            "WHERE id IN (SELECT value FROM json_each(?1)) "
            "UNION ALL SELECT s.agreement_id, s.place_id, s.party_id, p.kind FROM stage s "
            "LEFT JOIN entry p ON p.id = s.party_id "
            "WHERE s.agreement_id IN (SELECT value FROM json_each(?1))",
            these,
        ):
            if place is not None:
                for code in self.own(place, EntryKind.PLACE):
                    yield entry, code, Strength.PLACE_ONLY
            if party is not None:
                for code in self.own(party, EntryKind(party_kind)):
                    yield entry, code, Strength.PARTY_OR_PARTICIPANT

    def _named(self, these: str) -> Iterator[tuple[int, str, Strength]]:
        for entry, other, kind in self._rows(
            "SELECT subject_id, object_id, object_kind FROM link "
            "WHERE subject_id IN (SELECT value FROM json_each(?)) AND kind = ? "
            "AND object_kind = ? AND object_id IS NOT NULL",
            these,
            LinkKind.ABOUT,
            EntryKind.PLACE,
        ):
            for code in self.own(other, EntryKind(kind)):
                yield entry, code, Strength.NAMED_ONLY


def _strength_through(kind: str, object_kind: str) -> Strength | None:
    if kind == LinkKind.VENUE:
        return Strength.PLACE_ONLY
    if kind == LinkKind.SESSION_OF:
        return Strength.PARTY_OR_PARTICIPANT
    if kind not in ROLES:
        return None
    if object_kind == EntryKind.PERSON:
        return Strength.OF_ITS_PEOPLE
    return Strength.PARTY_OR_PARTICIPANT
