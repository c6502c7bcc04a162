"""How English releases name instruments and tell what became of them."""

import re

from desktop.reading.agreements.english_acts import (
    ACTIVE,
    AFTER_TITLE,
    BACK,
    BEHALF,
    CHAIRING,
    CITED,
    GAP_BREAK,
    LATER,
    PASSIVE,
    RECALLED,
    REPRESENTED,
    SIGNED_ON,
    THEY,
    THEY_BY,
    TWINS,
    VERBS,
    WITNESS,
    ZONE,
)
from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.instruments import ENGLISH, Noun, pattern_of

_I = re.IGNORECASE
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|today\b|yesterday\b|tomorrow\b|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d|\d{{1,2}}[./]\d"
)
_PURPOSE = (
    r"strengthen|promote|enhance|boost|expand|deepen|develop|improve|support|facilitate|increase|"
    r"further|establish|ensure|provide|help|implement|create|address|advance|foster|bolster|"
    r"consolidate|cooperate|collaborate|work|jointly|continue|encourage|build|launch|train|"
    r"supply|"
    r"share|exchange|fund|finance|combat|fight|tackle|open|set up|mark|cement|accelerate|explore|"
    r"conduct|carry|allow|enable|reinforce|formali[sz]e|construct|upgrade|exempt|abolish|avoid|"
    r"eliminate|import|export|buy|sell|produce|manufacture|join|protect|prevent"
)
_STOP = re.compile(
    r"(?P<hard>[;:•]|\s[–—-]\s|(?<!\w)(?:was|were|is|are|has|have|had|will|would|shall|should|"
    r"may(?! \d)"
    r"|might|can|could|must|being|been|be|signed|inked|concluded|dated|adopted|approved|"
    r"initial+ed|"
    r"ratified|reached|entered|came|comes|cover(?:s|ing|ed)|provid(?:es|ing|ed)|aim(?:s|ed|ing)|"
    r"envisag(?:es|ed|ing)|includ(?:es|ed|ing)|focus(?:es|ed|ing)|expir(?:es|ed)|defin(?:es|ed)|"
    r"seeks|sets|allows|enables|establishes|reflects|stipulates|contains|facilitates|creates|"
    r"outlin(?:es|ed|ing)|offers|opens|builds|paves|calls|stated|(?-i:states)|paving|making|"
    r"marking|becoming|"
    r"said|says|told|added|reported|announced|noted|stressed|emphasi[sz]ed|highlighted|took|"
    r"takes|"
    r"remains?|serves?|represents|constitutes|happened|followed|which|that|who|whose|whom|"
    r"whereby|"
    r"whereas|where|wherein|when|while|whilst|after|before|following|during|amid|upon|since|"
    r"until|"
    r"under|through which|in the presence|in the framework|within the framework|"
    r"within the scope|on the sidelines|"
    r"on the margins|on the occasion|on behalf|as part of|as a result|as well as by|at|"
    r"in order to|"
    r"so as to|so that|in accordance|in implementation|in fulfil+ment|in pursuance|instead|"
    r"in line with|pursuant to|based on|on the basis|according to|"
    r"runs|lasts|entitles|obliges|requires|governs|regulates|thanks to|with a view|with the aim|"
    r"with the goal|with the objective|with the purpose|"
    r"worth|(?:early |late |later )?(?:next|last|this) (?:year|month|week|spring|autumn|fall|"
    r"summer|winter)|on the \w+ side|on the side of|"
    r"valued at|in addition|here|to (?:that|this) (?:effect|end)|in this regard|"
    r"in a (?:ceremony|bid|move|step)|in an (?:effort|attempt)|"
    r"(?:now|already|recently|currently|earlier|soon|later|also) |but|because|if|"
    r"(?:a|the) (?:day|week|month|year) (?:ago|earlier|later))(?!\w)|"
    r"\bfor (?:another|a further|an additional|the next|a period of|\w+ more|(?:the )?\w+ (?:side|"
    r"party|delegation))\b|\bby\b(?! (?:[a-z]+ing|rail\w*|road|sea|air|land|pipeline|"
    r"satellite)\b)|\bfor the (?:first|"
    r"second|third) time|"
    rf"\bto be\b|\b(?:on|in|of|from|last|next|this) (?:the )?(?:{_DAY})|"
    rf"\b(?:in|since|of) (?:{_MONTH} )?(?:19|20)\d\d\b(?![-–/]))"
    r"|(?P<time>\b(?:on|in|of|from|dated|for)\b(?= ))"
    r"|(?P<pair>\b(?:between|among)\b)"
    r"|(?P<bracket>\()"
    r"|(?P<comma>,)"
    r"|(?P<joint>\b(?:and|as well as|along with|together with|or)\b|&)"
    rf"|(?P<purpose>\bto (?=(?:{_PURPOSE})\b))",
    _I,
)
_DETERMINER = (
    r"the|an?|this|that|these|those|its|their|his|her|our|both|some|any|no|each|every|another|"
    r"such|"
    r"several|many|various|all|numerous|more|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"\d{1,3}|following|number of|series of|package of|dozens? of|one|other|certain|few"
)
_NOVELTY = frozenset(
    (
        "updated", "new", "landmark", "historic", "important", "major", "significant", "existing",
        "previous", "current", "relevant", "respective", "similar", "separate", "corresponding",
        "signed", "said", "above-mentioned", "aforementioned", "key", "first", "second", "third",
        "fourth", "last", "recent", "latest", "earlier", "abovementioned", "first-ever",
        "so-called", "own", "specific", "appropriate", "long-awaited", "ambitious", "historical",
        "renewed", "revised", "single", "former", "future", "possible", "potential", "proposed",
        "planned", "original", "initial", "formal", "official", "final", "old", "big", "large",
        "different", "additional", "further", "next", "ongoing", "effective",
        "groundbreaking", "successful", "concrete", "mentioned", "same", "only", "very",
        "following", "subsequent", "preliminary", "upcoming", "much-needed", "present",
    )
)  # fmt: skip
_NO_PREMODIFIER = re.compile(
    r"(?:of|on|in|at|by|to|for|from|with|and|or|as|between|under|into|through|via|per|than|but|"
    r"against|about|after|before|during|within|over|upon|towards?|regarding|including|"
    r"is|are|was|were|be|been|being|has|have|had|will|would|shall|may|can|could|should|must|"
    r"not|also|who|which|that|when|where|while|it|they|he|she|we|you|today|yesterday|here|"
    r"jointly|"
    r"signs?|signed|signing|inks?|inked|inking|sealed|seals?|penn?(?:ed|s)|conclud(?:e|es|ed|"
    r"ing)|adopt(?:s|ed|ing)?|"
    r"approv(?:e|es|ed|ing)|ratif(?:y|ies|ied|ying)|initial+(?:ed|ing|s)|implement(?:s|ed|ing)?|"
    r"exchang(?:ed|es|ing)|discuss(?:es|ed|ing)?|reach(?:es|ed|ing)?|finali[sz](?:e|es|ed|ing)|"
    r"prepar(?:e|es|ed|ing)|negotiat(?:e|es|ed|ing)|propos(?:e|es|ing)|extend(?:s|ed|ing)?|"
    r"renew(?:s|ing)?|amend(?:s|ed|ing)?|draft(?:ed|s|ing)|develop(?:ed|s|ing)|issu(?:e|ed|es|"
    r"ing)|"
    r"releas(?:e|ed|es|ing)|launch(?:es|ed|ing)?|mark(?:s|ed|ing)|welcom(?:e|ed|es|ing)|"
    r"review(?:s|ed|ing)?|support(?:s|ed|ing)|include[sd]?|cover(?:s|ed|ing)|called|titled|"
    r"entitled|namely|announc(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|strik(?:e|es|ing)|struck|"
    r"clinch(?:es|ed)?|endors(?:e|es|ed|ing)|agree[sd]?|enter(?:s|ed|ing)?|execut(?:e|es|ed|ing)|"
    r"establish(?:es|ed|ing)?|violat(?:e|es|ed|ing)|using|made|make[s]?|making|envisag(?:e|es|"
    r"ed)|"
    r"stipulate[sd]?|terminat(?:e|es|ed|ing)|denounc(?:e|es|ed|ing)|expected|according|get|gets|"
    r"got|"
    r"consider(?:s|ed|ing)?|stud(?:y|ies|ied|ying))$",
    _I,
)


