"""How Russian releases name instruments and tell what became of them."""

import re

from desktop.reading.agreements.grammar import Grammar
from desktop.reading.agreements.instruments import RUSSIAN, Noun, is_plural, pattern_of
from desktop.reading.agreements.russian_acts import (
    ACTIVE,
    AFTER_TITLE,
    BE,
    BEHALF,
    CHAIRING,
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
from desktop.reading.morphology import can_be, is_ready, nominative, parses

_I = re.IGNORECASE
_MONTH = r"(?:январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_STOP = re.compile(
    rf"(?P<hard>[;:•]|(?<=\bгг\.)\s+(?=(?-i:[А-ЯЁ]))|(?<=\bг\.)\s+(?=(?-i:[А-ЯЁ][а-яё]+(?:ся|"
    rf"[лн]и|[ао]))\b)|\s[–—-]\s(?!участни)|(?<!\w)(?:{BE}|подпис\w+|заключ(?:[её]нн?\w*|ил\w*|"
    rf"ить|ают|ает)|принят\w*|утвержд[её]н\w*|одобрен\w*|"
    r"одобрил\w*|скрепл\w+|парафирова\w+|ратифицирова\w+|вступи\w+|вступа\w+|действу\w+|"
    r"предусматрива\w+|"
    r"позвол\w+|призван\w*|котор(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми)|в рамках|в ходе|"
    r"на полях|в присутствии|"
    r"по итогам|по результатам|во время|после|на церемонии|в соответствии|с целью|"
    r"в целях(?! (?:устойчив|предотвращ|борьбы|противодейств|освоен|использован|развит)\w*)|"
    r"а также|сообщил\w*|сообща\w+|отмети\w+|заяви\w+|где|что|чтобы|состоял\w*|состоит\w*|"
    r"находит\w*|готов\w+ к|планируе\w+|намечен\w*|включа\w+|содерж(?:ит|ат|ал\w*)|определя\w+|"
    r"закрепля\w+|"
    r"открыва\w+|стал\w*|созда[её]т|созда[юу]т|регулиру\w+|отража\w+|рассчитан\w* на|"
    r"приуроч\w+|благодаря|согласно|при участии|при этом|на встрече|на заседании|на саммите|"
    r"на форуме|"
    r"на основе|на основании|во исполнение|в развитие|взамен|вместо|в продолжение|в дополнение|"
    r"в качестве|(?<!одной )(?<!другой )стороны|министры|с момента|до конца|до (?:19|20)\d\d|"
    r"от имени|обсужд\w+|"
    r"в (?:понедельник|"
    r"вторник|среду|четверг|пятницу|субботу|воскресенье)|рассмотр\w+|реализу\w+|реализует\w*|"
    r"имеет|имеют|"
    r"сегодня|вчера|накануне|ранее|уже|"
    r"поставил\w*|может|могут|должн\w+|прош(?:[её]л|ла|ло|ли)|провед(?:[её]т|ут)|позже|затем|"
    r"вчера)(?!\w)|"
    rf"\b(?:от|в|с|на|за) (?:\d{{1,2}}|{_MONTH})\w*\b(?! год)(?=[ .]*(?:{_MONTH}|\d\d?\.\d|"
    rf"(?:19|20)\d\d))|"
    r"\bв (?:19|20)\d\d(?:-м)? ?г(?:оду|\.)?(?=\s*(?:[,.;:)»]|$|(?:в|на|между|и|стал\w*|"
    r"был\w*)\b))|"
    r"\bот (?:19|20)\d\d ?г(?:ода|\.))"
    r"|(?P<time>\b(?:в|во|на|от|из)\b(?= ))"
    r"|(?P<pair>\bмежду\b)"
    r"|(?P<bracket>\()"
    r"|(?P<comma>,)"
    r"|(?P<joint>\b(?:и|или|а также)\b)"
    r"|(?P<purpose>(?!))",
    _I,
)
_WORD_BEFORE = re.compile(r"([\w–-]+)\s+$")
_DETERMINERS = re.compile(
    r"эт(?:от|а|о|и|ого|ой|ому|им|ом|у|их|ими)|тот|данн\w+|настоящ\w+|указанн\w+|упомянут\w+|"
    r"соответствующ\w+|вышеуказанн\w+|названн\w+|так\w{1,3}|сво\w{1,3}|их|его|е[её]|ряд\w?|"
    r"нов\w{2,3}|одн\w{1,3}|ещ[её]|"
    r"обновл[её]нн\w+|важн\w+|ранее|подписанн\w+|действующ\w+|существующ\w+|нескольк\w+|"
    r"различн\w+|"
    r"друг\w{2,3}|дв[аеу]\w*|тр[её][хм]?|три|четыр\w+|пять|шесть|семь|больш\w+|перв\w{2,3}|"
    r"втор\w{2,3}|"
    r"многочисленн\w+|имеющ\w+|принят\w+|заключ[её]нн\w+|последн\w+|как\w{2,3}|люб\w{2,3}|"
    r"кажд\w+|все|всех|"
    r"предстоящ\w+|будущ\w+|пакет\w?|сам\w{1,3}|очередн\w+|соответственн\w+|подготовленн\w+|"
    r"разработанн\w+|"
    r"согласованн\w+|достигнут\w+|сущ\w+|означенн\w+|недавн\w+|известн\w+|историческ\w+|"
    r"ключев\w+|проведенн\w+",
    _I,
)
_NEW_DRAFT = re.compile(r"\bпроект(?:а|у|ом|е)?\s+нов\w{2,3}\s+$", _I)
_PART_OF = re.compile(r"\b(?:стать|пункт|раздел|част|глав|параграф|приложени)\w{0,3} $", _I)
_ADJECTIVES = ("ADJF", "PRTF")


