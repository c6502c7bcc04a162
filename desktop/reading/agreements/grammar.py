"""What a language must tell the finder of agreements: its nouns, its verbs and where titles end."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from db.terms import StageKind
from desktop.reading.agreements.instruments import Noun

Cue = tuple[StageKind, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The patterns of one language; each is tried at the place its use says."""

    nouns: tuple[Noun, ...]
    spots: re.Pattern[str]
    """Any noun; lastindex is its number from 1."""
    before: Callable[[str, int, int], tuple[int, str]]
    """(text, sentence start, noun start) → where the title starts and the article before it."""
    stop: re.Pattern[str]
    """Where a title may end. Groups: hard, time, pair, comma, joint, purpose, bracket."""
    content: re.Pattern[str]
    """Matched after the noun: words that begin what the instrument is about."""
    goes_on: re.Pattern[str]
    """Matched after a comma: a participle that belongs to the title."""
    dependent: Callable[[str, int, int], bool]
    """(text, noun end, sentence end) → whether a dependent without preposition follows."""
    tail: re.Pattern[str]
    """Searched after the verb: "… was signed between A and B **on** …"."""
    pair: re.Pattern[str]
    """The words between two participants: and."""
    new_clause: re.Pattern[str]
    """Matched after a comma or "and": what follows is no part of the title."""
    list_gap: re.Pattern[str]
    """Matched between two titles that share one verb."""
    cited: re.Pattern[str]
    """Matched up to the title: words by which something rests on the instrument."""
    after_title: tuple[Cue, ...]
    """Matched right after the title: participles and passive verbs."""
    verbs: tuple[Cue, ...]
    """Searched in the sentence before and after the title, strongest first."""
    later: tuple[Cue, ...]
    """Searched behind the title: passive verbs with more words between."""
    nominative: Callable[[str, Noun], str]
    """Puts the head of a title into the nominative."""
    back: re.Pattern[str]
    """Words that stand for an instrument named before. Groups: all, any, kind."""
    finite: Callable[[str, int, int], int]
    """(text, start, end) → where the first verb starts that no other pattern knows; -1: none."""
    clause_start: Callable[[str, int, int], int]
    """(text, start, verb) → where the clause of a verb starts, its subject included."""
    active: re.Pattern[str]
    """A verb whose subject signs."""
    passive: re.Pattern[str]
    """A verb after which those who signed stand."""
    gap_break: re.Pattern[str]
    """What parts a subject from its verb: whoever stands before it did not sign."""
    zone: re.Pattern[str]
    """Words after which, up to a comma, stand those who did not sign."""
    behalf: re.Pattern[str]
    """Matched before a country or body: on behalf of."""
    witness: re.Pattern[str]
    represented: re.Pattern[str]
    both: re.Pattern[str]
    """Words that mean the two parties spoken of all along."""
    they: re.Pattern[str]
    """Searched up to the verb: a subject that means people named before."""
    they_by: re.Pattern[str]
    """The same behind a passive verb: by the co-chairs."""
    chairing: re.Pattern[str]
    """Words for who heads a side or chairs a session."""
    signed: re.Pattern[str]
    """A verb or participle of signing; its date stands behind it."""
    recalled: re.Pattern[str]
    """Words of a sentence that looks back."""
    twins: re.Pattern[str]
    """Two bodies named before; the group's name is their kind: the two universities."""
    these: re.Pattern[str]
    """Matched at a sentence that names one by one what the sentence before counted."""
    heading_verb: re.Pattern[str]
    occasion: re.Pattern[str]
    """Words for the meeting at which something was signed."""
