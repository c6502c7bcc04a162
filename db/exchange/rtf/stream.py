"""Follows an RTF token by token: what each group inherits, where its text goes."""

from dataclasses import dataclass, field, replace

from db.errors import Unreadable
from db.exchange.document import Properties
from db.exchange.rtf.body import Body
from db.exchange.rtf.fonts import Fonts, decoded, is_encoding
from db.exchange.rtf.tokens import Token
from db.exchange.rtf.words import (
    FURNITURE,
    PARAGRAPH_ENDS,
    PICTURES,
    SEEN,
    SIGNS,
    SYMBOLS,
    UNSEEN,
)
from db.exchange.sheet import Item, Paragraph, set_sheet

_MOST_GROUPS = 5000
_LABELS = frozenset({"listtext", "pntext"})
_DATE = ("yr", "mo", "dy")


@dataclass(slots=True, kw_only=True)
class _Group:
    """Hold what a group inherits and may change for itself.

    `target` is "text", "unseen", "label", "fonts", "info", "title", "created" or "upr".
    """

    target: str = "text"
    font: int | None = None
    skip: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    begins: bool = False
    is_optional: bool = False
    outer: Body | None = None
    """Whom text goes to again once this group, a stream of its own, has ended."""
    is_box: bool = False


@dataclass(slots=True)
class Stream:
    """An RTF while it is read."""

    name: str
    warnings: set[str] = field(default_factory=set[str])
    _group: _Group = field(default_factory=_Group)
    _above: list[_Group] = field(default_factory=list[_Group])
    _body: Body = field(default_factory=Body)
    _furniture: dict[str, list[Body]] = field(default_factory=dict[str, list[Body]])
    _notes: list[Body] = field(default_factory=list[Body])
    _fonts: Fonts = field(default_factory=Fonts)
    _bytes: bytearray = field(default_factory=bytearray)
    _to_skip: int = 0
    _title: list[str] = field(default_factory=list[str])
    _created: dict[str, int] = field(default_factory=dict[str, int])
    _is_over: bool = False

    def take(self, token: Token) -> None:
        """Take the next token in; what follows the end of the document is none of it."""
        if self._is_over:
            return
        if token.kind in {"bytes", "hex"}:
            self._take_bytes(token.data)
            return
        self._flush()
        match token.kind:
            case "open":
                self._open()
            case "close":
                self._close()
            case "sign":
                self._take_sign(token.text)
            case _:
                self._take_word(token.text, token.number)

    def finished(self) -> list[Item]:
        """End the document, and return it with what stands on its pages and its notes."""
        self._flush()
        while self._above:
            self._close()
        items = self._around("header") + self._body.finished()
        for place, note in enumerate(self._notes, start=1):
            text = set_sheet(note.finished())
            items += [Paragraph(text=f"[{place}] {text}")] if text else []
        return items + self._around("footer")

    def properties(self) -> Properties:
        """Return what the document says of itself."""
        year, month, day = (self._created.get(part, 0) for part in _DATE)
        created = f"{year:04}-{month:02}-{day:02}" if year else ""
        return Properties(title="".join(self._title), created=created)

    # Groups

    def _open(self) -> None:
        if len(self._above) >= _MOST_GROUPS:
            raise Unreadable(self.name, "bomb")
        self._above.append(self._group)
        self._group = replace(self._group, begins=True, is_optional=False, outer=None, is_box=False)
        self._to_skip = 0

    def _close(self) -> None:
        self._to_skip = 0
        group = self._group
        if group.outer is not None:
            if group.is_box:
                group.outer.add_box(self._body.finished())
            self._body = group.outer
        if self._above:
            self._group = self._above.pop()
        self._is_over = not self._above

    def _name_destination(self, word: str) -> bool:
        """Turn the text of a group where its first word says; tell whether that was one."""
        group = self._group
        if group.target in {"info", "upr"}:
            inside = {"title": "title", "creatim": "created", "ud": "text"}
            group.target = inside.get(word, group.target)
        elif group.target != "text":
            return False
        elif word in {"info", "upr"}:
            group.target = word
        elif word == "fonttbl":
            group.target = "fonts"
        elif word in _LABELS:
            group.target, self._body.label = "label", ""
        elif word in FURNITURE or word in {"footnote", "shptxt"}:
            self._begin_stream(word)
        elif word in UNSEEN or (group.is_optional and word not in SEEN):
            group.target = "unseen"
            if word in PICTURES:
                self.warnings.add("pictures_left_out")
        else:
            return False
        return True

    def _begin_stream(self, word: str) -> None:
        group, body = self._group, Body()
        group.outer, group.is_box = self._body, word == "shptxt"
        if word == "footnote":
            self._notes.append(body)
            self._body.write(f"[{len(self._notes)}]")
        elif word in FURNITURE:
            self._furniture.setdefault(FURNITURE[word], []).append(body)
        self._body = body

    def _around(self, place: str) -> list[Item]:
        """Return what stands on the pages and has words, each once."""
        found: dict[str, list[Item]] = {}
        for body in self._furniture.get(place, []):
            items = body.finished()
            found.setdefault(set_sheet(items), items)
        worded = [items for text, items in found.items() if any(map(str.isalpha, text))]
        if worded:
            self.warnings.add("furniture_once")
        return [item for items in worded for item in items]

    # Text

    def _take_bytes(self, data: bytes) -> None:
        self._group.begins = False
        passed = min(self._to_skip, len(data))
        self._to_skip -= passed
        self._bytes += data[passed:]

    def _flush(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        if self._group.target not in {"unseen", "fonts"}:
            text = decoded(data, self._fonts.codec(self._group.font))
            if "\ufffd" in text:
                self.warnings.add("characters_replaced")
            self._write(text)

    def _write(self, text: str) -> None:
        group = self._group
        match group.target:
            case "text" if group.is_deleted:
                self.warnings.add("changes_tracked")
            case "text" if not group.is_hidden:
                self._body.write(text)
            case "label":
                self._body.label += text
            case "title":
                self._title.append(text)
            case _:
                pass

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._group.is_optional = True
            return
        self._group.begins = False
        if sign in "\r\n":
            self._take_word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in SYMBOLS:
            self._write(SYMBOLS[sign])

    def _take_word(self, word: str, number: int | None) -> None:
        group = self._group
        begins, group.begins = group.begins, False
        if begins and self._name_destination(word):
            return
        match group.target:
            case "fonts":
                self._fonts.take(word, number)
            case "created":
                if word in _DATE and number is not None and 0 < number < 10_000:
                    self._created[word] = number
            case "unseen" | "info" | "upr":
                pass
            case _:
                self._take_text_word(word, number)

    def _take_text_word(self, word: str, number: int | None) -> None:
        group = self._group
        if word == "u" and number is not None:
            self._write(chr(number % 65536))
            self._to_skip = group.skip
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word == "uc":
            group.skip = min(max(number or 0, 0), 99)
        elif word == "f":
            group.font = number
        elif word == "v":
            group.is_hidden = number != 0
        elif word == "deleted":
            group.is_deleted = number != 0
        elif word == "plain":
            group.font, group.is_hidden, group.is_deleted = None, False, False
        elif is_encoding(word):
            self._fonts.set_default(word, number)
        elif group.target == "text":
            self._lay_out(word, number)

    def _lay_out(self, word: str, number: int | None) -> None:
        body = self._body
        if word in PARAGRAPH_ENDS:
            body.end_paragraph()
        elif word == "pard":
            body.reset()
        elif word == "intbl":
            body.is_in_table = number != 0
        elif word == "cell":
            body.end_cell()
        elif word == "row":
            body.end_row()
        elif word == "outlinelevel":
            body.set_level(9 if number is None else number)
        elif word == "ilvl":
            body.depth = min(max(number or 0, 0), 8)
