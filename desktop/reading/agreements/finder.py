"""From the sentences of a page to its instruments."""

import re

from db.terms import AgreementType, LinkKind, StageKind
from desktop.reading.agreements import english, russian
from desktop.reading.agreements.assembly import finding_of
from desktop.reading.agreements.chairs import Chairs
from desktop.reading.agreements.circumstances import (
    attached_date,
    occasion,
    scene_city,
    scene_date,
)
from desktop.reading.agreements.dating import Days, signing_date
from desktop.reading.agreements.elliptic import with_items
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.joining import (
    Instrument,
    furthest,
    instrument_of,
    meant_by,
    rank,
)
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.parties import of_page, parties_of
from desktop.reading.agreements.passages import (
    TOLD,
    between,
    contain,
    may_have_tail,
    share_parties,
    stretch_of,
    stretches,
    tells_act,
)
from desktop.reading.agreements.scene import Scene, Span, scenes
from desktop.reading.agreements.signing import bracketed_roles, named_before, signing_roles
from desktop.reading.agreements.spotting import nested_mention, spot_mentions, tail_piece
from desktop.reading.agreements.stages import (
    after,
    list_stage,
    set_stage,
    stage_of_sentence,
    tell_stages,
)
from desktop.reading.agreements.worth import is_definite, is_record
from desktop.reading.findings import (
    Findings,
    FoundAgreement,
    FoundCountry,
    FoundDate,
    Role,
)
from desktop.reading.page import Page

_GRAMMARS: dict[str, Grammar] = {"en": english.GRAMMAR, "ru": russian.GRAMMAR}
_SEVERAL = re.compile(r"\b(?:documents|agreements|документ(?:ы|ов|ами))\b", re.IGNORECASE)
_REACH = 60
_DONE = frozenset((StageKind.SIGNED, StageKind.INITIALLED, StageKind.EXTENDED))
_RECORDS = frozenset((AgreementType.FINAL_RECORD, AgreementType.PROTOCOL))
_ALONE = frozenset((StageKind.SIGNED, StageKind.IN_FORCE, StageKind.RATIFIED, StageKind.TERMINATED))


def find_agreements(page: Page, found: Findings) -> tuple[FoundAgreement, ...]:
    """Return one finding for each instrument a page names, in the order of the text."""
    reading = _Reading(page, found)
    for scene in scenes(page, found):
        reading.read(scene)
    return reading.results()


