"""How far the name of a body goes behind the noun at its head: «… по …», «… имени …», «…»."""

from collections.abc import Callable

from desktop.reading.bodies.russian_head_words import (
    FORMS,
    Head,
    head_of,
    heads_another,
    is_bank,
    is_given,
)
from desktop.reading.bodies.russian_known import known_at
from desktop.reading.bodies.russian_phrases import (
    GENITIVE,
    LOCATIVE,
    about,
    between,
    chain,
    in_field,
    named_after,
    noun_phrase,
    quoted,
)
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import Word, opens_quote

_OF_PEOPLE = frozenset(("commission", "association", "government", "parliament", "other"))
_OF_TRADES = frozenset(("university", "other", "association", "hospital"))
_OWNED = frozenset(
    ("департамент", "управление", "комитет", "аппарат", "секретариат", "отдел", "президиум",
     "палата", "штаб", "подкомиссия", "коллегия", "филиал", "канцелярия", "бюро")
)  # fmt: skip
_PROPER_KINDS = frozenset(("university", "hospital", "company", "other", "media", "association"))


def right(scope: Scope, place: int, form: Head) -> tuple[int, int]:
    """Return the place after a body's name, and where a body that owns it begins, or -1."""
    end = quoted(scope, place)
    if form.need == "quoted" and end == place and not form.lemma:
        end = _form_name(scope, place)
    if end == place:
        end = named_after(scope, place)
    owner = -1
    if end == place:
        end, owner = _complement(scope, place, form)
    return _tails(scope, end, form), owner


def _form_name(scope: Scope, place: int) -> int:
    """Go over a legal form's further forms and a name without quotes: «ФГБОУ ВО «…»»."""
    words = scope.words
    end = place
    while end < len(words) and (words[end].text in FORMS or words[end].text in {"ВО", "НИУ"}):
        end += 1
    if end < len(words) and opens_quote(words[end]):
        return quoted(scope, end)
    head = head_of(words[end]) if end < len(words) else None
    if head is not None:
        return right(scope, end + 1, head)[0]
    while end < len(words) and _is_of_form(scope, end):
        end += 1
    return end


def _is_of_form(scope: Scope, place: int) -> bool:
    """Tell whether a word goes on with a firm's name: not «директор ФГБУ *Артём* …»."""
    word = scope.words[place]
    person = scope.is_in_name(place) or is_given(word)
    return word.sort == "word" and word.is_capital and not person


def _complement(scope: Scope, place: int, form: Head) -> tuple[int, int]:
    words = scope.words
    if place >= len(words):
        return place, -1
    after = max(about(scope, place, _stops), in_field(scope, place))
    if after > place:
        return after, -1
    if _proper(scope, place, form):
        return _proper_end(scope, place, form), -1
    if form.kind == "ministry" and place in scope.countries:
        return about(scope, scope.countries[place][0]), -1
    stops = _Stops(form, place)
    end = chain(scope, place, GENITIVE, stops)
    near = end <= stops.owner <= end + 3
    if (
        near
        and form.lemma in _OWNED
        and all(w.text not in {",", "и"} for w in words[end : stops.owner])
    ):
        return max(end, _owner_end(scope, stops.owner)), end
    return end, -1


def _owner_end(scope: Scope, place: int) -> int:
    """Return the place after the body that owns another: «Комитета *Государственной Думы*»."""
    head = head_of(scope.words[place])
    known = known_at(scope, place)
    return max(right(scope, place + 1, head)[0] if head else 0, known.end if known else 0)


class _Stops:
    """Where a complement must end: another body's head, a known body, a person's post."""

    def __init__(self, form: Head, first: int) -> None:
        self.form = form
        self.first = first
        self.owner = -1

    def __call__(self, scope: Scope, place: int) -> bool:
        word = scope.words[place]
        if heads_another(word) and (word.is_capital or place > self.first):
            self.owner = place
            return True
        known = known_at(scope, place)
        if known and not known.acronym:
            self.owner = place
            return True
        if word.is_capital and place > self.first - 1 and is_given(word):
            return True
        noun = word.noun()
        if noun and noun.animate and not word.adjective() and noun.name == "":
            if not word.is_capital and self._is_of_many(word) and self.form.kind in _OF_TRADES:
                return False
            near = place <= self.first + 1 or self.form.kind == "association"
            holder = not word.is_capital and place > self.first and not self._is_of_many(word)
            return holder or not (near and self.form.kind in _OF_PEOPLE)
        return False

    @staticmethod
    def _is_of_many(word: Word) -> bool:
        """Tell whether a word means people of a calling: «институт *прокуроров*»."""
        return any(p.number == "plur" and p.case == "gent" and p.animate for p in word.parses)


def _stops(scope: Scope, place: int) -> bool:
    return bool(head_of(scope.words[place]) and scope.words[place].is_capital)


