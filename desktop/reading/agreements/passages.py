"""Which words of a sentence tell of which of its instruments, and what they share."""

import re

from db.terms import StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.joining import Instrument
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene, Span

_BEFORE_BETWEEN = re.compile(r"\s*(?:[\w ]{0,60}?)\b(?=(?:between|among|между)\b)", re.IGNORECASE)
TOLD = frozenset(
    (
        StageKind.SIGNED,
        StageKind.INITIALLED,
        StageKind.RATIFIED,
        StageKind.PROPOSED,
        StageKind.EXTENDED,
    )
)
"""Acts whose sentence tells who did them, when and where."""


def stretches(
    scene: Scene, meant: list[tuple[Instrument, Span]], grammar: Grammar
) -> dict[Span, Span]:
    """Return which part of a sentence tells of which of the words that stand for instruments."""
    spans = sorted({span for _, span in meant})
    if len(spans) < 2 or len({id(one) for one, _ in meant}) < 2:
        return {}
    behind = grammar.active.search(scene.text, spans[-1][1], scene.end)
    cuts = [span[0] for span in spans[1:]] if behind else [span[1] for span in spans[:-1]]
    edges = [scene.start, *cuts, scene.end]
    return {span: (edges[at], edges[at + 1]) for at, span in enumerate(spans)}


def may_have_tail(mention: Mention) -> bool:
    """Tell whether what the instrument is about may stand behind its verb."""
    between = mention.scene.text[mention.end : mention.stage_end].casefold()
    return (
        mention.stage_end > mention.end
        and not (mention.has_content or mention.named)
        and mention.stage in TOLD
        and not re.search(r"which|that|котор", between)
    )


def share_parties(mentions: list[Mention]) -> None:
    """Give those of one verb the parties told of another, unless these are that one's alone."""
    for mention in mentions:
        if not mention.roles:
            mates = [m for m in mentions if m.group == mention.group and m.roles]
            shared = [m.roles for m in mates if not m.roles[0].rule.startswith("between")]
            mention.roles = shared[0] if shared else ()


def between(scene: Scene, mention: Mention) -> Span | None:
    """Return the words behind the verb that say between whom, or None."""
    found = _BEFORE_BETWEEN.match(scene.text, mention.stage_end, scene.end)
    if not found:
        return None
    parties = [r for r in mention.roles if r.rule.startswith("between")]
    inside = [r.end for r in parties if r.start >= found.end()]
    return (found.end(), max(inside)) if inside else None


def contain(touched: list[Instrument], meant: list[Instrument]) -> None:
    """Note that "the document" of a sentence contains the instruments it names."""
    outer = [one for one in meant if not any(one is other for other in touched)]
    for instrument in touched:
        if outer and not instrument.roles and not instrument.best.cited:
            instrument.within = outer[-1]


def tells_act(scene: Scene, grammar: Grammar) -> bool:
    """Tell whether a sentence says who signed or looked on."""
    return any(
        pattern.search(scene.text, scene.start, scene.end)
        for pattern in (grammar.active, grammar.passive, grammar.represented, grammar.witness)
    )


def stretch_of(scene: Scene, taken: list[Mention], group: int) -> Span:
    """Return the stretch of a sentence that tells of one group of instruments."""
    before = [m.end for m in taken if m.group < group]
    own = [m for m in taken if m.group == group]
    if before and all(m.stage_start >= m.end for m in own):
        before = [own[0].start]
    behind = [m.start for m in taken if m.group > group]
    return (max(before, default=scene.start), min(behind, default=scene.end))
