"""Every command the desktop can call, each with arguments drawn from what the catalogue holds."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from db import commands
from db.commands import (
    content,
    decisions,
    entries,
    evidence,
    links,
    names,
    participants,
    posts,
    removing,
    saved_searches,
    sources,
    stages,
    tags,
)
from db.commands.accepting import accept as accepting
from db.commands.importing.table import import_table
from db.exchange.intake import read_pasted
from db.exchange.release import arrival_of
from db.models import TARGETS
from db.rows.faces import Target
from db.rows.incoming_table import IncomingTable, TableWishes
from db.rows.pin import Pin
from db.rows.saved import SearchSpec
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion, Taken
from db.terms import (
    EntryKind,
    LinkKind,
    NameKind,
    PointKind,
    ReadingState,
    ReviewState,
    Verdict,
)
from tests.write_path.dice import Dice

OUTSIDE_HISTORY: Mapping[str, str] = {
    "drafts.drop_draft": "drafts lie outside history",
    "drafts.keep_draft": "drafts lie outside history",
    "decisions.keep_reading": "what was suggested can be read again from the text",
    "reports.keep_report": "what was printed was printed",
    "evidence.claimed": "it only asks",
    "participants.known_by_name": "it only asks",
    "posts.find_post": "it only asks",
}
"""What no act of history is, and why."""
BY_ITSELF: Mapping[str, str] = {
    "importing.whole.import_directory": "it needs a directory, and has a test of its own here",
}


def public_commands() -> set[str]:
    """Return the functions of ``db.commands`` that take a session and named arguments alone."""
    found: set[str] = set()
    for module in walk_packages(commands.__path__, f"{commands.__name__}."):
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            own = function.__module__ == module.name and not name.startswith("_")
            if own and _is_command(function):
                found.add(f"{module.name.removeprefix('db.commands.')}.{name}")
    return found


def _is_command(function: Callable[..., object]) -> bool:
    first, *others = inspect.signature(function).parameters.values()
    named = [one.kind == inspect.Parameter.KEYWORD_ONLY for one in others]
    return first.name == "session" and bool(named) and all(named)


def _create_entry(dice: Dice) -> object:
    kinds = [kind for kind in EntryKind if kind not in {EntryKind.SOURCE, EntryKind.PLACE}]
    return entries.create_entry(
        dice.session, kind=dice.one(kinds), values={"title": dice.words(), "note": dice.words()}
    )


def _set_field(dice: Dice) -> object:
    field = dice.one(("title", "summary", "note"))
    value = dice.words()
    return entries.set_field(dice.session, entry_id=dice.entry(), field=field, value=value)


def _add_figure(dice: Dice) -> object:
    spec = content.FigureSpec(number=str(dice.number()), members=tuple(set(dice.some())))
    return content.add_figure(dice.session, entry_id=dice.entry(EntryKind.MEETING), spec=spec)


def _change_figure(dice: Dice) -> object:
    spec = content.FigureSpec(number=str(dice.number()), unit=dice.words())
    return content.change_figure(dice.session, figure_id=dice.id("figure"), spec=spec)


def _move_link(dice: Dice) -> object:
    beside = (
        "(subject_id, kind) IN (SELECT subject_id, kind FROM link GROUP BY 1, 2 "
        "HAVING count(DISTINCT position) > 1)"
    )
    link, place = dice.id("link", beside), dice.number() % 4
    return links.move_link(dice.session, link_id=link, position=place)


def _change_evidence(dice: Dice) -> object:
    claim = dice.id("evidence")
    listed = ", ".join(f"{target}_id" for target in TARGETS)
    found = dice.session.connection().exec_driver_sql(
        f"SELECT {listed} FROM evidence WHERE id = ?", (claim,)
    )
    (target,) = (Target(name, id_) for name, id_ in zip(TARGETS, found.one(), strict=True) if id_)
    spec = replace(dice.claim(), target=target)
    return evidence.change_evidence(dice.session, evidence_id=claim, spec=spec)


def _pin(dice: Dice) -> object:
    source, span = dice.source()
    pin = Pin(source_id=source, source_reference="", spans=(span,), words="")
    return evidence.stand_on_pin(dice.session, pin=pin, targets=[dice.target()])


def _mark(dice: Dice) -> object:
    source, span = dice.source()
    return evidence.mark_passage(dice.session, source_id=source, span=span)


def _unmark(dice: Dice) -> object:
    unused = "id NOT IN (SELECT passage_id FROM evidence_passage)"
    return evidence.unmark_passage(dice.session, passage_id=dice.id("passage", unused))


def _accept(dice: Dice) -> object:
    source, span = dice.source()
    line = SuggestedLine(
        key="field:number", kind=LineKind.FIELD, name="number", value=dice.words(), spans=(span,)
    )
    card = Suggestion(
        key=f"agreement:{dice.words()}",
        kind=EntryKind.AGREEMENT,
        title=dice.words(),
        spans=(span,),
        lines=(line,),
    )
    taken = Taken(suggestion=card, lines=card.lines)
    return accepting(dice.session, source_id=source, taken=taken, suggestions={card.key: card})


def _reopen(dice: Dice) -> object:
    found = dice.session.connection().exec_driver_sql("SELECT source_id, key FROM decision")
    source, key = dice.one([(row[0], row[1]) for row in found])
    return decisions.reopen(dice.session, source_id=source, key=key)


def _import_table(dice: Dice) -> object:
    table = IncomingTable(
        name="table.csv", headings=("Title",), rows=((dice.words(),), (dice.words(),)), lines=(2, 3)
    )
    wishes = TableWishes(kind=EntryKind.PERSON, columns=("title",))
    return import_table(dice.session, table=table, wishes=wishes)


def _tag(dice: Dice) -> tags.TagSpec:
    return tags.TagSpec(label_en=dice.words(), scope_note=dice.words())


def _search(dice: Dice) -> SearchSpec:
    return SearchSpec(name=dice.words(), query="country:AZ")


def _point(dice: Dice) -> content.PointSpec:
    return content.PointSpec(kind=dice.one(tuple(PointKind)), wording=dice.words())


def _quotation(dice: Dice) -> content.QuotationSpec:
    return content.QuotationSpec(words=dice.words(), speaker_id=dice.entry(EntryKind.PERSON))


def _untag(dice: Dice) -> object:
    found = dice.session.connection().exec_driver_sql("SELECT entry_id, tag_id FROM entry_tag")
    entry, tag = dice.one([(row[0], row[1]) for row in found])
    return tags.untag_entries(dice.session, entry_ids=[entry], tag_id=tag)


def _participants(dice: Dice) -> object:
    spec = participants.ParticipantSpec(
        role=LinkKind.ATTENDEE, name=dice.words(), country="KZ", post=dice.words()
    )
    meeting = dice.entry(EntryKind.MEETING)
    return participants.add_participants(dice.session, subject_id=meeting, specs=[spec])


def _release(dice: Dice) -> Any:  # noqa: ANN401 - a release, whatever reading makes of it
    return read_pasted(f"Release {dice.words()} was issued in Baku {dice.number()}.")


RULES: Mapping[str, Callable[[Dice], object]] = {
    "accepting.accept.accept": _accept,
    "content.add_figure": _add_figure,
    "content.add_point": lambda d: content.add_point(
        d.session, entry_id=d.entry(EntryKind.MEETING), spec=_point(d)
    ),
    "content.add_quotation": lambda d: content.add_quotation(
        d.session, entry_id=d.entry(EntryKind.MEETING), spec=_quotation(d)
    ),
    "content.change_figure": _change_figure,
    "content.change_point": lambda d: content.change_point(
        d.session, point_id=d.id("point"), spec=_point(d)
    ),
    "content.change_quotation": lambda d: content.change_quotation(
        d.session, quotation_id=d.id("quotation"), spec=_quotation(d)
    ),
    "content.remove_figure": lambda d: content.remove_figure(d.session, figure_id=d.id("figure")),
    "content.remove_point": lambda d: content.remove_point(d.session, point_id=d.id("point")),
    "content.remove_quotation": lambda d: content.remove_quotation(
        d.session, quotation_id=d.id("quotation")
    ),
    "decisions.begin_reading": lambda d: decisions.begin_reading(
        d.session, source_id=d.id("source", "reading_state = 'inbox'")
    ),
    "decisions.change_noise": lambda d: decisions.change_noise(
        d.session, pattern_id=d.id("noise_pattern"), words=d.words()
    ),
    "decisions.decide": lambda d: decisions.decide(
        d.session, source_id=d.id("source"), key=d.words(), verdict=d.one(tuple(Verdict))
    ),
    "decisions.decide_lines": lambda d: decisions.decide_lines(
        d.session, source_id=d.id("source"), key=d.words(), verdicts={"a": Verdict.ACCEPTED}
    ),
    "decisions.forget_noise": lambda d: decisions.forget_noise(
        d.session, pattern_id=d.id("noise_pattern")
    ),
    "decisions.learn_noise": lambda d: decisions.learn_noise(d.session, words=d.words()),
    "decisions.refuse": lambda d: decisions.refuse(
        d.session, source_id=d.id("source"), keys=[d.words()]
    ),
    "decisions.reopen": _reopen,
    "entries.create_entry": _create_entry,
    "entries.ensure_country": lambda d: entries.ensure_country(
        d.session, code=d.one(("UZ", "TJ", "MN", "PE"))
    ),
    "entries.restore_entries": lambda d: entries.restore_entries(
        d.session, entry_ids=[d.id("entry", "trashed")]
    ),
    "entries.set_field": _set_field,
    "entries.set_review": lambda d: entries.set_review(
        d.session, entry_ids=d.some(), review=d.one(tuple(ReviewState)[1:])
    ),
    "entries.trash_entries": lambda d: entries.trash_entries(d.session, entry_ids=d.some()),
    "evidence.add_evidence": lambda d: evidence.add_evidence(d.session, spec=d.claim()),
    "evidence.add_evidence_for_all": lambda d: evidence.add_evidence_for_all(
        d.session, specs=[d.claim(), d.claim()]
    ),
    "evidence.change_evidence": _change_evidence,
    "evidence.mark_passage": _mark,
    "evidence.remove_evidence": lambda d: evidence.remove_evidence(
        d.session, evidence_id=d.id("evidence")
    ),
    "evidence.stand_on_pin": _pin,
    "evidence.unmark_passage": _unmark,
    "importing.table.import_table": _import_table,
    "links.add_link": lambda d: links.add_link(d.session, spec=d.link()),
    "links.change_link": lambda d: links.change_link(
        d.session, link_id=d.id("link"), spec=d.link()
    ),
    "links.ensure_link": lambda d: links.ensure_link(d.session, spec=d.link()),
    "links.move_link": _move_link,
    "links.remove_links": lambda d: links.remove_links(d.session, link_ids=[d.id("link")]),
    "names.add_name": lambda d: names.add_name(
        d.session, entry_id=d.entry(), text=d.words(), kind=d.one(tuple(NameKind))
    ),
    "names.change_name": lambda d: names.change_name(
        d.session, name_id=d.id("name"), text=d.words(), kind=d.one(tuple(NameKind))
    ),
    "names.remove_name": lambda d: names.remove_name(d.session, name_id=d.id("name")),
    "participants.add_participants": _participants,
    "posts.change_post": lambda d: posts.change_post(
        d.session, post_id=d.id("post"), label_en=d.words(), label_ru=d.words()
    ),
    "posts.ensure_post": lambda d: posts.ensure_post(d.session, label=d.words()),
    "removing.remove_entries": lambda d: removing.remove_entries(
        d.session, entry_ids=[d.id("entry", "trashed"), d.id("entry", "trashed")]
    ),
    "saved_searches.change_search": lambda d: saved_searches.change_search(
        d.session, search_id=d.id("saved_search"), spec=_search(d)
    ),
    "saved_searches.move_search": lambda d: saved_searches.move_search(
        d.session, search_id=d.id("saved_search"), to=d.number() % 3
    ),
    "saved_searches.remove_search": lambda d: saved_searches.remove_search(
        d.session, search_id=d.id("saved_search")
    ),
    "saved_searches.save_search": lambda d: saved_searches.save_search(d.session, spec=_search(d)),
    "sources.add_source": lambda d: sources.add_source(d.session, release=_release(d)),
    "sources.add_sources": lambda d: sources.add_sources(
        d.session, arrivals=[arrival_of(_release(d)), arrival_of(_release(d))]
    ),
    "sources.set_reading_state": lambda d: sources.set_reading_state(
        d.session, source_id=d.id("source"), state=d.one(tuple(ReadingState))
    ),
    "stages.add_stage": lambda d: stages.add_stage(
        d.session, agreement_id=d.entry(EntryKind.AGREEMENT), spec=d.stage()
    ),
    "stages.change_stage": lambda d: stages.change_stage(
        d.session, stage_id=d.id("stage"), spec=d.stage()
    ),
    "stages.move_stage": lambda d: stages.move_stage(
        d.session, stage_id=d.id("stage"), position=d.number() % 3
    ),
    "stages.remove_stage": lambda d: stages.remove_stage(d.session, stage_id=d.id("stage")),
    "tags.change_tag": lambda d: tags.change_tag(d.session, tag_id=d.id("tag"), spec=_tag(d)),
    "tags.create_tag": lambda d: tags.create_tag(d.session, spec=_tag(d)),
    "tags.remove_tag": lambda d: tags.remove_tag(d.session, tag_id=d.id("tag")),
    "tags.tag_entries": lambda d: tags.tag_entries(
        d.session, entry_ids=d.some(), tag_id=d.id("tag")
    ),
    "tags.untag_entries": _untag,
}
"""What is done for each command, by its module and name."""
