"""Two releases reviewed from paste to "checked" by keyboard alone, one English and one Russian."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.catalogue import Catalogue
from db.queries.sources import source_page
from db.terms import EntryKind
from desktop.desk.cards.card import Card
from desktop.dialogs.intake import IntakeDialog
from desktop.window import MainWindow
from tests.desktop.windows import open_window
from tests.write_path.acts import rows

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

ENGLISH = """LISBON, 12 March 2022

Subscribe to our channel!

The sixth meeting of the Portugal-Angola Joint Commission on Health was held in Lisbon on \
11 March 2022. It was chaired by Marta Figueira, Minister of Health of Portugal.

At the close of the meeting the parties signed a memorandum of understanding on the training of \
nurses for 2022-2025. The document was signed by Marta Figueira and Angola's Minister of Health \
Domingos Sacala.
"""

RUSSIAN = """Подписывайтесь на наш канал

14 мая 2023 года в Ташкенте министр транспорта Республики Узбекистан Бахтиёр Юсупов встретился с \
министром транспорта Монголии Батбаяром Ганболдом.

Стороны подписали соглашение о международном автомобильном сообщении. Документ подписали Бахтиёр \
Юсупов и Батбаяр Ганболд.
"""


class Reviewer:
    """Reviews releases in one window with the keyboard alone, and counts the keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.catalogue = window.workspace.operations.catalogue
        self.keys = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)
        self.keys += 1
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked is answered."""
        self._qtbot.waitUntil(lambda: self.window.workspace.operations.is_idle)

    def paste(self, release: str) -> None:
        """Paste a release and wait until it is read."""
        QApplication.clipboard().setText(release)
        self.press(Qt.Key.Key_V, CTRL | SHIFT)
        dialog = self.window.findChild(IntakeDialog)
        assert isinstance(dialog, IntakeDialog)
        self._qtbot.waitUntil(lambda: bool(dialog.view.fields.value("title")))
        self.settle()
        with self._qtbot.waitSignal(self.window.room.desk.review().ready, timeout=30_000):
            QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        self.keys += 1
        self.window.activateWindow()  # offscreen, no window manager does it
        self._qtbot.waitUntil(lambda: self.window.room.desk.cards().card_list().hasFocus())
        self.settle()

    @property
    def card(self) -> Card:
        card = self.window.room.desk.cards().card_list().current_card()
        assert card is not None
        return card

    @property
    def left(self) -> int:
        return len(self.window.room.desk.review().open_keys())

    def take_rest(self) -> None:
        """Take card after card; one with lines out of sight needs more than one Enter."""
        pressed = 0
        while self.left:
            self.press(Qt.Key.Key_Return)
            pressed += 1
            assert pressed < 60, self.card.key

    def words_behind(self, column: str, condition: str) -> set[str]:
        """Return the words that claims about something stand on."""
        found = rows(
            self.catalogue,
            "SELECT p.words FROM evidence e "
            "JOIN evidence_passage ep ON ep.evidence_id = e.id "
            f"JOIN passage p ON p.id = ep.passage_id WHERE e.{column} IN ({condition})",
        )
        return {str(words) for (words,) in found}


@pytest.fixture
def reviewer(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Reviewer]:
    window = open_window(qtbot, qapp, Catalogue.create(tmp_path / "review.chancery"))
    reviewer = Reviewer(window, qtbot)
    reviewer.settle()
    yield reviewer
    window.close()


def _links(reviewer: Reviewer, kind: str) -> set[tuple[object, ...]]:
    return set(
        rows(
            reviewer.catalogue,
            "SELECT s.title, o.title, l.post_as, b.title FROM link l "
            "JOIN entry s ON s.id = l.subject_id JOIN entry o ON o.id = l.object_id "
            f"LEFT JOIN entry b ON b.id = l.on_behalf_of_id WHERE l.kind = '{kind}'",
        )
    )


def _spans_quote_the_text(reviewer: Reviewer) -> bool:
    """Tell whether every passage holds the very words of its source."""
    (source,) = rows(reviewer.catalogue, "SELECT id FROM source")[0]
    with reviewer.catalogue.read() as session:
        page = source_page(session, int(str(source)))
    assert page is not None
    return all(page.text[p.span.first : p.span.last] == p.words for p in page.passages)


def test_an_english_release_is_reviewed_from_paste_to_checked(reviewer: Reviewer) -> None:
    reviewer.paste(ENGLISH)
    reviewer.take_rest()
    memorandum = "Memorandum of understanding on the training of nurses for 2022-2025"
    assert rows(
        reviewer.catalogue,
        "SELECT e.title, a.agreement_type, a.covers, s.kind FROM agreement a "
        "JOIN entry e ON e.id = a.id JOIN stage s ON s.agreement_id = a.id",
    ) == [(memorandum, "memorandum", "2022/2025", "signed")]
    assert _links(reviewer, "signatory") == {
        (memorandum, "Marta Figueira", "Minister of Health", "Portugal"),
        (memorandum, "Domingos Sacala", "Minister of Health", "Angola"),
    }
    assert {(row[1]) for row in _links(reviewer, "party")} == {"Portugal", "Angola"}
    session = "Sixth meeting of the Portugal-Angola Joint Commission on Health"
    assert _links(reviewer, "chair") == {
        (session, "Marta Figueira", "Minister of Health", "Portugal")
    }
    assert rows(
        reviewer.catalogue,
        "SELECT e.title, m.ordinal, m.start, p.title FROM meeting m "
        "JOIN entry e ON e.id = m.id JOIN entry p ON p.id = m.place_id",
    ) == [(session, 6, "2022-03-11", "Lisbon")]
    assert rows(reviewer.catalogue, "SELECT published FROM source") == [("2022-03-12",)]
    signed_by = reviewer.words_behind("link_id", "SELECT id FROM link WHERE kind = 'signatory'")
    assert any("Domingos Sacala" in words for words in signed_by)
    assert _spans_quote_the_text(reviewer)
    reviewer.press(Qt.Key.Key_Return, CTRL)
    assert rows(reviewer.catalogue, "SELECT reading_state FROM source") == [("checked",)]
    made = rows(reviewer.catalogue, "SELECT count(*) FROM entry WHERE kind <> 'source'")[0][0]
    linked = rows(reviewer.catalogue, "SELECT count(*) FROM link")[0][0]
    assert reviewer.keys <= 2 * (int(str(made)) + int(str(linked)))


def test_a_russian_release_is_reviewed_with_a_refusal_and_an_unticked_line(
    reviewer: Reviewer,
) -> None:
    reviewer.paste(RUSSIAN)
    unticked = refused = ""
    pressed = 0
    while reviewer.left:
        card = reviewer.card
        if card.kind == EntryKind.MEETING and not refused:
            refused = card.key
            reviewer.press(Qt.Key.Key_X)
        elif card.kind == EntryKind.AGREEMENT and not unticked and card.is_open:
            reviewer.press(Qt.Key.Key_Right)
            reviewer.press(Qt.Key.Key_Space)
            unticked = next(line.key for line in card.lines)
            reviewer.press(Qt.Key.Key_Left)
        else:
            reviewer.press(Qt.Key.Key_Return)
        pressed += 1
        assert pressed < 60, card.key
    agreement = "Соглашение о международном автомобильном сообщении"
    assert rows(reviewer.catalogue, "SELECT title FROM entry WHERE kind = 'agreement'") == [
        (agreement,)
    ]
    assert {row[:2] for row in _links(reviewer, "signatory")} == {
        (agreement, "Бахтиёр Юсупов"),
        (agreement, "Батбаяр Ганболд"),
    }
    assert rows(reviewer.catalogue, "SELECT kind FROM stage") == [("signed",)]
    assert rows(reviewer.catalogue, "SELECT * FROM meeting") == []
    kept = rows(reviewer.catalogue, "SELECT key || line, verdict FROM decision")
    decided = {str(key): verdict for key, verdict in kept}
    assert decided[refused] == "refused"
    assert [verdict for key, verdict in decided.items() if key.endswith(unticked)] == ["refused"]
    assert _spans_quote_the_text(reviewer)
    reviewer.press(Qt.Key.Key_Return, CTRL)
    assert rows(reviewer.catalogue, "SELECT reading_state FROM source") == [("checked",)]
    while reviewer.window.actions_by_id["undo"].isEnabled():
        reviewer.press(Qt.Key.Key_Z, CTRL)
    assert rows(reviewer.catalogue, "SELECT * FROM entry") == []
