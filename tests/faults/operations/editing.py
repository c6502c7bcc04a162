"""Acts one after another, each of several rows; some are undone and done again."""

from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from db import network
from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country
from db.commands.links import add_link
from db.commands.names import add_name
from db.commands.stages import StageSpec, add_stage
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, NameKind, StageKind
from tests.faults.operation import CATALOGUE, Attempt, Operation
from tests.faults.operations.ground import begin_with_agreements

_ACTS = 6


def _agreement(session: Session, number: int) -> None:
    values = {"title": f"Протокол {number}"}
    made = create_entry(session, kind=EntryKind.AGREEMENT, values=values)
    add_name(session, entry_id=made, text=f"Protocol {number}", kind=NameKind.TRANSLATION)
    country = ensure_country(session, code="AZ")
    add_link(session, spec=LinkSpec(subject_id=made, kind=LinkKind.PARTY, object_id=country))
    add_stage(session, agreement_id=made, spec=StageSpec(kind=StageKind.SIGNED, date="2024-05"))


def _edit(folder: Path, attempt: Attempt) -> None:
    with Catalogue.open(folder / CATALOGUE, who="Tester") as catalogue:
        attempt.ready()
        for number in range(_ACTS):
            act = Act(key="entry.create", run=partial(_agreement, number=number))
            attempt.step(partial(catalogue.write, act))
            if number % 2:
                attempt.step(catalogue.undo)
                attempt.step(catalogue.redo)


def _edit_on_network(folder: Path, attempt: Attempt) -> None:
    mounts = folder / ".mountinfo"
    mounts.write_text("22 1 0:21 / / rw,relatime - nfs4 server:/archive rw\n")
    here, network.MOUNTS = network.MOUNTS, mounts
    try:
        _edit(folder, attempt)
    finally:
        network.MOUNTS = here


EDITING = Operation(name="edits", prepare=begin_with_agreements, run=_edit)

EDITING_ON_NETWORK = Operation(
    name="edits on a network disk", prepare=begin_with_agreements, run=_edit_on_network
)