def _before(text: str, first: int, noun: int) -> tuple[int, str]:
    """Walk back from the noun over the adjectives that belong to the title, and over "draft"."""
    start = noun
    for _ in range(5):
        word = _WORD_BEFORE.search(text, max(first, start - 40), start)
        if not word:
            break
        token = word[1]
        if re.fullmatch(r"проект(?:ы|ов|ам|ами|ах)", token, _I):
            return start, ""
        if re.fullmatch(r"проект(?:а|у|ом|е)?", token, _I):
            return word.start(1), ""
        if token.isdigit() and _PART_OF.search(text, max(first, start - 40), word.start()):
            break
        if _DETERMINERS.fullmatch(token) or token.isdigit():
            drafted = _NEW_DRAFT.search(text, max(first, start - 40), start)
            return (drafted.start(), "") if drafted else (start, token.casefold())
        if not (token[0].isalpha() and can_be(token, pos=_ADJECTIVES)) or len(token) < 4:
            break
        start = word.start(1)
    return start, ""


_BOTH = re.compile(
    r"\b(?:двух|обеих|двумя|обеими|обе|сторон(?:ы|ами|)|стран(?:ы|ами|)|двусторонн\w+|"
    r"межправительственн\w+|коллег\w+|министры)\b",
    _I,
)
_HEADING_VERB = re.compile(r"\b(?:подпис\w+|заключ\w+)", _I)
_OCCASION = re.compile(
    r"\b(?:мероприяти\w+|сесси\w+|раунд\w*|раундов|встреч\w+|переговор\w+|визит\w*|церемони\w+|"
    r"заседани\w+|саммит\w*|форум\w*|"
    r"совещани\w+|"
    r"конференци\w+|полях)\b",
    _I,
)
_FINITE = frozenset(("VERB", "PRTS", "PRED", "GRND"))
_PLAIN = re.compile(r"(?<![\w-])[а-яё]{3,}(?![\w-])")
_NOT_VERBS = frozenset(
    (
        "мира",
        "вина",
        "были",
        "три",
        "при",
        "для",
        "или",
        "без",
        "под",
        "над",
        "нет",
        "под",
        "стали",
        "пути",
        "года",
        "соли",
        "цели",
        "доли",
        "роли",
        "связи",
        "сети",
        "части",
        "области",
        "стран",
    )
)


