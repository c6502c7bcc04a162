"""Which namings are records of their own, and which only speak of an instrument in general."""

import re

from db.terms import AgreementType, StageKind
from desktop.reading.agreements.mention import Mention

_GENERAL = re.compile(
    r"no|any|several|many|various|numerous|all|more|such|each|every|some|number of|series of|"
    r"other|certain|few|dozens? of|нескольк\w+|различн\w+|многочисленн\w+|больш\w+|все|всех|"
    r"как\w{2,3}|люб\w{2,3}|кажд\w+|ряд\w?|так\w{1,3}|три|two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+"
)
_DEFINITE = re.compile(
    r"the|this|these|that|those|its|their|both|said|эт\w+|данн\w+|настоящ\w+|указанн\w+|"
    r"упомянут\w+|названн\w+|вышеуказанн\w+|подписанн\w+"
)
_NOT_ONE = re.compile(
    r"\b(?:reach(?:ed|es|ing)? (?:an? |the |full )?|(?:came|come) to (?:an? )?|in (?:full )?|"
    r"(?:is|are|was|were) in |mutual |expressed )$",
    re.IGNORECASE,
)
# What an instrument is said to be: "the memorandum is the second agreement between …"
_PREDICATE = re.compile(
    r"\b(?:is|was|becomes?|became|will be|(?<!well )as) (?:the|an?|one of the) "
    r"(?:\w+ )?(?:first|second|third|\w+th|latest|only|such|kind of)?\s*$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:user|end[- ]user|licen[cs]e|privacy|copyright|subscription|employment|rental|"
    r"collective(?: bargaining)?) (?:agreement|contract)|\b(?:labou?r|marriage) contract|"
    r"пользовательск\w+ соглашени|лицензионн\w+ (?:соглашени|договор)|персональных данных|"
    r"(?:трудов|коллективн|брачн)\w+ (?:договор|контракт)|социального найма|договор\w* аренды",
    re.IGNORECASE,
)
_STATE_PLAN = re.compile(
    r"(?:state|national|federal|regional|municipal|government|presidential|training|study|degree|"
    r"doctoral|vaccination|loyalty|television|radio|государственн|национальн|федеральн|"
    r"региональн|муниципальн|учебн|образовательн)",
    re.IGNORECASE,
)
_DECREED = re.compile(r"\b(?:approv|adopt|endors|утвер|приня|одобр)", re.IGNORECASE)
_SHARED = re.compile(
    r"\b(?:co-?operation|joint|between|exchange|consultation|bilateral|collaboration|action|"
    r"activit|implement|сотрудничеств|совместн|обмен|консультац|между|реализац|мероприят|"
    r"действий|взаимодейств)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:sides|parties|ministries|(?<!of )ministers|agencies|universities|they|two countries|"
    r"both|"
    r"participants|co-?chairs|joint commission|стороны|министры|министерства|ведомства|участники|"
    r"обе|страны|сопредседатели|вузы|университеты|межправкомисси\w+)\b",
    re.IGNORECASE,
)
_ON_OR_BETWEEN = re.compile(r"^[^,]{0,80}? (?:on|between|о|об|между) ", re.IGNORECASE)
_FOR_YEARS = re.compile(r"\b20\d\d ?[–—-] ?(?:20)?\d\d\b")
_BETWEEN = re.compile(r"\b(?:between|между)\b", re.IGNORECASE)
_NAMED_SO = frozenset((AgreementType.PROTOCOL, AgreementType.CONVENTION, AgreementType.ROADMAP))
_OWN = frozenset(("its", "their", "his", "her", "свой", "своего", "свою", "своей"))
_PLAN_NOUN = re.compile(
    r"^(?:(?:action|work|working|activity|implementation) plans?|plans? of action|"
    r"план\w* (?:работы|действий|мероприятий))\b",
    re.IGNORECASE,
)
_ACTS = frozenset(
    (
        StageKind.SIGNED, StageKind.INITIALLED, StageKind.RATIFIED, StageKind.ACCEDED,
        StageKind.PROPOSED, StageKind.DRAFTED, StageKind.EXTENDED, StageKind.TERMINATED,
        StageKind.IN_FORCE, StageKind.DATED, StageKind.AMENDED,
    )
)  # fmt: skip

_AHEAD = frozenset((StageKind.PROPOSED, StageKind.DRAFTED, None))
_FULL_MONTH = len("2018-10")
_OF_DATE = re.compile(r"[\s,]*(?:of|dated|from|от|on)\s+(?:the )?", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:за исключением|кроме|помимо|except(?: for)?|excluding|apart from|other than)\s+"
    r"(?:the |an? )?$",
    re.IGNORECASE,
)
_BY_WAY_OF = re.compile(
    r"\b(?:after|following|upon|through|by|via|после|пут[её]м|посредством)\s+(?:an? |the )?$",
    re.IGNORECASE,
)
_TOOK_EFFECT = re.compile(r"\binto (?:force|effect)\b|вступ\w+ в (?:силу|действие)", re.IGNORECASE)
_LOOSE = frozenset((AgreementType.PROGRAMME, AgreementType.CONTRACT, AgreementType.OTHER))


def is_definite(mention: Mention) -> bool:
    """Tell whether the naming takes its instrument for known: "the agreement"."""
    return bool(_DEFINITE.fullmatch(mention.article))


