"""Reads mail: its subject, sender and date, then its words; attachments are named.

Nothing a mail refers to is fetched. Where a mail says nothing itself, the largest of its
attachments that can be read is its text.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from db.errors import Unreadable
from db.exchange.document import Properties, parts_of
from db.exchange.mail.headers import day_sent, header
from db.exchange.mail.parts import Attached, Opened, head_of
from db.exchange.release import Parts

READER = "mail"
READER_VERSION = "1"
_MOST_NAMED = 20
_MOST_TRIED = 5

ReadAny = Callable[[bytes, str], Parts]


def read_mail(data: bytes, name: str, read_any: ReadAny) -> Parts:
    """Read a mail; `read_any` reads an attachment, whatever its format.

    Raises Unreadable: "no_text", "password" for one that is encrypted, "bomb" for one of more than
    a thousand parts or nested without end.
    """
    mail, opened = _opened(data, name)
    attached = sorted(opened.attached, key=lambda one: -len(one.content))
    if not any(text.strip() for text in opened.texts):
        attached = _read_one(opened, attached, read_any)
    parts = parts_of(
        "\n\n".join(text.strip("\n") for text in (*head_of(mail), *opened.texts)),
        name=name,
        reader=READER,
        reader_version=READER_VERSION,
        properties=Properties(title=header(mail, "subject")),
        headings=[header(mail, "subject")],
        warnings=[*opened.warnings, *(("attachments_left_out",) if attached else ())],
        left_out=[one.name for one in attached[:_MOST_NAMED]],
    )
    return replace(parts, published_hint=day_sent(mail))


def _opened(data: bytes, name: str) -> tuple[Message, Opened]:
    opened = Opened(name=name)
    try:
        mail = BytesParser(policy=compat32).parsebytes(data)
        opened.take(mail)
    except RecursionError as error:
        raise Unreadable(name, "bomb") from error
    return mail, opened


def _read_one(opened: Opened, attached: Sequence[Attached], read_any: ReadAny) -> list[Attached]:
    """Make the first attachment that can be read the text of the mail; return the others."""
    for one in attached[:_MOST_TRIED]:
        try:
            parts = read_any(one.content, one.name)
        except Unreadable:
            continue
        opened.texts.append(parts.text)
        opened.warnings += ["attachment_read", *parts.warnings]
        return [other for other in attached if other is not one]
    raise Unreadable(opened.name, "no_text")
