"""Finds the instruments named in one sentence: noun, title and the verb that belongs to it."""

import re
from itertools import pairwise

from db.terms import StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.instruments import is_plural
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.scene import Scene
from desktop.reading.agreements.titles import title_pieces, title_words

_PLURAL_ARTICLE = re.compile(
    "(?:ые|ие|ых|их|эти|ряд|ряда)$|^(?:дв(?:а|е|ух|умя|ум)|тр(?:и|[её]х|[её]мя)|четыр\\w+|пять|шесть)$"
)
_DATED = re.compile(r"\s*,?\s*(?:of|dated|from|от)\s*", re.IGNORECASE)
_RESTS_ON = re.compile(
    r"\b(?:к|по (?:реализации|выполнению)|(?:о|в целях|по) реализации|во исполнение|to|"
    r"(?:for|on) the implementation of|implementing|under|pursuant to|amending|"
    r"о внесении изменений в)\s+(?:the )?$",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"\w\s\((?:the |далее\W{1,4})?(?:[A-ZА-ЯЁ][\w’'-]* )+$")
_WHOSE = re.compile(r"\s+котор(?:ого|ой|ых)\b")
_DASHED = re.compile(r"\s+[–—-]\s+(?=(?:с|со|о|об|между|with|on|between)\s)")
_COMMA = re.compile(r"\s*,\s*(?:an? )?(?:\w+ )?", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\s+(?:that|which|both|the|they|it|signed|concluded|whose)\b", re.IGNORECASE
)
# The one spoken of gets its full name: the document, officially titled "…"
_TITLED = re.compile(
    r"\b(?:document|paper|instrument|agreement|deal|accord|pact|text|it)\b,? (?:which )?(?:is |"
    r"was )?"
    r"(?:\w+ly )?(?:titled|entitled|called|named|known as|bear(?:s|ing) the (?:title|name))"
    r" (?:the )?[“\"«„]?$|\b(?:документ|соглашени[ея]|бумага)\b,? (?:котор\w+ )?(?:официально )?"
    r"(?:озаглавлен\w*|называется|носит название|получил\w* название|получивш\w+ название|"
    r"именуем\w+|под названием|с названием) [“\"«„]?$",
    re.IGNORECASE,
)
_DRAFT = re.compile("(?:draft|проект)", re.IGNORECASE)
_DRAFT_OF = re.compile(
    r"\b(?:drafts?(?: of)? (?:the |an? )?|draft texts? of (?:the |an? )?|проект\w*\s+)(?:new |"
    r"нов\w+ )?$",
    re.IGNORECASE,
)
_YEAR_NAMED = re.compile(r"\b(?:19|20)\d\d\b")


def spot_mentions(scene: Scene, grammar: Grammar) -> list[Mention]:
    """Return each naming of an instrument in a sentence, bare ones too, in order."""
    mentions: list[Mention] = []
    taken = scene.start
    for spot in grammar.spots.finditer(scene.text, scene.start, scene.end):
        if spot.start() < taken or _inside_name(scene, spot) or _in_brackets(scene, spot):
            continue
        mention = _mention(scene, spot, grammar)
        mentions.append(mention)
        taken = mention.end
    for mention, following in pairwise([*mentions, None]):
        if mention:
            mention.limit = following.start if following else scene.end
        if mention and following:
            following.floor = mention.run_end
            following.apposed = _is_apposed(mention, following)
        if mention and _TITLED.search(
            scene.text, max(scene.start, mention.start - 60), mention.start
        ):
            mention.apposed = True
    return mentions


def nested_mention(mention: Mention, grammar: Grammar) -> Mention | None:
    """Return the dated instrument that a title itself names: "plan to implement the MoU of …"."""
    scene = mention.scene
    for spot in grammar.spots.finditer(scene.text, mention.noun_end + 1, mention.run_end):
        if _inside_name(scene, spot) or not _RESTS_ON.search(
            scene.text, mention.noun_end, spot.start()
        ):
            continue
        inner = _mention(scene, spot, grammar)
        date = scene.date_at(inner.end, 12)
        dated = date and _DATED.fullmatch(scene.text, inner.end, date.start)
        if date and dated and len(date.edtf) > len("2020") and inner.has_content:
            inner.date, inner.cited, inner.limit = date, True, mention.limit
            inner.stage = StageKind.IN_FORCE
            return inner
    return None


def _is_apposed(mention: Mention, following: Mention) -> bool:
    """Tell whether a naming behind a comma only says again what the one before it is."""
    text = mention.scene.text
    return (
        following.article in {"a", "an"}
        and not following.has_content
        and bool(_COMMA.fullmatch(text, mention.run_end, following.start))
        and bool(_RELATIVE.match(text, following.end))
    )


def _in_brackets(scene: Scene, spot: re.Match[str]) -> bool:
    """Tell whether it only names again the one before it: "memorandum (MoU)", "(Oslo Treaty)"."""
    if scene.text[spot.end() :][:1] == ")" and _SHORT_NAME.search(
        scene.text, max(scene.start, spot.start() - 45), spot.start()
    ):
        return True
    return scene.text[max(0, spot.start() - 1)] == "(" and scene.text[spot.end() :][:1] == ")"


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
    dash = _DASHED.match(scene.text, spot.end(), scene.end)
    begin = _past_date(scene, spot.end())
    if not (
        grammar.content.match(scene.text, begin, scene.end)
        or grammar.dependent(scene.text, begin, scene.end)
    ):
        pieces = [(start, spot.end())]
        if dash:
            pieces += title_pieces(scene, dash.end(), dash.end() + 1, grammar)
    title, end = title_words(scene.text, pieces), pieces[-1][1]
    title = _with_antecedent(scene, title, start, end)
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
    mention.draft = _is_draft(scene, start, head)
    return mention


def _with_antecedent(scene: Scene, title: str, start: int, end: int) -> str:
    """Fill in what "which" stands for: "the Fund, the agreement on whose creation"."""
    if not _WHOSE.match(scene.text, end, scene.end):
        return title
    body = next((b for b in scene.bodies if 0 < start - b.end <= 3 and not b.generic), None)
    return f"{title} {scene.text[body.start : body.end]}" if body else title


def _is_draft(scene: Scene, start: int, head: str) -> bool:
    """Tell whether it is named as a draft: "draft agreement", "a draft of the MoU"."""
    lead = scene.text[max(scene.start, start - 30) : start]
    return bool(_DRAFT.match(head) or _DRAFT_OF.search(lead))


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


def tail_piece(
    scene: Scene, after: int, grammar: Grammar, *, definite: bool = False
) -> tuple[int, int] | None:
    """Return what the instrument is about where it stands behind the verb, or None."""
    limit = min(scene.end, after + 500)
    away = grammar.zone.search(scene.text, after, limit)
    limit = away.start() if away else limit
    if definite:
        comma = scene.text.find(",", after, limit)
        limit = comma if comma >= 0 else limit
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