class _Reading:
    """A page while it is read, sentence by sentence."""

    def __init__(self, page: Page, found: Findings) -> None:
        self.page, self.found = page, found
        self.known: list[Instrument] = []
        self.list_stage: StageKind | None = None
        self.list_number = -1
        self.announced: StageKind | None = None
        self.list_scene: Scene | None = None
        self.chairs, self.days = Chairs(), Days()

    def read(self, scene: Scene) -> None:
        """Take in the next sentence."""
        grammar = _GRAMMARS[scene.paragraph.language]
        mentions = spot_mentions(scene, grammar)
        tell_stages(mentions, grammar)
        self.chairs.read(scene, grammar)
        self._carry(scene, mentions, grammar)
        mentions = with_items(mentions, grammar)
        for mention in mentions:
            self._complete(mention, grammar)
        share_parties(mentions)
        self._announce(scene, mentions, grammar)
        mentions += [n for m in mentions if (n := nested_mention(m, grammar))]
        taken = [
            m for m in mentions if is_record(m) or self._stands_alone(m) or self._closes_session(m)
        ]
        touched = [self._take(mention) for mention in taken]
        for mention, instrument in zip(taken, touched, strict=True):
            self._tell(instrument, mention, stretch_of(scene, taken, mention.group), grammar)
        meant = self._backs(scene, taken, grammar, touched)
        if touched:
            contain(touched, [one for one, _ in meant])
        else:
            self._tell_further(scene, meant, grammar)
        self.days.read(scene, self._is_of_instrument, grammar.recalled)

    def _carry(self, scene: Scene, mentions: list[Mention], grammar: Grammar) -> None:
        """Give the items of a list the act its introduction tells."""
        opened = list_stage(scene, mentions, grammar)
        if opened:
            self.list_stage, self.list_number = opened, self.list_number + 1
            self.list_scene = scene
            return
        starts = bool(mentions) and mentions[0].start - scene.paragraph.start <= 14
        begins = scene.start == scene.paragraph.start
        if begins and not (scene.paragraph.bullet or starts):
            self.list_stage = self.list_scene = None
        if self.list_stage and starts:
            for mention in mentions[:1]:
                mention.listed = self.list_number
                if mention.stage is None or mention.stage_start < mention.start:
                    mention.stage = self.list_stage
        if scene.words.endswith(":"):
            self.list_scene = scene

    def _announce(self, scene: Scene, mentions: list[Mention], grammar: Grammar) -> None:
        """Give those named one by one the act told of them all in the sentence before."""
        if self.announced and grammar.these.match(scene.text, scene.start, scene.end):
            for mention in mentions:
                mention.stage = mention.stage or self.announced
            return
        several = [m for m in mentions if m.plural and m.stage in TOLD]
        self.announced = several[-1].stage if several else None
        if not mentions and _SEVERAL.search(scene.words):
            self.announced = stage_of_sentence(scene, grammar)

    def _stands_alone(self, mention: Mention) -> bool:
        """Tell whether "the memorandum was signed" speaks of one not named before."""
        return (
            not self.known
            and not mention.plural
            and not mention.noun.weak
            and mention.stage in _ALONE
            and mention.stage_start >= mention.end
            and mention.article in {"", "the"}
            and not re.search(r"reached|agreed", self._told(mention))
        )

    def _closes_session(self, mention: Mention) -> bool:
        """Tell whether "they signed the minutes" names the record of a session, not told before."""
        return (
            mention.type in _RECORDS
            and mention.stage == StageKind.SIGNED
            and 0 <= mention.stage_start < mention.start
            and not (mention.plural or mention.cited)
            and not any(one.type in _RECORDS for one in self.recent)
        )

    def _told(self, mention: Mention) -> str:
        return self.page.text[mention.stage_start : mention.stage_end]

    def _complete(self, mention: Mention, grammar: Grammar) -> None:
        scene = mention.scene
        mention.date = attached_date(mention, grammar)
        mention.signed = signing_date(scene, mention.end, mention.limit, grammar)
        mention.roles = parties_of(mention, grammar)
        if may_have_tail(mention):
            tail = tail_piece(scene, mention.stage_end, grammar, definite=is_definite(mention))
            if not tail:
                tail = between(scene, mention)
            if tail:
                mention.title += " " + scene.text[tail[0] : tail[1]]
                mention.has_content = True
                mention.end = tail[1]

    def _take(self, mention: Mention) -> Instrument:
        known = instrument_of(mention, self.recent)
        if known is None:
            known = Instrument(mentions=[])
            self.known.append(known)
        known.mentions.append(mention)
        known.place = mention.scene.place
        known.listed = max(known.listed, mention.listed)
        known.date = known.date or mention.date
        known.signed = known.signed or mention.signed
        return known

    def _tell(
        self, instrument: Instrument, mention: Mention, within: Span, grammar: Grammar
    ) -> None:
        """Note who signed, when and where, as the sentence of a naming has it."""
        scene = mention.scene
        if mention.cited and mention.stage_start < 0:
            return
        if self.list_scene and (mention.listed >= 0 or scene.paragraph.bullet):
            self._when_and_where(instrument, self.list_scene, -1, grammar)
        if mention.stage in TOLD - {StageKind.RATIFIED}:
            instrument.roles += self._signing(
                scene, mention.stage, grammar, within
            ) or bracketed_roles(
                scene, mention.end, mention.stage, grammar, listed=mention.listed >= 0
            )
        if mention.cited:
            instrument.city = instrument.city or scene.city_at(mention.stage_end, 50)
        elif mention.stage in TOLD or mention.stage == StageKind.IN_FORCE:
            self._when_and_where(instrument, scene, mention.stage_start, grammar)

    def _signing(
        self, scene: Scene, stage: StageKind | None, grammar: Grammar, within: Span
    ) -> tuple[Role, ...]:
        """Return who signed, "the ministers" being the last two named before."""
        roles = signing_roles(scene, stage, grammar, within)
        if any(role.kind != LinkKind.WITNESS for role in roles):
            return roles
        verb = grammar.active.search(scene.text, *within)
        they = verb and grammar.they.search(scene.text, within[0], verb.start())
        they = they or grammar.they_by.search(scene.text, *within)
        if not they:
            return roles
        chairs = self.chairs.roles(stage) if they["chairs"] else ()
        return roles + (
            chairs or named_before(scene.text, self.found.people, they.start(), scene.start, stage)
        )

    def _when_and_where(
        self, instrument: Instrument, scene: Scene, anchor: int, grammar: Grammar
    ) -> None:
        anchor = anchor if anchor >= 0 else scene.start
        meeting = occasion(scene, self.found, grammar)
        instrument.date = instrument.date or scene_date(
            scene,
            anchor,
            lambda date: self._dates_another(date, instrument),
            planned=furthest(instrument.mentions).stage not in _DONE,
        )
        instrument.city = instrument.city or scene_city(
            scene, anchor, [(m.start, m.run_end) for one in self.recent for m in one.mentions]
        )
        if meeting:
            instrument.date = instrument.date or meeting.date
            instrument.city = instrument.city or meeting.city

    def _is_of_instrument(self, date: FoundDate) -> bool:
        """Tell whether a date is told of an instrument or stands in its title."""
        return any(date is one.signed or date is one.date for one in self.recent) or any(
            m.noun_end <= date.start < m.run_end or m.date is date
            for one in self.recent
            for m in one.mentions
        )

    def _dates_another(self, date: FoundDate, instrument: Instrument) -> bool:
        """Tell whether a date stands in or right behind the title of another instrument."""
        return any(
            m.noun_end <= date.start < m.run_end
            or (other is not instrument and m.date is date and m.stage_end > m.end)
            for other in self.recent
            for m in other.mentions
        )

    def _backs(
        self, scene: Scene, taken: list[Mention], grammar: Grammar, touched: list[Instrument]
    ) -> list[tuple[Instrument, Span]]:
        """Return the instruments that "the document" and the like stand for, and where."""
        meant: list[tuple[Instrument, Span]] = []
        for back in grammar.back.finditer(scene.text, scene.start, scene.end):
            if any(m.start < back.end() and back.start() < m.end for m in taken):
                continue
            before = [one for one in self.recent if one.mentions[0].start < back.start()]
            pronoun = back.groupdict().get("pronoun") or back[0].casefold() in {"it", "он", "она"}
            older = [] if pronoun else [one for one in before if one not in touched]
            for instrument in meant_by(back, older or before, scene.place):
                instrument.backs.append(back.span())
                told = after(scene, back.end(), grammar)
                now = furthest(instrument.mentions).stage
                if told and (now is None or rank(now) < rank(told[0]) <= _furthest(now)):
                    set_stage(instrument.best, told)
                edge = min((m.start for m in taken if m.start > back.end()), default=scene.end)
                instrument.signed = instrument.signed or signing_date(
                    scene, back.end(), edge, grammar
                )
                instrument.place = scene.place
                meant.append((instrument, back.span()))
        return meant

    def _tell_further(
        self, scene: Scene, meant: list[tuple[Instrument, Span]], grammar: Grammar
    ) -> None:
        """Note what a sentence without a title tells of the instruments it stands behind."""
        if not tells_act(scene, grammar):
            return
        whole = (scene.start, scene.end)
        if not meant and self._continues(scene):
            last = max(one.place for one in self.recent)
            meant = [(one, whole) for one in self.recent if one.place == last]
        parts = stretches(scene, meant, grammar)
        done: list[Instrument] = []
        for one, back in meant:
            if any(one is other for other in done):
                continue
            stage = furthest(one.mentions).stage
            if stage != StageKind.RATIFIED:
                one.roles += self._signing(scene, stage, grammar, parts.get(back, whole))
            self._when_and_where(one, scene, scene.start, grammar)
            one.place = scene.place
            done.append(one)

    @property
    def recent(self) -> list[Instrument]:
        """Give those named last: a text of many releases does not reach back over them all."""
        return self.known[-_REACH:]

    def _continues(self, scene: Scene) -> bool:
        return any(one.place >= scene.place - 1 for one in self.recent)

    def results(self) -> tuple[FoundAgreement, ...]:
        """Return what was told of each instrument, in the order of the titles."""
        for one in self.known:
            self._date(one)
        default = of_page(self.page, self.found) or next(
            (
                m.roles
                for known in self.known
                for m in known.mentions
                if any(isinstance(role.who, FoundCountry) for role in m.roles)
            ),
            (),
        )
        bodies = {b.name: b for b in reversed(self.found.bodies) if not b.generic}
        return tuple(
            finding_of(instrument, default, self.found.people, bodies)
            for instrument in sorted(self.known, key=lambda one: one.best.start)
        )

    def _date(self, instrument: Instrument) -> None:
        """Date what was signed without a day told, by the news around it."""
        told = furthest(instrument.mentions)
        if instrument.date or instrument.signed or told.stage not in _DONE:
            return
        instrument.date = self.days.of(told, _GRAMMARS[told.scene.paragraph.language])


def _furthest(now: StageKind) -> int:
    """Return how far "the document was …" may take it: what is planned is signed at most."""
    ahead = rank(now) <= rank(StageKind.DRAFTED)
    return rank(StageKind.SIGNED if ahead else StageKind.IN_FORCE)
