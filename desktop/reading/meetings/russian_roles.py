"""The words Russian releases use for who chaired, opened, spoke at and attended a meeting."""

import re
from typing import Final

from db.terms import LinkKind
from desktop.reading.meetings.roles import RoleRule

_K = LinkKind
_EVENT = (
    r"(?:[\w-]+\s+){0,3}?(?:заседани\w+|встреч\w+|переговор\w+|форум\w*|"
    r"конференци\w+|мероприяти\w+|"
    r"совещани\w+|саммит\w*|сесси\w+|церемони\w+|семинар\w*|консультаци\w+|конгресс\w*|выставк\w+)"
)


def _rule(
    kind: LinkKind, pattern: str, *, after: bool = True, joint: LinkKind | None = None,
    loose: bool = False, people_only: bool = True,
) -> RoleRule:  # fmt: skip
    return RoleRule(
        kind=kind, pattern=re.compile(pattern, re.IGNORECASE), after=after, joint=joint,
        loose=loose, people_only=people_only,
    )  # fmt: skip


RULES: Final = (
    _rule(_K.CO_CHAIR, r"\b(?:под\s+)?(?:со-?председательством|совместным председательством)\b"),
    _rule(
        _K.CHAIR,
        r"\bпод председательством\b|\bпредседательств(?:овал[аи]?|ует|"
        r"уют)\s+(?!на\b|в\b)",
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.CO_CHAIR,
        r"\bсопредседател(?:ями|и)\b(?:\s+\S+){0,4}?\s*(?:выступили|являются|"
        r"стали|были|[—–-])?",
        loose=False,
    ),
    _rule(_K.CO_CHAIR, r"\b(?:сопредседательств\w+|выступили сопредседателями)\b", after=False),
    _rule(
        _K.CHAIR,
        r"\b(?:председательствовал[аи]?|пров(?:ел|ёл|ела|"
        r"ели)\s+(?:[\w-]+\s+){0,2}(?:заседани|совещани))\w*",
        after=False,
        joint=_K.CO_CHAIR,
    ),
    _rule(
        _K.OPENED_BY,
        r"\b(?:открыл[аи]?|открывая|дал[аи]? старт)\s+(?:" + _EVENT + r"\s+)?(?=[\s\ue000])",
    ),
    _rule(_K.OPENED_BY, r"\b(?:открыл[аи]?|открывая)\s+" + _EVENT, after=False),
    _rule(
        _K.WELCOMED_BY,
        r"\bприветств\w+ (?:слов\w+|реч\w+|адрес\w*)\b[^.;]{0,60}?\b(?:обратил\w+|"
        r"выступил\w*)",
    ),
    _rule(
        _K.WELCOMED_BY, r"\b(?:участников|гостей|собравшихся)\b[^.;]{0,30}\bприветствовал[аи]?\b"
    ),
    _rule(
        _K.WELCOMED_BY,
        r"\b(?:поприветствовал[аи]?|приветствовал[аи]?)\s+(?:участник|гост|"
        r"собравш|делегац)",
        after=False,
    ),
    _rule(
        _K.WELCOMED_BY,
        r"\b(?:выступил[аи]?|обратил\w+)\s+(?:[^.;]{0,40}\s)?с приветственн\w+",
        after=False,
    ),
    _rule(
        _K.SPEAKER,
        r"\bк участникам\b[^.;]{0,30}\bобратил\w+\b|\bс (?:докладом|докладами|"
        r"сообщени\w+|речью)\s+выступил[аи]?\b|\bтакже выступил[аи]\b|\bслово "
        r"взял[аи]?\b",
    ),
    _rule(
        _K.SPEAKER,
        r"(?<!сопредседателями )(?<!сопредседателем )\bвыступил[аи]?\b(?!\s+(?:за|"
        r"против|в качестве|сопредседател|организатор|инициатор|спонсор|с "
        r"приветственн|с инициатив|с предложени))",
        after=False,
    ),
    _rule(
        _K.SPEAKER,
        r"(?<!сопредседателями )(?<!сопредседателем )(?<!организаторами "
        r")(?<!организатором )\bвыступил[аи]?\s+(?=[\ue000])|\bвыступили:",
    ),
    _rule(
        _K.GUEST,
        r"\b(?:почетн\w+|почётн\w+) гост\w+\b[^.;]{0,30}?(?:стал[аи]?|были?|[—–-])",
        loose=True,
    ),
    _rule(
        _K.ATTENDEE,
        r"\b(?:участие\s+(?:также\s+)?принял[аи]?|"
        r"принял[аи]?\s+(?:также\s+)?участие|приняли\s+участие|принимают участие|"
        r"участвовал[аи]?|присутствовал[аи]?)\b\s*:?",
        loose=True,
        people_only=False,
    ),
    _rule(
        _K.ATTENDEE, r"\b(?:с участием|при участии|в присутствии)\b", loose=True, people_only=False
    ),
    _rule(
        _K.ATTENDEE,
        r"\b(?:принял[аи]?\s+(?:также\s+)?участие|приняли\s+участие|принимает "
        r"участие|участвовал[аи]?|участвует|присутствовал[аи]?)\s+(?:в|на)\s+" + _EVENT,
        after=False,
        people_only=False,
    ),
    _rule(
        _K.ATTENDEE,
        r"\bделегаци\w+\b[^.;]{0,60}?\b(?:возглавил[аи]?|возглавлял[аи]?|во главе "
        r"с|под руководством|представил[аи]?)\b",
    ),
    _rule(
        _K.ORGANISER,
        r"\b(?:организован\w*|организаторами?\s+(?:стал[аи]?|выступил[аи]?|"
        r"являются)|организаторами?)\b",
        people_only=False,
    ),
    _rule(
        _K.ORGANISER,
        r"\b(?:организовал[аи]?|выступил[аи]? организатор\w+)\b",
        after=False,
        people_only=False,
    ),
)
