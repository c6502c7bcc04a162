"""Leaves of queries made of what a catalogue holds, so that most of them find something."""

import random
from collections.abc import Iterator
from dataclasses import replace

from db.search.tree import Broken, Choice, Cites, Dates, Leaf, Named, Numbers, Words
from db.search.vocabulary import VOCABULARY
from db.terms import StageKind
from db.text.folding import words
from tests.search.naive_tables import Tables

UNKNOWN: tuple[Leaf, ...] = (
    Words(text="qwertyuiop"),
    Named(field="tag", text="no such subject"),
    Named(field="person", text="Nobody Atall"),
    Named(field="publisher", text="nobody"),
    Cites(reference="A-9999"),
    Numbers(field="number", low=10**30, high=None),
    Numbers(field="year", low=None, high=-1),
    Broken(text="siz:3", problem="unknown_field"),
    Words(text="…"),
)
"""Leaves that find nothing, and some that ask for nothing."""


def leaves_of(tables: Tables) -> list[Leaf]:
    """Return leaves with values that occur, the same every time."""
    chance = random.Random(4)
    pool = [
        *chance.sample(list(_words(tables, chance)), 250),
        *chance.sample(list(_named(tables, chance)), 350),
        *_choices(tables),
        *_dates(tables, chance),
        *_numbers(),
        *(Cites(reference=row["reference"]) for row in chance.sample(list(tables["entry"]), 40)),
    ]
    return list(dict.fromkeys(pool))


def _texts(tables: Tables) -> Iterator[tuple[str, str]]:
    yield from (("title", row["title"]) for row in tables["entry"])
    yield from (("name", row["text"]) for row in tables["name"])
    yield from (("text", row["text"]) for row in tables["source_text"])
    yield from (("text", row["words"]) for row in tables["quotation"])
    yield from (("text", row["wording"]) for row in tables["point"])


def _words(tables: Tables, chance: random.Random) -> Iterator[Leaf]:
    for column, text in _texts(tables):
        there = text.split()
        for at in chance.sample(range(len(there)), min(3, len(there))):
            word, phrase = there[at], " ".join(there[at : at + chance.randint(2, 3)])
            part = word[1:4] if len(word) > 3 else word
            yield Words(text=word, column=chance.choice(("", "", column)))
            yield Words(text=phrase, phrase=True, exact=chance.random() < 0.3)
            yield Words(text=word, exact=True, begins=chance.random() < 0.3)
            yield Words(text=word[: chance.randint(1, 6)], begins=True)
            if column != "text" and part.isalnum():
                yield Words(text=part, inside=True, column=chance.choice(("", column)))


def _named(tables: Tables, chance: random.Random) -> Iterator[Leaf]:
    fields = {"person": "person", "organisation": "body", "place": "place"}
    kinds = {row["id"]: row["kind"] for row in tables["entry"]}
    borne = [(row["kind"], row["title"]) for row in tables["entry"]]
    borne += [(kinds[row["entry_id"]], row["text"]) for row in tables["name"]]
    named = [(fields[kind], text) for kind, text in borne if kind in fields]
    named += [("publisher", row["publisher"]) for row in tables["source"]]
    named += [("post", row["post_as"]) for row in tables["link"]]
    for field, text in dict.fromkeys(named):
        yield from _of_name(field, text, chance)
    for row in tables["name"]:
        # a word of each of two names: no single name holds both
        title = tables.of("entry", row["entry_id"], "id")[0]["title"]
        if kinds[row["entry_id"]] in fields:
            both = f"{chance.choice(title.split())} {chance.choice(row['text'].split())}"
            yield Named(field=fields[kinds[row["entry_id"]]], text=both)
    for row in tables["entry"][::7]:  # by reference, also where the field asks for another kind
        yield Named(field=chance.choice(("person", "body", "place")), text=row["reference"].lower())
    for row in tables["entry"]:
        if row["kind"] == "organisation":
            yield Named(field="body", text=row["reference"])
    for row in tables["tag"]:
        for label in filter(None, (row["label_en"], row["label_ru"])):
            yield Named(field="tag", text=label, exact=chance.random() < 0.3)
            yield Named(field="tag", text=label[:-2], begins=True)


def _of_name(field: str, text: str, chance: random.Random) -> Iterator[Leaf]:
    parts = words(text)
    if not parts:
        return
    at = chance.randrange(len(parts))
    phrase = Named(field=field, text=" ".join(parts[at : at + 2]), phrase=True)
    yield Named(field=field, text=parts[at].title())
    yield Named(field=field, text=parts[at][:3], begins=True)
    yield Named(field=field, text=" ".join(chance.sample(parts, min(2, len(parts)))))
    yield phrase
    yield replace(phrase, text=phrase.text[:-1] or phrase.text, begins=True)
    yield Named(field=field, text=text.upper(), exact=True)
    yield Named(field=field, text=parts[at], exact=True)


def _choices(tables: Tables) -> Iterator[Leaf]:
    for field, vocabulary in VOCABULARY.items():
        keys = sorted(vocabulary)
        yield from (Choice(field=field, keys=(str(key),)) for key in keys)
        yield Choice(field=field, keys=tuple(map(str, keys[:2])))
    codes = sorted({row["code"] for row in tables["entry_country"]})
    yield from (Choice(field="country", keys=(code,)) for code in codes)
    yield Choice(field="country", keys=tuple(codes[:2]))
    yield from (Choice(field="lang", keys=(code,)) for code in ("en", "ru", "az", "e"))


def _dates(tables: Tables, chance: random.Random) -> Iterator[Leaf]:
    fields = ("date", "published", "received", "held", "born", "covers", "added", "changed")
    days = {row["created_at"][:10] for row in tables["entry"]}
    for table, date in (("source", "published"), ("stage", "date"), ("meeting", "start")):
        days |= {row[f"{date}_{end}"] for row in tables[table] for end in ("earliest", "latest")}
    known = sorted(filter(None, days))
    for field in (*fields, *StageKind):
        for earliest, latest in (chance.choices(known, k=2) for _ in range(4)):
            low, high = sorted((earliest, latest))
            yield Dates(field=field, earliest=low, latest=high, text="")
        yield Dates(field=field, earliest=chance.choice(known), latest=None, text="")
        yield Dates(field=field, earliest=None, latest=chance.choice(known), text="")
        yield Dates(field=field, earliest=None, latest=None, text="")
    for field in ("added", "changed"):
        day = chance.choice(tables["entry"])[{"added": "created_at"}.get(field, "changed_at")][:10]
        yield Dates(field=field, earliest=day, latest=day, text="")


def _numbers() -> Iterator[Leaf]:
    for low, high in ((21, 21), (7, 7), (20, 40), (None, 30), (2000, None), (None, None), (0, 0)):
        yield Numbers(field="number", low=low, high=high)
    for low, high in ((2021, 2021), (2018, 2022), (None, 2020), (2022, None), (None, None)):
        yield Numbers(field="year", low=low, high=high)
