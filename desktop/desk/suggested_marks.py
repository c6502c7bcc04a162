"""Which words of a text are marked for the suggestions that stand on them, and what they say."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, Reading, Suggestion
from db.terms import EntryKind
from desktop.desk.marks import OF_KIND, Mark, Stretch, spans_of
from desktop.labels import heading

_MARKS = (*OF_KIND.values(), Mark.DECIDED, Mark.PASSED_OVER)
_DATES = frozenset({"published", "start", "end", "covers"})


def has_card(suggestion: Suggestion) -> bool:
    """Tell whether a suggestion is a card: a city that was read is only where something was."""
    is_place = suggestion.kind == EntryKind.PLACE
    return not is_place or bool(suggestion.code) or suggestion.key.startswith("hand:")


def suggested_marks(
    suggestions: Iterable[Suggestion], decided: Collection[str], noise: Iterable[Span]
) -> Mapping[Mark, list[Stretch]]:
    """Return the spans under each mark: of open suggestions by kind, of decided ones together."""
    found: dict[Mark, list[Stretch]] = {mark: [] for mark in _MARKS}
    found[Mark.PASSED_OVER] = spans_of(noise)
    for one in suggestions:
        if has_card(one):
            mark = Mark.DECIDED if one.key in decided else OF_KIND[one.kind]
            found[mark].extend(spans_of(one.spans))
            if mark != Mark.DECIDED:
                found[Mark.DATE].extend(spans_of(_dates(one)))
    return found


def tips(
    reading: Reading, suggestions: Iterable[Suggestion], passed_over: str
) -> Iterator[tuple[Span, str]]:
    """Yield what is said of words: what they are suggested to be, or why they are passed over."""
    for span, reason in reading.noise:
        yield span, passed_over.format(reason)
    for one in suggestions:
        if has_card(one):
            known = f" = {one.entry_reference}" if one.entry_reference else ""
            for span in one.spans:
                yield span, f"{heading(one.kind)}: {one.title}{known}"


def _dates(suggestion: Suggestion) -> Iterator[Span]:
    for line in suggestion.lines:
        if line.kind == LineKind.FIELD and line.name in _DATES:
            yield from line.spans
