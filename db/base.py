"""What all mapped classes share: names of constraints, column types and the base class."""

import enum
from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import Column, Date, Dialect, MetaData, Table, Text, TypeDecorator
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.orm import Composite, DeclarativeBase, composite, mapped_column
from typing_extensions import override

from db.text.dates import EdtfDate

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

UNRECORDED = {"recorded": False}
"""Column info: rewritten by the write path, so kept out of the images that undo restores."""


class UtcTime(TypeDecorator[datetime]):
    """Store an aware time as ISO 8601 text in UTC, which also sorts as text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a time without a zone can't be stored"
            raise ValueError(message)
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def _values(members: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in members]


class Base(DeclarativeBase):
    """The declarative base: named constraints, enums by value with a CHECK, times in UTC."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        enum.StrEnum: SqlEnum(
            enum.StrEnum,
            native_enum=False,
            create_constraint=True,
            length=30,
            values_callable=_values,
        ),
        datetime: UtcTime(),
        str: Text(),
    }

    @classmethod
    def __table_cls__(cls, name: str, metadata: MetaData, *args: Any, **options: Any) -> Table:  # noqa: ANN401 - SQLAlchemy's hook
        """Never give a row's id again: history speaks of rows by their ids."""
        own_id = any(
            isinstance(column, Column) and column.name == "id" and not column.foreign_keys
            for column in args
        )
        return Table(name, metadata, *args, sqlite_autoincrement=own_id, **options)


RowId = Annotated[int, mapped_column(primary_key=True)]
Words = Annotated[str, mapped_column(default="", server_default="")]
"""Text that is never null: empty means nothing was entered."""


def _is_unset(text: object, _earliest: object, _latest: object) -> bool:
    return text is None


def edtf_columns(name: str) -> Composite[Any]:
    """Map an EDTF date (ISO 8601-2) onto three columns: its text and its strict bounds in days."""
    return composite(
        EdtfDate,
        Column(name, Text, key=f"{name}_text"),
        Column(f"{name}_earliest", Date),
        Column(f"{name}_latest", Date),
        return_none_on=_is_unset,
    )
