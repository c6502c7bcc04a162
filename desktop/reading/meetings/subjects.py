"""Finds who a verb's subject is: the participants told before it, or before the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reading.meetings.marks import BODY, COUNTRY, PERSON, Chunk, Line

_JOINT = re.compile(
    r"[\s,;«»“”\"()]*(?:and|&|as well as|along with|together with|и|а также|вместе с|совместно с)?"
    r"[\s,«»“”\"]*(?:the\s+|his\s+|her\s+|its\s+|his counterpart\s+|[Dd]r\.?\s+|H\.?\s?E\.?\s+|"
    r"Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+|г-н\w*\s+|господин\w*\s+|также\s+)*"
    r"(?:[A-ZА-ЯЁ\ue002][^\s,;.()]*\s+){0,4}"
)
_AND = re.compile(r"[,;&]|\b(?:and|as well as|with|и|также|с)\b")
_GOVERNED = re.compile(
    r"(?:\b(?:in|by|of|with|to|for|from|at|between|against|about|into|via|через|в|во|на|с|со|от|к|"
    r"ко|о|об|для|при|из|между|по|до)|['’]s)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;:]|\b(?:that|which|who|when|что|который|которая|которые|когда)\b")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|the (?:two )?(?:minister|ministers|sides|parties|"
    r"president|officials|leaders)|"
    r"он|она|они|стороны|министры?|глава|главы)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s(?:and|и)\s")
_FURTHEST, _BACK = 90, 600


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: the findings, and their stretch in the sentence they stand in."""

    chunks: tuple[Chunk, ...]
    words: str

    @property
    def several(self) -> bool:
        """Tell whether more than one takes part."""
        return len(self.chunks) > 1 or bool(_PLURAL.search(self.words))


def subject_before(line: Line, pos: int, earlier: Sequence[Line]) -> Subject | None:
    """Return the subject of a verb at `pos`, or None; `earlier` are the sentences before it."""
    groups = groups_of(line, max(0, pos - _BACK), pos)
    for group in reversed(groups):
        gap = line.marked[group[-1].end : pos]
        if _CUT.search(gap) or len(gap) > _FURTHEST:
            break
        if not _GOVERNED.search(line.marked[max(0, group[0].start - 40) : group[0].start]):
            return Subject(group, line.words(group[0].start, group[-1].end))
    if _PRONOUN.search(line.text[max(0, pos - _FURTHEST) : pos]):
        return _told_before(earlier)
    return None


def _told_before(earlier: Sequence[Line]) -> Subject | None:
    for line in reversed(earlier[-2:]):
        people = [c for c in line.chunks if c.mark == PERSON]
        if people:
            return Subject((people[0],), line.words(people[0].start, people[0].end))
    return None


def groups_of(line: Line, start: int, end: int) -> list[tuple[Chunk, ...]]:
    """Return the participants named in a stretch, those joined by commas and "and" together."""
    groups: list[list[Chunk]] = []
    for chunk in line.between(start, end, PERSON + BODY + COUNTRY):
        gap = line.marked[groups[-1][-1].end : chunk.start] if groups else ""
        if groups and _JOINT.fullmatch(gap) and _AND.search(gap):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [tuple(group) for group in groups]
