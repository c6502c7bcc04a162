"""The words English releases use for who chaired, opened, spoke at and attended a meeting."""

import re
from typing import Final

from db.terms import LinkKind
from desktop.reading.meetings.roles import RoleRule

_EVENT = (
    r"(?:the\s+)?(?:\S+\s+){0,3}?(?:meeting|session|event|forum|summit|"
    r"conference|talks|ceremony|negotiations|consultations|visit|round|"
    r"seminar|workshop|symposium|congress|plenary|exhibition)"
)


def _rule(kind: LinkKind, pattern: str, **how: bool | LinkKind | None) -> RoleRule:
    joint = how.get("joint")
    return RoleRule(
        kind=kind, pattern=re.compile(pattern, re.IGNORECASE), after=bool(how.get("after", True)),
        joint=joint if isinstance(joint, LinkKind) else None, loose=bool(how.get("loose")),
        people_only=bool(how.get("people_only", True)), sided=bool(how.get("sided")),
        delegated=bool(how.get("delegated")),
        lead=60 if how.get("far") else 24,
    )  # fmt: skip


_K = LinkKind
RULES: Final = (
    _rule(
        _K.CO_CHAIR,
        r"\bco-?\s?chair(?:ed|manship|personship|ship)(?:\s+(?:jointly|of|by))*(?=\s)|"
        r"\bunder the (?:joint |co-)(?:chair\w*|presidency|leadership) of\b",
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:side|part|half|section)\s(?:(?:of|in|at)\s(?:\S+\s){1,5}?)?(?:was|were|is|being)\s"
        r"(?:led|headed|chaired)\s+by\b",
        sided=True,
        far=True,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:led|headed|chaired)\s+by\b[^;]{1,300}?\b(?:side|part)\s+by\b",
        sided=True,
        far=True,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:led|headed|chaired)\s+(?:the\s+|its\s+)(?:\S+\s+){1,2}?(?:side|part)\b",
        after=False,
        sided=True,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:acted|acting|served|serving)\s+as\s+(?:an?\s+|the\s+)?co-?\s?chairs?\b",
        after=False,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\bco-?\s?chairs?\b[^;]{0,60}?\b(?:from|for)\s+(?:the\s+)?\ue002+(?:\s+side)?"
        r"\s*[-–—,:]\s*(?=(?:Dr\.?|Mr\.?|Mrs\.?|Ms\.?)?\s?\ue000)",
    ),
    _rule(
        _K.CHAIR,
        r"\btook the chair\b|\b(?:chaired|presided)(?=\.|,|\s*\Z)",
        after=False,
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CHAIR,
        r"\bwith\s+(?:the\s+)?(?=\ue000[^;]{0,240}?\s"
        r"(?:in the chair|(?:co-)?presiding|as (?:co-)?chairs?)\b)",
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\bco-?hosted\s+(?!by\b)(?=(?:\S+\s+){0,7}?(?:meeting|session|consultations?|dialogue|round|talks|"
        r"committee|commission)\b)",
        after=False,
    ),
    _rule(
        _K.CHAIR,
        r"\b(?:it|meeting|session|dialogue|round|consultations?|talks|negotiations)\s+"
        r"(?:was|were|is|are|will be)\s+"
        r"(?:co-?)?(?:led|headed|presided)\s+(?:jointly\s+)?by\b|\bco-?presided(?: over)? by\b",
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CHAIR,
        r"\b(?:acted|acting|served|serving)\s+as\s+(?:an?\s+|the\s+)?(?:chairs?(?:man|woman|person)?|moderators?)\b",
        after=False,
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CHAIR,
        r"\b(?:session|meeting)\b(?:(?!delegation|side\b|part\b)[^;]){0,80}?,\s+(?:headed|led)\s+by\b",
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CHAIR,
        r"\b(?:led|headed)\s+(?:(?:this|on)\s+\S+\s+)?the\s+(?:\S+\s+){0,3}?(?:session|meeting|talks|"
        r"negotiations|round|dialogue|consultations?)\b",
        after=False,
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\bchaired\s+(?:jointly|together)\s+by\b|\bjointly\s+(?:chaired|presided "
        r"over)\s+by\b",
    ),
    _rule(
        _K.CHAIR,
        r"(?<!co-)(?<!jointly )\b(?:chaired|presided over|moderated)\s+by\b",
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CHAIR,
        r"\bunder the (?:chair(?:manship|ship|personship)?|presidency|co-?chair) of\b",
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:jointly chaired|co-?\s?chaired|co-?chairs?|co-?presided over|jointly presided "
        r"over)\s+(?!by\b)(?=the\b|this\b|\ue001|" + _EVENT + ")",
        after=False,
    ),
    _rule(
        _K.CHAIR,
        r"(?<!co-)(?<!jointly )\b(?:chaired|presided over|is chairing|chairs|will "
        r"chair)\s+(?!by\b|of\b)",
        after=False,
        joint=_K.CO_CHAIR,
    ),
    _rule(_K.CO_CHAIR, r"\bco-?chairs?\s+(?:of\s+(?:the\s+)?\S+(?:\s+\S+){0,3},?\s*)?(?=\ue000)"),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:co-?chair(?:s|men|persons)|chairmen|chairs|chairpersons) of (?:the "
        r")?(?:\S+\s){0,3}?(?:commission|committee|council|session|meeting|"
        r"group),?",
    ),
    _rule(_K.OPENED_BY, r"\b(?:opened|inaugurated|kicked off|launched|declared open)\s+by\b"),
    _rule(
        _K.OPENED_BY,
        r"\b(?:opened|inaugurated|declared open|kicked off)\s+(?=" + _EVENT + r"\b)",
        after=False,
    ),
    _rule(
        _K.WELCOMED_BY,
        r"\bwelcom(?:e|ing)\s+(?:address|speech|remarks?|note|message|"
        r"words)\b[^.;]{0,80}?\b(?:delivered|given|made|read|pronounced)\s+by\b",
    ),
    _rule(
        _K.WELCOMED_BY,
        r"\b(?:delivered|gave|made|read|offered|sent)\s+(?:an?|the|his|her|"
        r"their)?\s*(?:\w+\s+)?welcom(?:e|ing)\b",
        after=False,
    ),
    _rule(
        _K.WELCOMED_BY,
        r"\bwelcom(?:ed|ing)\s+(?:the\s+|all\s+)*(?:participants|guests|delegates|"
        r"attendees|delegations|members)\b",
        after=False,
    ),
    _rule(
        _K.SPEAKER,
        r"(?<!welcome )\b(?:addressed|speeches were (?:made|delivered)|remarks "
        r"were (?:made|delivered)|keynote (?:was )?delivered|presentations were "
        r"(?:made|given))\s+by\b",
    ),
    _rule(
        _K.SPEAKER,
        r"\b(?:addressed|addressing)\s+(?="
        + _EVENT
        + r"\b|(?:the\s+)?(?:participants|audience|delegates|gathering))",
        after=False,
    ),
    _rule(
        _K.SPEAKER,
        r"\b(?:spoke|speaking|delivered (?:an?|the|his|"
        r"her)\s+(?:\w+\s+)?(?:speech|keynote|statement|remarks|report|address|"
        r"presentation|lecture)|made (?:an?|the)\s+(?:\w+\s+)?(?:speech|"
        r"presentation|report|statement)|took the floor)\b(?![^.]{0,40}\b(?:phone|"
        r"telephone)\b)",
        after=False,
    ),
    _rule(
        _K.GUEST,
        r"\bguests?(?:\s+of\s+honou?r)?,?\s+(?:including|were|was|such as|among "
        r"them)\b",
        loose=True,
    ),
    _rule(
        _K.ATTENDEE,
        r"\b(?:attended|joined)\s+by\b(?![^.;]{0,40}\bguests?\b)",
        loose=True,
        people_only=False,
    ),
    _rule(
        _K.ATTENDEE,
        r"\bwith the (?:participation|attendance|involvement) of\b|\bin the "
        r"presence of\b|\bparticipants (?:included|of "
        + _EVENT
        + r" included|were)\b|\b(?:was|were) (?:also )?(?:present|attended)\s+by\b|"
        r"\balso (?:present|attending|participating)(?: at the \w+)? (?:was|"
        r"were)\b",
        loose=True,
        people_only=False,
    ),
    _rule(
        _K.ATTENDEE,
        r"\b(?:attended|participated in|took part in|participates in|joined|were "
        r"present at|was present at|is attending|are attending)\s+(?!by\b)(?=" + _EVENT + r"\b)",
        after=False,
        people_only=False,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:side|delegations?) (?:was|were|is|are|will be) (?:led|headed) (?:jointly )?by\b|"
        r"\bdelegations?,?(?: of \ue002+,?)? (?:led|headed) by\b|"
        r"\b(?:that|those|the one) (?:of|from) (?:the )?\ue002+(?: side)? "
        r"(?:was )?(?:(?:led|headed) )?by\b|"
        r"\bdelegation\b[^;.]{0,60}?\bby\b[^;]{1,200}?\bdelegation (?:was )?by\b",
        delegated=True,
        far=True,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\b(?:led|headed)\s+(?:the\s+|its\s+|his\s+|her\s+)?(?:\S+\s+){0,2}(?:delegation|side|party)\b",
        after=False,
        delegated=True,
    ),
    _rule(_K.ATTENDEE, r"\b(?:side|delegation) (?:was|is) represented by\b"),
    _rule(
        _K.ATTENDEE,
        r"\brepresented\s+(?:the\s+)?(?:\S+\s+){0,2}(?:delegation|side|party)\b",
        after=False,
    ),
    _rule(
        _K.ORGANISER,
        r"\b(?:organi[sz]ed|arranged|convened|initiated|"
        r"co-organi[sz]ed)\s+(?:jointly\s+)?by\b",
        loose=False,
        people_only=False,
    ),
    _rule(_K.HOST, r"\b(?:hosted|co-hosted)\s+(?:jointly\s+)?by\b", people_only=False),
)
