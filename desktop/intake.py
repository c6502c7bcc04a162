"""Taking releases in: the one piece that the window and the command line share.

A release that is there already, or nearly so, is not taken in a second time unless that is asked
for. Look and write are one transaction, so that nothing comes between them.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from db.act import Act
from db.commands.drafts import drop_draft
from db.commands.sources import add_sources
from db.errors import CatalogueError, Refused
from db.exchange.release import Arrival, Release, arrival_of
from db.queries.likes import LikeEarlier, LikeSource, like_earlier, sources_like
from db.queries.references import entry_refs
from db.rows.entries import EntryRef
from db.terms import SourceKind
from desktop.release_files import ReadFile

KEY = "source.add"
FILES_AN_ACT = 5_000
"""Files up to which one undo takes back what was taken in together: it takes a second or two."""

Outcome = EntryRef | LikeSource | CatalogueError
"""What became of a file: the source it is now, the one it was left out for, or why it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file and what became of it."""

    file: Path
    outcome: Outcome
    warnings: tuple[str, ...] = ()
    """Of what has come in: the codes of `Release.warnings`."""
    left_out: tuple[str, ...] = ()
    """Names of attachments that were not read."""


def take_in(
    release: Release,
    kind: SourceKind = SourceKind.PRESS_RELEASE,
    values: Mapping[str, str] | None = None,
    *,
    again: bool = False,
    draft: str = "",
) -> Act[EntryRef | LikeSource]:
    """Take a release in, unless it is there already; ``again`` takes it in even so.

    The answer is the source it has become, or the one it was left out for. With the key of a
    draft, that is forgotten in the same transaction.
    """

    def run(session: Session) -> EntryRef | LikeSource:
        (outcome,) = _take_in(session, [arrival_of(release)], kind, values, again=again)
        if isinstance(outcome, CatalogueError):
            raise outcome
        if draft and isinstance(outcome, EntryRef):
            drop_draft(session, form=draft)
        return outcome

    return Act(key=KEY, run=run, about=(values or {}).get("title", release.title))


class TakingTurns:
    """The acts that take in one choice of files, some hundred a turn.

    Each turn is a transaction of its own, so that neither memory nor the wait of whoever else
    wants to write grows with the choice, and what is in stays in when the rest is given up. For
    the archivist they are one act: as turns of one visit they are folded into one revision, which
    one undo takes back, up to ``FILES_AN_ACT`` files. With something else done in between, what
    comes after it is an act of its own. Of how many files there are to come tells the first turn:
    before very many a backup is made.
    """

    def __init__(self, *, again: bool = False, to_come: int = 0) -> None:
        self._again, self._to_come = again, to_come
        self._choice = str(uuid.uuid4())
        self._files = 0

    def act(self, batch: Sequence[ReadFile]) -> Act[list[Taken]]:
        """Take in what has been read; the answer says what became of each file, in order.

        A file that could not be read, or can't be stored, does not stop the others.
        """
        visit = f"{self._choice} {self._files // FILES_AN_ACT}"
        to_come = 0 if self._files else self._to_come
        self._files += len(batch)

        def run(session: Session) -> list[Taken]:
            arrivals = [one.content for one in batch if isinstance(one.content, Arrival)]
            found = iter(_take_in(session, arrivals, again=self._again))
            return [_taken(one, found) for one in batch]

        return Act(key=KEY, run=run, visit=visit, extent=lambda _session: to_come)


def _taken(read: ReadFile, outcomes: Iterator[Outcome]) -> Taken:
    if isinstance(read.content, CatalogueError):
        return Taken(file=read.file, outcome=read.content)
    outcome, release = next(outcomes), read.content.release
    if not isinstance(outcome, EntryRef):
        return Taken(file=read.file, outcome=outcome)
    return Taken(
        file=read.file, outcome=outcome, warnings=release.warnings, left_out=release.left_out
    )


def _take_in(
    session: Session,
    arrivals: Sequence[Arrival],
    kind: SourceKind = SourceKind.PRESS_RELEASE,
    values: Mapping[str, str] | None = None,
    *,
    again: bool,
) -> list[Outcome]:
    outcomes: dict[int, Outcome] = {}
    doubles: dict[int, LikeEarlier] = {}
    if not again:
        prints = [one.fingerprint for one in arrivals]
        found = sources_like(session, prints)
        outcomes.update((place, alike[0]) for place, alike in enumerate(found) if alike)
        doubles = like_earlier({p: one for p, one in enumerate(prints) if p not in outcomes})
    new = [p for p in range(len(arrivals)) if p not in outcomes and p not in doubles]
    added = add_sources(session, arrivals=[arrivals[p] for p in new], kind=kind, values=values)
    refs = entry_refs(session, (one for one in added if not isinstance(one, Refused)))
    for place, one in zip(new, added, strict=True):
        outcomes[place] = one if isinstance(one, Refused) else refs[one]
    for place, like in doubles.items():
        outcomes[place] = _left_out(outcomes[like.place], like)
    return [outcomes[place] for place in range(len(arrivals))]


def _left_out(first: Outcome, like: LikeEarlier) -> Outcome:
    if not isinstance(first, EntryRef):
        return first
    return LikeSource(ref=first, likeness=like.likeness, same_file=like.same_file)
