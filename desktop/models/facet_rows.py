"""What the facets show: groups of values with their words, counts, and what the query asks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.rows.facets import FACETS, Facets, FacetValue
from db.rows.lists import ListSpec
from db.search.fields import FIELDS, REFERENCE
from db.terms import EntryKind, ReadingState, ReviewState, StageKind, Standing
from db.text.countries import country_name
from db.text.folding import fold, words
from desktop.forms.languages import language_name
from desktop.labels import heading, plural
from desktop.models.entry_words import TYPES

TOP = 6
"""Values of a group that are shown before it is opened wholly."""

_TITLES: Mapping[str, object] = {
    "country": QT_TRANSLATE_NOOP("facets", "Country"),
    "kind": QT_TRANSLATE_NOOP("facets", "Kind"),
    "stage": QT_TRANSLATE_NOOP("facets", "Stage"),
    "type": QT_TRANSLATE_NOOP("facets", "Type"),
    "tag": QT_TRANSLATE_NOOP("facets", "Tag"),
    "year": QT_TRANSLATE_NOOP("facets", "Year"),
    "body": QT_TRANSLATE_NOOP("facets", "Body"),
    "state": QT_TRANSLATE_NOOP("facets", "State"),
    "lang": QT_TRANSLATE_NOOP("facets", "Language"),
    "review": QT_TRANSLATE_NOOP("facets", "Review"),
}


class Wish(StrEnum):
    """What a query asks of a value."""

    NONE = ""
    WITH = "with"
    WITHOUT = "without"


Wishes = Mapping[tuple[str, str], Wish]
"""What a query asks, by field and key; keys that are names are folded."""

_NAMED = frozenset({"tag", "body"})
"""Facets whose keys are names, written in a query as anyone likes."""


def wish_key(field: str, key: str) -> tuple[str, str]:
    """Return the key under which a wish is looked up."""
    return field, fold(key) if field in _NAMED else key


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetRow:
    """One value: what the query calls it, its words and signs, and what is asked of it."""

    field: str
    key: str
    label: str
    count: int = 0
    wish: Wish = Wish.NONE
    colour: str = ""
    also: str = ""
    """Further words it is found by: a code, its name in the other language."""
    names: tuple[str, ...] = ()
    """What else a query may call it."""
    apart: str = ""
    """What tells it from another body of the same title."""
    tag: int = 0
    parent: int = 0
    """The tag it stands under, 0 for none."""

    @property
    def identity(self) -> str:
        """Name the value, however a query writes it."""
        return f"{self.field}:{self.tag or self.label}"

    def is_found_by(self, typed: str) -> bool:
        """Tell whether a word of it begins with what was typed, or its name contains that."""
        wanted = fold(typed)
        known = (*words(self.label), *words(self.also))
        return wanted in fold(self.label) or any(word.startswith(wanted) for word in known)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetGroup:
    """All values of one facet, in the order they are shown; broader tags before narrower ones."""

    field: str
    title: str
    rows: tuple[FacetRow, ...] = ()
    total: int = 0
    """How many entries the values are counted among: those the list shows, mostly."""

    @property
    def is_of_one(self) -> bool:
        """Whether an entry mostly has one of the values: asked for several, any of them will do."""
        return FIELDS[self.field].collects

    def asked(self) -> tuple[FacetRow, ...]:
        """Return the values the query asks something of."""
        return tuple(row for row in self.rows if row.wish)

    def main_rows(self) -> tuple[FacetRow, ...]:
        """Return what is shown before the group is opened wholly: the first, and what is asked.

        One more than that is shown rather than offered behind a row of its own.
        """
        tops = [row for row in self.rows if not row.parent]
        if len(tops) <= TOP + 1:
            return self.rows
        kept = {row.tag for row in _with_broader(self.asked(), self.rows)}
        shown = [row for n, row in enumerate(tops) if n < TOP or row.wish or row.tag in kept - {0}]
        return tuple(_with_narrower(shown, self.rows))

    def narrowed(self, typed: str) -> tuple[FacetRow, ...]:
        """Return what fits the words typed, tags with all that stands above them."""
        if not typed:
            return self.rows
        fitting = [row for row in self.rows if row.is_found_by(typed)]
        return tuple(_with_broader(fitting, self.rows))


def facet_groups(
    facets: Facets, wishes: Wishes, home: ListSpec, language: str
) -> tuple[FacetGroup, ...]:
    """Return the groups that can narrow a list or are asked about, in their order."""
    groups: list[FacetGroup] = []
    for field in FACETS:
        rows = _tag_rows(facets, language) if field == "tag" else _rows(facets, field, language)
        here = {key: wish for (about, key), wish in wishes.items() if about == field}
        asked = [_asked(row, here) for row in rows] if here else rows
        told = _told_apart(asked) if field == "body" else asked
        group = FacetGroup(
            field=field,
            title=_title(field, home.kind),
            rows=(*told, *_unlisted(rows, field, here, language)),
            total=facets.totals.get(field, facets.total),
        )
        if group.rows and not _is_settled(group, home):
            groups.append(group)
    return tuple(groups)


def _is_settled(group: FacetGroup, home: ListSpec) -> bool:
    """Tell whether a list has one value of this by what it is."""
    single = {"kind": home.kind is not None, "state": home.inbox}
    return single.get(group.field, False) and not group.asked()


def _rows(facets: Facets, field: str, language: str) -> list[FacetRow]:
    return [_row(field, value, language) for value in facets.values.get(field, ())]


def _row(field: str, value: FacetValue, language: str) -> FacetRow:
    label, also = _words(field, value.key, language)
    return FacetRow(
        field=field,
        key=value.key,
        label=value.label or label,
        count=value.count,
        also=also or value.reference,
        names=(value.reference,) if value.reference else (),
        apart=_countries(value.countries, language) or value.reference,
    )


def _countries(codes: str, language: str) -> str:
    spoken = "ru" if language == "ru" else "en"
    return ", ".join(country_name(code, spoken) for code in codes.split())


def _told_apart(rows: Sequence[FacetRow]) -> Iterator[FacetRow]:
    """Yield bodies with their labels; those of one title with their countries, or references.

    One that is asked for by its reference is told so too, though its namesakes are gone.
    """
    titles = [fold(row.label) for row in rows]
    alike = Counter(titles)
    apart = Counter((title, row.apart) for title, row in zip(titles, rows, strict=True))
    for title, row in zip(titles, rows, strict=True):
        by_reference = row.wish and row.key in {fold(name) for name in row.names}
        if alike[title] == 1 and not by_reference:
            yield row
        else:
            is_told = apart[title, row.apart] == 1
            yield replace(row, label=f"{row.label} ({row.apart if is_told else row.names[0]})")


def _tag_rows(facets: Facets, language: str) -> list[FacetRow]:
    """Return the tags, among their siblings the most frequent first."""
    rows = [
        FacetRow(
            field="tag",
            key=tag.label(language),
            label=tag.label(language),
            count=tag.count,
            colour=tag.colour,
            also=f"{tag.label_en} {tag.label_ru}",
            names=tuple(filter(None, (tag.label_en, tag.label_ru))),
            tag=tag.id,
            parent=tag.parent_id or 0,
        )
        for tag in facets.tags
    ]
    return list(_with_narrower(sorted((r for r in rows if not r.parent), key=_rank), rows))


def _rank(row: FacetRow) -> int:
    return -row.count


def _with_narrower(tops: Iterable[FacetRow], rows: Sequence[FacetRow]) -> Iterator[FacetRow]:
    below: dict[int, list[FacetRow]] = {}
    for row in rows:
        if row.parent:
            below.setdefault(row.parent, []).append(row)
    waiting = list(reversed(list(tops)))
    while waiting:
        row = waiting.pop()
        yield row
        narrower = below.get(row.tag, []) if row.tag else []
        waiting.extend(sorted(narrower, key=_rank)[::-1])


def _with_broader(found: Sequence[FacetRow], rows: Sequence[FacetRow]) -> list[FacetRow]:
    """Return rows, in their order, with the tags above them."""
    by_tag = {row.tag: row for row in rows if row.tag}
    kept = set(found)
    for row in found:
        above = by_tag.get(row.parent)
        while above is not None and above not in kept:
            kept.add(above)
            above = by_tag.get(above.parent)
    return [row for row in rows if row in kept]


def _asked(row: FacetRow, wishes: Mapping[str, Wish]) -> FacetRow:
    """Return a value with what is asked of it, under the name the query has for it."""
    for name in (row.key, *row.names):
        _field, key = wish_key(row.field, name)
        if key in wishes:
            return replace(row, wish=wishes[key], key=key)
    return row


def _unlisted(
    rows: Sequence[FacetRow], field: str, wishes: Mapping[str, Wish], language: str
) -> list[FacetRow]:
    """Return what is asked about and no entry of the list has, so that it can be taken back."""
    if not wishes:
        return []
    listed = {wish_key(field, name)[1] for row in rows for name in (row.key, *row.names)}
    return [
        replace(_row(field, FacetValue(key=key, count=0), language), wish=wish)
        for key, wish in wishes.items()
        if key not in listed
    ]


def _title(field: str, kind: EntryKind | None) -> str:
    """Return what a group is called: the year of a person is that of birth."""
    if field == "year" and kind == EntryKind.PERSON:
        return _tr("Born")
    return _tr(str(_TITLES[field]))


def _words(field: str, key: str, language: str) -> tuple[str, str]:
    """Return the label of a value, and further words it is found by."""
    match field:
        case "country":
            english, russian = country_name(key, "en"), country_name(key, "ru")
            return (russian if language == "ru" else english), f"{key} {english} {russian}"
        case "lang":
            name = language_name(key, language)
            return name[:1].upper() + name[1:], key
        case "kind":
            return plural(EntryKind(key)), ""
        case "stage" | "review" | "state" | "type":
            return _term_words(field, key), ""
        case "body" if REFERENCE.fullmatch(key.upper()):
            return key.upper(), ""
        case _:
            return key, ""


def _term_words(field: str, key: str) -> str:
    vocabularies: Mapping[str, tuple[type[StrEnum], ...]] = {
        "stage": (StageKind,),
        "review": (ReviewState,),
        "state": (ReadingState, Standing),
        "type": tuple(TYPES.values()),
    }
    terms = next((terms for terms in vocabularies[field] if key in set(terms)), None)
    return heading(terms(key)) if terms is not None else key


def _tr(text: str) -> str:
    return QCoreApplication.translate("facets", text)
