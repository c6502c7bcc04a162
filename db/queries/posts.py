"""Posts, for completion."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Link, Post
from db.text.folding import fold


def complete_post(session: Session, typed: str, limit: int = 8) -> tuple[str, ...]:
    """Return posts, as the vocabulary and earlier links have them, that hold what was typed."""
    wanted = fold(typed)
    if not wanted:
        return ()
    labels = [
        label
        for row in session.execute(select(Post.label_en, Post.label_ru))
        for label in row
        if label
    ]
    stated = session.execute(select(Link.post_as).where(Link.post_as != "").distinct()).scalars()
    found = [label for label in dict.fromkeys([*labels, *stated]) if wanted in fold(label)]
    return tuple(sorted(found, key=lambda label: not fold(label).startswith(wanted))[:limit])
