"""Acts on many entries at once."""

from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import trash_entries
from db.commands.removing import remove_entries
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.models import Entry
from db.terms import EntryKind
from tests.faults.operation import CATALOGUE, Attempt, Operation
from tests.faults.operations.ground import begin_with_agreements


def _all(session: Session) -> list[int]:
    return list(session.scalars(select(Entry.id).where(Entry.kind == EntryKind.AGREEMENT)))


def _tag_all(session: Session) -> None:
    tag = create_tag(session, spec=TagSpec(label_en="health"))
    tag_entries(session, tag_id=tag, entry_ids=_all(session))


def _trash_all(session: Session) -> None:
    trash_entries(session, entry_ids=_all(session))


def _remove_all(session: Session) -> None:
    remove_entries(session, entry_ids=_all(session))


def _act_on_all(folder: Path, attempt: Attempt) -> None:
    with Catalogue.open(folder / CATALOGUE, who="Tester") as catalogue:
        attempt.ready()
        attempt.step(partial(catalogue.write, Act(key="tag.add", run=_tag_all)))
        attempt.step(partial(catalogue.write, Act(key="entry.trash", run=_trash_all)))
        attempt.step(catalogue.undo)
        attempt.step(catalogue.redo)
        attempt.step(partial(catalogue.write, Act(key="entry.remove", run=_remove_all)))
        attempt.step(catalogue.undo)
        attempt.step(catalogue.undo)


BULK = Operation(name="bulk acts", prepare=begin_with_agreements, run=_act_on_all)
