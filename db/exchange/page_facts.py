"""Reads what a page says of itself: its title, its language and the day it was published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from db.exchange.blocks import Setting
from db.exchange.markup import Node
from db.exchange.titles import shortened

_PUBLISHED = frozenset({
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.issued", "pubdate", "publish_date",
    "published_time", "publication_date",
})  # fmt: skip
_LINKED_DATA = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
_DAY = re.compile(r"\s{0,9}([0-9]{4}-[0-9]{2}-[0-9]{2})(?:$|[T\s])")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?:$|[-_\s])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Hold what a page says of itself; empty or None where it is silent or not of one mind.

    `language` is an ISO 639-1 code, `published` a day in EDTF.
    """

    title: str
    language: str
    published: str | None


def page_facts(root: Node, setting: Setting) -> PageFacts:
    """Read what a page says of itself."""
    return PageFacts(
        title=shortened(_title(root, setting)),
        language=_language(root),
        published=_published(root),
    )


def _title(root: Node, setting: Setting) -> str:
    """Prefer the headline where the window's title agrees, then what is meant for sharing."""
    titles = [" ".join((node.text or "").split()) for node in root.iter("title")]
    window = next(filter(None, titles), "")
    heads = [block.text for block in setting.blocks if block.level == 1 and block.around is None]
    agreed = next((head for head in heads if " ".join(head.split()) in window), "")
    shared = next((text for name, text in _metas(root) if name == "og:title" and text), "")
    return agreed or shared or (heads[0] if len(heads) == 1 and not window else window)


def _language(root: Node) -> str:
    for node in root.iter("html"):
        found = _LANGUAGE.match(node.get("lang") or node.get("xml:lang") or "")
        if found:
            return found.group(1).lower()
    return ""


def _published(root: Node) -> str | None:
    days = {_day(stated) for stated in _stated_dates(root)}
    return days.pop() if len(days) == 1 else None


def _stated_dates(root: Node) -> Iterator[str]:
    for name, content in _metas(root):
        if name in _PUBLISHED:
            yield content
    for node in root.iter("time"):
        is_published = (node.get("itemprop") or "").lower() == "datepublished"
        if is_published or node.get("pubdate") is not None:
            yield node.get("datetime") or ""
    for node in root.iter("script"):
        if (node.get("type") or "").lower() == "application/ld+json":
            yield from _LINKED_DATA.findall(node.text or "")


def _metas(root: Node) -> Iterator[tuple[str, str]]:
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        yield name.strip().lower(), " ".join((node.get("content") or "").split())


def _day(stated: str) -> str | None:
    """Read the day as stated, in the page's own zone; anything but ISO 8601 is ambiguous."""
    found = _DAY.match(stated)
    if found is None:
        return None
    try:
        return date.fromisoformat(found.group(1)).isoformat()
    except ValueError:
        return None
