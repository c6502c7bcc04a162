"""How surely a noun and the words around it are the name of one body in Russian."""

from desktop.reading.bodies.russian_heads import HeadAt
from desktop.reading.bodies.russian_scope import Scope
from desktop.reading.bodies.russian_words import opens_quote

_DAILY = frozenset(("группа", "школа", "парк", "дом", "общество", "центр"))
"""Nouns of daily life, which quotes behind them make a name less surely."""


def sureness(scope: Scope, head: HeadAt) -> float:
    """Return how surely words name a body, 0 to 1; 0 where they only stand for some body."""
    for rule in (
        _by_form,
        _by_owner,
        _by_nations,
        _by_need,
        _by_country,
        _by_adjective,
        _by_setting,
    ):
        told = rule(scope, head)
        if told is not None:
            return told
    lower = scope.words[head.head + 1].lower if head.complement else ""
    return 0.6 if lower == "по" and head.form.kind == "commission" else 0.0


def _by_form(_scope: Scope, head: HeadAt) -> float | None:
    """Decide legal forms and acronyms: «ООО «…»», «НИИ …»."""
    return None if head.form.lemma else 0.9 if head.complement else 0.0


def _by_owner(scope: Scope, head: HeadAt) -> float | None:
    """Pass over a unit that only its owner names: «начальник управления Агентства …»."""
    bare = head.owner == head.head + 1 and head.start == head.head
    return 0.0 if bare and not scope.words[head.head].is_capital else None


def _by_nations(scope: Scope, head: HeadAt) -> float | None:
    """Decide commissions of two countries: «российско-кубинская межправкомиссия»."""
    before = scope.words[head.start : head.head]
    two = head.form.kind == "commission" and any("ско-" in word.lower for word in before)
    return 0.85 if two else None


def _by_need(scope: Scope, head: HeadAt) -> float | None:
    need = head.form.need
    if need == "quoted":
        return 0.9 if _is_set_apart(scope, head) else 0.0
    if need == "alone":
        return 0.9 if scope.words[head.head].is_capital else 0.0
    return 0.9 if need == "complement" and head.complement else None


def _by_country(scope: Scope, head: HeadAt) -> float | None:
    """Decide «правительство Кубы», «посольство Кубы», in small letters too."""
    owned = head.form.need == "country" or head.form.kind in {"government", "parliament"}
    return 0.8 if owned and any(head.head < at < head.end for at in scope.countries) else None


def _by_adjective(scope: Scope, head: HeadAt) -> float | None:
    """Decide names that begin with a capital adjective: «Пекинский университет»."""
    first, noun = scope.words[head.start], scope.words[head.head]
    if head.start == head.head or not first.is_capital:
        return None
    if head.form.lemma == "комиссия" and head.start + 1 == head.head and not head.complement:
        return 0.0
    if head.start == 0 and head.head == 1 and not head.complement and not noun.is_capital:
        return 0.6 if first.lower.endswith(("ский", "ская", "ское")) else 0.0
    return 0.85


def _by_setting(scope: Scope, head: HeadAt) -> float | None:
    """Decide by quotes, «имени» or a capital behind the noun, or its own capital."""
    if _is_set_apart(scope, head):
        return 0.6 if head.form.lemma in _DAILY else 0.8
    if head.complement and scope.words[head.head].is_capital:
        return 0.85 if head.start or len(scope.words) > head.end else 0.7
    return None


def _is_set_apart(scope: Scope, head: HeadAt) -> bool:
    if not head.complement:
        return False
    following = scope.words[head.head + 1]
    return (
        opens_quote(following)
        or following.lower in {"им.", "имени", "им"}
        or (following.is_capital and head.head + 1 not in scope.countries)
    )
