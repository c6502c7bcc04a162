"""Agreements and meetings: what the releases speak of, linked as archivists link them."""

import random
from dataclasses import dataclass, field

from db.terms import EntryKind, LinkKind
from tests.benchmarks.generator.actors import Actors
from tests.benchmarks.generator.entries import Entries, dated
from tests.benchmarks.generator.texts import Texts

_TYPES = ("agreement", "memorandum", "protocol", "roadmap", "joint_statement", "programme")
_MEETINGS = ("talks", "session", "visit", "forum", "talks")


@dataclass(slots=True)
class Records:
    """Make agreements and meetings out of sources."""

    entries: Entries
    texts: Texts
    actors: Actors
    dice: random.Random
    tags: list[int]
    agreements: list[int] = field(default_factory=list[int])
    meetings: list[int] = field(default_factory=list[int])

    def agreement(self, language: str, day: str, source: int, text: str) -> None:
        """Make an agreement signed on a day by two people for their bodies."""
        number = len(self.agreements)
        agreement = self.entries.make(EntryKind.AGREEMENT, self.texts.title(language, 9))
        self.entries.store.put(
            "agreement", id=agreement, agreement_type=_TYPES[number % len(_TYPES)],
            number=str(number % 900) if number % 3 == 0 else "", authentic_languages="en ru",
        )  # fmt: skip
        stage = self._stages(agreement, number, day)
        first = self._signs(agreement, stage, 0)
        self._signs(agreement, stage, 1, but=first)
        if self.agreements and number % 4 == 0:
            other = self.dice.choice(self.agreements[-500:])
            self.entries.link(LinkKind.IMPLEMENTS, agreement, "agreement", other, "agreement")
        if self.meetings:
            self.entries.link(
                LinkKind.DISCUSSED_AT, agreement, "agreement", self.meetings[-1], "meeting"
            )
        self.entries.tag(agreement, self.tags[number % len(self.tags)])
        self.texts.evidence(source, text, 3, target="entry", of=agreement, field="title")
        self.texts.evidence(source, text, 4, target="stage", of=stage, field="date")
        self.agreements.append(agreement)

    def _stages(self, agreement: int, number: int, day: str) -> int:
        date = (day, day[:7], day[:4] + "?", day)[number % 4]
        if number % 2:
            self.entries.store.add(
                "stage", agreement_id=agreement, kind="initialled", **dated("date", day[:7]),
                position=0,
            )  # fmt: skip
        kind = "signed" if number % 5 else "drafted"
        return self.entries.store.add(
            "stage", agreement_id=agreement, kind=kind, **dated("date", date), position=1
        )

    def _signs(self, agreement: int, stage: int, place: int, *, but: int = 0) -> int:
        actors, dice, link = self.actors, self.dice, self.entries.link
        country = actors.countries[0] if place == 0 else actors.busy(dice, actors.countries[1:])
        link(LinkKind.PARTY, agreement, "agreement", country, "place")
        person = actors.busy(dice, actors.people)
        while person == but:
            person = actors.busy(dice, actors.people)
        link(
            LinkKind.SIGNATORY, agreement, "agreement", person, "person",
            on_behalf_of=actors.busy(dice, actors.bodies), stage=stage, post_as="Minister",
        )  # fmt: skip
        return person

    def meeting(self, language: str, day: str, source: int, text: str) -> None:
        """Make a meeting of a body, or of several, with some that took part."""
        number, actors, dice = len(self.meetings), self.actors, self.dice
        meeting = self.entries.make(EntryKind.MEETING, self.texts.title(language, 6))
        self.entries.store.put(
            "meeting", id=meeting, meeting_kind=_MEETINGS[number % len(_MEETINGS)],
            ordinal=number % 40 + 1 if number % 5 == 1 else None, **dated("start", day),
            **dated("end", day), place_id=dice.choice(actors.cities), format="in_person",
            standing="held" if number % 9 else "planned",
        )  # fmt: skip
        if number % 5 == 1:
            body = actors.busy(dice, actors.bodies)
            self.entries.link(LinkKind.SESSION_OF, meeting, "meeting", body, "organisation")
        kinds = (LinkKind.CHAIR, *(LinkKind.ATTENDEE,) * (2 + number % 3))
        people = {actors.busy(dice, actors.people) for _ in kinds}
        links = [
            self.entries.link(
                kind, meeting, "meeting", person, "person",
                on_behalf_of=actors.busy(dice, actors.bodies), post_as="Minister",
            )
            for kind, person in zip(kinds, sorted(people), strict=False)
        ]  # fmt: skip
        self.entries.tag(meeting, self.tags[number % len(self.tags)])
        self.texts.evidence(source, text, 5, target="entry", of=meeting, field="title")
        self.texts.evidence(source, text, 6, target="link", of=links[-1])
        self.meetings.append(meeting)
