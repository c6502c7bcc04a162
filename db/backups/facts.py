"""What a backup tells of itself without being unpacked."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any


class Reason(StrEnum):
    """Why a backup was made."""

    IDLE = "idle"
    CLOSING = "closing"
    IMPORT = "import"
    BULK = "bulk"
    MIGRATION = "migration"
    RESTORE = "restore"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """When and why a backup was made, and what is in it."""

    made_at: datetime
    """In UTC."""
    reason: Reason
    catalogue: str
    """The name of the catalogue's file."""
    schema: str
    """The revision of the schema."""
    program: str
    """The version of the program that made it."""
    size: int
    """Bytes of the catalogue, unpacked."""
    last_act: int
    """The number of the last act in its history; 0 where there was none."""
    entries: Mapping[str, int] = field(default_factory=dict[str, int])
    """How many entries it holds, by their kinds; those in the trash too."""

    @property
    def entry_count(self) -> int:
        """How many entries it holds."""
        return sum(self.entries.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup on the disk."""

    path: Path
    facts: Facts
    packed_size: int
    """Bytes of the file."""


def as_json(facts: Facts) -> bytes:
    """Return facts as a JSON object in UTF-8."""
    values = asdict(facts)
    values["made_at"] = facts.made_at.astimezone(UTC).isoformat(timespec="seconds")
    return json.dumps({"chancery_backup": 1, **values}, ensure_ascii=False).encode()


def of_json(text: bytes) -> Facts:
    """Return the facts that `as_json` wrote.

    Raises:
        ValueError: these are none.
    """
    try:
        values: dict[str, Any] = json.loads(text)
        return Facts(
            made_at=datetime.fromisoformat(values["made_at"]).astimezone(UTC),
            reason=Reason(values["reason"]),
            catalogue=str(values["catalogue"]),
            schema=str(values["schema"]),
            program=str(values["program"]),
            size=int(values["size"]),
            last_act=int(values["last_act"]),
            entries={str(kind): int(count) for kind, count in values["entries"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        message = f"no facts of a backup: {error!r}"
        raise ValueError(message) from error
