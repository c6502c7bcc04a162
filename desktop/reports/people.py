"""Participants and memberships on paper: names, posts and the entries they appear in."""

from collections.abc import Iterable

from db.rows.dossier import DossierAppearance, DossierMembership, DossierParticipant, DossierPost
from desktop.reports import phrases
from desktop.reports.entries import THIRD_OF_PAGE, Entry, height, other_forms, shortened, titled
from desktop.reports.runs import Line, Row, citations, printable, reference, row, run, separated
from desktop.reports.wording import Wording


def participant_entry(wording: Wording, item: DossierParticipant) -> Entry:
    """Return a person, body or region as it is set."""
    rows = row(
        wording.word("label", "posts"), [_post(wording, each) for each in item.posts]
    ) + _appearance_rows(wording, item.appearances)
    kind = item.organisation_kind
    described = phrases.words(wording.word("organisation_kind", kind) if kind else "")
    news = phrases.words(wording.word("news", item.news) if item.news else "")
    return {
        "reference": printable(item.reference),
        "anchor": printable(item.reference),
        "title": titled(item.name, item.language),
        "short": shortened(item.name, item.language),
        "others": other_forms(item.other_names, item.name),
        "marks": [mark for mark in (news, described) if mark],
        "summary": [],
        "rows": rows,
        "breakable": height([item.name], rows) > THIRD_OF_PAGE,
        "participant": True,
        "listed": True,
    }


def _post(wording: Wording, item: DossierPost) -> Line:
    when = phrases.words(phrases.span_words(wording, item.since, item.until))
    post = phrases.post_words(wording, item.post, acting=item.acting)
    return separated([post, phrases.told(item.held_in), when]) + citations(item.citations)


def _appearance_rows(wording: Wording, appearances: Iterable[DossierAppearance]) -> list[Row]:
    by_role: dict[str, list[Line]] = {}
    for item in appearances:
        by_role.setdefault(item.role, []).append(_appearance(wording, item))
    return [
        each
        for role, lines in by_role.items()
        for each in row(wording.word("appearance", role), lines)
    ]


def _appearance(wording: Wording, item: DossierAppearance) -> Line:
    behalf = wording.word("phrase", "for", name=item.on_behalf_of) if item.on_behalf_of else ""
    mark = separated([[reference(item.reference)], phrases.told(item.title)], "\u2002")
    when = phrases.words(phrases.date_words(wording, item.date))
    return separated([mark, when, phrases.words(behalf)])


def membership_rows(wording: Wording, memberships: Iterable[DossierMembership]) -> list[Row]:
    """Return a row for each way in which the country belongs to bodies."""
    by_role: dict[str, list[Line]] = {}
    for item in memberships:
        by_role.setdefault(item.role, []).append(_membership(wording, item))
    return [
        each
        for role, lines in by_role.items()
        for each in row(wording.word("membership", role), lines)
    ]


def _membership(wording: Wording, item: DossierMembership) -> Line:
    names = ", ".join(item.together_with)
    mark: Line = [reference(item.reference)] if item.reference else []
    return separated(
        [
            separated([mark, [run(item.body)]], "\u2002"),
            phrases.words(phrases.span_words(wording, item.since, item.until)),
            phrases.words(wording.word("phrase", "together", names=names) if names else ""),
        ]
    ) + citations(item.citations)
