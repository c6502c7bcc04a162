"""What the letters make of selected words: cards, and lines of the card that is current."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from db.late import LOADING
from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, How, StageKind
from desktop.desk.cards.card import Card, CardState
from desktop.desk.cards.cards_pane import CardsPane
from desktop.desk.keys import DeskKey
from desktop.desk.review import Review
from desktop.desk.source_text import SourceText
from desktop.desk.tag_choice import TagChoice
from desktop.panels.tag_popup import TagPopup
from desktop.reading.findings import FoundDate
from desktop.reading.records import Records
from desktop.workspace import Workspace

KINDS: dict[DeskKey, EntryKind] = {
    DeskKey.AGREEMENT: EntryKind.AGREEMENT,
    DeskKey.MEETING: EntryKind.MEETING,
    DeskKey.PERSON: EntryKind.PERSON,
    DeskKey.ORGANISATION: EntryKind.ORGANISATION,
    DeskKey.PLACE: EntryKind.PLACE,
}
_DATE_FIELDS = {EntryKind.MEETING: "start", EntryKind.SOURCE: "published"}


class ByHand(QObject):
    """Reads selected words in a worker and shows what they become among the cards."""

    said = Signal(str)
    made = Signal()
    """A card was made, and is current."""

    def __init__(
        self, workspace: Workspace, text: SourceText, cards: CardsPane, review: Review
    ) -> None:
        super().__init__(text)
        self._workspace, self._text = workspace, text
        self._cards, self._review = cards, review

    def do(self, key: DeskKey, span: Span) -> None:
        """Make of words what a letter asks for."""
        # the grammars take a while to load, and are there once a release was read
        with LOADING:
            from desktop.reading.by_hand import (  # noqa: PLC0415
                date_by_hand,
                figure_by_hand,
                quotation_by_hand,
            )

        if key in KINDS:
            self._make(KINDS[key], span)
        elif key == DeskKey.DATE:
            self._run(date_by_hand, span, partial(self._give_date, span))
        elif key == DeskKey.FIGURE:
            self._run(
                figure_by_hand, span, partial(self._give_line, self.tr("No number is there."))
            )
        elif key == DeskKey.QUOTATION:
            self._run(quotation_by_hand, span, partial(self._give_line, ""))

    def edit_tags(self) -> None:
        """Open the tags of the current card: of its entry once it is one."""
        card = self._cards.card_list().current_card()
        if card is None:
            self.said.emit(self.tr("There is no card to tag."))
        elif card.state == CardState.ACCEPTED and card.entry_id is not None:
            popup = TagPopup(self._workspace, [card.entry_id], self._text)
            popup.open_at(self._text, self._below_caret())
        elif card.is_open:
            choice = TagChoice(self._workspace, card, self._text)
            choice.line_chosen.connect(partial(self._tag, card.key))
            choice.open_at(self._text, self._below_caret())
        else:
            self._say_decided()

    def _make(self, kind: EntryKind, span: Span) -> None:
        def make(records: Records, first: int, last: int) -> Suggestion:
            with LOADING:
                from desktop.reading.by_hand import suggest_by_hand  # noqa: PLC0415 - as above

            return suggest_by_hand(records, kind, first, last)

        self._run(make, span, self._show_made)

    def _show_made(self, suggestion: Suggestion) -> None:
        self._cards.add_by_hand(suggestion)
        self._review.draw()
        self.made.emit()

    def _run(self, work: Callable[..., object], span: Span, then: Callable[..., None]) -> None:
        read = self._review.read
        if read is None:
            self.said.emit(self.tr("The release is still being read."))
            return
        self._workspace.operations.run(
            partial(work, read.records, span.first, span.last), then, owner=self
        )

    def _give_date(self, span: Span, date: FoundDate | None) -> None:
        """Give a date to the current card where it has a place for one, else to the release."""
        if date is None:
            self.said.emit(self.tr("No date is there: select words such as “7 December 2024”."))
            return
        card = self._cards.card_list().current_card()
        if card is None or card.kind not in {EntryKind.AGREEMENT, *_DATE_FIELDS}:
            self._date_release(date)
        elif not card.is_open:
            self._say_decided()
        else:
            self._put_line(card, _dated(card, date, span))

    def _date_release(self, date: FoundDate) -> None:
        """Show the card of the release itself, made where the reading had nothing to say of it."""
        card = next(
            (one for one in self._cards.rows().all_cards() if one.kind == EntryKind.SOURCE), None
        )
        if card is not None and not card.is_open:
            self._say_decided()
        elif card is not None:
            self._cards.card_list().set_current(card.key)
            self._put_line(card, _dated(card, date, _span(date)))
        else:
            line = _field(EntryKind.SOURCE, date)
            self._show_made(
                Suggestion(
                    key="source",
                    kind=EntryKind.SOURCE,
                    title="",
                    spans=line.spans,
                    lines=(line,),
                    confidence=1.0,
                    rule=date.rule,
                )
            )

    def _give_line(self, missing: str, line: SuggestedLine | None) -> None:
        card = self._cards.card_list().current_card()
        if line is None:
            self.said.emit(missing)
        elif card is None:
            self.said.emit(self.tr("There is no card it could belong to."))
        elif not card.is_open:
            self._say_decided()
        else:
            first = line.spans[0].first if line.spans else 0
            self._put_line(card, replace(line, key=f"hand:{line.kind}:{first}"))

    def _tag(self, key: str, tag: int, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        line = SuggestedLine(
            key=f"hand:tag:{tag}",
            kind=LineKind.TAG,
            name="tag",
            value=str(tag),
            how=How.INFERRED,
            reason=self.tr("tagged by hand"),
        )
        card = self._cards.rows().card_of(key)
        same = [one for one in card.lines if _is_tag(one, tag)] if card else []
        if same:
            self._cards.rows().tick(key, same[0].key, ticked=on)
        elif on:
            self._cards.rows().put_line(key, line)

    def _put_line(self, card: Card, line: SuggestedLine) -> None:
        self._cards.rows().put_line(card.key, line)
        self.said.emit(
            self.tr("Added to “{0}”.").format(card.shown_title or self.tr("the release"))
        )

    def _say_decided(self) -> None:
        self.said.emit(self.tr("It is decided. Backspace on its card puts it back."))

    def _below_caret(self) -> QPoint:
        return self._text.cursorRect().bottomLeft()


def _is_tag(line: SuggestedLine, tag: int) -> bool:
    return line.kind == LineKind.TAG and line.value == str(tag)


def _span(date: FoundDate) -> Span:
    return Span(first=date.start, last=date.end)


def _dated(card: Card, date: FoundDate, words: Span) -> SuggestedLine:
    """Return the line of a card that says when, with this date in it."""
    if card.kind in _DATE_FIELDS:
        fresh = _field(card.kind, date)
        same = [one for one in card.lines if (one.kind, one.name) == (fresh.kind, fresh.name)]
        return replace(fresh, key=same[0].key) if same else fresh
    stage = next((one for one in card.lines if one.kind == LineKind.STAGE), None)
    if stage is not None:
        spans = tuple(sorted({*stage.spans, _span(date)}, key=lambda one: one.first))
        return replace(
            stage, spans=spans, value=date.edtf, how=date.how, reason=date.reason, rule=date.rule
        )
    return SuggestedLine(
        key=f"hand:stage:{words.first}",
        kind=LineKind.STAGE,
        name=StageKind.DATED,
        value=date.edtf,
        how=date.how,
        reason=date.reason,
        spans=(_span(date),),
        rule=date.rule,
    )


def _field(kind: EntryKind, date: FoundDate) -> SuggestedLine:
    name = _DATE_FIELDS[kind]
    return SuggestedLine(
        key=f"hand:{name}",
        kind=LineKind.FIELD,
        name=name,
        value=date.edtf,
        how=date.how,
        reason=date.reason,
        spans=(_span(date),),
        rule=date.rule,
    )
