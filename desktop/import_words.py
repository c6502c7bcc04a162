"""What an import does, or would do, in words: a heading and lines for each sort of entry.

No Qt here but its translations: the command line uses it too.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from db.rows.incoming import ForThoseHere, ImportOutcome, Tally, Told
from db.terms import EntryKind
from desktop.labels import field_label, plural
from desktop.translation import QT_TRANSLATE_NOOP, translate

_THINGS: Mapping[str, object] = {
    "names": QT_TRANSLATE_NOOP("imports", "Names"),
    "stages": QT_TRANSLATE_NOOP("imports", "Stages"),
    "links": QT_TRANSLATE_NOOP("imports", "Links"),
    "points": QT_TRANSLATE_NOOP("imports", "Points"),
    "figures": QT_TRANSLATE_NOOP("imports", "Figures"),
    "quotations": QT_TRANSLATE_NOOP("imports", "Quotations"),
    "tags": QT_TRANSLATE_NOOP("imports", "Tags"),
    "evidence": QT_TRANSLATE_NOOP("imports", "Evidence"),
    "members": QT_TRANSLATE_NOOP("imports", "Members"),
}

Line = Callable[[Told], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A sort of entries: a heading, how many there are, and the first of them."""

    heading: str
    count: int
    lines: tuple[str, ...]
    grave: bool = False
    """Whether it should be looked at before going on."""


def summary(outcome: ImportOutcome) -> str:
    """Return in one line how many entries are new, the same, and different."""
    parts = (
        (outcome.count("new"), translate("imports", "{0} new")),
        (outcome.count("different"), translate("imports", "{0} different")),
        (outcome.count("same"), translate("imports", "{0} already here")),
    )
    said = [words.format(count) for count, words in parts if count]
    return ", ".join(said) if said else translate("imports", "nothing")


def sections(outcome: ImportOutcome, wanted: ForThoseHere) -> Iterator[Section]:
    """Yield what an import does, the gravest first; what is empty is left out."""
    what_becomes = {
        ForThoseHere.ADD: translate("imports", "{0}: differ, and what is missing is added"),
        ForThoseHere.KEEP: translate("imports", "{0}: differ, and stay as they are here"),
        ForThoseHere.REPLACE: translate("imports", "{0}: differ, and are replaced"),
    }[wanted]
    for kind, tally in outcome.different.items():
        yield from _section(what_becomes.format(plural(kind)), tally, _difference, grave=True)
    yield from _section(
        translate("imports", "Same original or text as a source here"), outcome.doubles, _pair,
        grave=True,
    )  # fmt: skip
    yield from _section(
        translate("imports", "Reference taken: given another"), outcome.renumbered, _pair
    )
    yield from _section(
        translate("imports", "Known here by their country code"), outcome.matched, _pair
    )
    for kind, tally in outcome.new.items():
        heading = translate("imports", "{0}: new").format(plural(kind))
        yield from _section(heading, tally, _plain)
    for kind, tally in outcome.same.items():
        heading = translate("imports", "{0}: the same here").format(plural(kind))
        yield from _section(heading, tally, _plain)
    for count, heading in (
        (outcome.tags, translate("imports", "New tags")),
        (outcome.posts, translate("imports", "New posts")),
        (outcome.searches, translate("imports", "New saved searches")),
    ):
        if count:
            yield Section(heading=heading, count=count, lines=())


def counts_by_kind(counts: Mapping[EntryKind, int]) -> str:
    """Return how many entries there are of each kind, in one line."""
    return ", ".join(f"{plural(kind)} {counts[kind]}" for kind in EntryKind if counts.get(kind))


def _section(heading: str, tally: Tally, line: Line, *, grave: bool = False) -> Iterator[Section]:
    if tally.count:
        lines = tuple(line(told) for told in tally.first)
        yield Section(heading=heading, count=tally.count, lines=lines, grave=grave)


def _plain(told: Told) -> str:
    return f"{told.here}  {told.title}"


def _pair(told: Told) -> str:
    return f"{told.reference} → {told.here}  {told.title}"


def _difference(told: Told) -> str:
    named = (part.rpartition(" ") for part in told.about.split(", "))
    words = ", ".join(
        f"{translate('imports', str(_THINGS[name]))} {count}"
        if name in _THINGS
        else field_label(name)
        for name, _blank, count in named
    )
    return f"{told.here}  {told.title}: {words}"