def is_record(mention: Mention) -> bool:
    """Tell whether a naming is specific enough to stand for an instrument of its own."""
    if _is_domestic(mention) or _is_consent(mention) or _is_left_out(mention):
        return False
    return _is_dated(mention) or (not _is_general(mention) and _is_specific(mention))


def _is_general(mention: Mention) -> bool:
    """Tell whether it speaks of many, of any, or of a plan that might be one state's own."""
    if mention.plural and not _enough_for_several(mention):
        return True
    if _GENERAL.fullmatch(mention.article) and not mention.named:
        return True
    return (
        mention.type == AgreementType.PROGRAMME
        and mention.stage in _AHEAD
        and not (mention.cited or _SHARED.search(mention.title) or _by_several(mention))
    )


def _is_specific(mention: Mention) -> bool:
    acted = mention.stage in _ACTS and not (mention.cited and mention.stage_start < 0)
    if mention.noun.weak and not _is_enough(mention, acted=acted):
        return False
    if mention.has_content or mention.named or _told_apart(mention):
        return True
    if mention.cited and mention.signed and not is_definite(mention):
        return True
    return acted and not is_definite(mention)


def _is_enough(mention: Mention, *, acted: bool) -> bool:
    """Tell whether a noun that means other things too names an instrument here."""
    if not mention.has_content and mention.stage in _AHEAD:
        return mention.named
    named = mention.named and (mention.cited or mention.has_content)
    return acted or named or _cited_by_name(mention) or _is_by_title(mention)


def _is_by_title(mention: Mention) -> bool:
    """Tell whether the title alone can mean an instrument only: "the protocol on fisheries"."""
    if not mention.has_content or _GENERAL.fullmatch(mention.article):
        return False
    if mention.type == AgreementType.PROGRAMME:
        shared = bool(_SHARED.search(_without_noun(mention)))
        return shared and bool(_FOR_YEARS.search(mention.title))
    return mention.type in _NAMED_SO and bool(_ON_OR_BETWEEN.match(mention.title))


def _is_domestic(mention: Mention) -> bool:
    """Tell whether it is one state's own plan, or a paper between private people."""
    if _PRIVATE.search(mention.title):
        return True
    if mention.type != AgreementType.PROGRAMME:
        return False
    told = mention.scene.text[mention.stage_start : mention.stage_end]
    decreed = mention.stage_start >= 0 and bool(_DECREED.search(told))
    return bool(_STATE_PLAN.match(mention.title)) or (
        decreed
        and not (mention.roles or _by_several(mention))
        and (mention.article in _OWN or not _SHARED.search(_without_noun(mention)))
    )


def _by_several(mention: Mention) -> bool:
    """Tell whether those who act are two sides, or a body they share: "the ministries adopted"."""
    scene = mention.scene
    if not 0 <= mention.stage_start < mention.start:
        return False
    return bool(_SEVERAL.search(scene.text, scene.start, mention.stage_start))


def _without_noun(mention: Mention) -> str:
    """Return what a title says besides its noun: "action plan of the secretariat"."""
    return _PLAN_NOUN.sub("", mention.title) or mention.title


def _is_dated(mention: Mention) -> bool:
    """Tell whether a date right behind the noun says which one: "the Protocol of 4 May 2018"."""
    date = mention.date
    return (
        date is not None
        and not mention.plural
        and len(date.edtf) >= _FULL_MONTH
        and mention.noun_end <= date.start <= mention.noun_end + 10
        and bool(_OF_DATE.fullmatch(mention.scene.text, mention.noun_end, date.start))
    )


def _is_left_out(mention: Mention) -> bool:
    """Tell whether it is named as what was not done, or only as the way something took effect."""
    lead = mention.scene.text[max(mention.scene.start, mention.start - 45) : mention.start]
    if _EXCEPT.search(lead):
        return True
    return (
        mention.type == AgreementType.EXCHANGE_OF_NOTES
        and not mention.noun.act
        and bool(_BY_WAY_OF.search(lead))
        and bool(_TOOK_EFFECT.search(mention.scene.words))
    )


def _cited_by_name(mention: Mention) -> bool:
    return (
        mention.cited
        and mention.has_content
        and (
            mention.date is not None
            or mention.type not in _LOOSE
            or bool(_BETWEEN.search(mention.title))
        )
    )


def _told_apart(mention: Mention) -> bool:
    """Tell whether a participle says which one: "the agreement signed between …"."""
    scene = mention.scene
    if mention.stage_start < mention.end or not is_definite(mention):
        return False
    words = scene.text[mention.stage_start : mention.stage_end].strip(" ,").casefold()
    following = scene.text[mention.stage_end : mention.stage_end + 25]
    if words in {"issued", "adopted", "initialled", "initialed"} and mention.signed:
        return bool(re.match(r" (?:after|at|during|following|upon|in|on)\b", following))
    return words in {"signed", "concluded"} and bool(
        re.match(r" (?:between|by|in|on)\b", following)
    )


def _enough_for_several(mention: Mention) -> bool:
    if mention.named and mention.has_content:
        return True
    return mention.has_content and mention.stage == StageKind.SIGNED and not mention.article


def _is_consent(mention: Mention) -> bool:
    """Tell whether the word means that people agree: "reached agreement", "in agreement"."""
    lead = mention.scene.text[max(mention.scene.start, mention.start - 40) : mention.start]
    if re.search(r"[а-я]", mention.title, re.IGNORECASE):
        return False
    if _PREDICATE.search(lead):
        return True
    return bool(_NOT_ONE.search(lead)) and mention.article in {"", "full"}
