"""The lines of a card in words: a label and a value for each kind of line."""

from collections.abc import Callable, Iterator

from db.rows.fields import FieldType, field_of
from db.rows.suggestions import LineKind, SuggestedLine
from db.terms import (
    Bound,
    EntryKind,
    FigureState,
    How,
    NameKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)
from db.text.folding import fold
from desktop.desk.cards.wording import LIKELY, LineWords, Run, Wording, is_post, translate
from desktop.labels import choice_labels, date_label, field_label, heading, label

_SAYS_ACTING = ("acting", "исполня", "и. о.", "и.о.", "врио", "вр. и. о.")
_SEVERAL = "  "


def line_words(line: SuggestedLine, kind: EntryKind, wording: Wording) -> LineWords:
    """Return a line of a record of a kind in words, with what is uncertain about it."""
    words = _WRITERS[line.kind](line, kind, wording)
    return LineWords(label=words.label, runs=(*words.runs, *_doubts(line)))


def _doubts(line: SuggestedLine) -> Iterator[Run]:
    if line.how == How.INFERRED:
        words = translate("cards", "inferred")
        yield Run(text=f"{_SEVERAL}{words}: {line.reason}" if line.reason else words, tone="warn")
    elif line.how == How.REPORTED:
        yield Run(text=_SEVERAL + label(How.REPORTED), tone="quiet")
    if line.confidence < LIKELY:
        yield Run(text=_SEVERAL + translate("cards", "perhaps"), tone="warn")


def _field(line: SuggestedLine, kind: EntryKind, wording: Wording) -> LineWords:
    spec = field_of(kind, line.name)
    name = field_label(line.name)
    match spec.type if spec else FieldType.LINE:
        case FieldType.PLACE:
            runs = (Run(text=wording.title(line.other)), *_mark(line.other, wording))
            return LineWords(label=name, runs=runs)
        case FieldType.DATE:
            value = date_label(line.value, wording.language)
        case FieldType.CHOICE if spec is not None:
            value = dict(choice_labels(spec)).get(line.value, line.value)
        case _:
            value = line.value
    return LineWords(label=name, runs=(Run(text=value),))


def _name(line: SuggestedLine, _kind: EntryKind, _wording: Wording) -> LineWords:
    return LineWords(
        label=heading(NameKind(line.name or NameKind.VARIANT)), runs=(Run(text=line.value),)
    )


def _stage(line: SuggestedLine, _kind: EntryKind, wording: Wording) -> LineWords:
    date = date_label(line.value, wording.language)
    first = Run(text=date) if date else Run(text=translate("cards", "no date"), tone="quiet")
    places = [wording.title(key) for key in (line.place, line.meeting) if key]
    rest = "".join(f" · {place}" for place in places)
    return LineWords(label=heading(StageKind(line.name)), runs=(first, Run(text=rest)))


def _link(line: SuggestedLine, kind: EntryKind, wording: Wording) -> LineWords:
    end = line.other or line.on_behalf_of
    if is_post(line) and line.outgoing:
        runs = (Run(text=_post(line)), *_detail(wording.title(end)), *_mark(end, wording))
    elif line.presence in {Presence.UNNAMED, Presence.DELEGATION}:
        runs = (Run(text=_unnamed(line)), *_detail(wording.title(end)), *_mark(end, wording))
    else:
        behalf = line.on_behalf_of if line.other else ""
        beside = _post(line)
        if behalf:
            of = wording.title(behalf)
            beside = f"{beside} ({of})" if beside else translate("cards", "for {0}").format(of)
        runs = (Run(text=wording.title(end)), *_detail(beside), *_mark(end, wording))
    return LineWords(label=wording.relation(line, kind), runs=runs)


def _post(line: SuggestedLine) -> str:
    if not line.acting or any(sign in fold(line.post_as) for sign in map(fold, _SAYS_ACTING)):
        return line.post_as
    return translate("cards", "acting {0}").format(line.post_as).rstrip()


def _unnamed(line: SuggestedLine) -> str:
    post = _post(line)
    if line.presence == Presence.DELEGATION:
        words = post or label(Presence.DELEGATION)
        return f"{line.number} {words}" if line.number else words
    return translate("cards", "{0} (unnamed)").format(post or label(Presence.UNNAMED))


def _detail(words: str) -> Iterator[Run]:
    if words:
        yield Run(text=f" — {words}", tone="quiet")


def _mark(key: str, wording: Wording) -> Iterator[Run]:
    mark = wording.mark(key)
    if mark is not None:
        yield Run(text=_SEVERAL + mark.text, tone=mark.tone)


def _point(line: SuggestedLine, _kind: EntryKind, _wording: Wording) -> LineWords:
    return LineWords(label=heading(PointKind(line.name)), runs=(Run(text=line.value),))


def _figure(line: SuggestedLine, _kind: EntryKind, wording: Wording) -> LineWords:
    bound = Bound(line.bound or Bound.EXACT)
    state = FigureState(line.state or FigureState.STATED)
    about = label(bound) if bound != Bound.EXACT else ""
    runs = [Run(text=" ".join(filter(None, (about, line.value, line.unit))))]
    if state != FigureState.STATED:
        runs.extend(_detail(label(state)))
    runs.extend(_detail(wording.title(line.other) if line.other else ""))
    return LineWords(label=translate("cards", "Figure"), runs=tuple(runs))


def _quotation(line: SuggestedLine, _kind: EntryKind, wording: Wording) -> LineWords:
    retold = line.name == QuotationMode.REPORTED
    words = line.value if retold else f"“{line.value.strip('«»“”„')}”"
    runs = (Run(text=words), *_detail(wording.title(line.other) if line.other else ""))
    name = translate("cards", "Retold") if retold else translate("cards", "Quotation")
    return LineWords(label=name, runs=runs)


def _tag(line: SuggestedLine, _kind: EntryKind, wording: Wording) -> LineWords:
    known = wording.tags.get(int(line.value)) if line.value.isdecimal() else None
    return LineWords(
        label=translate("cards", "Tag"), runs=(Run(text=known or f"#{line.value}", tone="tag"),)
    )


_WRITERS: dict[LineKind, Callable[[SuggestedLine, EntryKind, Wording], LineWords]] = {
    LineKind.FIELD: _field,
    LineKind.NAME: _name,
    LineKind.STAGE: _stage,
    LineKind.LINK: _link,
    LineKind.POINT: _point,
    LineKind.FIGURE: _figure,
    LineKind.QUOTATION: _quotation,
    LineKind.TAG: _tag,
}
