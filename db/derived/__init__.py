"""Derived values: rewrites what lists sort, filter and count by; nobody edits them.

``parts_of`` tells which parts changes may have touched, and of which entries; ``rewrite`` writes
these and follows the links to others whose values rest on them; ``rebuild`` does it for all, so
that ``check`` can compare.
"""

from db.derived import facets
from db.derived.parts import WHOLE, parts_of
from db.derived.rewrite import rebuild, rewrite

__all__ = ["WHOLE", "facets", "parts_of", "rebuild", "rewrite"]
