"""Tells what of a page is never shown, and what stands around its text rather than in it."""

import re
from functools import lru_cache

from db.exchange.markup import Node

_UNSEEN = frozenset({
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe",
    "object", "embed", "applet", "audio", "video", "canvas", "svg", "button", "select", "option",
    "datalist", "input", "textarea", "dialog", "noframes", "map",
})  # fmt: skip
_ROOTS = frozenset({"html", "body"})
_NOT_AROUND = _ROOTS | {"main", "article"}
_AROUND = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_AROUND_CLASS = re.compile(
    r"(?:^|[\s_-])(?:ads?|adverts?|banners?|breadcrumbs?|comments?|cookies?|footer|menu|nav|navbar|"
    r"navigation|newsletter|pager|pagination|popup|promo|related|share|sharing|sidebar|social|"
    r"socials|subscribe|toolbar|widgets?)(?:$|[\s_-])",
    re.IGNORECASE,
)


def is_unseen(node: Node) -> bool:
    """Tell whether a browser would show nothing of this element as text."""
    if node.tag in _ROOTS:
        return False
    style = node.get("style")
    return (
        node.tag in _UNSEEN
        or node.get("hidden") is not None
        or (style is not None and _HIDDEN_STYLE.search(style) is not None)
    )


def is_around(node: Node) -> bool:
    """Tell whether this element looks like what surrounds a text: menus, footers, share buttons."""
    if node.tag in _NOT_AROUND:
        return False
    if node.tag in _AROUND or node.get("role") in _ROLES:
        return True
    return _says_around(f"{node.get('class') or ''} {node.get('id') or ''}")


@lru_cache(maxsize=4096)
def _says_around(names: str) -> bool:
    return _AROUND_CLASS.search(names) is not None