_AMOUNT = re.compile(r"\s*\d+ (?:million|billion|mln|bn)\b", re.IGNORECASE)
_LAST = re.compile(r"([\w’'./&–-]+,?|[“\"«])\s*$")


def _before(text: str, first: int, noun: int) -> tuple[int, str]:
    """Walk back from the noun over what belongs to the title; over "and" only up to an article."""
    start, sure, article = noun, -1, ""
    for _ in range(9):
        head = text[max(first, start - 40) : start]
        word = _LAST.search(head)
        if not word or not head.endswith((" ", "\xa0")):
            break
        token = word[1].casefold()
        if re.fullmatch(_DETERMINER, token) and not _AMOUNT.match(text, start - len(word[0])):
            article = token
            break
        if token in {"and", "&"} or (token.endswith(",") and sure >= 0):
            sure = start if sure < 0 else sure
        elif token.endswith(",") or _ends_premodifiers(word[1]):
            break
        start -= len(word[0])
    if sure >= 0 and article not in {"the", "a", "an"}:
        start, article = sure, ""
    return _without_novelty(text, start, noun), article


_ADJECTIVES_IN_LY = frozenset(
    (
        "supply", "family", "assembly", "early", "monthly", "yearly", "weekly", "quarterly",
        "friendly", "daily", "reply", "multiply", "italy",
    )
)  # fmt: skip
# Words of a name that would be verbs in small letters: "an Implementing Arrangement"
_OF_NAME = re.compile(r"(?:Implement|Support|Amend|Establish|Extend|Launch|Finaliz|Develop)ing$")


