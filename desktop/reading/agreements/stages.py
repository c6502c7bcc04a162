"""Which act a sentence tells of each instrument it names."""

import re

from db.terms import StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene

Told = tuple[StageKind, re.Match[str]]
_OF_LISTS = frozenset((StageKind.SIGNED, StageKind.PROPOSED, StageKind.INITIALLED))
_CLOSE = 12
_LISTS = re.compile(
    r"\blist of\b|\b(?:documents|agreements) (?:signed|exchanged|adopted)\b|\b(?:перечень|"
    r"список)\b|"
    r"\bдокумент\w*,? (?:подписанн|принят)\w+|\b(?:подписанн|принят)\w+ документ",
    re.IGNORECASE,
)
_NEAR_DRAFT = 45
_LONGEST_TAIL = 160
_THEN_STAGES = (StageKind.RATIFIED, StageKind.IN_FORCE, StageKind.EXTENDED, StageKind.TERMINATED)
_THEN = re.compile(
    r"(?:\b(?:and|but|then|и|а|но)|,)(?: (?:also|later|then|since|subsequently|already|was|were|is|"
    r"has|have|been|had|now|which|затем|позже|впоследствии|уже|позднее|был[аои]?|котор\w+))* "
    r"(?:(?P<ratified>ratified|ратифицирован\w*)|"
    r"(?P<in_force>(?:entered|came|entering) into (?:force|effect)|вступи(?:вш\w+|л\w*) в силу)|"
    r"(?P<extended>extended|renewed|prolonged|продл[её]н\w*)|"
    r"(?P<terminated>terminated|denounced|денонсирован\w*|расторгнут\w*))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|that|котор\w+)\b", re.IGNORECASE)
_DONE = frozenset((StageKind.SIGNED, StageKind.INITIALLED))
_FIRST_ACTS = frozenset((StageKind.SIGNED, StageKind.DATED, StageKind.INITIALLED))
_LATER_ACTS = frozenset(
    (
        StageKind.RATIFIED, StageKind.EXTENDED, StageKind.AMENDED, StageKind.TERMINATED,
        StageKind.SUSPENDED, StageKind.IN_FORCE, StageKind.ACCEDED, StageKind.REPLACED,
    )
)  # fmt: skip


def tell_stages(mentions: list[Mention], grammar: Grammar) -> None:
    """Give each naming of one sentence its stage, and the words that tell it."""
    groups = _groups(mentions, grammar)
    for number, group in enumerate(groups):
        previous: Mention | None = None
        for mention in group:
            mention.group = number
        told = after(group[-1].scene, group[-1].end, grammar) or after(
            group[-1].scene, _past_date(group[-1]), grammar
        )
        before = _before(group, groups[:number], grammar)
        told = _further(_next_act(told, group[-1]), before, group) if told else before
        for mention in group:
            own = after(mention.scene, mention.end, grammar) if mention is not group[-1] else None
            set_stage(mention, own or told)
            _settle(mention, previous, grammar)
            previous = mention
            _act_in_noun(mention)


def _further(told: Told, before: Told | None, group: list[Mention]) -> Told:
    """Prefer the main verb to a participle: "ratified the treaty signed in 2021"."""
    close = group[0].start - before[1].end() if before else -2
    of_relative = told[0] == StageKind.PROPOSED and _RELATIVE.search(told[1][0])
    if of_relative and before and before[0] in _DONE and -1 <= close < _NEAR_DRAFT:
        return before
    if told[0] in _FIRST_ACTS and before and before[0] in _LATER_ACTS:
        return before if -1 <= close < 40 or before[1].start() > told[1].end() else told
    return told


def _next_act(told: Told, last: Mention) -> Told:
    """Return what was done after it was signed: "signed in May and ratified by both"."""
    if told[0] not in _FIRST_ACTS or told[1].end() < last.end:
        return told
    limit = min(max(last.limit, told[1].end()), told[1].end() + _LONGEST_TAIL)
    acts = list(_THEN.finditer(last.scene.text, told[1].end(), limit))
    then = acts[-1] if acts else None
    if not then or last.scene.atom_over(then.start()):
        return told
    stage = next(stage for stage in _THEN_STAGES if then[stage.value])
    return stage, then


