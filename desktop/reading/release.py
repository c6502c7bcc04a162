"""Reading a release, whole: the door of this package."""

from collections.abc import Collection, Sequence

from db.rows.suggestions import KnownName
from desktop.reading.layout import lay_out
from desktop.reading.merging import merge
from desktop.reading.read import find_all
from desktop.reading.records import Records
from desktop.reading.topics import TagName


def read_release(
    text: str,
    *,
    noise: Sequence[str] = (),
    keep: Collection[str] = (),
    known: Sequence[KnownName] = (),
    tags: Sequence[TagName] = (),
) -> Records:
    """Return what a text speaks of; `noise` are lines the catalogue has learnt to pass over.

    `keep` are the patterns of lines to be read although they look like noise, `known` the names
    that the catalogue knows and that stand in the text, `tags` those it may be given.
    """
    page = lay_out(text, noise, keep)
    return merge(page, find_all(page, known, tags))
