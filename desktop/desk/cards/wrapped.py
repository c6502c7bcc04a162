"""Words in several tones, broken into lines of a width, ready to be painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.delegates.row_painting import paint_text
from desktop.desk.cards.wording import Run
from desktop.theme import Palette


def wrap(runs: Sequence[Run], font: QFont, width: int, look: Palette | None = None) -> QTextLayout:
    """Break words into lines; without a palette only the height can be used."""
    text = "".join(run.text for run in runs)
    layout = QTextLayout(" ".join(text.split("\n")), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if look is not None:
        layout.setFormats(_formats(runs, look))
    _break(layout, width)
    return layout


def height_of(layout: QTextLayout, most: int = 0) -> int:
    """Return the height of the lines, of at most so many where a bound is given."""
    lines = layout.lineCount() if not most else min(most, layout.lineCount())
    if not lines:
        return 0
    last = layout.lineAt(lines - 1)
    return round(last.y() + last.height())


def height_of_words(text: str, font: QFont, width: int, most: int = 0) -> int:
    """Return the height that words take in a width, quickly where they fit on one line."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return height_of(wrap((Run(text=text),), font, width), most)


def paint_wrapped(painter: QPainter, layout: QTextLayout, rect: QRect, most: int = 0) -> None:
    """Paint lines from the top of a room; what is beyond the bound is cut with an ellipsis."""
    count = layout.lineCount()
    shown = count if not most else min(most, count)
    for at in range(shown - 1 if shown < count else shown):
        layout.lineAt(at).draw(painter, QPointF(rect.topLeft()))
    if shown < count:
        line = layout.lineAt(shown - 1)
        top = rect.top() + round(line.y())
        room = QRect(rect.left(), top, rect.width(), round(line.height()))
        rest = layout.text()[line.textStart() :]
        painter.setFont(layout.font())
        paint_text(painter, room, rest, painter.pen().color())


def paint_runs(painter: QPainter, rect: QRect, runs: Sequence[Run], look: Palette) -> None:
    """Paint words on one line, cut with an ellipsis where the room ends."""
    room = QRect(rect)
    for run in runs:
        if room.width() <= 0:
            return
        drawn = paint_text(painter, room, " ".join(run.text.split("\n")), look.tone(run.tone))
        room.setLeft(room.left() + drawn)


def _break(layout: QTextLayout, width: int) -> None:
    height = float(QFontMetrics(layout.font()).height())
    layout.beginLayout()
    top = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += max(height, line.height())
    layout.endLayout()


def _formats(runs: Sequence[Run], look: Palette) -> list[QTextLayout.FormatRange]:
    formats: list[QTextLayout.FormatRange] = []
    at = 0
    for run in runs:
        length = len(run.text.encode("utf-16-le")) // 2  # Qt counts UTF-16 units
        ink = QTextCharFormat()
        ink.setForeground(look.tone(run.tone))
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = at, length, ink  # pyright: ignore[reportAttributeAccessIssue] - fields, which the stubs leave out
        formats.append(made)
        at += length
    return formats
