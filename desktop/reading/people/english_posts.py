"""Posts in English text: a noun such as minister, the words before it and what it is of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.reading.bodies.english_lexicon import is_stop, is_topic
from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.people.english_lexicon import (
    AFTER_HEAD,
    HONORIFICS,
    PLURAL_POSTS,
    POST_HEADS,
    POST_MODIFIERS,
    POST_NOMINALS,
    SHORT_POSTS,
    SPEECH,
    WEAK_HEADS,
    is_given,
    is_plain,
)

Tokens = Sequence[Token]
_AND = frozenset(("and", "&"))
_OF = word_set("of for to in at on from under with")
_ARTICLES = frozenset(("the", "its", "his", "her", "their"))
_JOINING = frozenset(("and", "&", "-", "–", "—", "/", "cum"))
_COUNTERPARTS = frozenset(("counterpart", "counterparts", "colleague", "colleagues"))
_SENT = word_set(
    "ambassador representative representatives envoy consul coordinator director chief attaché "
    "chargé manager general resident commissioner counsellor counselor head"
)
_SERVED = frozenset(("president", "minister", "king", "emir", "sultan", "secretary-general"))
_PLAINLY_LED = word_set("two both state delegation delegations mission")
_SON_OF = frozenset(("bin", "ibn", "bint", "binti"))
_PLACES = frozenset(("country", "city"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post among the tokens of a paragraph: from `first` to before `end`."""

    tokens: Tokens
    first: int
    end: int
    head: int
    owner: str = ""
    """ISO 3166-1 alpha-2 of the owner in front ("Russia's")."""

    @property
    def plural(self) -> bool:
        """Tell whether more than one holder is meant."""
        return self.tokens[self.head].lower in PLURAL_POSTS

    @property
    def is_counterpart(self) -> bool:
        """Tell whether the post is only told as that of a counterpart."""
        return self.tokens[self.head].lower in _COUNTERPARTS

    @property
    def countries(self) -> tuple[str, ...]:
        """Give the countries the post is of: owner, adjective, then "of …"."""
        if self.owner:
            return (self.owner,)
        before = [t.code for t in self.tokens[self.first : self.head] if t.code]
        return tuple(dict.fromkeys(before or self._behind()))

    @property
    def _is_sent(self) -> bool:
        """Tell whether a holder is sent to a country: "Representative in Uzbekistan"."""
        return self.tokens[self.head].lower in _SENT

    def _behind(self) -> list[str]:
        codes: list[str] = []
        abroad = False
        for at in range(self.head + 1, self.end):
            token = self.tokens[at]
            if token.lower in _OF:
                abroad = token.lower in {"to", "for"} or (token.lower == "in" and self._is_sent)
            if token.code and not abroad:
                codes.append(token.code)
        return codes


def posts_in(tokens: Tokens) -> Iterator[Post]:
    """Yield the posts of a paragraph, in order; none within another."""
    floor = 0
    at = 0
    while at < len(tokens):
        if at >= floor and _is_head(tokens, at):
            post = _post(tokens, at, floor)
            if _is_whole(post):
                yield post
                floor = at = post.end
                continue
        at += 1


def _is_head(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.text in SHORT_POSTS:
        return at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].kind == "word"
    if token.kind not in {"word", "abbreviation"} or token.lower not in POST_HEADS:
        return False
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    if any(one.text in _SON_OF for one in beside):
        return False  # "Amir bin Sultan" is a name
    if token.text in POST_NOMINALS and at and tokens[at - 1].text == ",":
        return False
    return not _rules_behind(tokens, at)


def _rules_behind(tokens: Tokens, at: int) -> bool:
    """Tell whether another noun rules: "Minister" in "Deputy Prime Minister", not "General"."""
    for behind in range(at + 1, min(at + 6, len(tokens))):
        following = tokens[behind]
        if behind + 1 < len(tokens) and tokens[behind + 1].text in _SON_OF:
            return False
        if following.kind != "word" or (tokens[at].capital and not following.capital):
            return False
        if following.lower in POST_HEADS and following.lower not in AFTER_HEAD:
            return True
        if following.lower not in POST_MODIFIERS and not is_topic(following.lower):
            return False
    return False


def _post(tokens: Tokens, at: int, floor: int) -> Post:
    first, owner = _start(tokens, at, floor)
    end = _end(tokens, at)
    return Post(tokens=tokens, first=first, end=end, head=at, owner=owner)


def _is_whole(post: Post) -> bool:
    head = post.tokens[post.head]
    if head.lower not in WEAK_HEADS:
        return True
    return post.first < post.head or post.end > post.head + 1 or head.capital


