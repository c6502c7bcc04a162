"""Word lists within the code: written as running text, asked as sets."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, parted by white space, as a set."""
    return frozenset(text.split())
