"""What a list can still be narrowed by: each value with how many entries it would leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from db.queries.lists import ListSpec, filter_values, list_count
from db.queries.tags import tag_tree
from db.terms import EntryKind
from db.text.countries import country_name
from desktop.labels import plural
from desktop.models.entry_words import state_words, type_words

COUNTED = 80
"""Values counted one by one where a list is narrowed already; of more, no counts are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoice:
    """One value: its key (a code, an id, a year), its words, what it leaves where that is known."""

    key: str
    label: str
    also: str = ""
    colour: str = ""
    count: int | None = None


def chosen_keys(spec: ListSpec, name: str) -> tuple[str, ...]:
    """Return the keys of the values a list is narrowed by."""
    match name:
        case "kind":
            return (spec.kind.value,) if spec.kind else ()
        case "tags":
            return tuple(str(tag) for tag in spec.tags)
        case "years":
            years = (spec.year_from, spec.year_to)
            return tuple(dict.fromkeys(str(year) for year in years if year is not None))
        case _:
            return tuple(getattr(spec, name))


def without(spec: ListSpec, name: str) -> ListSpec:
    """Return a list no longer narrowed by something; types and states go with their kind."""
    changes: dict[str, Any] = {
        "kind": {"kind": None, "types": (), "states": ()},
        "years": {"year_from": None, "year_to": None},
    }.get(name, {name: ()})
    return replace(spec, **changes)


def with_keys(spec: ListSpec, name: str, keys: Sequence[str]) -> ListSpec:
    """Return a list narrowed by these values; years stand for the span from first to last."""
    bare = without(spec, name)
    if not keys:
        return bare
    if name == "kind":
        return replace(bare, kind=EntryKind(keys[-1]))
    if name == "years":
        years = [int(key) for key in keys]
        return replace(bare, year_from=min(years), year_to=max(years))
    values: dict[str, Any] = {name: tuple(int(k) if name == "tags" else k for k in keys)}
    return replace(bare, **values)


def read_choices(
    session: Session, spec: ListSpec, name: str, language: str
) -> tuple[FilterChoice, ...]:
    """Return the values of one filter that leave something of the list, or are chosen."""
    bare = without(spec, name)
    found = _values(session, bare, name, language)
    if _is_plain(bare) and name not in {"kind", "tags"}:
        return tuple(found)
    if len(found) > COUNTED:
        return tuple(replace(choice, count=None) for choice in found)
    chosen = chosen_keys(spec, name)
    counted = (
        replace(choice, count=list_count(session, with_keys(bare, name, (choice.key,))))
        for choice in found
    )
    return tuple(choice for choice in counted if choice.count or choice.key in chosen)


def _is_plain(spec: ListSpec) -> bool:
    """Tell whether a list is all of one kind: what `filter_values` counts."""
    order = ListSpec(kind=spec.kind, sort=spec.sort, descending=spec.descending)
    return spec.kind is not None and spec == order


def _values(session: Session, spec: ListSpec, name: str, language: str) -> list[FilterChoice]:
    match name:
        case "kind":
            return [FilterChoice(key=kind.value, label=plural(kind)) for kind in EntryKind]
        case "tags":
            return [
                FilterChoice(
                    key=str(tag.id),
                    label=tag.label(language),
                    also=f"{tag.label_en} {tag.label_ru}",
                    colour=tag.colour,
                )
                for tag in tag_tree(session)
            ]
        case _:
            return list(_stored(session, spec, name, language))


def _stored(session: Session, spec: ListSpec, name: str, language: str) -> Iterator[FilterChoice]:
    counts: Counter[str] = Counter()
    for kind in [spec.kind] if spec.kind else EntryKind:
        pairs: Iterable[tuple[str, int]] = getattr(filter_values(session, kind), name)
        counts.update(dict(pairs))
    values = sorted(counts, reverse=True) if name == "years" else list(counts)
    for value in values:
        label, also = _words(spec.kind, name, value, language)
        yield FilterChoice(key=value, label=label, also=also, count=counts[value])


def _words(kind: EntryKind | None, name: str, value: str, language: str) -> tuple[str, str]:
    """Return the label of a value, and further words it is found by."""
    if name == "countries":
        shown = country_name(value, "ru" if language == "ru" else "en")
        return shown, f"{value} {country_name(value, 'en')} {country_name(value, 'ru')}"
    if kind is not None and name == "types":
        return type_words(kind, value), ""
    if kind is not None and name == "states":
        return state_words(kind, value), ""
    return value, ""
