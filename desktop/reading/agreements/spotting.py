"""Finds the instruments named in one sentence: noun, title and the verb that belongs to it."""

import re
from itertools import pairwise

from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.instruments import is_plural
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene
from desktop.reading.agreements.titles import title_pieces, title_words

_PLURAL_ARTICLE = re.compile("(?:ые|ие|ых|их|эти|ряд|ряда)$")
_DATED = re.compile(r"\s*,?\s*(?:of|dated|from|от)\s*", re.IGNORECASE)
_YEAR_NAMED = re.compile(r"\b(?:19|20)\d\d\b")


def spot_mentions(scene: Scene, grammar: Grammar) -> list[Mention]:
    """Return each naming of an instrument in a sentence, bare ones too, in order."""
    mentions: list[Mention] = []
    taken = scene.start
    for spot in grammar.spots.finditer(scene.text, scene.start, scene.end):
        if spot.start() < taken or _inside_name(scene, spot):
            continue
        mention = _mention(scene, spot, grammar)
        mentions.append(mention)
        taken = mention.end
    for mention, following in pairwise([*mentions, None]):
        if mention:
            mention.limit = following.start if following else scene.end
    return mentions


def _inside_name(scene: Scene, spot: re.Match[str]) -> bool:
    return any(b.start <= spot.start() < b.end and not b.generic for b in scene.bodies) or any(
        p.post_start <= spot.start() < p.post_end for p in scene.people
    )


def _mention(scene: Scene, spot: re.Match[str], grammar: Grammar) -> Mention:
    noun = grammar.nouns[(spot.lastindex or 1) - 1]
    start, article = grammar.before(scene.text, scene.start, spot.start())
    if noun.act:
        start, article = spot.start(), ""
    pieces = title_pieces(scene, start, spot.end(), grammar)
    begin = _past_date(scene, spot.end())
    if not (
        grammar.content.match(scene.text, begin, scene.end)
        or grammar.dependent(scene.text, begin, scene.end)
    ):
        pieces = [(start, spot.end())]
    title, end = title_words(scene.text, pieces), pieces[-1][1]
    if noun.act:
        title = re.sub(noun.words, noun.lemma, title, count=1, flags=re.IGNORECASE)
    head = scene.text[start : spot.end()]
    mention = Mention(
        scene=scene,
        noun=noun,
        noun_start=spot.start(),
        noun_end=spot.end(),
        start=start,
        end=end,
        run_end=end,
        title_dates=tuple((one[1], two[0]) for one, two in pairwise(pieces)),
        title=grammar.nominative(title, noun),
        article=article,
        has_content=len(title) > len(head) + 3,
        plural=(is_plural(spot[0]) and not noun.act) or bool(_PLURAL_ARTICLE.search(article)),
    )
    mention.named = _is_named(scene, mention, head)
    mention.draft = bool(re.match(r"(?:draft|проект)", head, re.IGNORECASE))
    return mention


def _past_date(scene: Scene, noun_end: int) -> int:
    """Return where to read on behind a date that stands right after the noun: «от 5 мая …»."""
    date = scene.date_at(noun_end, 12)
    if date and _DATED.fullmatch(scene.text, noun_end, date.start):
        return date.end
    joined = scene.date_at(noun_end, 1)
    return joined.end if joined and _DATED.match(scene.text, noun_end, joined.end) else noun_end


def _is_named(scene: Scene, mention: Mention, head: str) -> bool:
    """Tell whether the head is a name: "Paris Agreement", "1971 Land Agreement", quoted."""
    before = scene.text[max(scene.start, mention.start - 1) : mention.start]
    words = head.split()
    own = scene.text[mention.start : mention.noun_start].split()
    if before in {"«", "“", "„", '"'} and mention.has_content:
        return True
    proper = [word for word in own if word[0].isupper() or word[0].isdigit()]
    return len(proper) >= 1 and (words[-1][0].isupper() or bool(_YEAR_NAMED.match(words[0])))


def tail_piece(scene: Scene, after: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return what the instrument is about where it stands behind the verb, or None."""
    limit = min(scene.end, after + 500)
    away = grammar.zone.search(scene.text, after, limit)
    limit = away.start() if away else limit
    for found in grammar.tail.finditer(scene.text, after, limit):
        if scene.atom_over(found.start()):
            continue
        if _parted(scene, after, found.start(), grammar):
            return None
        pieces = title_pieces(scene, found.start(), found.end(), grammar)
        return (pieces[0][0], pieces[-1][1]) if pieces else None
    return None


def _parted(scene: Scene, start: int, end: int, grammar: Grammar) -> bool:
    for stop in grammar.new_clause.finditer(scene.text, start, end):
        if not scene.atom_over(stop.start()) and scene.text[stop.start() - 1 : stop.start()] == ",":
            return True
    return bool(re.search(r"[;:]|\b(?:which|that|котор\w+)\b", scene.text[start:end]))