def _ends_premodifiers(word: str) -> bool:
    if _OF_NAME.match(word) or word == "implementing":
        return False
    if word[0] in '“"«' or word.endswith(("’s", "'s", "s’", "s'", ".")):
        return True
    return bool(_NO_PREMODIFIER.fullmatch(word)) or (
        word.casefold().endswith("ly") and word.casefold() not in _ADJECTIVES_IN_LY
    )


def _without_novelty(text: str, start: int, noun: int) -> int:
    for word in re.finditer(r"\S+\s+", text[start:noun]):
        if word[0].strip().casefold() not in _NOVELTY:
            return start + word.start()
    return noun


_BOTH = re.compile(
    r"\b(?:two|both|three|the) (?:countries|states|nations|governments|sides|parties|ministries|"
    r"peoples|neighbou?rs)\b|"
    r"\bcounterparts?\b|\bthey\b|\bbilateral\b|\bintergovernmental\b",
    _I,
)
_HEADING_VERB = re.compile(r"\b(?:signs?|inks?|to sign)\b", _I)
_OCCASION = re.compile(
    r"\b(?:meeting|talks|visit|ceremony|session|summit|forum|negotiations|conference|sidelines|"
    r"margins)\b",
    _I,
)


def _no_finite(_text: str, _start: int, _end: int) -> int:
    """English verbs are among the words that stop a title."""
    return -1


def _no_clause_start(_text: str, _start: int, verb: int) -> int:
    """English subjects are no part of what the stops let through."""
    return verb


def _no_dependent(_text: str, _at: int, _end: int) -> bool:
    """English dependents all begin with a preposition."""
    return False


