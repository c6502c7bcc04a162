"""What of a page is not its release: picture names, hashtags, subscribe lines, counters, widgets.

A line stays in the text and is only passed over, with a reason the archivist is shown. Precision
comes first: a line of prose is never lost, and a line that dates the release ("Published:
12 May 2021", "14.03.2025 18:40") is not noise, since the finder of dates has to read it. Only the
day of a later change ("Last updated …") is passed over, and only where another line gives a day.
By-lines stay too: the finder of people tells them from participants.
"""

import re
from collections.abc import Sequence

from db.text.folding import fold
from desktop.reading.noise.lines import line_reason
from desktop.reading.noise.passages import passage_reasons

__all__ = ["NoisePatterns", "line_reason", "noise_pattern", "noise_reasons"]

NoisePatterns = Sequence[str]
"""Lines the catalogue has learnt to pass over, each as `noise_pattern` gives it."""

LEARNT = "learnt"
_DIGITS = re.compile(r"\d+")


def noise_pattern(line: str) -> str:
    """Return the pattern a line of noise is remembered by: folded, every number one ``#``."""
    return _DIGITS.sub("#", fold(line))


def noise_reasons(lines: Sequence[str], language: str, patterns: NoisePatterns = ()) -> list[str]:
    """Return for each line why it is noise, or empty; `language` is the page's main one."""
    learnt = frozenset(patterns)
    reasons = [
        LEARNT if learnt and noise_pattern(line) in learnt else line_reason(line) for line in lines
    ]
    return passage_reasons(lines, reasons, language)
