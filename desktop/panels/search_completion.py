"""Completion in the search box: opens by itself behind a colon, on demand anywhere else."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from db import queries
from db.search.completion import Completion, complete
from db.search.values import values_beginning
from desktop.models.completions import (
    Put,
    asked_of_catalogue,
    date_offers,
    offers_names,
    option_offers,
    recent_offers,
)
from desktop.recent_searches import RecentSearches
from desktop.widgets.offer_popup import OfferPopup
from desktop.widgets.suggestion_model import Suggestion
from desktop.widgets.tinted_line import TintedLine, utf16_of
from desktop.workspace import Workspace

_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAST = 2
"""Letters from which on plain words call up earlier queries."""


class SearchCompletion(QObject):
    """Offer what may stand at the cursor, and put in what is taken."""

    taken = Signal()
    """Something whole was put in: the query can be told."""
    opened = Signal()

    def __init__(self, workspace: Workspace, recent: RecentSearches, box: TintedLine) -> None:
        super().__init__(box)
        self._workspace, self._recent, self._box = workspace, recent, box
        self._asked = 0
        """Counts what was asked, so that a late answer is known as one."""
        self._countries: frozenset[str] = frozenset()
        self.popup = OfferPopup(box)
        self.popup.offer_clicked.connect(self._take)

    def prepare(self) -> None:
        """Learn which countries are catalogued: they are offered before the others.

        The names of countries and languages are loaded with it, which takes longer than a key.
        """

        def learn(session: Any) -> frozenset[str]:  # noqa: ANN401 - a session, which panels may not name
            for field in ("country", "lang"):
                values_beginning(field, "a")
            return queries.completion_labels.known_countries(session)

        self._workspace.operations.read(learn, self._know_countries, owner=self, lane="countries")

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Carry out a key that is meant for what is offered; tell whether it was."""
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        asks = key == Qt.Key.Key_Down and not self._box.text() and self.popup.isHidden()
        if key == Qt.Key.Key_Space and control:
            self.open()
            return True
        if asks:
            self.open()
            return self.popup.isVisible()
        return self.popup.isVisible() and self._press_in_popup(key)

    def _press_in_popup(self, key: Qt.Key) -> bool:
        chosen = self.popup.current()
        if key in _STEPS:
            self.popup.move_by(_STEPS[key])
        elif key in _ENTERS and chosen is not None:
            self._take(chosen)
        elif key in _ENTERS | {Qt.Key.Key_Escape}:
            self.close()
            return key == Qt.Key.Key_Escape
        else:
            return False
        return True

    def take_best(self) -> bool:
        """Take what is current, or else the first; tell whether anything is offered."""
        offers = self.popup.offers() if self.popup.isVisible() else []
        if offers:
            self._take(self.popup.current() or offers[0])
        return bool(offers)

    @Slot()
    def update(self) -> None:
        """Offer what fits what is typed, where something must be chosen or was asked before."""
        completion = self._completion()
        if not offers_names(completion):
            self._offer_values(completion)
        elif self._at_end() and len(self._box.text().strip()) >= _LEAST:
            self._show(recent_offers(self._recent.all(), self._box.text()), completion)
        else:
            self.close()

    @Slot()
    def open(self) -> None:
        """Offer all that may stand here: in an empty line earlier queries, else fields, values."""
        completion = self._completion()
        recent = recent_offers(self._recent.all(), "") if not self._box.text().strip() else []
        if recent:
            self._show(recent, completion)
        elif offers_names(completion):
            self._show(option_offers(completion), completion, first=bool(completion.typed))
        else:
            self._offer_values(completion)

    @Slot()
    def close(self) -> None:
        """Put the offers away, and forget what was asked."""
        self._asked += 1
        self.popup.hide()

    def _know_countries(self, countries: frozenset[str]) -> None:
        is_news = countries != self._countries
        self._countries = countries
        if is_news and self.popup.isVisible() and not offers_names(self._completion()):
            self.update()

    def _completion(self) -> Completion:
        language = "ru" if self._workspace.settings.language == "ru" else "en"
        return complete(self._box.text(), self._box.cursor_offset(), language=language)

    def _at_end(self) -> bool:
        return self._box.cursorPosition() == len(self._box.text())

    def _offer_values(self, completion: Completion) -> None:
        if completion.wants == "date":
            today = datetime.now().astimezone().date()
            self._show(date_offers(completion, today), completion)
        elif completion.wants:
            self._ask(completion)
        else:
            offers = option_offers(completion, self._countries)
            self._show(offers, completion, first=bool(completion.typed))

    def _ask(self, completion: Completion) -> None:
        self._asked += 1
        asked = self._asked
        self._workspace.operations.read(
            asked_of_catalogue(completion, self._workspace.settings.language),
            lambda offers: self._answer(asked, offers, completion),
            owner=self,
            lane="completion",
        )

    def _answer(self, asked: int, offers: list[Suggestion], completion: Completion) -> None:
        if asked == self._asked and self._box.hasFocus():
            self._show(offers, completion)

    def _show(
        self, offers: list[Suggestion], completion: Completion, *, first: bool = False
    ) -> None:
        self._asked += 1
        if len(offers) == 1 and _stands(offers[0], self._box.text()):
            offers = []
        self.popup.show_offers(offers, self._left(completion), first=first)
        if offers:
            self.opened.emit()

    def _left(self, completion: Completion) -> int:
        """Return where in the line what is completed begins, in pixels."""
        text = self._box.text()
        begins = utf16_of(text, completion.span[0])
        typed = text[completion.span[0] : self._box.cursor_offset()]
        if begins >= len(text):
            typed = ""
        at = self._box.cursorRect().center().x() - self._box.fontMetrics().horizontalAdvance(typed)
        return max(0, at - self._box.fontMetrics().horizontalAdvance("m") * 2)

    @Slot(object)
    def _take(self, offer: Suggestion) -> None:
        put = offer.payload
        if not isinstance(put, Put):
            return
        text = self._box.text()
        first, last = (utf16_of(text, place) for place in put.span)
        ends = put.span[1] >= len(text) and not put.goes_on
        self._box.setSelection(first, last - first)
        self._box.insert(put.text + (" " if ends else ""))  # and not setText: it can be undone
        if put.goes_on:
            self.update()
        else:
            self.close()
            self.taken.emit()


def _stands(offer: Suggestion, text: str) -> bool:
    """Tell whether what is offered stands there already."""
    put = offer.payload
    return isinstance(put, Put) and text[put.span[0] : put.span[1]] == put.text
