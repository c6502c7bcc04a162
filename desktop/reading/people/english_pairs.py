"""Who holds which post in a paragraph of English: by how names and posts stand together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from desktop.reading.bodies.english_tokens import Token
from desktop.reading.bodies.english_words import word_set
from desktop.reading.people.english_lexicon import POST_NOMINALS, SPEECH
from desktop.reading.people.english_names import NameSpan, names_in
from desktop.reading.people.english_posts import Post, posts_in

Tokens = Sequence[Token]
_DASHES = frozenset(("-", "–", "—", "|"))
_TITLES = word_set("prince princess emir amir sultan colonel major general admiral commander judge")
_AND = frozenset(("and", "&"))
_SHORT_LINE = 8
_HELD_WITH_ANOTHER = word_set("minister premier vice-premier secretary chairman chair deputy")
_NEXT_LINE = 3


@dataclass(slots=True, kw_only=True)
class Holder:
    """A possible person, with the post that stands beside the name."""

    tokens: Tokens
    name: NameSpan
    post: Post | None = None
    rule: str = ""
    place: str = ""
    """ISO 3166-1 alpha-2 told behind the name: "of Turkmenistan", "(Russia)"."""
    number: int = 0
    """Which of several that share one plural post, from 0."""
    shared: int = 1
    """How many share the post."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """The posts of a paragraph and who may hold them."""

    tokens: Tokens
    posts: list[Post] = field(default_factory=list[Post])
    holders: list[Holder] = field(default_factory=list[Holder])

    def free(self) -> Iterator[Post]:
        """Yield the posts that no name stands beside."""
        held = {holder.post.first for holder in self.holders if holder.post}
        yield from (post for post in self.posts if post.first not in held)


def read_paragraph(tokens: Tokens) -> Reading:
    """Return the posts and possible names of a paragraph, paired."""
    # "the Prime Minister's envoy" speaks of another post
    posts = [post for post in posts_in(tokens) if not _owns(tokens, post.end)]
    taken = [token.kind in {"body", "date"} for token in tokens]
    for post in posts:
        taken[post.first : post.end] = [True] * (post.end - post.first)
    holders = [Holder(tokens=tokens, name=name) for name in names_in(tokens, taken)]
    reading = Reading(tokens=tokens, posts=posts, holders=holders)
    joining = _Joining(reading)
    _pair_adjacent(reading, joining)
    _pair_apposed(reading, joining)
    reading.posts = [post for post in posts if post.first not in joining.taken]
    _share_plurals(reading)
    for holder in holders:
        holder.place = _place_behind(tokens, holder.name.end)
    return reading


def _pair_adjacent(reading: Reading, joining: "_Joining") -> None:
    """Pair "Prime Minister Ali Asadov": the name right behind the post."""
    by_end = {post.end: post for post in reading.posts}
    for holder in reading.holders:
        post = by_end.get(holder.name.opening)
        if post:
            holder.post, holder.rule = joining.whole(post), "post before the name"


def _pair_apposed(reading: Reading, joining: "_Joining") -> None:
    """Pair across a comma, bracket or dash: first with a post in front, then with one behind."""
    tokens = reading.tokens
    ends = {post.end: post for post in reading.posts}
    starts = {_opening(tokens, post): post for post in reading.posts}
    held = {holder.post.first for holder in reading.holders if holder.post}
    for holder in reading.holders:
        if holder.post and not _is_title(holder.post):
            continue
        front = _front(tokens, holder.name, ends)
        behind = _behind(tokens, holder.name, starts)
        for post, rule in ((front, "post, then the name"), (behind, "name, then the post")):
            if post and post.first not in held:
                holder.post = joining.whole(post) if post is front else post
                holder.rule = rule
                held.update((post.first, holder.post.first))
                break


class _Joining:
    """Joins the posts of one holder: "Deputy Premier, Minister of Trade" before the name."""

    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._ends = {post.end: post for post in reading.posts}
        self._names = {holder.name.end for holder in reading.holders}
        self.taken: set[int] = set()

    def whole(self, post: Post) -> Post:
        """Return a post with the one a comma joins before it, if any."""
        comma = post.first - 1
        if post.plural or _is_title(post) or comma < 1 or self._tokens[comma].text != ",":
            return post
        first = self._ends.get(comma)
        if first is None or first.plural or first.is_counterpart:
            return post
        named = not self._names.isdisjoint(range(first.first - 2, first.first + 1))
        if named or self._tokens[first.head].lower not in _HELD_WITH_ANOTHER:
            return post
        self.taken.add(first.first)
        return replace(post, first=first.first, owner=post.owner or first.owner)


def _owns(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "owner"


def _is_title(post: Post) -> bool:
    """Tell "Emir" or "Colonel" alone, a title that a real post may stand beside."""
    return post.end == post.first + 1 and post.tokens[post.head].lower in _TITLES


def _opening(tokens: Tokens, post: Post) -> int:
    """Return where the words of a post begin, its owner and article among them."""
    at = post.first
    if at > 1 and tokens[at - 1].kind == "owner":
        at -= 2
    if at and tokens[at - 1].lower in {"the", "a", "an", "its", "his", "her"}:
        at -= 1
    return at


def _front(tokens: Tokens, name: NameSpan, ends: dict[int, Post]) -> Post | None:
    sign = name.opening - 1
    if sign > 1 and tokens[sign].lower in _TITLES:
        sign -= 1
    if sign < 1 or tokens[sign].text not in {",", ":", *_DASHES}:
        return None
    post = ends.get(sign) or _over_body(tokens, sign, ends)
    if post is None or (name.length < 2 and not name.honoured):
        return None
    return post


def _over_body(tokens: Tokens, sign: int, ends: dict[int, Post]) -> Post | None:
    """Return the post of "Principal Secretary, State Department for Trade, Mr …", body and all."""
    comma = sign - 2 - (tokens[sign - 2].lower == "the")
    if comma < 1 or tokens[sign - 1].kind != "body" or tokens[comma].text != ",":
        return None
    post = ends.get(comma)
    return replace(post, end=sign) if post and not post.plural else None


def _behind(tokens: Tokens, name: NameSpan, starts: dict[int, Post]) -> Post | None:
    at = name.end
    while at + 2 < len(tokens) and tokens[at].text == "," and _is_nominal(tokens[at + 1]):
        at += 2
    if at < len(tokens) and tokens[at].text == "(":
        return starts.get(at + 1)
    if at < len(tokens) and tokens[at].text in {",", *_DASHES}:
        at += 1
        if at < len(tokens) and tokens[at].text in {"who", "currently", "serving"}:
            at = _after_relative(tokens, at)
        return starts.get(at)
    if at < len(tokens) and tokens[at].lower == "as":
        return starts.get(at + 1)
    return None


def _is_nominal(token: Token) -> bool:
    """Tell whether letters such as MP or Q.C. stand behind a name."""
    return token.text.replace(".", "") in POST_NOMINALS


def _after_relative(tokens: Tokens, at: int) -> int:
    small = {"who", "is", "was", "the", "currently", "serving", "as", "also", "serves"}
    while at < len(tokens) and tokens[at].lower in small and tokens[at].lower != "the":
        at += 1
    return at


def _share_plurals(reading: Reading) -> None:
    """Give "Ministers A, B and C" one post each."""
    holders = reading.holders
    for index, holder in enumerate(holders):
        if not (holder.post and holder.post.plural) or holder.number:
            continue
        group = [holder]
        for following in holders[index + 1 :]:
            if following.post or not _only_joined(reading.tokens, group[-1].name, following.name):
                break
            following.post, following.rule = holder.post, "one of several holders"
            following.number = len(group)
            group.append(following)
        for one in group:
            one.shared = len(group)


def _only_joined(tokens: Tokens, before: NameSpan, name: NameSpan) -> bool:
    at = before.end
    depth = 0
    while at < name.opening:
        text = tokens[at].text
        depth += (text == "(") - (text == ")")
        joins = text in {",", "&", ";", ")", "("} or tokens[at].lower == "and" or depth
        place = tokens[at].lower in {"of", "the"} or tokens[at].kind == "country"
        if not (joins or place):
            return False
        at += 1
    return True


def _place_behind(tokens: Tokens, at: int) -> str:
    """Return the country told behind a name: "of Turkmenistan", "(Russia)", "from Gabon"."""
    if at + 1 >= len(tokens):
        return ""
    word = tokens[at].lower
    if word in {"of", "from", "("}:
        start = at + 1 + (tokens[at + 1].lower == "the")
        if start < len(tokens) and tokens[start].kind == "country":
            return "" if tokens[start].adjective else tokens[start].code
    return ""


def pair_lines(readings: Sequence[Reading]) -> None:
    """Pair a name that is a line of its own with the post the next line begins with.

    So where a release is signed, or a line was wrapped between the name and the post.
    """
    for reading, following in pairwise(readings):
        if _takes_post_above(reading, following):
            continue
        holder = _on_the_last_line(reading)
        first = following.posts[0] if following.posts else None
        if holder is None or holder.post or first is None or first.first:
            continue
        short = len(following.tokens) <= first.end + _SHORT_LINE
        near = following.tokens[0].start - reading.tokens[-1].end <= _NEXT_LINE
        if short and near and all(other.post is not first for other in following.holders):
            holder.post, holder.rule = first, "name, then the post on the next line"
            following.posts.remove(first)


def _takes_post_above(reading: Reading, following: Reading) -> bool:
    """Pair the post a line ends with and the name the next begins with."""
    above = reading.posts[-1] if reading.posts else None
    below = following.holders[0] if following.holders else None
    if above is None or below is None or below.post or below.name.opening or above.plural:
        return False
    tokens = reading.tokens
    ends = above.end == len(tokens) or (
        above.end == len(tokens) - 1 and tokens[-1].text in {",", ":"}
    )
    near = following.tokens[0].start - tokens[-1].end <= 1
    if not (ends and near) or any(holder.post is above for holder in reading.holders):
        return False
    below.post, below.rule = above, "post on the line before the name"
    return True


def _on_the_last_line(reading: Reading) -> Holder | None:
    tokens = reading.tokens
    last = reading.holders[-1] if reading.holders else None
    if last is None or last.name.end < len(tokens) - 1:
        return None
    ends = last.name.end == len(tokens) or tokens[-1].text == ","
    alone = last.name.opening == 0 and last.name.length > 1
    return last if ends and alone else None


def speaks(tokens: Tokens, name: NameSpan) -> bool:
    """Tell whether a verb of speech or action follows a name."""
    at = name.end
    while at < len(tokens) and tokens[at].lower in {
        "also",
        "further",
        "then",
        "has",
        "have",
        "had",
    }:
        at += 1
    return at < len(tokens) and tokens[at].lower in SPEECH and not tokens[at].capital
