"""The nouns that name an instrument, English and Russian, and the type each stands for."""

import re
from dataclasses import dataclass

from db.terms import AgreementType as Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun that may name an instrument."""

    words: str
    """What it looks like, as a regular expression; letters of either case."""
    type: Type
    lemma: str = ""
    """Its nominative singular; Russian alone."""
    act: bool = False
    """Whether the words are a verb that says the act too: "exchanged notes"."""
    weak: bool = False
    """Whether it names other things too, so that an act must be told of it ("plan", "contract")."""
    statement: bool = False
    """Whether it is a declaration, statement or communiqué."""


_OF_UNDERSTANDING = (
    r"(?: (?:of|on|for) (?:mutual )?(?:understanding|co-?operation|intent|collaboration|"
    r"agreement|association)\b(?!,? \w+ing\b))?"
)
_JOINT = (
    r"(?:joint|trilateral|tripartite|quadrilateral|bilateral|final|common|political|ministerial|"
    r"multilateral)(?: (?:joint|political|ministerial|final))?"
)
ENGLISH = (
    Noun(words="memorand(?:um|a|ums)" + _OF_UNDERSTANDING, type=Type.MEMORANDUM),
    Noun(words=r"mo[uca]s?", type=Type.MEMORANDUM),
    Noun(words=r"memos?", type=Type.MEMORANDUM, weak=True),
    Noun(words=r"exchanges? of (?:diplomatic )?(?:notes|letters)", type=Type.EXCHANGE_OF_NOTES),
    Noun(
        words=r"exchang(?:ed|ing) (?:diplomatic |verbal )?(?:notes|letters)",
        type=Type.EXCHANGE_OF_NOTES,
        lemma="exchange of notes",
        act=True,
    ),
    Noun(words=r"letters? of (?:intent|co-?operation|understanding|agreement)", type=Type.OTHER),
    Noun(words=r"statements? of intent", type=Type.JOINT_STATEMENT, statement=True),
    Noun(
        words=r"final (?:record|minutes|act|document)|agreed minutes|minutes(?= of)|"
        r"(?<=the )minutes|(?<=[’']s )minutes|(?<=s[’'] )minutes|(?<=its )minutes|"
        r"(?<=their )minutes|(?<=signed )minutes|(?<=session )minutes|(?<=meeting )minutes|"
        r"records? of (?:the )?discussions?|outcome documents?",
        type=Type.FINAL_RECORD,
        weak=True,
    ),
    Noun(words=r"road ?-?maps?", type=Type.ROADMAP, weak=True),
    Noun(
        words=_JOINT + r" (?:press )?(?:communiqu[eé]s?|declarations?)",
        type=Type.JOINT_STATEMENT,
        statement=True,
        weak=True,
    ),
    Noun(
        words=_JOINT + r" (?:press )?statements?",
        type=Type.JOINT_STATEMENT,
        weak=True,
    ),
    Noun(
        words=r"(?:declarations?|communiqu[eé]s?)",
        type=Type.JOINT_STATEMENT,
        statement=True,
        weak=True,
    ),
    Noun(
        words=r"(?:action|work|working|implementation|co-?operation|joint|activity) plans?|"
        r"plans? of (?:joint )?(?:action|actions|activities|measures|work|co-?operation|"
        r"consultations)|plans? for co-?operation|plans?(?= (?:for|on) (?:20\d\d|co-?operation))",
        type=Type.PROGRAMME,
        weak=True,
    ),
    Noun(
        words=r"program(?:me)?s?(?: (?:of|for|on) (?:[\w-]+ ){0,4}?(?:co-?operation|"
        r"exchanges?|collaboration|consultations|measures|action)| framework)?",
        type=Type.PROGRAMME,
        weak=True,
    ),
    Noun(
        words=r"conventions?(?! (?:cent(?:re|er)|hall|bureau|complex|delegates))",
        type=Type.CONVENTION,
        weak=True,
    ),
    Noun(words=r"arrangements?", type=Type.AGREEMENT, weak=True),
    Noun(words=r"charters?|compacts?|covenants?", type=Type.OTHER, weak=True),
    Noun(words=r"addend(?:um|a)|supplementary agreements?", type=Type.OTHER),
    Noun(words=r"contracts?", type=Type.CONTRACT, weak=True),
    Noun(words=r"protocols?", type=Type.PROTOCOL, weak=True),
    Noun(words=r"treat(?:y|ies)", type=Type.TREATY),
    Noun(words=r"agreements?", type=Type.AGREEMENT),
    Noun(words=r"accords?|pacts?|deals?", type=Type.AGREEMENT, weak=True),
)
_RUSSIAN_JOINT = (
    r"(?:совместн|трехсторонн|трёхсторонн|двусторонн|четырехсторонн|итогов|политическ)"
    r"(?:ое|ые|ого|ого|ому|ым|ом|ых|ыми|ее|ей|их|его|ему|им|ем|ую|ая|ой|ие)"
)
RUSSIAN = (
    Noun(
        words=r"меморандум(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?: о (?:взаимопонимании|сотрудничестве|"
        r"намерениях))?",
        type=Type.MEMORANDUM,
        lemma="меморандум",
    ),
    Noun(words=r"соглашени(?:е|я|ю|ем|и|й|ям|ями|ях)", type=Type.AGREEMENT, lemma="соглашение"),
    Noun(words=r"договор(?:а|у|ом|е|ы|ов|ам|ами|ах)?", type=Type.TREATY, lemma="договор"),
    Noun(words=r"пакт(?:а|у|ом|е|ы|ов)?", type=Type.TREATY, lemma="пакт"),
    Noun(
        words=r"протокол(?:а|у|ом|е|ы|ов|ам|ами|ах)?", type=Type.PROTOCOL, lemma="протокол",
        weak=True,
    ),
    Noun(
        words=r"конвенци(?:я|и|ю|ей|й|ям|ями|ях)", type=Type.CONVENTION, lemma="конвенция",
        weak=True,
    ),
    Noun(words=r"хартия|хартии|хартию|хартией", type=Type.OTHER, lemma="хартия", weak=True),
    Noun(
        words=_RUSSIAN_JOINT + r" заявлени(?:е|я|ю|ем|и|й)",
        type=Type.JOINT_STATEMENT,
        lemma="совместное заявление",
        weak=True,
    ),
    Noun(
        words=r"деклараци(?:я|и|ю|ей|й|ям|ями|ях)",
        type=Type.JOINT_STATEMENT,
        lemma="декларация",
        statement=True,
        weak=True,
    ),
    Noun(
        words=r"коммюнике",
        type=Type.JOINT_STATEMENT,
        lemma="коммюнике",
        statement=True,
        weak=True,
    ),
    Noun(
        words=r"дорожн(?:ая|ой|ую|ые|ых|ыми|ым) карт(?:а|ы|у|ой|е|ам|ами|ах)?|"
        r"[«\"“]дорожн(?:ая|ой|ую|ые|ых|ыми|ым) карт(?:а|ы|у|ой|е|ам|ами|ах)?[»\"”]",
        type=Type.ROADMAP,
        lemma="дорожная карта",
        weak=True,
    ),
    Noun(
        words=r"программ(?:а|ы|у|ой|е|ам|ами|ах)?", type=Type.PROGRAMME, lemma="программа",
        weak=True,
    ),
    Noun(
        words=r"план(?:а|у|ом|е|ы|ов|ам|ами|ах)?", type=Type.PROGRAMME, lemma="план", weak=True
    ),
    Noun(
        words=r"контракт(?:а|у|ом|е|ы|ов|ам|ами|ах)?", type=Type.CONTRACT, lemma="контракт",
        weak=True,
    ),
    Noun(
        words=r"обмен(?:а|у|ом|е)? (?:нотами|письмами)", type=Type.EXCHANGE_OF_NOTES, lemma="обмен",
        weak=True,
    ),
    Noun(
        words=r"обменя(?:лись|ются|вшись) (?:дипломатическими )?(?:нотами|письмами)",
        type=Type.EXCHANGE_OF_NOTES,
        lemma="обмен нотами",
        act=True,
    ),
    Noun(
        words=r"письм(?:о|а|у|ом|е)-соглашени(?:е|я|ю|ем|и)",
        type=Type.OTHER,
        lemma="письмо-соглашение",
    ),
    Noun(
        words=r"(?:рамочн|соглас|учредительн)\w{2,6} документ(?:а|у|ом|е)? (?=о )",
        type=Type.OTHER,
        lemma="документ",
        weak=True,
    ),
    Noun(
        words=r"письм(?:о|а|у|ом|е) о (?:намерениях|взаимопонимании|сотрудничестве)",
        type=Type.OTHER,
        lemma="письмо",
    ),
    Noun(
        words=r"(?:итогов|заключительн)(?:ый|ого|ому|ым|ом|ые|ых) (?:документ|акт)(?:а|у|ом|е|ы|"
        r"ов)?",
        type=Type.FINAL_RECORD,
        lemma="итоговый документ",
        weak=True,
    ),
)  # fmt: skip


def pattern_of(nouns: tuple[Noun, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the nouns; the match's lastindex is its number from 1."""
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(f"({noun.words})" for noun in nouns) + r")(?![\w])",
        re.IGNORECASE,
    )


def is_plural(noun: str) -> bool:
    """Tell whether a noun stands in the plural (English: by its s; memoranda)."""
    folded = noun.casefold()
    if re.search("[а-я]", folded):
        first = folded.split()[0] if not folded.startswith("дорожн") else folded.split()[-1]
        return bool(
            re.search(r"(?:ов|ий|ами|ями|ам|ям|ах|ях|(?:андум|окол|овор|ракт|план|пакт)ы)$", first)
        )
    first = re.split(r" (?:of|on|for) ", folded)[0]
    return first.endswith(("memoranda", "memorandums")) or (
        first.endswith("s") and first not in {"minutes", "agreed minutes", "final minutes"}
    )
