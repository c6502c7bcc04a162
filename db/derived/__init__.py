"""Derived values: rewrites what lists sort, filter and count by; nobody edits them.

``rewrite`` takes the entries an act touched and follows the links to others whose values rest on
them; ``rebuild`` does it for all, so that ``check`` can compare.
"""

from db.derived import facets
from db.derived.rewrite import rebuild, rewrite

__all__ = ["facets", "rebuild", "rewrite"]
