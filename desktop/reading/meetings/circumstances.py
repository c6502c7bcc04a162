"""Tells when and where a meeting was, from the sentences it is named in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from db.terms import MeetingKind
from desktop.reading.findings import Found, FoundBody, FoundCity, FoundCountry, FoundDate
from desktop.reading.meetings.marks import BODY, CITY, COUNTRY, DATE, Chunk, Line
from desktop.reading.meetings.mention import Mention, Weight

_SEATED = re.compile(
    r"\b(?:in|at|to)\s+(?:the\s+)?(?:capital(?:\s+city)?(?:\s+of)?\s+|city "
    r"of\s+|\ue002['’]?s?\s+capital,?\s+)?\Z|"
    r"\b(?:в|во)\s+(?:город[еа]\s+|г\.\s*|столице\s+(?:\w+\s+)?)?\Z|\bна территории\s+\Z",
    re.IGNORECASE,
)
_HOSTED = re.compile(
    r"\A\s*,?\s*(?:the (?:capital|city)[^,]{0,40},\s*)?(?:on "
    r"\ue004+\s*)?(?:(?:has|is|will|was|to)\s+)*"
    r"(?:hosted|hosting|hosts|host|the venue|welcomed)\b|"
    r"\A\s*(?:\ue004+\s*)?(?:принял[аио]?|принимает|стал[аи]? (?:местом|площадкой)|примет)\b",
)
_VENUE = re.compile(
    r"\b(?:at|in|within)\s+(?:the\s+)?(?:premises of\s+|headquarters of\s+|"
    r"building of\s+|seat of\s+)*(?:the\s+)?\Z|"
    r"\b(?:в|на базе|на площадке|в стенах|в здании|в штаб-квартире)\s+\Z",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    r"\b(?:agreement|memorandum|protocol|treaty|convention|contract|соглашени\w*|меморандум\w*|"
    r"договор\w*|протокол\w*|конвенци\w*)\b[^.;]{0,60}\b(?:dated|of|from|on|"
    r"signed|от|подписан\w*)\s+\Z",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\bот\s+\Z|\b(?:since|covering|period|period of|за|период|до|с момента)\s+(?:the\s+)?"
    r"(?:period\s+|years\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before the day of an instrument, or a span that plans and statistics cover."""
