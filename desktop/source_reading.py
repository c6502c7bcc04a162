"""Reading a source of a catalogue: with what was learnt from others, and what is known of it.

The window and the command line both come through here; nothing of it needs the GUI thread.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.catalogue import Catalogue
from db.commands.decisions import keep_reading
from db.late import LOADING
from db.queries.known_names import names_in
from db.queries.reading import decisions_of, noise_patterns, text_of
from db.queries.tags import tag_tree
from db.rows.suggestions import Decision, KnownName, Reading, Suggestion
from db.terms import EntryKind, Verdict
from desktop.reading.noise import LEARNT, noise_pattern
from desktop.reading.records import Records
from desktop.reading.topics import TagName
from desktop.version import PROGRAM

_NOISE = "noise:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What a catalogue has learnt that helps to read a text."""

    noise: frozenset[str] = frozenset()
    """Patterns of lines to pass over."""
    names: tuple[KnownName, ...] = ()
    """Names it knows that stand in the text."""
    tags: tuple[TagName, ...] = ()


NOTHING_TAUGHT = Taught()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRelease:
    """A source as it was read."""

    source_id: int
    records: Records
    reading: Reading
    """The suggestions; what the catalogue knows of them is asked as they are shown."""
    learnt: frozenset[str] = frozenset()
    """The learnt patterns it was read with."""
    switched_on: frozenset[str] = frozenset()
    """The patterns of lines that were read although they look like noise."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of what is to be decided."""
        return tuple(one.key for one in self.reading.suggestions if is_to_decide(one))

    @property
    def met(self) -> tuple[str, ...]:
        """The learnt patterns that lines of this source were passed over by."""
        found = (p.text for p in self.records.page.paragraphs if p.noise == LEARNT)
        return tuple(dict.fromkeys(map(noise_pattern, found)))


def is_to_decide(suggestion: Suggestion) -> bool:
    """Tell whether a release is only reviewed once this is decided.

    Places are the other ends of lines: they come along with these, or are taken for themselves.
    """
    return suggestion.kind != EntryKind.PLACE


def noise_key(pattern: str) -> str:
    """Return the key under which the verdict on a line of noise is kept."""
    return f"{_NOISE}{pattern}"


def switched_on(decisions: Collection[Decision]) -> frozenset[str]:
    """Return the patterns of noise that were refused, to be read after all."""
    return frozenset(
        one.key.removeprefix(_NOISE)
        for one in decisions
        if one.key.startswith(_NOISE) and one.verdict == Verdict.REFUSED
    )


def read_source(catalogue: Catalogue, source_id: int) -> ReadRelease:
    """Read the text of a source; one without a text suggests nothing. Takes up to a second."""
    with catalogue.read() as session:
        text = text_of(session, source_id)
        taught = taught_for(session, text)
        kept = switched_on(decisions_of(session, source_id))
    records, reading = read_text(text, taught, kept)
    return ReadRelease(
        source_id=source_id,
        records=records,
        reading=reading,
        learnt=taught.noise,
        switched_on=kept,
    )


def taught_for(session: Session, text: str) -> Taught:
    """Return what the catalogue has to say on a text before it is read."""
    return Taught(
        noise=noise_patterns(session),
        names=names_in(session, text),
        tags=tuple(
            TagName(id=tag.id, label_en=tag.label_en, label_ru=tag.label_ru)
            for tag in tag_tree(session)
        ),
    )


def read_text(
    text: str, taught: Taught = NOTHING_TAUGHT, kept: Collection[str] = ()
) -> tuple[Records, Reading]:
    """Read a text; say in `Reading.partial` what could not be used for it."""
    # half a second of grammars and word lists, which only the worker that reads has to wait for
    with LOADING:
        from desktop.reading.release import read_release  # noqa: PLC0415
        from desktop.reading.suggest import suggest  # noqa: PLC0415
        from desktop.reading.tagger import why_not  # noqa: PLC0415

    records = read_release(
        text, noise=sorted(taught.noise), keep=kept, known=taught.names, tags=taught.tags
    )
    is_russian = any(paragraph.language == "ru" for paragraph in records.page.body)
    partial = why_not() if is_russian else ""
    return records, suggest(records, version=PROGRAM, partial=partial)


def keep_read(session: Session, read: ReadRelease) -> None:
    """Keep what was suggested, outside history."""
    keep_reading(
        session,
        source_id=read.source_id,
        version=read.reading.version,
        keys=read.keys,
        patterns=read.met,
    )
