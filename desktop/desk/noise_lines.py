"""The noise key on whole lines: read one after all, pass it over again, or learn it for all."""

from PySide6.QtCore import QObject, Signal

from db.rows.evidence import Span
from desktop.acts import reading as acts
from desktop.desk.review import Review
from desktop.desk.source_text import SourceText
from desktop.reading.noise import noise_pattern
from desktop.reading.page import Paragraph
from desktop.source_reading import noise_key
from desktop.workspace import Workspace

LONGEST = 120
"""A longer line is no page furniture that comes again."""


class NoiseLines(QObject):
    """Switches lines of a text on and off, and teaches the catalogue those to pass over."""

    said = Signal(str)

    def __init__(self, workspace: Workspace, text: SourceText, review: Review) -> None:
        super().__init__(text)
        self._workspace, self._text, self._review = workspace, text, review

    def switch(self, span: Span | None) -> bool:
        """Switch the line at the caret, or learn the one that is selected; tell if there is one."""
        read, paragraph = self._review.read, self._paragraph(span)
        if read is None or paragraph is None:
            return False
        pattern = noise_pattern(paragraph.text)
        if paragraph.noise:
            self._read_after_all(read.source_id, pattern)
        elif pattern in read.switched_on:
            self._pass_over_again(read.source_id, pattern)
        elif span is not None and _is_whole(span, paragraph):
            self._learn(read.source_id, pattern)
        else:
            return False
        return True

    def _paragraph(self, span: Span | None) -> Paragraph | None:
        read = self._review.read
        at = span.first if span is not None else self._text.caret()
        return read.records.page.paragraph_at(at) if read is not None else None

    def _read_after_all(self, source: int, pattern: str) -> None:
        act = acts.refuse(source, [noise_key(pattern)], pattern)
        words = self.tr("This line is read after all. N passes it over again.")
        self._workspace.operations.write(act, lambda _none: self.said.emit(words), owner=self)

    def _pass_over_again(self, source: int, pattern: str) -> None:
        act = acts.reopen(source, noise_key(pattern), pattern)
        words = self.tr("This line is passed over again.")
        self._workspace.operations.write(act, lambda _none: self.said.emit(words), owner=self)

    def _learn(self, source: int, pattern: str) -> None:
        words = self.tr("Lines like this are passed over from now on. Undo: Ctrl+Z")
        self._workspace.operations.write(
            acts.learn_noise(pattern, source), lambda _id: self.said.emit(words), owner=self
        )


def _is_whole(span: Span, paragraph: Paragraph) -> bool:
    """Tell whether words are all that a short line holds, white space aside."""
    words = paragraph.text[max(0, span.first - paragraph.start) : span.last - paragraph.start]
    whole = span.first <= paragraph.start + len(paragraph.text) - len(paragraph.text.lstrip())
    return whole and words.strip() == paragraph.text.strip() and len(words) <= LONGEST
