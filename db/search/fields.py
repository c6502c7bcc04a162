"""The fields of the query language: one table of what may stand before a colon.

Names are looked up without regard to case, ё or the kind of dash; the first English and the first
Russian name of a field are the ones it is printed with.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, TypeAlias

from db.terms import EntryKind, StageKind
from db.text.folding import fold

Language: TypeAlias = Literal["en", "ru"]

REFERENCE = re.compile(r"[A-Z]-[0-9]{4,}")
"""What the reference of an entry looks like; a name field takes it in place of a name."""


class Takes(StrEnum):
    """What stands after a field's colon."""

    CHOICE = "choice"
    """A word of a closed vocabulary."""
    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    """Words of the name of an entry, tag, publisher or post."""
    REFERENCE = "reference"
    WORDS = "words"
    """Words of one part of an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryField:
    """One field: its names, what it takes, where it fits, and how it is explained."""

    name: str
    """The word for it in the tree."""
    english: tuple[str, ...]
    russian: tuple[str, ...]
    takes: Takes
    kinds: frozenset[EntryKind]
    """Kinds of entry it can be true of."""
    examples: tuple[str, str]
    """A query in English, and the same or another one in Russian."""
    tells: tuple[str, str]
    """What it finds, in English and in Russian."""
    collects: bool = False
    """An entry mostly has one value of it: further choices are alternatives (``type:a,b``)."""

    def word(self, language: Language) -> str:
        """Return the name it is printed with."""
        return (self.russian if language == "ru" else self.english)[0]


_EVERY = frozenset(EntryKind)
_SOURCE, _AGREEMENT = frozenset({EntryKind.SOURCE}), frozenset({EntryKind.AGREEMENT})
_MEETING, _PERSON = frozenset({EntryKind.MEETING}), frozenset({EntryKind.PERSON})
_LINKED = _EVERY - {EntryKind.SOURCE}


def _field(
    names: str,
    takes: Takes,
    kinds: frozenset[EntryKind],
    examples: str,
    tells: str,
    *,
    collects: bool = False,
) -> QueryField:
    """Make a field of texts whose English and Russian halves are parted by ``|``."""
    english, russian = (tuple(half.split()) for half in names.split("|"))
    example_en, example_ru = examples.split("|")
    tells_en, tells_ru = tells.split("|")
    return QueryField(
        name=english[0],
        english=english,
        russian=russian,
        takes=takes,
        kinds=kinds,
        examples=(example_en.strip(), example_ru.strip()),
        tells=(tells_en.strip(), tells_ru.strip()),
        collects=collects,
    )


def _stage(stage: StageKind, russian: str, tells: str) -> QueryField:
    english = stage.value.replace("_", "-")
    first = russian.split(maxsplit=1)[0]
    made = _field(
        f"{english} | {russian}",
        Takes.DATE,
        _AGREEMENT,
        f"{english}:2021 | {first}:2021..2024",
        tells,
    )
    return replace(made, name=stage.value)


_CHOICES = (
    _field(
        "kind | вид", Takes.CHOICE, _EVERY, "kind:agreement | вид:встреча",
        "what the entry is | чем является запись", collects=True,
    ),
    _field(
        "type | тип", Takes.CHOICE, _EVERY - {EntryKind.PERSON},
        "type:memorandum | тип:дорожная-карта",
        "its type within its kind | тип внутри вида", collects=True,
    ),
    _field(
        "stage | стадия этап", Takes.CHOICE, _AGREEMENT, "stage:initialled | стадия:парафировано",
        "an agreement that has come to this stage | соглашение, дошедшее до этой стадии",
    ),
    _field(
        "state status | состояние статус", Takes.CHOICE, _SOURCE | _MEETING,
        "state:inbox | состояние:намечено",
        "how far a source is read; whether a meeting was held | "
        "прочитан ли источник; состоялась ли встреча", collects=True,
    ),
    _field(
        "review | проверка", Takes.CHOICE, _EVERY, "review:draft | проверка:черновик",
        "how far the entry has been worked on | насколько запись проверена", collects=True,
    ),
    _field(
        "country | страна государство", Takes.CHOICE, _EVERY, "country:AZ | страна:азербайджан",
        "a country takes part, or its people do | участвует страна или её граждане",
    ),
    _field(
        "lang language | язык", Takes.CHOICE, _SOURCE | _AGREEMENT, "lang:ru | язык:русский",
        "the language of a source, or of an authentic text | язык источника или подлинника",
        collects=True,
    ),
    _field(
        "role | роль", Takes.CHOICE, _EVERY, "role:chair | роль:председатель",
        "somebody has this role | кто-либо выступает в этой роли",
    ),
    _field(
        "has | есть", Takes.CHOICE, _EVERY, "has:no-evidence | есть:нет-подтверждений",
        "what the entry has, or lacks | что у записи есть и чего нет",
    ),
)  # fmt: skip

_NAMES = (
    _field(
        "tag subject | тег рубрика тема", Takes.NAME, _EVERY, "tag:health | тег:здравоохранение",
        "a tag, and all narrower ones | тег вместе со всеми более узкими",
    ),
    _field(
        "person | лицо персона человек", Takes.NAME, _LINKED, "person:murashko | лицо:мурашко",
        "a person, and what he or she takes part in | лицо и всё, в чём оно участвует",
    ),
    _field(
        "body organisation organization org | организация орган", Takes.NAME, _LINKED,
        'body:"economic council" | организация:"экономический совет"',
        "a body, and what it takes part in | организация и всё, в чём она участвует",
    ),
    _field(
        "place | место", Takes.NAME, _LINKED, "place:baku | место:баку",
        "a place, and what happened there | место и то, что там происходило",
    ),
    _field(
        "publisher | издатель", Takes.NAME, _SOURCE, "publisher:tass | издатель:минздрав",
        "who published a source | кто опубликовал источник",
    ),
    _field(
        "post | должность пост", Takes.NAME, _LINKED,
        "post:minister | должность:министр",
        "somebody takes part in this post | кто-либо участвует в этой должности",
    ),
)  # fmt: skip

_NUMBERS = (
    _field(
        "number | номер", Takes.NUMBER, _AGREEMENT | _MEETING,
        "number:21 | номер:XXI",
        "the number of a meeting or agreement | номер встречи или соглашения",
    ),
    _field(
        "year | год", Takes.NUMBER, _EVERY, "year:2020..2024 | год:2021",
        "the year the lists sort by | год, по которому упорядочены списки", collects=True,
    ),
    _field(
        "cites | ссылается ссылка", Takes.REFERENCE, _EVERY, "cites:A-0012 | ссылается:A-0012",
        "linked with this entry, or quoted about it | "
        "связано с этой записью или сообщает о ней",
    ),
)  # fmt: skip

_WORDS = (
    _field(
        "title | заглавие название", Takes.WORDS, _EVERY, "title:health | заглавие:протокол",
        "words of the title | слова заглавия",
    ),
    _field(
        "name | имя", Takes.WORDS, _EVERY, "name:ЕАЭС | имя:снг",
        "words of any further name | слова других имён и названий",
    ),
    _field(
        "text | текст", Takes.WORDS, _EVERY, 'text:"health care" | текст:вакцина',
        "words of the text, summary or note | слова текста, описания или заметки",
    ),
)  # fmt: skip

_DATES = (
    _field(
        "date | дата", Takes.DATE, _EVERY, "date:2024-12 | дата:2021",
        "any date of the entry | любая дата записи",
    ),
    _field(
        "published | опубликовано", Takes.DATE, _SOURCE,
        "published:2024-12 | опубликовано:12.2024",
        "when a source was published | когда опубликован источник",
    ),
    _field(
        "received | получено", Takes.DATE, _SOURCE, "received:>=2024 | получено:2024",
        "when a source was received | когда получен источник",
    ),
    _field(
        "held | состоялось прошло", Takes.DATE, _MEETING,
        "held:2024-06..2024-09 | состоялось:06.2024",
        "when a meeting was held | когда прошла встреча",
    ),
    _field(
        "born | родился родилась рождение", Takes.DATE, _PERSON, "born:1967 | родился:1967",
        "when a person was born | когда родилось лицо",
    ),
    _field(
        "covers | охватывает", Takes.DATE, _AGREEMENT, "covers:2021/2024 | охватывает:2023",
        "the period an agreement covers | срок, который охватывает соглашение",
    ),
    _field(
        "added created | внесено создано", Takes.DATE, _EVERY, "added:2026-11 | внесено:2026",
        "when the entry was made | когда внесена запись",
    ),
    _field(
        "changed | изменено", Takes.DATE, _EVERY, "changed:2026-11-22 | изменено:22.11.2026",
        "when the entry was last changed | когда запись менялась в последний раз",
    ),
)  # fmt: skip

_STAGES = (
    _stage(StageKind.PROPOSED, "предложено", "when it was proposed | когда предложено"),
    _stage(StageKind.DRAFTED, "подготовлено", "when it was drafted | когда подготовлен проект"),
    _stage(StageKind.INITIALLED, "парафировано", "when it was initialled | когда парафировано"),
    _stage(StageKind.DATED, "датировано", "the date it bears | какой датой помечено"),
    _stage(StageKind.SIGNED, "подписано", "when it was signed | когда подписано"),
    _stage(StageKind.RATIFIED, "ратифицировано", "when it was ratified | когда ратифицировано"),
    _stage(StageKind.ACCEDED, "присоединение", "when a party acceded | когда присоединились"),
    _stage(
        StageKind.IN_FORCE, "в-силе вступило", "when it entered into force | когда вступило в силу"
    ),
    _stage(StageKind.EXTENDED, "продлено", "when it was extended | когда продлено"),
    _stage(
        StageKind.AMENDED, "изменения", "when it was amended | когда в него внесены изменения"
    ),
    _stage(StageKind.SUSPENDED, "приостановлено", "when it was suspended | когда приостановлено"),
    _stage(StageKind.WITHDRAWN, "выход", "when a party withdrew | когда сторона вышла"),
    _stage(StageKind.EXPIRED, "истекло", "when it expired | когда истёк срок"),
    _stage(StageKind.TERMINATED, "прекращено", "when it was terminated | когда прекращено"),
    _stage(StageKind.REPLACED, "заменено", "when it was replaced | когда заменено"),
)  # fmt: skip

FIELDS: dict[str, QueryField] = {
    made.name: made for made in (*_CHOICES, *_NAMES, *_NUMBERS, *_WORDS, *_DATES, *_STAGES)
}
"""Every field by its name in the tree, in the order they are offered."""


def key_of(typed: str) -> str:
    """Return the form under which names of fields and words of vocabularies are compared."""
    return "-".join(fold(typed).replace("_", " ").replace("-", " ").split())


def _by_word(fields: Iterable[QueryField]) -> dict[str, QueryField]:
    return {
        key_of(word): made
        for made in fields
        for word in (made.name, *made.english, *made.russian)
    }  # fmt: skip


_FOUND = _by_word(FIELDS.values())


def find_field(typed: str) -> QueryField | None:
    """Return the field of any of its names, in English or Russian, or None."""
    return _FOUND.get(key_of(typed))


def language_of(typed: str) -> Language:
    """Return the language somebody types in: Russian where there is a Cyrillic letter."""
    return "ru" if any("а" <= letter <= "я" or letter == "ё" for letter in typed.lower()) else "en"
