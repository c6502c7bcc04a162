"""The meaning of fields that name an entry, a tag, a publisher or a post."""

import re
from collections.abc import Callable, Iterator

from db.search.tree import Named
from db.text.folding import fold
from db.text.scripts import search_forms, transliterate
from tests.search.naive_tables import LINK_ENDS, Row, Tables

_KINDS = {"person": "person", "body": "organisation", "place": "place"}


def named(asked: Named, tables: Tables) -> Callable[[Row], bool]:
    """Return the test whether an entry is what is named, or has it."""
    match asked.field:
        case "tag":
            labelled = {row["id"] for row in tables["tag"] if _is_labelled(asked, tables, row)}
            return lambda entry: any(
                row["tag_id"] in labelled for row in tables.of("entry_tag", entry["id"], "entry_id")
            )
        case "publisher" | "post":
            borne = {text for text in _stated(asked.field, tables) if bears(asked, text)}
            return lambda entry: not borne.isdisjoint(_stated(asked.field, tables, entry))
        case field:
            kindred = [row for row in tables["entry"] if row["kind"] == _KINDS[field]]
            bearers = {row["id"] for row in kindred if _is_referred(asked, row)} or {
                row["id"]
                for row in kindred
                if any(bears(asked, name) for name in _names(tables, row))
            }
            return lambda entry: not bearers.isdisjoint(_whom(field, tables, entry["id"]))


def _is_referred(asked: Named, entry: Row) -> bool:
    plain = not (asked.exact or asked.phrase)
    return plain and asked.text.upper() == entry["reference"]


def _stated(field: str, tables: Tables, entry: Row | None = None) -> Iterator[str]:
    """Yield what is stated of an entry, or of all, where anything is."""
    table, column, owners = {
        "publisher": ("source", "publisher", ("id",)),
        "post": ("link", "post_as", LINK_ENDS),
    }[field]
    rows = tables[table] if entry is None else tables.of(table, entry["id"], *owners)
    yield from (row[column] for row in rows if row[column])


def _names(tables: Tables, entry: Row) -> list[str]:
    further = [row["text"] for row in tables.of("name", entry["id"], "entry_id")]
    return [entry["title"], *further]


def _whom(field: str, tables: Tables, entry: int) -> Iterator[int | None]:
    yield entry
    for row in tables.of("link", entry, "subject_id"):
        yield row["object_id"]
        yield row["on_behalf_of_id"]
    if field == "place":
        for row in tables.of("meeting", entry, "id"):
            yield row["place_id"]
        for row in tables.of("stage", entry, "agreement_id"):
            yield row["place_id"]


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def bears(asked: Named, name: str) -> bool:
    """Tell whether a name holds the words, in one of its forms."""
    if asked.exact:
        return fold(asked.text) == fold(name)
    spelt = [_split(asked.text), _split(transliterate(asked.text))]
    if asked.phrase and len(spelt[0]) > 1:
        end = "" if asked.begins else " "
        return any(
            f" {' '.join(words)}{end}" in f" {' '.join(given)} "
            for words in spelt
            for given in (_split(name), _split(transliterate(name)))
        )
    return any(
        _all_in(words, _split(given), begins=asked.begins and words in spelt)
        for words in map(_split, search_forms(asked.text))
        for given in search_forms(name)
        if words
    )


def _all_in(words: list[str], given: list[str], *, begins: bool) -> bool:
    if begins:
        begun = any(word.startswith(words[-1]) for word in given)
        return begun and set(words[:-1]) <= set(given)
    return set(words) <= set(given)


def _is_labelled(asked: Named, tables: Tables, tag: Row) -> bool:
    """Tell whether a tag, or one above it, has such a label."""
    if any(_label_begins(asked, tag[label]) for label in ("label_en", "label_ru")):
        return True
    return any(
        _is_labelled(asked, tables, above) for above in tables.of("tag", tag["parent_id"], "id")
    )


def _label_begins(asked: Named, label: str) -> bool:
    if asked.exact:
        return fold(asked.text) == fold(label)
    end = "" if asked.begins else " "
    return f"{' '.join(_split(label))} ".startswith(f"{' '.join(_split(asked.text))}{end}")