def _start(tokens: Tokens, head: int, floor: int) -> tuple[int, str]:
    """Return where a post begins, and the country that owns it."""
    at = head
    while at > floor:
        token = tokens[at - 1]
        if token.kind == "owner" or token.text in {"'", "’"}:
            if at - 2 >= floor and tokens[at - 2].kind in {"country", "city", "body"}:
                return at, tokens[at - 2].code
            break
        step = _before(tokens, at, head, floor)
        if not step:
            break
        at -= step
    return at, ""


def _before(tokens: Tokens, at: int, head: int, floor: int) -> int:
    """Return how many tokens before an index belong to the post."""
    token = tokens[at - 1]
    lower = token.lower
    if token.kind in {"country", "body", "city"}:
        return 1
    if lower in _AND or token.text == ",":
        return _listed_before(tokens, at, head, floor)
    return int(token.kind == "word" and (token.adjective or _modifies(tokens, at - 1, head)))


def _listed_before(tokens: Tokens, at: int, head: int, floor: int) -> int:
    """Take "Trade, Industry and" before "Energy Minister"."""
    if at - 2 < floor:
        return 0
    left = tokens[at - 2]
    joined = tokens[at - 1].lower in _AND or any(tokens[k].lower in _AND for k in range(at, head))
    same = left.text[:1].isupper() == tokens[at].text[:1].isupper()
    adjectives = left.kind == "country" and left.adjective and tokens[at].kind == "country"
    topics = left.kind == "word" and _is_matter(left.lower) and _is_matter(tokens[at].lower)
    return 2 if joined and ((same and topics) or adjectives) else 0


def _modifies(tokens: Tokens, at: int, head: int) -> bool:
    """Tell whether a word before a post's noun belongs to the post."""
    token = tokens[at]
    lower = token.lower
    if lower in POST_MODIFIERS or lower in POST_HEADS or is_topic(lower):
        fits = token.capital or tokens[head].text.islower() or lower in {"acting", "then"}
        return fits and not (token.first and lower in {"then", "former"})
    if lower in HONORIFICS or is_given(lower):
        return False
    if token.capital and is_plain(lower) and not is_stop(lower) and not token.first:
        return True
    return token.text.isupper() and 1 < len(token.text) < 7


def _is_matter(word: str) -> bool:
    return is_topic(word) and word not in {"international", "national", "state"}


def _end(tokens: Tokens, head: int) -> int:
    """Return the index after what a post is of, further posts joined by "and" among it."""
    at = _after_head(tokens, head + 1)
    while at < len(tokens):
        further = _complement(tokens, at) or _joined(tokens, at)
        if not further:
            break
        at = further
    return at


def _after_head(tokens: Tokens, at: int) -> int:
    while at < len(tokens):
        lower = tokens[at].lower
        if (lower in AFTER_HEAD and tokens[at].capital == tokens[at - 1].capital) or lower in {
            "d'affaires",
            "ad",
            "a.i.",
            "interim",
            "a.i",
        }:
            at += 1
        elif [token.lower for token in tokens[at : at + 4]] == ["a", ".", "i", "."]:
            at += 4
        elif lower == "and" and at + 1 < len(tokens) and tokens[at + 1].lower == "plenipotentiary":
            at += 2
        else:
            break
    return at


def _joined(tokens: Tokens, at: int) -> int:
    """Return the index after "and Minister of …", a second post of the same holder, or 0."""
    if tokens[at].lower not in _JOINING:
        return 0
    start = at + 1
    if start < len(tokens) and tokens[start].lower == "concurrently":
        start += 1
    head = start
    while head < len(tokens) and head - start < 7:
        token = tokens[head]
        if _is_head(tokens, head):
            if tokens[head].lower in PLURAL_POSTS:
                return 0
            return _after_head(tokens, head + 1)
        modifies = token.lower in POST_MODIFIERS or token.lower in POST_HEADS
        if not (modifies or is_topic(token.lower) or token.kind == "body" or token.lower in _AND):
            return 0
        head += 1
    return 0


def _complement(tokens: Tokens, at: int) -> int:
    """Return the index after "of …" at an index, or 0."""
    told = _bracketed(tokens, at)
    if told:
        return told
    word = tokens[at].lower
    if word not in _OF or at + 1 >= len(tokens):
        return 0
    start = at + 1
    while start < len(tokens) and tokens[start].lower in _ARTICLES:
        start += 1
    if start >= len(tokens) or not _may_be_of(tokens, word, start):
        return 0
    return _nouns(tokens, start, capital=tokens[start].capital)


