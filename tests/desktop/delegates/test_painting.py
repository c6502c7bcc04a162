"""Tests of the row painters, on real views: what is measured, and what is seen to differ."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.delegates.count_delegate import CountDelegate
from desktop.delegates.entry_delegate import EntryDelegate, row_height
from desktop.delegates.offer_delegate import OfferDelegate
from desktop.delegates.roles import CountRoles, EntryRoles, OfferRoles
from desktop.delegates.row_painting import split_right
from desktop.delegates.tag_delegate import TagDelegate
from desktop.theme import apply_theme, colours

ENTRY: dict[int, object] = {
    EntryRoles.TITLE: "Roadmap for developing priority areas of cooperation",
    EntryRoles.SUBTITLE: "Roadmap · 2021? · AZ · RU",
    EntryRoles.STATE: "signed",
    EntryRoles.STATE_TONE: "quiet",
    EntryRoles.EVIDENCE_COUNT: 3,
    EntryRoles.KIND: "",
    EntryRoles.TAG_COLOURS: (),
    EntryRoles.DRAFT: False,
    EntryRoles.REFERENCE: "A-0012",
}
UNREAD: dict[int, object] = {}
COUNTED: dict[int, object] = {Qt.ItemDataRole.DisplayRole: "Agreements", CountRoles.COUNT: 61}
OFFER: dict[int, object] = {
    OfferRoles.TITLE: "Mikhail Murashko",
    OfferRoles.DETAIL: "Minister of Health",
    OfferRoles.ICON: "person",
    OfferRoles.BADGE: "P-0003",
}


def paint(
    delegate: QStyledItemDelegate,
    roles: Mapping[int, object],
    *,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    width: int = 420,
) -> QImage:
    """Paint one row and return its picture."""
    model, item = QStandardItemModel(), QStandardItem()
    for role, value in roles.items():
        item.setData(value, role)
    model.appendRow(item)
    option = QStyleOptionViewItem()
    option.font = QApplication.font()
    option.state = state
    height = delegate.sizeHint(option, model.index(0, 0)).height()
    option.rect = QRect(0, 0, width, height)
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def test_pale_lines_stand_for_a_row_that_is_not_read(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    delegate = EntryDelegate()
    nameless: dict[int, object] = {EntryRoles.TITLE: "", EntryRoles.SUBTITLE: ""}
    unread, empty = paint(delegate, UNREAD), paint(delegate, nameless)
    assert unread != empty
    look = colours()
    shades = {unread.pixelColor(x, y).lightness() for x in range(420) for y in range(30)}
    assert min(shades) > look.surface.lightness() - 40  # quiet


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (EntryRoles.TITLE, "Another title"),
        (EntryRoles.SUBTITLE, "Protocol · 2001"),
        (EntryRoles.STATE, "initialled"),
        (EntryRoles.STATE_TONE, "warn"),
        (EntryRoles.EVIDENCE_COUNT, 0),
        (EntryRoles.EVIDENCE_COUNT, None),
        (EntryRoles.EVIDENCE_COUNT, 4),
        (EntryRoles.KIND, "meeting"),
        (EntryRoles.TAG_COLOURS, ("#2e7d5b", "#b34a2f")),
        (EntryRoles.DRAFT, True),
        (EntryRoles.REFERENCE, ""),
    ],
)
def test_each_role_of_an_entry_is_seen(qapp: QApplication, role: int, value: object) -> None:
    delegate = EntryDelegate()
    assert paint(delegate, ENTRY) != paint(delegate, {**ENTRY, role: value})


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Qt.ItemDataRole.DisplayRole, "Meetings"),
        (CountRoles.COUNT, 62),
        (CountRoles.COUNT, None),
        (CountRoles.ICON, "agreement"),
        (CountRoles.HEADING, True),
    ],
)
def test_each_role_of_a_counted_row_is_seen(qapp: QApplication, role: int, value: object) -> None:
    delegate = CountDelegate()
    assert paint(delegate, COUNTED) != paint(delegate, {**COUNTED, role: value})


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (OfferRoles.TITLE, "М. Мурашко"),
        (OfferRoles.DETAIL, ""),
        (OfferRoles.ICON, "place"),
        (OfferRoles.COLOUR, "#b34a2f"),
        (OfferRoles.BADGE, "looks alike"),
        (OfferRoles.TONE, "warn"),
    ],
)
def test_each_role_of_an_offer_is_seen(qapp: QApplication, role: int, value: object) -> None:
    delegate = OfferDelegate()
    assert paint(delegate, OFFER) != paint(delegate, {**OFFER, role: value})


def test_a_tag_is_told_by_its_colour(qapp: QApplication) -> None:
    delegate = TagDelegate()
    green = paint(delegate, {**COUNTED, CountRoles.COLOUR: "#2e7d5b"})
    assert green != paint(delegate, {**COUNTED, CountRoles.COLOUR: "#b34a2f"})
    assert green != paint(delegate, COUNTED)


@pytest.mark.parametrize(
    ("delegate", "roles"),
    [(EntryDelegate, ENTRY), (CountDelegate, COUNTED), (OfferDelegate, OFFER)],
)
def test_selection_and_mouse_are_seen(
    qapp: QApplication, delegate: type[QStyledItemDelegate], roles: Mapping[int, object]
) -> None:
    painter, flags = delegate(), QStyle.StateFlag
    plain = paint(painter, roles)
    selected = paint(painter, roles, state=flags.State_Enabled | flags.State_Selected)
    under_mouse = paint(painter, roles, state=flags.State_Enabled | flags.State_MouseOver)
    assert plain != selected != under_mouse != plain


def test_a_selected_row_has_a_bar_before_it(qapp: QApplication) -> None:
    state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    image = paint(EntryDelegate(), ENTRY, state=state)
    middle = image.height() // 2
    assert image.pixelColor(0, middle) != image.pixelColor(8, middle)


def test_all_rows_have_one_height_that_follows_the_font(qapp: QApplication) -> None:
    heights = {
        paint(EntryDelegate(), {**ENTRY, EntryRoles.TITLE: title}).height()
        for title in ("", "short", "long " * 60)
    }
    assert heights == {row_height(QApplication.font())}
    assert row_height(QFont("Sans", 18)) > 1.6 * row_height(QFont("Sans", 9))


def test_a_long_title_is_cut_before_the_reference(qapp: QApplication) -> None:
    long = {**ENTRY, EntryRoles.TITLE: "long " * 60}
    right_end = QRect(380, 0, 40, 30)
    assert paint(EntryDelegate(), ENTRY).copy(right_end) == paint(EntryDelegate(), long).copy(
        right_end
    )


def test_a_row_too_narrow_for_its_words_is_painted_all_the_same(qapp: QApplication) -> None:
    narrow = paint(EntryDelegate(), {**ENTRY, EntryRoles.TAG_COLOURS: ("#123456",) * 9}, width=30)
    assert narrow.width() == 30


def test_one_line_offers_are_lower(qapp: QApplication) -> None:
    one, two = paint(OfferDelegate(two_lines=False), OFFER), paint(OfferDelegate(), OFFER)
    assert one.height() < two.height()


def test_a_room_is_cut_without_gap_or_overlap() -> None:
    left, right = split_right(QRect(10, 5, 100, 20), 30)
    assert (left.left(), left.width(), right.left(), right.width()) == (10, 70, 80, 30)
