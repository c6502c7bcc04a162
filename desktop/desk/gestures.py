"""What the keys over a text do: pin, mark, give evidence, make cards, go to one, go back."""

from PySide6.QtCore import QObject, Signal, Slot

from db.rows.entries import EntrySheet
from db.rows.evidence import EvidenceSpec, PassageRow, Span
from db.rows.pin import Pin
from db.terms import PassageKind
from desktop.acts import sources
from desktop.desk.by_hand import KINDS, ByHand
from desktop.desk.evidence_popup import EvidencePopup, Quoted
from desktop.desk.keys import DeskKey
from desktop.desk.noise_lines import NoiseLines
from desktop.desk.pages import DeskPage
from desktop.desk.review import Review
from desktop.desk.source_text import SourceText
from desktop.desk.targets import evidence_targets
from desktop.workspace import Workspace

_MARKS = {DeskKey.NOISE: PassageKind.NOISE, DeskKey.HEADING: PassageKind.HEADING}
_OF_WORDS = frozenset({*KINDS, DeskKey.DATE, DeskKey.FIGURE, DeskKey.QUOTATION})


class Gestures(QObject):
    """Carries out the keys pressed over the text of one source."""

    closed = Signal()
    cards_wanted = Signal()
    """The keyboard goes to the card that was pointed at, or made."""
    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        text: SourceText,
        review: Review,
        by_hand: ByHand,
        noise: NoiseLines,
    ) -> None:
        super().__init__(text)
        self._workspace, self._text = workspace, text
        self._review, self._by_hand, self._noise = review, by_hand, noise
        self._shown: DeskPage | None = None
        self._target: EntrySheet | None = None
        text.key_given.connect(self.do)

    def set_page(self, shown: DeskPage | None) -> None:
        """Take another source, or the same one anew."""
        self._shown = shown

    def set_target_entry(self, sheet: EntrySheet | None) -> None:
        """Take the entry that evidence is given for."""
        self._target = sheet

    def target(self) -> EntrySheet | None:
        """Give the entry that evidence is given for."""
        return self._target

    @Slot(object)
    def do(self, key: DeskKey) -> None:
        """Carry out one key."""
        if key == DeskKey.BACK:
            self._back()
        elif self._shown is None:
            return
        elif key in _OF_WORDS:
            self._make(key)
        elif key == DeskKey.TAG:
            self._by_hand.edit_tags()
        elif key == DeskKey.NOISE and self._noise.switch(self._text.selected_span()):
            self._deselect()
        elif key in _MARKS:
            self._mark(_MARKS[key])
        elif key == DeskKey.EVIDENCE:
            self._give_evidence()
        else:
            self._pin(more=key == DeskKey.PIN_MORE)

    def own_pin(self) -> Pin | None:
        """Give the pinned passage where it is of this source."""
        pin = self._workspace.pinboard.pin
        return pin if pin and self._shown and pin.source_id == self._shown.page.ref.id else None

    def _back(self) -> None:
        if self._workspace.pinboard.pin is not None:
            self._workspace.pinboard.let_go()
        elif self._text.selected_span() is None:
            self.closed.emit()
            return
        self._deselect()

    def _pin(self, *, more: bool) -> None:
        span, pin = self._text.selected_span(), self.own_pin()
        if span is None and self._workspace.pinboard.pin is not None:
            self._workspace.pinboard.let_go()
        elif span is None and more:
            self._review.check_and_go_on()
        elif span is None:
            self._go_to_card()
        elif pin and pin.spans == (span,):
            self._workspace.pinboard.let_go()
        else:
            before = pin.spans if pin and more else ()
            self._hold(tuple(sorted({*before, span}, key=lambda one: one.first)))
            self._deselect()

    def _hold(self, spans: tuple[Span, ...]) -> None:
        shown = self._shown
        if shown is None:
            return
        words = " … ".join(self._text.words(span) for span in spans)
        ref = shown.page.ref
        self._workspace.pinboard.hold(
            Pin(source_id=ref.id, source_reference=ref.reference, spans=spans, words=words)
        )

    def _go_to_card(self) -> None:
        if self._review.point(self._text.caret()):
            self.cards_wanted.emit()
        else:
            self._say_select()

    def _make(self, key: DeskKey) -> None:
        """Make a card, or a line of one, of the words selected, else of those pinned."""
        span, pin = self._text.selected_span(), self.own_pin()
        span = span or (pin.spans[0] if pin else None)
        if span is None:
            self._say_select()
        elif self._workspace.read_only:
            self.said.emit(self.tr("This catalogue can only be read."))
        else:
            self._by_hand.do(key, span)
            self._deselect()

    def _mark(self, kind: PassageKind) -> None:
        shown, span = self._shown, self._text.selected_span()
        if shown is None:
            return
        source, there = shown.page.ref.id, self._marked(kind, span)
        if there is not None:
            act = sources.unmark_passage(there.id)
            self._workspace.operations.write(act, owner=self)
        elif span is not None:
            marking = sources.mark_passage(source, span, kind)
            self._workspace.operations.write(marking, owner=self)
        else:
            self._say_select()
            return
        self._deselect()

    def _marked(self, kind: PassageKind, span: Span | None) -> PassageRow | None:
        """Return the passage of a kind that is just these words, or else lies at the caret."""
        caret = self._text.caret()
        passages = self._shown.page.passages if self._shown else ()
        for passage in (one for one in passages if one.kind == kind):
            at_caret = span is None and passage.span.first <= caret <= passage.span.last
            if passage.span == span or at_caret:
                return passage
        return None

    def _give_evidence(self) -> None:
        quoted, sheet = self._quoted(), self._target
        if sheet is None:
            self.said.emit(self.tr("Open an entry first: evidence is for what stands in the form."))
        elif quoted is None:
            self._say_select()
        else:
            targets = evidence_targets(sheet, self._workspace.settings.language)
            popup = EvidencePopup(self._workspace, quoted, targets, self._text.window())
            popup.specs_chosen.connect(self._on_specs_chosen)
            popup.finished.connect(popup.deleteLater)
            popup.open()

    def _quoted(self) -> Quoted | None:
        span, pin, shown = self._text.selected_span(), self.own_pin(), self._shown
        if shown is None or (span is None and pin is None):
            return None
        spans = (span,) if span else pin.spans if pin else ()
        words = " … ".join(self._text.words(one) for one in spans)
        ref = shown.page.ref
        return Quoted(source_id=ref.id, source_reference=ref.reference, spans=spans, words=words)

    @Slot(object)
    def _on_specs_chosen(self, specs: tuple[EvidenceSpec, ...]) -> None:
        about = self._target.title if self._target else ""
        act = sources.add_evidence(specs, about)
        self._workspace.operations.write(act, self._tell_added, owner=self)
        self._deselect()

    def _tell_added(self, claims: list[int]) -> None:
        reference = self._target.reference if self._target else ""
        self.said.emit(self.tr("Evidence added to {0}: {1}").format(reference, len(claims)))

    def _deselect(self) -> None:
        cursor = self._text.textCursor()
        cursor.clearSelection()
        self._text.setTextCursor(cursor)

    def _say_select(self) -> None:
        self.said.emit(self.tr("Select words first: S takes the sentence, ] one word more."))