def _bracketed(tokens: Tokens, at: int) -> int:
    """Skip brackets within a post: "(RoK)", "(Finance)", "(Independent Charge)"."""
    if tokens[at].text != "(":
        return 0
    last = min(at + 6, len(tokens) - 1)
    close = next((k for k in range(at + 2, last) if tokens[k].text == ")"), 0)
    if not close:
        return 0
    inner = tokens[at + 1 : close]
    matter = all(is_plain(token.lower) for token in inner) and tokens[close + 1].capital
    acronym = len(inner) == 1 and sum(map(str.isupper, inner[0].text)) > 1
    return close + 1 if matter or acronym or tokens[close + 1].lower in _OF else 0


def _may_be_of(tokens: Tokens, word: str, start: int) -> bool:
    token = tokens[start]
    if token.kind == "body":
        return word not in {"with", "from", "on"}
    if token.kind in _PLACES:
        return word not in {"with", "on", "under"}
    if token.kind in {"date", "number", "sign", "owner"}:
        return token.text == "№"
    if word in {"in", "at", "from", "with", "under"}:
        return False
    if word == "to":
        return token.capital
    return token.capital or is_topic(token.lower) or token.lower in _PLAINLY_LED


def _nouns(tokens: Tokens, start: int, *, capital: bool) -> int:
    end = _run(tokens, start, capital=capital)
    while end > start and end + 1 < len(tokens):
        sign = tokens[end].lower
        at = end + 1
        joined = sign in _AND
        if sign == "," and tokens[at].lower in _AND:
            joined, at = True, at + 1
        if not joined and sign != ",":
            break
        if at < len(tokens) and tokens[at].lower == "the" and tokens[end - 1].kind == "country":
            at += 1
        further = _run(tokens, at, capital=capital)
        if further == at or not _goes_on(tokens, start, at, further, joined=joined):
            break
        end = further
    return end if end > start else 0


def _run(tokens: Tokens, start: int, *, capital: bool) -> int:
    if start >= len(tokens):
        return start
    if tokens[start].kind in {"country", "city", "body"} and not tokens[start].adjective:
        end = start + 1
        if tokens[start].kind in {"country", "body"}:
            return end
        while end < len(tokens) and _is_of(tokens, end, capital=capital):
            end += 1
        return end
    end = start
    while end < len(tokens) and _is_of(tokens, end, capital=capital):
        end += 1
    return end


def _is_of(tokens: Tokens, at: int, *, capital: bool) -> bool:
    """Tell whether a token goes on with what a post is of, rather than begin a name."""
    token = tokens[at]
    lower = token.lower
    if token.kind != "word":
        return token.kind == "body" or (token.kind == "country" and token.adjective)
    if token.capital and at + 1 < len(tokens) and tokens[at + 1].text in _SON_OF:
        return False
    if capital != token.capital or (lower in HONORIFICS and not is_topic(lower)):
        return False
    if lower in POST_HEADS and not is_topic(lower) and lower != "justice":
        served = tokens[at - 1].lower in {"the", "prime"} and lower in _SERVED
        return served or lower in {"state", "ministers", "chief", "members", "directors"}
    if not capital:
        counted = tokens[at - 1].lower in {"both", "two"} and lower.endswith("s")
        led = (
            counted or lower in _PLAINLY_LED or tokens[at - 1].lower not in _PLAINLY_LED - {"state"}
        )
        return led and not (lower in SPEECH or is_stop(lower))
    matter = is_topic(lower) or (is_plain(lower) and not is_given(lower))
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    titled = following and following.capital and following.lower in HONORIFICS
    return bool(matter or titled) or not (is_given(lower) or _begins_name(tokens, at))


def _begins_name(tokens: Tokens, at: int) -> bool:
    """Tell whether an unknown word with a capital is rather the first of a personal name."""
    before = tokens[at - 1]
    unknown_run = at
    while (
        unknown_run < len(tokens)
        and tokens[unknown_run].kind in {"word", "initial"}
        and tokens[unknown_run].capital
        and not is_plain(tokens[unknown_run].lower)
    ):
        unknown_run += 1
    return (before.capital and unknown_run - at >= 2) or is_topic(before.lower)


def _goes_on(tokens: Tokens, start: int, at: int, end: int, *, joined: bool) -> bool:
    """Tell whether words after a comma or "and" go on with what the post is of."""
    first, last = tokens[at], tokens[end - 1]
    if first.kind == "country":
        return tokens[start].kind == "country" or tokens[at - 2].kind == "country"
    if first.kind in {"city", "body", "date"}:
        return False
    if end < len(tokens) and tokens[end].lower in POST_HEADS:
        return False
    if is_topic(first.lower) or is_topic(last.lower):
        follows = tokens[end].lower if end < len(tokens) else ""
        return joined or follows in {",", "and", "&"}
    if not joined and end < len(tokens) and tokens[end].lower in _AND:
        return end - at == 1 and first.capital and is_plain(first.lower)  # "Industry, Mine and"
    return joined and end - at == 1 and is_plain(first.lower) and first.capital