_VISITED = re.compile(r"\b(?:visited|visiting|посетил[аи]?|посещает)\s+(?:город\s+)?\Z")
_SIGNED_THEN = re.compile(
    r"\b(?:подписанн|заключ[её]нн|ратифицированн|парафированн)\w+\s[^,;]{0,70}\Z|"
    r"\bпринят(?:ого|ой|ому|ую|ым|ом)\s[^,;]{0,70}\Z"
)
"""An instrument's own act, told in passing: «договора, подписанного в Праге 5 мая»."""
_BRACKET = re.compile(r"\s*\((?:г\.\s*)?")
_IN_YEAR = re.compile(r"\b(?:in|в|во)\s+\Z", re.IGNORECASE)
_HOSTED_BY = re.compile(
    r"\b(?:hosted by|host will be|примет|принимает|принял[аи]?|принимать будет)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_OTHER_SITTING = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|previous|last|next|"
    r"\d{1,2}(?:st|nd|rd|th))\s+(?:round|meeting|session|sitting)\b|"
    r"\b(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|предыдущ|прошл|следующ)\w*\s+"
    r"(?:раунд|заседани|встреч|сесси|совещани)\w*",
    re.IGNORECASE,
)
"""Another of a series, told beside one: a date near it is that one's."""
_YEAR = len("2024")
_REACH, _SHORT = 400, 70
"""How far from its words a meeting's time and place are looked for; for "the meeting" less far."""
_NO_VENUES = frozenset(
    (
        "ministry", "agency", "government", "intergovernmental", "commission",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and where, as far as told."""

    date: FoundDate | None = None
    city: FoundCity | None = None
    country: FoundCountry | None = None
    venue: FoundBody | None = None


def circumstances_of(mention: Mention, line: Line, rivals: Sequence[Mention]) -> Circumstances:
    """Return when and where a mention's sentence puts it; `rivals` are others in that sentence."""
    near = _Nearness(
        line=line,
        own=(mention.start - line.start, mention.end - line.start),
        rivals=(
            *((m.start - line.start, m.end - line.start) for m in rivals),
            *_others(mention, line),
        ),
        visit=mention.kind is MeetingKind.VISIT,
        reach=_SHORT if mention.weight is Weight.GENERIC else _REACH,
    )
    date, city = near.best(DATE, _is_date), near.best(CITY, _is_place)
    country, venue = near.best(COUNTRY, _is_place), near.best(BODY, _is_venue)
    return Circumstances(
        date=date if isinstance(date, FoundDate) else None,
        city=city if isinstance(city, FoundCity) else None,
        country=country if isinstance(country, FoundCountry) else None,
        venue=venue if isinstance(venue, FoundBody) else None,
    )


def _others(mention: Mention, line: Line) -> list[tuple[int, int]]:
    own = (mention.start - line.start, mention.end - line.start)
    near = _OTHER_SITTING.finditer(line.text, max(0, own[0] - _REACH), own[1] + _REACH)
    spans = (found.span() for found in near)
    return [(start, end) for start, end in spans if end <= own[0] or own[1] <= start]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nearness:
    """Where a mention stands in a sentence, and others that dates and places may belong to."""

    line: Line
    own: tuple[int, int]
    rivals: tuple[tuple[int, int], ...]
    reach: int
    visit: bool

    def best(self, mark: str, fits: Callable[[Line, Chunk, int], bool]) -> Found | None:
        """Return what of one kind stands nearest to the mention and to no other."""
        start, end = max(0, self.own[0] - self.reach), self.own[1] + self.reach
        chosen = [
            (_distance(chunk, *self.own), chunk.start, chunk.found)
            for chunk in self.line.between(start, end, mark)
            if self._is_ours(chunk) and fits(self.line, chunk, self._after(chunk))
        ]
        return min(chosen, key=itemgetter(0, 1))[2] if chosen else None

    def _after(self, chunk: Chunk) -> int:
        """Return where the words begin that may tell what a chunk is of: behind the mention."""
        return self.own[1] if self.own[1] <= chunk.start else 0

    def _is_ours(self, chunk: Chunk) -> bool:
        away = _distance(chunk, *self.own)
        if not away and chunk.mark == COUNTRY and not self.visit:
            return False
        return all(away <= _distance(chunk, *rival) for rival in self.rivals)


def _distance(chunk: Chunk, start: int, end: int) -> int:
    """Measure how far a chunk lies from a mention; what stands before counts half as near."""
    if chunk.start >= end:
        return chunk.start - end
    if chunk.end <= start:
        return 2 * (start - chunk.end)
    return 0


def _is_date(line: Line, chunk: Chunk, start: int) -> bool:
    date = chunk.found
    if not isinstance(date, FoundDate) or date.published:
        return False
    before = line.text[max(start, chunk.start - 90) : chunk.start]
    if any(one.search(before) for one in (_INSTRUMENT, _OF_ANOTHER, _SIGNED_THEN)):
        return False
    years = all(len(part) == _YEAR for part in date.edtf.split("/"))
    return not years or (bool(_IN_YEAR.search(before)) and "/" not in date.edtf)


def _is_place(line: Line, chunk: Chunk, start: int) -> bool:
    if isinstance(chunk.found, FoundCountry) and chunk.found.form != "name":
        return False
    before = line.marked[max(0, chunk.start - 90) : chunk.start]
    if _SIGNED_THEN.search(before):
        return False
    if isinstance(chunk.found, FoundCity) and (
        _VISITED.search(before) or (start and _BRACKET.fullmatch(line.text[start : chunk.start]))
    ):
        return True
    if _HOSTED_BY.search(before) and isinstance(chunk.found, FoundCountry | FoundCity):
        return True
    return bool(_SEATED.search(before) or _HOSTED.match(line.marked[chunk.end : chunk.end + 120]))


def _is_venue(line: Line, chunk: Chunk, _start: int) -> bool:
    body = chunk.found
    if not isinstance(body, FoundBody) or body.generic or body.kind in _NO_VENUES:
        return False
    before = line.marked[max(0, chunk.start - 60) : chunk.start]
    return bool(_VENUE.search(before) or _HOSTED.match(line.marked[chunk.end : chunk.end + 120]))
