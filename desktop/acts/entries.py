"""Acts on entries: make, set a field, trash, restore, review, name, tag.

What is done to many goes batch by batch, in one revision, and answers with how many they were.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sqlalchemy.orm import Session

from db.act import Act
from db.commands import entries, names, removing, tags
from db.commands.evidence import stand_on_pin
from db.queries.chosen import batches_of, chosen_count, chosen_ids
from db.queries.tags import tagged_count
from db.queries.trash import cited
from db.rows.faces import Target
from db.rows.fields import FIELDS
from db.rows.lists import Chosen
from db.rows.pin import Pin
from db.terms import EntryKind, NameKind, ReviewState

Selected = Chosen | Sequence[int]
"""What is selected in a list, or entries by their ids."""


def create_entry(
    kind: EntryKind, values: Mapping[str, str], pin: Pin | None = None, visit: str = ""
) -> Act[int]:
    """Make an entry; with a pin, it and its evidenced values stand on the pinned passage."""

    def run(session: Session) -> int:
        entry = entries.create_entry(session, kind=kind, values=values)
        if pin is not None and kind != EntryKind.SOURCE:
            evidenced = [f.name for f in FIELDS[kind] if f.evidenced and values.get(f.name)]
            targets = [Target("entry", entry, field) for field in ("", *evidenced)]
            stand_on_pin(session, pin=pin, targets=targets)
        return entry

    return Act(key="entry.create", run=run, about=values.get("title", ""), visit=visit)


def set_field(
    entry_id: int,
    field: str,
    value: str,
    *,
    shown: str | None,
    about: str = "",
    visit: str = "",
    pin: Pin | None = None,
) -> Act[None]:
    """Save one field; consecutive saves of one visit are one revision."""

    def run(session: Session) -> None:
        entries.set_field(session, entry_id=entry_id, field=field, value=value, shown=shown)
        if pin is not None and value and pin.source_id != entry_id:
            stand_on_pin(session, pin=pin, targets=[Target("entry", entry_id, field)])

    return Act(key="entry.set", run=run, about=about, visit=f"{visit}:{field}" if visit else "")


def trash(selected: Selected, about: str = "") -> Act[int]:
    """Move entries to the trash."""
    run = _batch_by_batch(selected, entries.trash_entries)
    return Act(key="entry.trash", run=run, about=about, extent=_extent(selected))


def restore(selected: Selected, about: str = "") -> Act[int]:
    """Take entries out of the trash."""
    run = _batch_by_batch(selected, entries.restore_entries)
    return Act(key="entry.restore", run=run, about=about, extent=_extent(selected))


def remove(selected: Selected, about: str = "") -> Act[int]:
    """Remove entries in the trash for good, but sources that claims about others stand on."""
    chosen = _chosen(selected)

    def run(session: Session) -> int:
        ids = frozenset(chosen_ids(session, chosen))
        going = ids.difference(cited(session, ids)) or ids
        removing.remove_entries(session, entry_ids=going)
        return len(going)

    return Act(key="entry.remove", run=run, about=about, extent=_extent(selected))


def set_review(selected: Selected, review: ReviewState, about: str = "") -> Act[int]:
    """Set how far entries have been worked on."""
    run = _batch_by_batch(selected, partial(entries.set_review, review=review))
    return Act(key="entry.review", run=run, about=about, extent=_extent(selected))


def _extent(selected: Selected) -> Callable[[Session], int]:
    return partial(chosen_count, chosen=_chosen(selected))


def _chosen(selected: Selected) -> Chosen:
    return selected if isinstance(selected, Chosen) else Chosen(ids=tuple(selected))


def _batch_by_batch(selected: Selected, command: Callable[..., None]) -> Callable[[Session], int]:
    chosen = _chosen(selected)

    def run(session: Session) -> int:
        number = 0
        for batch in batches_of(session, chosen):
            command(session, entry_ids=batch)
            number += len(batch)
        return number

    return run


def add_name(
    entry_id: int, text: str, kind: NameKind, language: str = "", pin: Pin | None = None
) -> Act[int]:
    """Add a form of an entry's name."""

    def run(session: Session) -> int:
        name = names.add_name(session, entry_id=entry_id, text=text, kind=kind, language=language)
        if pin is not None:
            stand_on_pin(session, pin=pin, targets=[Target("name", name)])
        return name

    return Act(key="name.add", run=run, about=text)


def change_name(name_id: int, text: str, kind: NameKind, language: str = "") -> Act[None]:
    """Change a form of an entry's name."""
    return Act(
        key="name.change",
        run=lambda session: names.change_name(
            session, name_id=name_id, text=text, kind=kind, language=language
        ),
        about=text,
    )


def remove_name(name_id: int, about: str = "") -> Act[None]:
    """Remove a form of an entry's name."""
    return Act(
        key="name.remove",
        run=lambda session: names.remove_name(session, name_id=name_id),
        about=about,
    )


def add_tag(selected: Selected, tag_id: int, about: str = "") -> Act[int]:
    """Add a tag to entries."""
    run = _batch_by_batch(selected, partial(tags.tag_entries, tag_id=tag_id))
    return Act(key="tag.add", run=run, about=about, extent=_extent(selected))


def take_tag(selected: Selected, tag_id: int, about: str = "") -> Act[int]:
    """Take a tag off entries."""
    run = _batch_by_batch(selected, partial(tags.untag_entries, tag_id=tag_id))
    return Act(key="tag.take", run=run, about=about, extent=_extent(selected))


def create_tag(spec: tags.TagSpec, selected: Selected = ()) -> Act[int]:
    """Make a tag, and add it to entries at once; answers with its id."""

    def run(session: Session) -> int:
        tag = tags.create_tag(session, spec=spec)
        _batch_by_batch(selected, partial(tags.tag_entries, tag_id=tag))(session)
        return tag

    about = spec.label_en or spec.label_ru
    return Act(key="tag.create", run=run, about=about, extent=_extent(selected))


def change_tag(tag_id: int, spec: tags.TagSpec) -> Act[None]:
    """Rename, recolour or move a tag."""
    return Act(
        key="tag.change",
        run=lambda session: tags.change_tag(session, tag_id=tag_id, spec=spec),
        about=spec.label_en or spec.label_ru,
    )


def remove_tag(tag_id: int, about: str = "") -> Act[None]:
    """Remove a tag from the tree and from all entries."""
    return Act(
        key="tag.remove",
        run=lambda session: tags.remove_tag(session, tag_id=tag_id),
        about=about,
        extent=partial(tagged_count, tag_id=tag_id),
    )
