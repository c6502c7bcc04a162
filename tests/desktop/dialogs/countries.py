"""A small catalogue to print: Azerbaijan with an agreement, a meeting and a tag."""

from db.commands.stages import StageSpec
from db.commands.tags import TagSpec
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, PlaceKind, StageKind
from desktop.acts.entries import create_entry, create_tag
from desktop.acts.links import add_link, add_stage
from desktop.workspace import Workspace

TITLE = "Agreement on veterinary matters"


def fill(workspace: Workspace) -> None:
    """Write the catalogue's entries."""
    write = workspace.operations.catalogue.write
    azerbaijan = write(
        create_entry(
            EntryKind.PLACE,
            {"title": "Azerbaijan", "place_kind": PlaceKind.COUNTRY, "code": "AZ"},
        )
    ).value
    agreement = write(create_entry(EntryKind.AGREEMENT, {"title": TITLE})).value
    meeting = write(
        create_entry(EntryKind.MEETING, {"title": "Talks in Baku", "start": "2021-05-19"})
    ).value
    write(add_stage(agreement, StageSpec(kind=StageKind.SIGNED, date="2021-05-20")))
    write(add_link(LinkSpec(kind=LinkKind.PARTY, subject_id=agreement, object_id=azerbaijan)))
    write(add_link(LinkSpec(kind=LinkKind.ATTENDEE, subject_id=meeting, object_id=azerbaijan)))
    spec = TagSpec(label_en="animals", label_ru="животные", colour="#338855")
    write(create_tag(spec, [agreement]))