def _proper(scope: Scope, place: int, form: Head) -> bool:
    """Tell whether a proper name without quotes follows: «компания Siemens», «Центр Алмазова»."""
    word = scope.words[place]
    if form.kind not in _PROPER_KINDS or word.sort != "word" or not word.is_capital:
        return False
    if place in scope.countries or place in scope.cities:
        return False
    if place in scope.names:
        following = scope.words[place + 1 : place + 2]
        person = bool(following) and following[0].sort == "word" and following[0].is_capital
        return scope.names[place] == place + 1 and bool(word.noun(GENITIVE)) and not person
    if word.text.isascii():
        return True
    return form.kind in {"company", "university"} and not word.adjective() and not head_of(word)


def _proper_end(scope: Scope, place: int, form: Head) -> int:
    if place in scope.names or form.kind == "university":
        return place + 1
    end = place
    while end < len(scope.words):
        word = scope.words[end]
        if (word.text in {"&", "-"} and end > place) or (
            word.sort == "word"
            and word.is_capital
            and not (
                end in scope.countries or end in scope.names or (end > place and is_given(word))
            )
        ):
            end += 1
        else:
            break
    return end


def _tails(scope: Scope, end: int, form: Head) -> int:
    """Go on over «по …», «при …», «между …», «имени …», «№ 5», a city, a country."""
    for _turn in range(4):
        reached = _tail(scope, end, form)
        if reached == end:
            return end
        end = reached
    return end


def _tail(scope: Scope, end: int, form: Head) -> int:
    if end >= len(scope.words):
        return end
    tail = _TAILS.get(scope.words[end].lower)
    return tail(scope, end, form) if tail else _owner(scope, end, form)


def _about(scope: Scope, end: int, form: Head) -> int:
    people = scope.words[end - 1].lower == "власти"  # «Министерство народной власти по …»
    return end if form.kind in _NOT_ABOUT and not people else about(scope, end, _stops)


def _between(scope: Scope, end: int, form: Head) -> int:
    return between(scope, end) if form.kind in {"commission", "association", "other"} else end


def _at(scope: Scope, end: int, form: Head) -> int:
    if form.kind not in {"commission", "agency", "other", "university"}:
        return end
    return (noun_phrase(scope, end + 1, LOCATIVE) and chain(scope, end + 1, LOCATIVE)) or end


def _members(scope: Scope, end: int, form: Head) -> int:
    """Go over «государств – участников СНГ»: the dash belongs to the name."""
    following = scope.words[end + 1 : end + 2]
    two = any(after == end for after, _code in scope.countries.values())
    if two and end + 1 in scope.countries and form.kind == "commission":
        return scope.countries[end + 1][0]  # «Совет Россия – Куба»
    states = scope.words[end - 1].lower in {"государств", "стран"}
    if not states or not following or following[0].lower not in _MEMBERS:
        return end
    reached = chain(scope, end + 2, GENITIVE)
    return reached if reached > end + 2 else end


def _within(scope: Scope, end: int, form: Head) -> int:
    place = end + 1
    there = form.need == "country" and place in scope.countries
    return scope.countries[place][0] if there else end


def _name(scope: Scope, end: int, _form: Head) -> int:
    return named_after(scope, end)


def _number(scope: Scope, end: int, _form: Head) -> int:
    following = scope.words[end + 1 : end + 2]
    return end + 2 if following and following[0].sort == "number" else end


def _owner(scope: Scope, end: int, form: Head) -> int:
    """Go over a name in quotes, a country or a city right behind the rest."""
    if opens_quote(scope.words[end]) and form.need != "quoted" and form.kind != "ministry":
        return quoted(scope, end)
    if end in scope.countries and (form.kind != "company" or is_bank(form)):
        return scope.countries[end][0]
    if end in scope.cities and scope.words[end].noun(GENITIVE):
        return scope.cities[end]
    return end


def _for(scope: Scope, end: int, form: Head) -> int:
    """Go over «для Центральной Азии», «для стран Европы»: whom an office is for."""
    following = scope.words[end + 1 : end + 2]
    region = following and (following[0].is_capital or following[0].lower in {"стран", "региона"})
    if form.kind not in {"other", "agency", "commission"} or not region:
        return end
    return chain(scope, end + 1, GENITIVE)


_MEMBERS = frozenset(("участников", "участниц", "членов", "сторон"))
_NOT_ABOUT = frozenset(("hospital", "media", "government", "ministry", "university"))
_TAILS: dict[str, Callable[[Scope, int, Head], int]] = {
    "по": _about, "между": _between, "при": _at, "для": _for, "в": _within, "имени": _name,
    "им": _name,
    "им.": _name, "№": _number, "–": _members, "—": _members, "-": _members,
}  # fmt: skip
