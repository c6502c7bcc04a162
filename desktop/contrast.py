"""Arithmetic of colours: mixing them, measuring contrast, making one readable on another."""

from PySide6.QtGui import QColor

READABLE = 4.5
"""Least contrast of text on its background: WCAG 2.2, success criterion 1.4.3 (AA)."""


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """Lay a share (0 to 1) of a colour over a ground."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        ground.redF() * keep + colour.redF() * share,
        ground.greenF() * keep + colour.greenF() * share,
        ground.blueF() * keep + colour.blueF() * share,
    )


def luminance(colour: QColor) -> float:
    """Measure relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Measure the contrast of two colours, 1 (none) to 21, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: QColor, *grounds: QColor, ratio: float = READABLE) -> QColor:
    """Move a colour's lightness, hue kept, just until it stands out from every ground.

    Goes towards black on light grounds and white on dark ones, and stops there if even that is too
    little.
    """
    towards_white = sum(map(luminance, grounds)) / len(grounds) < 0.18
    hue, saturation, lightness = colour.hslHue(), colour.hslSaturation(), colour.lightness()
    steps = range(lightness, 256) if towards_white else range(lightness, -1, -1)
    for step in steps:
        candidate = QColor.fromHsl(hue, saturation, step)
        if all(contrast(candidate, ground) >= ratio for ground in grounds):
            return candidate
    return QColor("white") if towards_white else QColor("black")
