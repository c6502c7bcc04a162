"""Finds dates in a text, English and Russian, and says which is the release's own.

`scan` finds what the words give, `published` picks the day of publication, `resolve` fills in
years and weekdays from it. Bare years, quarters and seasons are found too; who prints a list of
days leaves them out.
"""

import re
from collections.abc import Iterator, Sequence

from db.terms import How
from desktop.reading.dates.partial import Moment, Partial
from desktop.reading.dates.published import published_date
from desktop.reading.dates.resolve import (
    HERE,
    Known,
    Resolved,
    bare_mentions,
    dateline_year,
    full_mentions,
    resolve,
)
from desktop.reading.dates.scan import scan
from desktop.reading.findings import FoundDate
from desktop.reading.page import Page, Paragraph

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REACH_BEFORE, _REACH_AFTER, _OPENING, _SENTENCE = 80, 30, 24, 160
_NEAR = 250


def find_dates(page: Page) -> tuple[FoundDate, ...]:
    """Return every date, in the order of the text, as EDTF; days of an interval as ``a/b``.

    At most one has `published`. Where a part is filled in, `how` is inferred and `reason` says
    from what; a day whose year nothing tells is ``XXXX-07-07``. Weekdays and "today" are dates
    only where the day of publication is known.
    """
    placed = [(p, partial) for p in page.body for partial in scan(p.text, p.start)]
    partials = [partial for _, partial in placed]
    own = published_date(page, placed)
    known = Known(
        published=_published(own, partials, page),
        full=full_mentions(partials),
        bare=bare_mentions(partials),
    )
    return tuple(_found(placed, own, known))


def _published(own: Partial | None, partials: Sequence[Partial], page: Page) -> Moment:
    if own is None:
        return Moment()
    if own.swapped:
        edtf = resolve(
            own, Known(Moment(), full_mentions(partials), bare_mentions(partials)), "", Moment()
        )
        return Moment(*map(int, edtf.edtf.split("-"))) if edtf else Moment()
    if own.first.year:
        return own.first
    fuller = full_mentions(partials).get(own.first[1:], 0)
    year = fuller or dateline_year(own, partials, page.text)
    return own.first._replace(year=year)


def _found(
    placed: Sequence[tuple[Paragraph, Partial]], own: Partial | None, known: Known
) -> Iterator[FoundDate]:
    before, last = Moment(), 0
    for paragraph, partial in placed:
        words = _words_around(paragraph, partial)
        resolved = _own(partial, known) if partial is own else None
        far = partial.later and partial.start - last > _NEAR
        resolved = resolved or resolve(partial, known, words, Moment() if far else before)
        if resolved:
            yield _date(partial, resolved, published=partial is own)
        before, last = _told(resolved, partial) or before, partial.end


def _told(resolved: Resolved | None, partial: Partial) -> Moment | None:
    """Return the day or year that later words count from, None where these tell none."""
    if resolved and not partial.last and _DAY.fullmatch(resolved.edtf):
        return Moment(*map(int, resolved.edtf.split("-")))
    return partial.first if partial.first.year else None


def _own(partial: Partial, known: Known) -> Resolved | None:
    if partial.first.year or not known.published.year:
        return None
    reason = "Year not in these words: that of the latest months the text tells of."
    return Resolved(known.published.edtf, How.INFERRED, reason, 0.6)


def _words_around(paragraph: Paragraph, partial: Partial) -> str:
    """Return the words of its sentence close enough to tell whether it lies ahead, HERE for it."""
    own = next((s for s in paragraph.sentences if s.start <= partial.start < s.end), None)
    if own is None:
        return ""
    start, end = partial.start - own.start, partial.end - own.start
    before = own.text[max(0, start - _REACH_BEFORE) : start]
    reach = _SENTENCE if start <= _OPENING else _REACH_AFTER
    return before + HERE + own.text[end : end + reach]


def _date(partial: Partial, resolved: Resolved, *, published: bool) -> FoundDate:
    return FoundDate(
        start=partial.start,
        end=partial.end,
        rule=partial.rule,
        confidence=resolved.confidence,
        edtf=resolved.edtf,
        how=resolved.how,
        reason=resolved.reason,
        published=published,
    )