def _nominative(title: str, _noun: Noun) -> str:
    """English titles stand as they are."""
    return title


GRAMMAR = Grammar(
    nouns=ENGLISH,
    spots=pattern_of(ENGLISH),
    before=_before,
    stop=_STOP,
    content=re.compile(
        r"(?:\s+No\.?\s*\d+)?\s*(?:\([^()]{1,40}\)\s*)?(?:on|for|regarding|concerning|about|"
        r"in the (?:fields?|areas?|spheres?|sectors?)|in (?!which|order|addition)\w+|"
        r"between|among|with|against|of|to(?! (?:that|this)\b)|aimed at|relating|related|"
        r"covering|amending|"
        r"establishing|extending)\b|\s*(?:\([^()]{1,40}\)\s*)?[“\"«]",
        _I,
    ),
    goes_on=re.compile(
        r"\s*(?:relating to|concerning|regarding|of the (?:one|other) part|"
        r"and [^,;.]{2,60}, of the other part|on the (?:one|other) (?:hand|part))\b",
        _I,
    ),
    dependent=_no_dependent,
    tail=re.compile(
        r"\b(?:on (?!behalf|the (?:sidelines|margins|occasion|basis|part of|\w+ side\b|side of)|"
        r"the same day|"
        rf"(?:the )?(?:{_DAY}))|for (?!the (?:first|second))|regarding|concerning|"
        rf"in the (?:fields?|areas?|spheres?) of|"
        rf"aimed at|covering|about|to (?=(?:{_PURPOSE})\b))",
        _I,
    ),
    pair=re.compile(r"\b(?:and|with)\b|&", _I),
    new_clause=re.compile(
        r"\s*(?:also |then |later |both |which|that|who|where|the two|the (?:minister|president|"
        r"parties|sides|"
        r"ministry|document|agreement|ceremony|meeting|event|signing|delegation)\b|he\b|she\b|"
        r"it\b|they\b|"
        r"(?:[a-z]+ed|said|held|met|took|made|gave|paid|spoke|is|are|was|were|has|have|had|will|"
        r"would|"
        r"discuss|express|agree|hold|visit|open|launch|says?|thus|thereby|therefore|also|"
        r"according|under|in which|including|making|marking|paving|aiming|noting|stressing|"
        r"adding|"
        r"reaffirming|emphasi[sz]ing|bringing|allowing|enabling|underlining|during|at\b|"
        r"on behalf|as\b|with\b)\b)"
    ),
    list_gap=re.compile(
        r"[\s,;:.\"”»(]*(?:\([^()]{0,60}\)[\s,;]*)?(?:and|as well as|along with|together with|"
        r"plus|followed by)?[\s,;]*(?:also )?"
        r"(?:\d{1,2}[.)]\s*)?(?:the|an?|another|one|two|its|their|other|"
        r"several)?[\s\"“«]*(?:\w+ ){0,2}?$",
        _I,
    ),
    cited=CITED,
    finite=_no_finite,
    clause_start=_no_clause_start,
    active=ACTIVE,
    passive=PASSIVE,
    gap_break=GAP_BREAK,
    zone=ZONE,
    behalf=BEHALF,
    witness=WITNESS,
    represented=REPRESENTED,
    both=_BOTH,
    they=THEY,
    they_by=THEY_BY,
    chairing=CHAIRING,
    signed=SIGNED_ON,
    recalled=RECALLED,
    twins=TWINS,
    these=re.compile(
        r"\s*(?:these|they|among (?:them|these)|those|the (?:signed )?(?:documents|agreements|"
        r"instruments)) (?:are|were|include|included|comprise)|"
        r"\s*(?:these|they|among (?:them|these)|namely|including)\b",
        _I,
    ),
    heading_verb=_HEADING_VERB,
    occasion=_OCCASION,
    after_title=AFTER_TITLE,
    verbs=VERBS,
    later=LATER,
    nominative=_nominative,
    back=BACK,
)
