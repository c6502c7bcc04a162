"""Lighting found words: where in the original a search's words stand.

The full-text index stores stems, not the text, so the words are found again here.
"""

from collections.abc import Sequence

from .folding import word_spans, words
from .stems import stem


def found_spans(
    text: str, query_words: Sequence[str], *, prefix_last: bool = True
) -> list[tuple[int, int]]:
    """Return the spans of words that a query finds, in code points of the original, in order.

    A word is found when its stem is that of a query word. With `prefix_last` the last query word
    may be unfinished: a word is also found when it, or its stem, begins with what was typed.
    """
    typed = [word for part in query_words for word in words(part)]
    wanted = {stem(word) for word in typed}
    starts = (typed[-1], stem(typed[-1])) if typed and prefix_last else ()
    return [
        (start, end)
        for word, start, end in word_spans(text)
        if stem(word) in wanted
        or (starts and (word.startswith(starts[0]) or stem(word).startswith(starts[1])))
    ]
