"""The tokens of a query: operators, parentheses, and words or phrases with the marks around them.

Any text has tokens; they are read from left to right in one pass. Whatever is left open at the
end, a quote or a parenthesis, ends there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from .fields import find_field
from .tree import Span

DASHES = "[-‐‑‒–—―−﹣－]"
"""The dashes, as a set of a regular expression."""

MAX_DEPTH = 40
"""How deep parentheses may stand in one another; a deeper group is not read."""

_DASHES = re.compile(DASHES + "+")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r'[^\s()|"«“„”‟＂]+')
_LISTED = re.compile(r'[^\s()|,"«“„”‟＂]+')
_NAME = re.compile(r"([^\W\d_][\w-]*):")
_QUOTES = frozenset('"«“„”‟＂')
_CLOSING = re.compile('[“”"‟＂]')
_ANGLED = re.compile("[«»]")
_STARS = re.compile(r"\*+")
_LETTER = re.compile(r"[^\W_]")


class Mark(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    STRAY = auto()
    """A parenthesis closed that was never opened."""
    DEEP = auto()
    """A whole group with too many parentheses in one another."""
    OR = auto()
    AND = auto()
    NOT = auto()
    MINUS = auto()
    ITEM = auto()
    """A word, a phrase, or a field with its values."""


OPERATORS = {
    "OR": Mark.OR, "ИЛИ": Mark.OR, "|": Mark.OR,
    "AND": Mark.AND, "И": Mark.AND,
    "NOT": Mark.NOT, "НЕ": Mark.NOT,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One word or phrase, without its marks."""

    text: str
    span: Span
    typed: str
    """With its marks; an open quote closed."""
    quoted: bool = False
    exact: bool = False
    begins: bool = False
    inside: bool = False
    unfinished: bool = False
    """It stands at the end of the text, and nothing closes it."""

    @property
    def is_plain(self) -> bool:
        """Tell whether it is a bare word without marks."""
        return not (self.quoted or self.exact or self.begins or self.inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token; of an item its field, as typed, and its values."""

    mark: Mark
    span: Span
    text: str
    name: str = ""
    values: tuple[Value, ...] = ()
    opens: bool = False
    """The field's values stand in the group that follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The tokens of a text, and what closes its open quote and parentheses."""

    tokens: tuple[Token, ...]
    missing: str = ""


def scan(text: str) -> Scan:
    """Return the tokens of a text."""
    scanner = _Scanner(text)
    tokens = scanner.run()
    return Scan(
        tokens=tuple(_without_deep(text, tokens)),
        missing=scanner.missing + ")" * len(scanner.groups),
    )


class _Scanner:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.missing = ""
        self.groups: list[bool] = []
        """Of each open parenthesis, whether a field's values stand in it."""

    def run(self) -> list[Token]:
        tokens: list[Token] = []
        while self._skip_blanks():
            token = self._token()
            self.at = token.span[1]
            if token.mark is Mark.OPEN:
                before = tokens[-1] if tokens else None
                listed = bool(before and before.opens and before.span[1] == token.span[0])
                self.groups.append(listed or bool(self.groups and self.groups[-1]))
            elif token.mark is Mark.CLOSE:
                self.groups.pop()
            if token.mark is not Mark.ITEM or token.name or token.values:
                tokens.append(token)
            elif tokens and tokens[-1].mark is Mark.MINUS:
                tokens.pop()  # there is nothing in the quotes it stands before
        return tokens

    def _skip_blanks(self) -> bool:
        blanks = _BLANKS.match(self.text, self.at)
        self.at = blanks.end() if blanks else self.at
        return self.at < len(self.text)

    def _token(self) -> Token:
        letter = self.text[self.at]
        if letter == "(":
            return self._made(Mark.OPEN, self.at + 1)
        if letter == ")":
            return self._made(Mark.CLOSE if self.groups else Mark.STRAY, self.at + 1)
        if letter == "|":
            return self._made(Mark.OR, self.at + 1)
        dashes = _DASHES.match(self.text, self.at)
        return self._dashes(dashes.end()) if dashes else self._item()

    def _made(self, mark: Mark, end: int) -> Token:
        return Token(mark=mark, span=(self.at, end), text=self.text[self.at : end])

    def _dashes(self, end: int) -> Token:
        """Read dashes: a minus before a word, a word of their own before a blank."""
        after = self.text[end : end + 1]
        if after and not after.isspace() and after not in ")|":
            return self._made(Mark.MINUS, end)
        dashes = self.text[self.at : end]
        value = Value(text=dashes, span=(self.at, end), typed=dashes)
        return Token(mark=Mark.ITEM, span=value.span, text=dashes, values=(value,))

    def _item(self) -> Token:
        named = _NAME.match(self.text, self.at)
        if named:
            after = self.text[named.end() : named.end() + 1]
            known = find_field(named[1]) is not None
            if known and after == "(":
                return Token(
                    mark=Mark.ITEM,
                    span=named.span(),
                    text=named[0],
                    name=named[1],
                    opens=True,
                )
            if known or not (not after or after.isspace() or after in "()|/\\"):
                return self._whole(named[1], tuple(self._listed(named.end())))
        if self.groups and self.groups[-1]:
            return self._whole("", tuple(self._listed(self.at)))
        value = self._value(self.at, _WORD)
        mark = OPERATORS.get(value.typed)
        return self._made(mark, value.span[1]) if mark else self._whole("", (value,))

    def _whole(self, name: str, values: tuple[Value, ...]) -> Token:
        end = values[-1].span[1] if values else self.at + len(name) + bool(name)
        while self.text[end : end + 1] == ",":
            end += 1
        return Token(
            mark=_operator(name, values),
            span=(self.at, end),
            text=self.text[self.at : end] + self.missing,
            name=name,
            values=tuple(value for value in values if value.text),
        )

    def _listed(self, at: int) -> Iterator[Value]:
        """Yield values parted by commas."""
        while True:
            while self.text[at : at + 1] == ",":
                at += 1
            if not _LISTED.match(self.text, at) and self.text[at : at + 1] not in _QUOTES:
                return
            value = self._value(at, _LISTED)
            yield value
            at = value.span[1]
            if self.text[at : at + 1] != ",":
                return

    def _value(self, at: int, word: re.Pattern[str]) -> Value:
        exact = self.text[at] == "="
        quote = at + exact
        if self.text[quote : quote + 1] in _QUOTES:
            return self._phrase(at, quote, exact=exact)
        found = word.match(self.text, at)
        end = found.end() if found else at + 1
        return _bare(self.text[at:end], at, unfinished=end == len(self.text))

    def _phrase(self, start: int, quote: int, *, exact: bool) -> Value:
        inner, end, missing = _quoted(self.text, quote)
        stars = _STARS.match(self.text, end)
        end = stars.end() if stars else end
        self.missing = missing
        return Value(
            text=inner,
            span=(start, end),
            typed=self.text[start:end] + missing,
            quoted=True,
            exact=exact,
            begins=bool(stars and _LETTER.search(inner)),
            unfinished=bool(missing),
        )


def _operator(name: str, values: Sequence[Value]) -> Mark:
    """Tell an operator in a field's group from a value."""
    alone = values[0] if len(values) == 1 and not name else None
    return OPERATORS.get(alone.typed, Mark.ITEM) if alone and not alone.quoted else Mark.ITEM


def _bare(typed: str, start: int, *, unfinished: bool) -> Value:
    """Take the marks off a bare word: ``=`` before it, asterisks around it."""
    exact = typed.startswith("=") and len(typed) > 1
    body = typed[exact:]
    core = body.strip("*")
    if not _LETTER.search(core):
        core = body
    inside = core != body and body.startswith("*")
    return Value(
        text=core,
        span=(start, start + len(typed)),
        typed=typed,
        exact=exact and not inside,
        begins=core != body and not inside,
        inside=inside,
        unfinished=unfinished,
    )


def _quoted(text: str, quote: int) -> tuple[str, int, str]:
    """Return what stands in quotes, where they end, and what would have closed them.

    A straight quote doubled stands for itself; angled quotes may stand in one another.
    """
    if text[quote] == '"':
        return _straight(text, quote + 1)
    if text[quote] == "«":
        return _angled(text, quote + 1)
    closing = _CLOSING.search(text, quote + 1)
    if closing:
        return text[quote + 1 : closing.start()], closing.end(), ""
    return text[quote + 1 :], len(text), '"'


def _straight(text: str, start: int) -> tuple[str, int, str]:
    at = start
    while (found := text.find('"', at)) >= 0:
        if text[found + 1 : found + 2] != '"':
            return text[start:found].replace('""', '"'), found + 1, ""
        at = found + 2
    return text[start:].replace('""', '"'), len(text), '"'


def _angled(text: str, start: int) -> tuple[str, int, str]:
    depth = 1
    for found in _ANGLED.finditer(text, start):
        depth += 1 if found[0] == "«" else -1
        if not depth:
            return text[start : found.start()], found.end(), ""
    return text[start:] + "»" * (depth - 1), len(text), "»" * depth


def _without_deep(text: str, tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens, each outermost group that is too deep as one."""
    at = 0
    while at < len(tokens):
        if tokens[at].mark is not Mark.OPEN:
            yield tokens[at]
            at += 1
            continue
        size, depth, closed = _group(tokens, at)
        group = tokens[at : at + size]
        if depth > MAX_DEPTH:
            start, end = group[0].span[0], group[-1].span[1] if closed else len(text)
            yield Token(mark=Mark.DEEP, span=(start, end), text=text[start:end])
        else:
            yield from group
        at += size


def _group(tokens: Sequence[Token], start: int) -> tuple[int, int, bool]:
    """Return how many tokens a group has, how deep it is, and whether it is closed.

    A list of values counts as a group, which it may be printed as; one token alone in
    parentheses does not, since printing may put them there.
    """
    depth = deepest = 0
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.mark is Mark.OPEN:
            depth += 1
            deepest = max(deepest, depth - _is_alone(tokens[at + 1 : at + 3]))
        elif token.mark is Mark.CLOSE:
            depth -= 1
            if not depth:
                return at + 1 - start, deepest, True
        elif len(token.values) > 1:
            deepest = max(deepest, depth + 1)
    return len(tokens) - start, deepest, False


def _is_alone(tokens: Sequence[Token]) -> bool:
    """Tell whether a group that begins here holds one token, which is no group itself."""
    marks = [token.mark for token in tokens]
    return len(marks) == 2 and marks[0] is not Mark.OPEN and marks[1] is Mark.CLOSE