def _finite(text: str, start: int, end: int) -> int:
    """Return where the first verb of a stretch starts that can be nothing else; -1 without one."""
    for word in _PLAIN.finditer(text, start, end):
        found = parses(word[0]) if word[0] not in _NOT_VERBS else ()
        if found and all(one.pos in _FINITE for one in found):
            return word.start()
    return -1


_DEPENDENT = re.compile(r"\s+(?:№ ?)?(?:(?:\d+(?:-?[а-я]{1,2})?|[IVXLC]+)\s+)?([А-Яа-яё-]{3,})")


def _clause_start(text: str, start: int, verb: int) -> int:
    """Step back over a subject that stands right before its verb: «… торговле пошлины снижены»."""
    subject = re.search(r"(?<=\s)([а-яё]{3,})\s+$", text[start:verb])
    told = parses(text[verb : verb + 40].split(maxsplit=1)[0].strip(".,;"))
    plural = bool(told) and told[0].number == "plur"
    forms = parses(subject[1]) if subject else ()
    if not forms or not subject:
        return verb
    only = all(one.case == "nomn" for one in forms)
    several = plural and any(one.case == "nomn" and one.number == "plur" for one in forms)
    return start + subject.start(1) if only or several else verb


def _genitive_follows(text: str, at: int, end: int) -> bool:
    """Tell whether a dependent in the genitive follows: протокол **заседания**."""
    word = _DEPENDENT.match(text, at, end)
    if not word or _finite(text, at, word.end()) >= 0:
        return False
    acronym = len(word[1]) < 9 and word[1].isupper()
    return acronym or can_be(word[1], case="gent") or not is_ready()


def _nominative(title: str, noun: Noun) -> str:
    """Return the title with its head, up to the noun, in the nominative."""
    if re.match(r"проект", title, _I):
        return nominative(title.split(" ", 1)[0]) + title[len(title.split(" ", 1)[0]) :]
    found = re.search(rf"(?:{noun.words})(?!\w)", title, _I)
    if not found:
        return title
    head = _head(found)
    number = "plur" if is_plural(found[0]) else "sing"
    return nominative(title[:head], number=number) + title[head:]


def _head(found: re.Match[str]) -> int:
    """Return where the head of a title ends: before the preposition its noun may carry."""
    parted = re.search(r" (?:о|об|нотами|письмами)\b", found[0])
    return found.start() + parted.start() if parted else found.end()


