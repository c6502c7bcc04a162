"""The schema of the open directory, made from its records (JSON Schema, draft 2020-12)."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from inspect import cleandoc
from typing import Any

from db.exchange.directory.kinds import Kind, members_of
from db.exchange.directory.layout import ABOUT, LINES, VERSION

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = f"urn:chancery:directory:{VERSION}"

_SCALARS = ["string", "number", "null"]
_PLAIN: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time"},
    object: {"type": _SCALARS},
    Mapping: {"type": "object", "additionalProperties": {"type": _SCALARS}},
}


def schema() -> dict[str, Any]:
    """Return the schema: a definition for each kind of record, and which file holds which."""
    found: dict[str, Any] = {}
    files = {place: _reference(record, found) for place, record in LINES.items()}
    about = _reference(ABOUT[1], found)
    return {
        "$schema": DRAFT,
        "$id": SCHEMA_ID,
        "title": "A Chancery catalogue as an open directory",
        "description": "Each line of a .jsonl file is one JSON object, described by the "
        "definition named in “x-lines”. A member that is left out holds its default.",
        "x-lines": {place: one["$ref"] for place, one in files.items()},
        "x-file": {ABOUT[0]: about["$ref"]},
        "anyOf": [*files.values(), about],
        "$defs": dict(sorted(found.items())),
    }


def _reference(record: type, found: dict[str, Any]) -> dict[str, Any]:
    name = record.__name__.removesuffix("Record")
    if name not in found:
        found[name] = {}
        found[name] = _definition(record, found)
    return {"$ref": f"#/$defs/{name}"}


def _definition(record: type, found: dict[str, Any]) -> dict[str, Any]:
    members = members_of(record)
    return {
        "type": "object",
        "description": cleandoc(record.__doc__ or ""),
        "properties": {
            member.name: {
                **_described(member.kind, found),
                **({} if member.required else {"default": _default(member.default)}),
            }
            for member in members
        },
        "required": [member.name for member in members if member.required],
        "additionalProperties": False,
    }


def _default(value: object) -> object:
    return [] if value == () else value


def _described(kind: Kind, found: dict[str, Any]) -> dict[str, Any]:
    plain = _typed(kind, found)
    if kind.says.text:
        plain["description"] = kind.says.text
    if kind.says.pattern:
        plain["pattern"] = f"^{kind.says.pattern}$"
    if kind.says.least is not None:
        plain["minimum"] = kind.says.least
    if kind.optional:
        return {"anyOf": [plain, {"type": "null"}]}
    return plain


def _typed(kind: Kind, found: dict[str, Any]) -> dict[str, Any]:
    if kind.item is not None:
        return {"type": "array", "items": _described(kind.item, found)}
    if kind.type in _PLAIN:
        return dict(_PLAIN[kind.type])
    record: type = kind.type
    return _reference(record, found) if is_dataclass(record) else _terms(kind.type)


def _terms(terms: type[StrEnum]) -> dict[str, Any]:
    return {"enum": [term.value for term in terms], "description": cleandoc(terms.__doc__ or "")}
