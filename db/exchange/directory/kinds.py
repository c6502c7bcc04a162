"""What the annotations of a record say: the kind of each member, for codec and schema alike."""

import types
from dataclasses import MISSING, dataclass, fields
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from db.rows.records.terms import Says

PLAIN = Says(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of value: its Python type, what is said of it, and whether null is one of it."""

    type: Any
    says: Says = PLAIN
    optional: bool = False
    item: "Kind | None" = None
    """The kind of the items, where it is an array."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a record, in its place."""

    name: str
    kind: Kind
    required: bool
    default: Any = None


def members_of(record: type) -> tuple[Member, ...]:
    """Return the members of a record in their order."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(
        Member(
            name=field.name,
            kind=kind_of(hints[field.name]),
            required=field.default is MISSING,
            default=None if field.default is MISSING else field.default,
        )
        for field in fields(record)
    )


def kind_of(hint: Any) -> Kind:  # noqa: ANN401 - annotations are of any type
    """Return the kind of value an annotation stands for."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Kind(type=arguments[0], says=cast("Says", arguments[1]))
    if origin in {Union, types.UnionType}:
        first, *_rest = (one for one in arguments if one is not types.NoneType)
        if len(arguments) > 2:  # a plain JSON value: text, number or null
            return Kind(type=object)
        inner = kind_of(first)
        return Kind(type=inner.type, says=inner.says, item=inner.item, optional=True)
    if origin is tuple:
        return Kind(type=tuple, item=kind_of(arguments[0]))
    return Kind(type=origin or hint)
