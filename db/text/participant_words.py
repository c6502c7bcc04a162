"""Words that tell a role and a post in a line about a participant, English and Russian."""

import re

from .folding import fold

_ROLES = {
    "chair": "chair; chaired; chaired by; chairman; chairwoman; chairperson; chaired the meeting; "
    "председатель; председательствующий; председательствовал; председательствовала",
    "co_chair": "co-chair; co chair; cochair; co-chaired; co-chaired by; co-chairman; "
    "co-chairwoman; co-chairperson; сопредседатель; со-председатель",
    "opened_by": "opened; opened by; opener; opened the meeting; inaugurated by; открыл; открыла; "
    "открыл заседание; открыла заседание",
    "speaker": "speaker; spoke; speech; addressed the meeting; выступил; выступила; докладчик; "
    "выступающий; спикер",
    "welcomed_by": "welcomed; welcomed by; welcome; welcome address; welcoming address; greeting; "
    "приветствовал; приветствовала; приветствие; приветственное слово; с приветствием",
    "attendee": "attendee; attended; attended by; participant; participated; took part; present; "
    "участник; участница; участвовал; участвовала; присутствовал; присутствовала; "
    "принял участие; приняла участие",
    "guest": "guest; special guest; guest of honour; distinguished guest; гость; гостья; "
    "почетный гость; приглашенный; приглашенная",
    "host": "host; hosted; hosted by; хозяин; хозяйка; принимающая сторона; принимал; принимала",
    "organiser": "organiser; organizer; organised by; organized by; организатор",
    "party": "party; contracting party; сторона; сторона соглашения",
    "signatory": "signatory; signed; signed by; signer; подписал; подписала; подписант",
    "initialled_by": "initialled; initialed; initialled by; initialed by; парафировал; "
    "парафировала",
    "witness": "witness; witnessed; witnessed by; in the presence of; свидетель; в присутствии",
}
_KIND = {phrase.strip(): kind for kind, phrases in _ROLES.items() for phrase in phrases.split(";")}
_LEADING = sorted(
    (words for words in _KIND if re.search(r" by$| of$|ла?$|^в ", words)), key=len, reverse=True
)
_LEADING_ROLE = re.compile(rf"(?:{'|'.join(map(re.escape, _LEADING))})\s+(?=\S)", re.IGNORECASE)
_NAMED_ROLE = re.compile(r"([^,:;]{3,40}?)\s*:\s+(?=\S)")

_EN_POST = re.compile(
    r"(?:vice-?|deputy-?)?(?:ministers?|deput(?:y|ies)|heads?|chair(?:man|men|woman|person|s)?|"
    r"directors?|presidents?|governors?|secretar(?:y|ies)|ambassadors?|representatives?|chiefs?|"
    r"rectors?|commissioners?|advis[eo]rs?|counsellors?|members?|acting|prime|premier|delegates?|"
    r"delegations?|experts?|officials?|leaders?|managers?|envoys?|consuls?|senators?|mayors?|"
    r"officers?|coordinators?|deans?|plenipotentiar(?:y|ies)|ceo|rapporteurs?|specialists?|"
    r"participants|speakers?|attorneys?|doctors|leadership|chancellors?|king|emir|vice)"
)
_RU_POST = re.compile(
    r"(?:вице-?|экс-|зам|замминистр|со|глав)?(?:министр|заместител|руководител|глав[аыеу]?$|"
    r"председател|директор|президент|губернатор|секретар|посол|посл[аыуеи]|представител|начальник|"
    r"ректор|уполномоченн|советник|помощник|член|премьер|премьер-министр|депутат|делегаци|эксперт|"
    r"специалист|мэр|сенатор|посланник|консул|спикер|координатор|декан|и\.о|и\.$|врио|исполняющ|"
    r"руководств|комиссар|атташе|акимы?$|участник|врач)"
)
_EN_BODY = re.compile(
    r"(?:council|committee|ministry|office|cabinet|commission|agency|university|cent(?:re|er)|"
    r"institute|department|board|assembly|secretariat|service|administration|union|fund|company|"
    r"bank|forum|association|organi[sz]ation|conference|authority)s?"
)
_RU_BODY = re.compile(r"министерств|ведомств|агентств|департамент|комитет|комисси|управлени|служб")
_RU_ADJECTIVE = re.compile(r".+(?:ый|ий|ой|ая|яя|ые|ие|ого|его)|и|первый")
_ACTING = re.compile(
    r"\b(?:acting|ad interim|врио|исполняющ\w+ обязанности)\b\s*|\bи\.\s?о\.?\s*|\ba\.i\.\s*",
    re.IGNORECASE,
)


def role_of(text: str) -> str | None:
    """Return the kind of link a role names ("chair", «подписал»), or None."""
    return _KIND.get(fold(text).strip(" .!"))


def leading_role(line: str) -> tuple[str | None, str]:
    """Return the role a line begins with ("signed by …", "Chair: …") and the rest of the line."""
    named = _NAMED_ROLE.match(line)
    if named and role_of(named[1]):
        return role_of(named[1]), line[named.end() :]
    led = _LEADING_ROLE.match(line)
    return (role_of(led[0]), line[led.end() :]) if led else (None, line)


def is_post(text: str) -> bool:
    """Tell whether words are a post, or unnamed people, rather than the name of someone or a body.

    The noun that rules the words decides: "Minister of Health" is a post, "Cabinet of Ministers"
    a body.
    """
    parts = fold(text).split()
    head = next((at for at, part in enumerate(parts) if at and part in _PREPOSITIONS), len(parts))
    english = [part.strip("\"'.,").removesuffix("'s") for part in parts[:head]]
    if any(map(_EN_POST.fullmatch, english)):
        return not _EN_BODY.fullmatch(english[-1])
    ruling = next((part for part in parts if not _RU_ADJECTIVE.fullmatch(part)), "")
    return bool(_RU_POST.match(ruling))


def is_body(text: str) -> bool:
    """Tell whether words begin the name of a body: "Ministry of Transport", «Министерство связи».

    The noun that rules the words decides, as for a post.
    """
    parts = [part.strip("\"'«».,").removesuffix("'s") for part in fold(text).split()]
    head = next((at for at, part in enumerate(parts) if at and part in _PREPOSITIONS), len(parts))
    if any(map(_EN_BODY.fullmatch, parts[:head][-1:])):
        return True
    ruling = next((part for part in parts if not _RU_ADJECTIVE.fullmatch(part)), "")
    return bool(_RU_BODY.match(ruling))


_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at", "on", "from", "with"))


def is_acting(post: str) -> bool:
    """Tell whether a post is held for the time being ("Acting Minister", «и.о. министра»)."""
    return bool(_ACTING.search(post))


def without_acting(post: str) -> str:
    """Return a post without the words that say it is held for the time being."""
    return _ACTING.sub("", post).strip()
