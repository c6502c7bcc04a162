"""Who headed the two sides of a release, for "the co-chairs signed the minutes"."""

from collections.abc import Sequence

from db.terms import LinkKind, StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.scene import Scene
from desktop.reading.findings import FoundPerson, Role

_SIDES = 2
_NEAR = 3


class Chairs:
    """Those told to chair a session or to head a delegation, the last two named."""

    def __init__(self) -> None:
        self.people: list[FoundPerson] = []
        self._place = -1

    def read(self, scene: Scene, grammar: Grammar) -> None:
        """Note who a sentence says to have headed a side."""
        cue = grammar.chairing.search(scene.text, scene.start, scene.end)
        if not cue:
            return
        named = [p for p in scene.people if p.name and not p.byline]
        behind = [p for p in named if p.start >= cue.end()]
        told = _unlike(behind) or _unlike(named)
        if len(told) >= _SIDES:
            self.people = told[:_SIDES]
        elif told and len(self.people) == 1 and scene.place - self._place <= _NEAR:
            self.people = _unlike([*self.people, *told])
        elif told and len(self.people) != _SIDES:
            self.people = told
        self._place = scene.place

    def roles(self, stage: StageKind | None) -> tuple[Role, ...]:
        """Return the two as those who signed, none unless both are known."""
        if len(self.people) != _SIDES:
            return ()
        kind = LinkKind.INITIALLED_BY if stage == StageKind.INITIALLED else LinkKind.SIGNATORY
        return tuple(
            Role(
                kind=kind,
                who=person,
                start=person.start,
                end=person.end,
                rule="the co-chairs named before",
                confidence=0.7,
                reason="“The co-chairs” of the text are those it names before.",
            )
            for person in self.people
        )


def _unlike(people: Sequence[FoundPerson]) -> list[FoundPerson]:
    """Return each person once, however shortly named again."""
    found: list[FoundPerson] = []
    for person in people:
        if not any({*person.name.split()} & {*one.name.split()} for one in found):
            found.append(person)
    return found