def _groups(mentions: list[Mention], grammar: Grammar) -> list[list[Mention]]:
    """Put together the namings that share one verb: "an agreement on …, a protocol and …"."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        before = groups[-1][-1] if groups else None
        gap = (_past_date(before), mention.start) if before else (0, 0)
        of_its_own = ";" in mention.scene.text[slice(*gap)] and after(
            mention.scene, mention.end, grammar
        )
        if before and not of_its_own and grammar.list_gap.fullmatch(mention.scene.text, *gap):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _past_date(mention: Mention) -> int:
    """Return where a title ends, with the date that may stand right behind it."""
    date = mention.scene.date_at(mention.end, 10)
    return date.end if date and date.end <= mention.limit else mention.end


def after(scene: Scene, at: int, grammar: Grammar) -> Told | None:
    """Return the act told right behind the words that end at an offset."""
    for stage, pattern in grammar.after_title:
        found = pattern.match(scene.text, at, scene.end)
        if found:
            return stage, found
    return None


def _before(group: list[Mention], earlier: list[list[Mention]], grammar: Grammar) -> Told | None:
    first, scene = group[0], group[0].scene
    floor = earlier[-1][-1].end if earlier else scene.start
    near = _nearest(scene, floor, first.start, grammar)
    if near and near[0] in _LATER_ACTS and first.start - near[1].end() < _CLOSE:
        return near
    passive = _later(group[-1], grammar)
    if passive and passive[0] in _LATER_ACTS:
        return passive
    return (
        near or (_nearest(scene, scene.start, first.start, grammar) if earlier else None) or passive
    )


def _nearest(scene: Scene, start: int, end: int, grammar: Grammar) -> Told | None:
    """Return the verb nearest before the title; a plan outdoes the bare verb it contains."""
    best: Told | None = None
    for stage, pattern in grammar.verbs:
        for found in pattern.finditer(scene.text, start, end):
            if scene.atom_over(found.start()):
                continue
            if best is None or found.end() > best[1].end():
                best = (stage, found)
    return _without_draft(best, scene, start, grammar)


def _without_draft(best: Told | None, scene: Scene, start: int, grammar: Grammar) -> Told | None:
    """Prefer what was done to a draft to the word itself: "initialled the draft of …"."""
    if not best or best[0] != StageKind.DRAFTED:
        return best
    initialled = next(p for stage, p in grammar.verbs if stage == StageKind.INITIALLED)
    for found in initialled.finditer(scene.text, start, best[1].start()):
        if best[1].start() - found.end() < _NEAR_DRAFT:
            return StageKind.INITIALLED, found
    return best


def _later(mention: Mention, grammar: Grammar) -> Told | None:
    """Return a passive verb further on in the sentence, past what is told in between."""
    text, scene = mention.scene.text, mention.scene
    best: Told | None = None
    limit = mention.limit if mention.limit > mention.end else scene.end
    for stage, pattern in grammar.later:
        found = pattern.search(text, mention.end, limit)
        if not found or scene.atom_over(found.start()):
            continue
        if best is None or found.start() < best[1].start():
            best = (stage, found)
    return best


def _act_in_noun(mention: Mention) -> None:
    if mention.noun.act:
        mention.stage = StageKind.SIGNED
        mention.stage_start, mention.stage_end = mention.noun_start, mention.noun_end


def set_stage(mention: Mention, told: Told | None) -> None:
    """Note an act and its words at a naming."""
    if told:
        mention.stage = told[0]
        mention.stage_start, mention.stage_end = told[1].start(), told[1].end()


def _settle(mention: Mention, previous: Mention | None, grammar: Grammar) -> None:
    """Weigh the verb against what stands right before the title."""
    text, scene = mention.scene.text, mention.scene
    lead = text[max(scene.start, mention.start - 90) : mention.start]
    if grammar.cited.search(lead) or (previous and previous.cited):
        mention.cited = True
        if mention.stage_start < mention.end:
            mention.stage, mention.stage_start, mention.stage_end = StageKind.IN_FORCE, -1, -1
    if previous and previous.draft and mention.group == previous.group and not mention.draft:
        mention.draft = mention.stage == previous.stage or mention.stage is None
    if mention.draft and mention.stage in {None, StageKind.SIGNED, StageKind.IN_FORCE}:
        mention.stage = StageKind.DRAFTED


def list_stage(scene: Scene, mentions: list[Mention], grammar: Grammar) -> StageKind | None:
    """Return the act that a sentence ending in a colon tells of the list it opens, or None."""
    if not (scene.words.rstrip().endswith(":") or _is_list_heading(scene)):
        return None
    if any(mention.has_content and mention.stage for mention in mentions[-1:]):
        return None
    return stage_of_sentence(scene, grammar)


def _is_list_heading(scene: Scene) -> bool:
    """Tell whether a heading announces a list: "List of documents signed during the visit"."""
    return scene.paragraph.heading and bool(_LISTS.search(scene.words))


def stage_of_sentence(scene: Scene, grammar: Grammar) -> StageKind | None:
    """Return whether a sentence tells of signing, planning to or initialling, or None."""
    best: StageKind | None = None
    for stage, pattern in (*grammar.later, *grammar.verbs):
        found = pattern.search(scene.text, scene.start, scene.end)
        if found and (best is None or stage == StageKind.PROPOSED):
            best = stage
    return best if best in _OF_LISTS else None
