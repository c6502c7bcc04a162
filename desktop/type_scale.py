"""The sizes of type and space, all taken from the font in use, so that they grow with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics


def title_font(base: QFont) -> QFont:
    """Give the font of an entry's title."""
    font = scaled_font(base, 1.4)
    font.setBold(True)
    return font


def heading_font(base: QFont) -> QFont:
    """Give the font of a section heading: small, spaced capitals; the text keeps its case."""
    font = scaled_font(base, 0.84)
    font.setBold(True)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    return font


def small_font(base: QFont) -> QFont:
    """Give the font of counts and hints."""
    return scaled_font(base, 0.9)


def bold_font(base: QFont) -> QFont:
    """Give the same font in bold."""
    font = QFont(base)
    font.setBold(True)
    return font


def scaled_font(base: QFont, factor: float) -> QFont:
    """Scale a font, whether its size is given in points or in pixels."""
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * factor)
    else:
        font.setPixelSize(round(base.pixelSize() * factor))
    return font


def gap(font: QFont) -> int:
    """Give the unit of space, in device-independent pixels: half a line of this font."""
    return max(2, round(QFontMetrics(font).height() / 2))


def label_width(font: QFont) -> int:
    """Give the width of the label column, the same in every form and list of links."""
    return QFontMetrics(font).averageCharWidth() * 15


def icon_size(font: QFont) -> int:
    """Give the side of an icon that stands beside text of this font."""
    return round(QFontMetrics(font).height() * 1.05)


def cut_text(metrics: QFontMetrics, text: str, width: int) -> str:
    """Cut a text with an ellipsis where it is wider than a room in device-independent pixels.

    Qt's own eliding counts bearings, and cuts what just fits.
    """
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