GRAMMAR = Grammar(
    nouns=RUSSIAN,
    spots=pattern_of(RUSSIAN),
    before=_before,
    stop=_STOP,
    content=re.compile(
        r"\s*(?:\([^()]{1,40}\)\s*)?(?:о|об|обо|по|в (?:области|сфере|отношении|части)|между|на|"
        r"со?(?! (?:[\w-]+ )?сторон)|к|для|,? направленн\w+)\b|\s*[«“„\"]",
        _I,
    ),
    goes_on=re.compile(
        r"\s*(?:направленн|касающ|предусматривающ|регулирующ|регламентирующ|устанавливающ|"
        r"определяющ|закрепляющ)\w+|"
        r"\s*с (?:одной|другой) стороны\b|\s*и [^,;.]{2,60}, с другой стороны\b|"
        r"\s*(?!подпис|заключ|приня|утвержд|достигнут|указанн)\w{3,}(?:[ую]щ|[ая]щ|вш|"
        r"[её]?нн)(?:их|ых)(?:ся)?\b",
        _I,
    ),
    dependent=_genitive_follows,
    tail=re.compile(
        r"\b(?:о (?!ч[её]м|ратификац|том|подписани|намерени|готовност|завершени|вступлени)|об |"
        r"по (?:вопрос\w+|развитию|обмену|сотрудничеству|линии)|"
        r"в (?:области|сфере)|на поставк\w+)",
        _I,
    ),
    pair=re.compile(r"\b(?:и|с)\b", _I),
    new_clause=re.compile(
        r"\s*(?:(?!печать|память|сеть|мать|нить)\w{2,}(?:ать|ять|ить|уть|еть)(?:ся)?\b|"
        r"также |затем |котор\w+|где|что\b|а также|он\b|она\b|они\b|стороны|"
        r"министр\w* (?=\w+л[аи]?\b)|"
        r"(?:подпис|заключ[её]н|утвержд|приня|одобр|скреп|парафир|ратифиц|предусматр|котор|"
        r"состоя|заверш|отметил|обсуд|"
        r"договор(?:ил|ен)|выраз|достигнут|был\b|была\b|было\b|были\b|будет|будут|согласно|"
        r"включая|"
        r"в том числе|а\b|но\b|прибыв|наход)\w*)",
        _I,
    ),
    list_gap=re.compile(
        r"[\s,;:.\"”»(]*(?:\([^()]{0,60}\)[\s,;]*)?(?:и|а также|плюс|вместе с)?[\s,;]*(?:также )?"
        r"(?:\d{1,2}[.)]\s*)?[\s\"“«]*(?:[\w-]+ ){0,1}?$",
        _I,
    ),
    cited=re.compile(
        r"(?:\b(?:в соответствии со?|согласно|в рамках|на основе|на основании|во исполнение|"
        r"в целях реализации|"
        r"реализаци\w+|выполнени\w+|исполнени\w+|в развитие|предусмотренн\w+|базиру\w+ на|"
        r"основ\w+ на|"
        r"в контексте|нормами?|положени\w+|стату\w+|руководству\w+|участник\w*|регулиру\w+|"
        r"рамках|"
        r"баз\w+ (?:\w+ )*(?:остаётся|остается|является|служит)|основ\w+ (?:\w+ )*(?:остаётся|"
        r"остается|является|служит)|"
        r"определ\w+|закрепл\w+|предусмотр\w+|соблюдени\w+|приверженност\w+|обязательств\w+ по|"
        r"(?<!вступил )(?<!вступила )(?<!вступило )(?<!вступили )(?<!вступает )(?<!вступлении )"
        r"(?<!вступление )(?<!вступления )в силу|услови\w+|лет\w+|ход\w*|опираясь на|"
        r"при реализации|реализуется|"
        r"(?:стать|пункт|раздел|част|глав|параграф)\w{0,3} [\dIVXL.,–-]{1,9}|"
        r"опира\w+ на|вытека\w+ из|осуществля\w+ в рамках|действует|действуют|является)\s+)"
        r"(?:\w*(?:этот|этого|этим|данн\w+|действующ\w+|существующ\w+|ранее|подписанн\w+|"
        r"заключ[её]нн\w+|указанн\w+|обе\w+|сво\w+|двусторонн\w+) )*[«\"“]?$",
        _I,
    ),
    finite=_finite,
    clause_start=_clause_start,
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
        r"\s*(?:среди них|в их числе|в том числе|в частности|это|речь ид[её]т о|"
        r"в числе (?:подписанных|документов))\b",
        _I,
    ),
    heading_verb=_HEADING_VERB,
    occasion=_OCCASION,
    after_title=AFTER_TITLE,
    verbs=VERBS,
    later=LATER,
    nominative=_nominative,
    back=re.compile(
        r"(?P<all>\b(?:документы|документами|документов|(?:эти|указанные|данные) (?:соглашения|"
        r"документы|меморандумы)|оба документа)\b)"
        r"|(?P<any>\b(?:(?:этот|данный|под) )?(?:документ|документа|документу|документом|"
        r"документе)\b|\bпод ним\b|\bон[оаи]?\b(?= (?:был[аои]? (?:подписан|заключ|парафирован|"
        r"ратифицир)|вступил))|"
        r"\b(?P<pronoun>его|е[её])\b(?= (?:подпис|скреп|поставил|ратифиц|завизир|парафир)))"
        r"|(?P<kind>\b(?:(?P<mou>меморандум(?:а|у|ом|е)?)|(?P<agr>соглашени(?:е|я|ю|ем|и)|"
        r"договор(?:а|у|ом|е)?|конвенци\w+)|(?P<prot>протокол(?:а|у|ом|е)?)|"
        r"(?P<rm>дорожн\w+ карт\w)|(?P<st>деклараци\w|заявлени\w|коммюнике)|(?P<pr>программ\w|"
        r"план(?:а|у|ом|е)?)|(?P<con>контракт(?:а|у|ом|е)?))\b)",
        _I,
    ),
)
