"""Posts: the small vocabulary of their authority forms."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import Refused
from db.models import Post
from db.text.cleaning import clean_line
from db.text.folding import fold
from db.text.scripts import script_of


def ensure_post(session: Session, *, label: str) -> int:
    """Return the post of that label in either language, made if it is missing."""
    line = clean_line(label)
    if not line:
        raise Refused("name_empty")
    found = find_post(session, label=line)
    if found is not None:
        return found
    russian = script_of(line) == "Cyrl"
    post = Post(label_en="" if russian else line, label_ru=line if russian else "")
    session.add(post)
    session.flush()
    return post.id


def find_post(session: Session, *, label: str) -> int | None:
    """Return the post of that label in either language, or None."""
    wanted = fold(label)
    if not wanted:
        return None
    for post in session.scalars(select(Post)):
        if wanted in {fold(post.label_en), fold(post.label_ru)}:
            return post.id
    return None


def change_post(session: Session, *, post_id: int, label_en: str, label_ru: str) -> None:
    """Set both labels of a post."""
    post = session.get(Post, post_id)
    if post is None:
        raise Refused("target_missing")
    post.label_en, post.label_ru = clean_line(label_en), clean_line(label_ru)
