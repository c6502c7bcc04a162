"""Takes a mail apart: the words its window would show, and what is attached to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.message import Message
from typing import cast

from db.errors import Unreadable
from db.exchange.decoding import decode
from db.exchange.file_names import safe_name
from db.exchange.html import read_fragment
from db.exchange.mail.headers import decoded, header
from db.exchange.plain import with_line_feeds

_MOST_PARTS = 1000
_DEEPEST_MAIL = 4
_LOCKED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_QUOTED = re.compile(r">*")
_SHOWN_HEADERS = (("from", "From"), ("date", "Date"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """Hold an attachment: its name made safe, and its bytes."""

    name: str
    content: bytes


@dataclass(slots=True, kw_only=True)
class Opened:
    """Gathers the text of a mail, its attachments and what there is to tell."""

    name: str
    texts: list[str] = field(default_factory=list[str])
    attached: list[Attached] = field(default_factory=list[Attached])
    warnings: list[str] = field(default_factory=list[str])
    seen: int = 0

    def take(self, part: Message, *, depth: int = 0) -> None:
        """Take in a part and those below it.

        Raises Unreadable: "password" for a mail that is encrypted, "bomb" for too many parts.
        """
        self.seen += 1
        if self.seen > _MOST_PARTS:
            raise Unreadable(self.name, "bomb")
        kind = part.get_content_type()
        if kind in _LOCKED and part.get_param("smime-type") != "signed-data":
            raise Unreadable(self.name, "password")
        if kind == "multipart/alternative":
            self._take_best(_below(part), depth)
        elif kind == "message/rfc822" and depth < _DEEPEST_MAIL:
            for mail in _below(part):
                self.take_mail(mail, depth=depth + 1)
        elif part.is_multipart():
            for one in _below(part):
                self.take(one, depth=depth if kind.startswith("multipart/") else depth + 1)
        else:
            self._take_leaf(part, kind)

    def take_mail(self, mail: Message, *, depth: int = 0) -> None:
        """Take in a whole mail: its subject, sender and date stand above its text."""
        self.texts += head_of(mail)
        self.take(mail, depth=depth)

    def _take_best(self, forms: Sequence[Message], depth: int) -> None:
        """Take one form of the same words: HTML for its lists and tables, if it says as much."""
        found: list[Opened] = []
        for form in forms:
            one = Opened(name=self.name, seen=self.seen)
            one.take(form, depth=depth)
            self.seen = one.seen
            found.append(one)
        most = max((_words(one) for one in found), default=0)
        best = next((one for one in reversed(found) if _words(one) * 2 >= most), None)
        if best is not None:
            self.texts += best.texts
            self.warnings += best.warnings
        for one in found:
            self.attached += one.attached

    def _take_leaf(self, part: Message, kind: str) -> None:
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        file_name = safe_name(decoded(part.get_filename() or ""))
        is_attached = part.get_content_disposition() == "attachment"
        if kind in {"text/plain", "text/html"} and not is_attached and not file_name:
            self._take_text(part, kind, content)
        elif kind.startswith("image/"):
            self.warnings.append("pictures_left_out")
        elif content.strip():
            self.attached.append(Attached(name=file_name or kind, content=content))

    def _take_text(self, part: Message, kind: str, content: bytes) -> None:
        charset = part.get_content_charset()
        if not content.strip():
            return
        try:
            if kind == "text/html":
                read = read_fragment(content, self.name, charset)
                text, warnings = read.text, read.warnings
            else:
                plain = decode(content, name=self.name, charset=charset)
                text, warnings = with_line_feeds(plain.text), plain.warnings
        except Unreadable as error:
            if error.reason != "no_text":
                self.warnings.append("parts_left_out")
            return
        flows = str(part.get_param("format") or "").lower() == "flowed"
        deletes = str(part.get_param("delsp") or "").lower() == "yes"
        self.texts.append(_flowed(text, deletes=deletes) if flows else text)
        self.warnings.extend(warnings)


def head_of(mail: Message) -> list[str]:
    """Return what stands above the text of a mail: its subject, and who sent it when."""
    said = [f"{label}: {text}" for key, label in _SHOWN_HEADERS if (text := header(mail, key))]
    return [text for text in (header(mail, "subject"), "\n".join(said)) if text]


def _below(part: Message) -> list[Message]:
    payload = cast("object", part.get_payload())
    found = cast("list[object]", payload) if isinstance(payload, list) else []
    return [cast("Message", one) for one in found if isinstance(one, Message)]


def _words(opened: Opened) -> int:
    return sum(len(text.split()) for text in opened.texts)


def _flowed(text: str, *, deletes: bool) -> str:
    """Join the lines that a mail program broke to fit its window (RFC 3676)."""
    return "\n".join(_paragraphs(text.split("\n"), deletes=deletes))


def _paragraphs(lines: Sequence[str], *, deletes: bool) -> Iterator[str]:
    held, depth = "", 0
    for line in lines:
        found = _QUOTED.match(line)
        mark = found.group() if found else ""
        body = line[len(mark) :].removeprefix(" ")
        if held and len(mark) != depth:
            yield held
            held = ""
        start = held or (f"{mark} " if mark else "")
        depth = len(mark)
        if body.endswith(" ") and body != "-- ":
            held = start + (body[:-1] if deletes else body)
        else:
            yield start + body
            held = ""
    if held:
        yield held
