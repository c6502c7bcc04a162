"""Which countries an entry belongs to, and how strongly (design §2)."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from db.terms import AGREEMENT_ROLES, MEETING_ROLES, EntryKind, LinkKind, Strength

Strengths = dict[str, Strength]

ROLES = frozenset({*AGREEMENT_ROLES, *MEETING_ROLES})
_BODIES_ABOVE = (LinkKind.OF_COUNTRY, LinkKind.PART_OF, LinkKind.BRANCH_OF)


class CountryReader:
    """Answers, for one act, which countries entries belong to; remembers what it has found."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._own: dict[int, frozenset[str]] = {}

    def strengths(self, entry: int, kind: EntryKind) -> Strengths:
        """Return each country's ISO 3166-1 code with the strongest reason the entry has."""
        found: Strengths = {}
        for code, strength in self._reasons(entry, kind):
            found[code] = min(strength, found.get(code, strength))
        return found

    def _reasons(self, entry: int, kind: EntryKind) -> Iterator[tuple[str, Strength]]:
        if kind in {EntryKind.PLACE, EntryKind.ORGANISATION, EntryKind.PERSON}:
            for code in self.own(entry, kind):
                yield code, Strength.PARTY_OR_PARTICIPANT
        if kind in {EntryKind.AGREEMENT, EntryKind.MEETING}:
            yield from self._through_links(entry)
            yield from self._through_places(entry, kind)
        yield from self._named(entry)

    def own(self, entry: int, kind: EntryKind) -> frozenset[str]:
        """Return the countries a place lies in, a body is of, or a person acts for."""
        if entry not in self._own:
            self._own[entry] = frozenset()  # a circle of bodies ends here
            if not self._is_trashed(entry):
                self._own[entry] = frozenset(self._find_own(entry, kind))
        return self._own[entry]

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

    def _through_links(self, entry: int) -> Iterator[tuple[str, Strength]]:
        for row in self._rows(
            "SELECT kind, object_id, object_kind, on_behalf_of_id, on_behalf_of_kind FROM link "
            "WHERE subject_id = ?",
            entry,
        ):
            if row.on_behalf_of_id is not None:
                for code in self.own(row.on_behalf_of_id, EntryKind(row.on_behalf_of_kind)):
                    yield code, Strength.PARTY_OR_PARTICIPANT
            if row.object_id is None:
                continue
            strength = _strength_through(row.kind, row.object_kind)
            if strength is not None and not (
                # somebody who acts for a country is not counted for his own as well
                row.object_kind == EntryKind.PERSON and self._acts_for_country(row)
            ):
                for code in self.own(row.object_id, EntryKind(row.object_kind)):
                    yield code, strength

    def _acts_for_country(self, row: Any) -> bool:  # noqa: ANN401 - a result row
        behalf = row.on_behalf_of_id
        return behalf is not None and bool(self.own(behalf, EntryKind(row.on_behalf_of_kind)))

    def _through_places(self, entry: int, kind: EntryKind) -> Iterator[tuple[str, Strength]]:
        if kind == EntryKind.MEETING:
            places = self._rows("SELECT place_id, NULL, NULL FROM meeting WHERE id = ?", entry)
        else:
            places = self._rows(
                "SELECT s.place_id, s.party_id, p.kind FROM stage s "
                "LEFT JOIN entry p ON p.id = s.party_id WHERE s.agreement_id = ?",
                entry,
            )
        for place, party, party_kind in places:
            if place is not None:
                for code in self.own(place, EntryKind.PLACE):
                    yield code, Strength.PLACE_ONLY
            if party is not None:
                for code in self.own(party, EntryKind(party_kind)):
                    yield code, Strength.PARTY_OR_PARTICIPANT

    def _named(self, entry: int) -> Iterator[tuple[str, Strength]]:
        for other, kind in self._rows(
            "SELECT object_id, object_kind FROM link "
            "WHERE subject_id = ? AND kind = ? AND object_kind = ? AND object_id IS NOT NULL",
            entry,
            LinkKind.ABOUT,
            EntryKind.PLACE,
        ):
            for code in self.own(other, EntryKind(kind)):
                yield code, Strength.NAMED_ONLY


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
