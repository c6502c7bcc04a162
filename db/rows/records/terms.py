"""The kinds of value in records: plain types with what a reader fifty years on must know."""

from dataclasses import dataclass
from typing import Annotated, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """Describe a kind of value; ``pattern`` is a regular expression all of it matches."""

    text: str
    pattern: str = ""
    least: int | None = None
    form: str = ""
    """``line`` and ``block`` are cleaned of what can't be seen, ``edtf`` is a date."""
    cites: bool = False
    """Whether the value is the reference of another entry of the directory."""


Id: TypeAlias = Annotated[
    int,
    Says(
        text="The number of this row in the catalogue it came from. The history, and the "
        "members of this file that say so, refer to rows by it.",
        least=1,
    ),
]
Reference: TypeAlias = Annotated[
    str,
    Says(
        text="The reference of an entry: A agreement, M meeting, S source, P person, "
        "O organisation, L place (location), and a number.",
        pattern=r"[AMSPOL]-[0-9]{4,12}",
    ),
]
Cited: TypeAlias = Annotated[
    str,
    Says(
        text="The reference of another entry in this directory.",
        pattern=r"[AMSPOL]-[0-9]{4,12}",
        cites=True,
    ),
]
Uid: TypeAlias = Annotated[
    str,
    Says(
        text="A UUID (RFC 9562): the same entry has it in every copy of the catalogue.",
        pattern=r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    ),
]
Line: TypeAlias = Annotated[str, Says(text="One line of plain text.", form="line")]
Block: TypeAlias = Annotated[str, Says(text="Plain text of any number of lines.", form="block")]
Edtf: TypeAlias = Annotated[
    str, Says(text="A date in EDTF (ISO 8601-2:2019); empty: not known.", form="edtf")
]
Codes: TypeAlias = Annotated[str, Says(text="ISO 639 codes of languages, parted by spaces.")]
Sha256: TypeAlias = Annotated[
    str,
    Says(text="A SHA-256 (FIPS 180-4) in small hexadecimal digits.", pattern=r"[0-9a-f]{64}"),
]
Offset: TypeAlias = Annotated[
    int, Says(text="A place in the source's text, in Unicode code points from 0.", least=0)
]
Position: TypeAlias = Annotated[int, Says(text="The place among its like; smaller comes first.")]
StageId: TypeAlias = Annotated[int, Says(text="The id of a stage of this agreement.", least=1)]
TagId: TypeAlias = Annotated[int, Says(text="The id of a tag in tags.jsonl.", least=1)]
PostId: TypeAlias = Annotated[int, Says(text="The id of a post in posts.jsonl.", least=1)]
ActId: TypeAlias = Annotated[int, Says(text="The id of an act in history/acts.jsonl.", least=1)]
