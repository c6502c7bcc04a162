"""Instruments a plural counts without naming each: "two memoranda: one on X, the other on Y"."""

import re
from dataclasses import replace
from itertools import pairwise

from db.terms import StageKind
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.mention import Mention
from desktop.reading.agreements.titles import title_pieces, title_words

_ITEM = re.compile(
    r"(?:[:;,–—-]|\band\b)\s*(?:and |while |и |а )?(?:(?:the )?(?:one|other|another|first|second|"
    r"third)|(?:один|одно|одна|другой|другое|другая|перв\w{2}|втор\w{2}|"
    r"треть?[ийея]{1,2})(?: из них)?)"
    r"\s*[–—-]?\s*(?=(?:on|for|in|with|between|concerning|regarding|о|об|по|между|с|со|на|в)\b)|"
    r"(?<=\w)\s+(?:и\s+(?=об?\s)|and\s+(?=on\s))|"
    r"[:;]\s*(?:and )?(?=(?:between|among|on|with|между|о|об)\b)",
    re.IGNORECASE,
)
_IN_PLACE_OF = re.compile(
    r"(?:взамен|вместо|на смену)\s+(?:ныне )?(?:действующ|прежн|предыдущ|существующ|нынешн)\w+"
    r"(?: соглашени\w+| договор\w*| документ\w*)?|"
    r"(?:replacing|to replace|in place of|instead of|superseding) the (?:existing|current|previous|"
    r"old|earlier|present)?\s?(?:agreement|treaty|one|document|memorandum|mou|protocol)"
    r"(?: (?:of|from) (?=\d))?",
    re.IGNORECASE,
)
_OF_DRAFT = re.compile(r"^(?:draft |new |проект\w*\s+)+(?:нов\w{2,3}\s+)?", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w+")
_PLURALS = (
    (re.compile("^memorand(?:a|ums)"), "memorandum"),
    (re.compile("^treaties"), "treaty"),
    (re.compile(r"^(\w+)s\b"), r"\1"),
)


def with_items(mentions: list[Mention], grammar: Grammar) -> list[Mention]:
    """Return the namings; a plural that counts its items gives way to them."""
    found: list[Mention] = []
    for mention in mentions:
        items = _items(mention, grammar) if mention.plural and not mention.has_content else []
        found += items if len(items) > 1 else [mention]
        replaced = _replaced(mention, grammar) if mention.has_content else None
        found += [replaced] if replaced else []
    return found


def _replaced(mention: Mention, grammar: Grammar) -> Mention | None:
    """Return the instrument in force that a new one of the same title is to replace."""
    scene = mention.scene
    words = _IN_PLACE_OF.search(scene.text, mention.end, mention.limit)
    if not words or words.start() - mention.end > 3:
        return None
    limit, mention.limit = mention.limit, words.start()
    date = next((d for d in scene.dates if 0 <= d.start - words.end() <= 4), None)
    return replace(
        mention,
        noun_start=words.start(),
        noun_end=words.end(),
        start=words.start(),
        end=words.end(),
        run_end=words.end(),
        limit=limit,
        title=grammar.nominative(_OF_DRAFT.sub("", mention.title), mention.noun),
        article="the",
        draft=False,
        named=True,
        cited=True,
        stage=StageKind.IN_FORCE,
        stage_start=-1,
        stage_end=-1,
        date=date,
        group=mention.group + 1,
    )


def _items(mention: Mention, grammar: Grammar) -> list[Mention]:
    scene = mention.scene
    marks = list(_ITEM.finditer(scene.text, mention.end, mention.limit))
    if len(marks) < 2:
        return []
    noun = _singular(scene.text[mention.noun_start : mention.noun_end], mention)
    found: list[Mention] = []
    for mark, following in pairwise([*marks, None]):
        limit = following.start() if following else mention.limit
        item = _item(mention, mark.end() if mark else limit, limit, noun, grammar)
        if item:
            found.append(item)
    return found


def _item(mention: Mention, start: int, limit: int, noun: str, grammar: Grammar) -> Mention | None:
    scene = mention.scene
    word = _FIRST_WORD.match(scene.text, start, limit)
    if not word:
        return None
    pieces = [
        (begin, min(end, limit))
        for begin, end in title_pieces(scene, start, word.end(), grammar)
        if begin < limit
    ]
    if not pieces or len(scene.text[slice(*pieces[0])].split()) < 2:
        return None
    end = pieces[-1][1]
    return replace(
        mention,
        noun_start=start,
        noun_end=start,
        start=start,
        end=end,
        run_end=end,
        limit=limit,
        title=f"{noun} {title_words(scene.text, pieces)}",
        has_content=True,
        plural=False,
        article="",
    )


def _singular(words: str, mention: Mention) -> str:
    if mention.noun.lemma:
        return mention.noun.lemma
    for pattern, one in _PLURALS:
        if pattern.match(words.casefold()):
            return pattern.sub(one, words[0].casefold() + words[1:], count=1)
    return words
