"""Found words in the rows of a list: looked for once a row, and kept while the words stay."""

from collections.abc import Callable, Mapping

from db.rows.entries import EntryLine
from db.text.highlight import Lit, found_spans
from desktop.delegates.roles import EntryRoles
from desktop.models.entry_words import subtitle

Spans = tuple[tuple[int, int], ...]

_KEPT = 2_000
_TEXTS: Mapping[int, Callable[[EntryLine], str]] = {
    EntryRoles.LIT_TITLE: lambda line: line.title,
    EntryRoles.LIT_SUBTITLE: subtitle,
}


class LitRows:
    """Hold the words that are lit, and where they stand in each row."""

    def __init__(self) -> None:
        self._lit: tuple[Lit, ...] = ()
        self._spans: dict[tuple[int, int], tuple[EntryLine, Spans]] = {}

    def set_lit(self, lit: tuple[Lit, ...]) -> bool:
        """Light other words; tell whether they are others."""
        if lit == self._lit:
            return False
        self._lit = lit
        self._spans.clear()
        return True

    def spans(self, line: EntryLine, role: int) -> Spans:
        """Return what is lit in one text of a line, told by its role, in code points."""
        if not self._lit:
            return ()
        kept = self._spans.get((line.id, role))
        if kept is not None and kept[0] is line:
            return kept[1]
        found: Spans = tuple(found_spans(_TEXTS[role](line), self._lit))
        if len(self._spans) >= _KEPT:
            self._spans.clear()
        self._spans[line.id, role] = (line, found)
        return found
