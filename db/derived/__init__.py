"""Derived values: rewrites what lists sort, filter and count by; nobody edits them.

``rewrite`` takes the entries an act touched and follows the links to others whose values rest on
them; ``rebuild`` does it for all, so that ``check`` can compare.
"""

from db.derived import facets
from db.derived.depth import deep_entries, rewrite_lightly
from db.derived.rewrite import rebuild, rewrite

__all__ = ["deep_entries", "facets", "rebuild", "rewrite", "rewrite_lightly"]
