"""Which namings are records of their own, and which only speak of an instrument in general."""

import re

from db.terms import AgreementType, StageKind
from desktop.reading.agreements.mention import Mention

_GENERAL = re.compile(
    r"no|any|several|many|various|numerous|all|more|such|each|every|some|number of|series of|"
    r"other|certain|few|dozens? of|нескольк\w+|различн\w+|многочисленн\w+|больш\w+|все|всех|"
    r"как\w{2,3}|люб\w{2,3}|кажд\w+|ряд\w?|так\w{1,3}|три|two|three|four|five|six|seven|eight|nine|ten|\d+"
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
_ACTS = frozenset(
    (
        StageKind.SIGNED, StageKind.INITIALLED, StageKind.RATIFIED, StageKind.ACCEDED,
        StageKind.PROPOSED, StageKind.DRAFTED, StageKind.EXTENDED, StageKind.TERMINATED,
        StageKind.IN_FORCE, StageKind.DATED, StageKind.AMENDED,
    )
)  # fmt: skip

_LOOSE = frozenset((AgreementType.PROGRAMME, AgreementType.CONTRACT, AgreementType.OTHER))


def is_definite(mention: Mention) -> bool:
    """Tell whether the naming takes its instrument for known: "the agreement"."""
    return bool(_DEFINITE.fullmatch(mention.article))


def is_record(mention: Mention) -> bool:
    """Tell whether a naming is specific enough to stand for an instrument of its own."""
    if mention.plural and not _enough_for_several(mention):
        return False
    if _GENERAL.fullmatch(mention.article) and not mention.named:
        return False
    if _is_consent(mention):
        return False
    acted = mention.stage in _ACTS and not (mention.cited and mention.stage_start < 0)
    named = mention.named and (mention.cited or mention.has_content)
    if mention.noun.weak and not (acted or named or _cited_by_name(mention)):
        return False
    if mention.has_content or mention.named or _told_apart(mention):
        return True
    return acted and not is_definite(mention)


def _cited_by_name(mention: Mention) -> bool:
    return (
        mention.cited
        and mention.has_content
        and (mention.date is not None or mention.type not in _LOOSE)
    )


def _told_apart(mention: Mention) -> bool:
    """Tell whether a participle says which one: "the agreement signed between …"."""
    scene = mention.scene
    if mention.stage_start < mention.end or not is_definite(mention):
        return False
    words = scene.text[mention.stage_start : mention.stage_end].strip(" ,").casefold()
    following = scene.text[mention.stage_end : mention.stage_end + 25]
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
    return bool(_NOT_ONE.search(lead)) and mention.article in {"", "full"}
