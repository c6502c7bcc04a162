"""Finding in a room: the search box, the list, the words it lights, the ways to jump."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rows.lists import ListSpec
from db.search.grammar import parse
from db.search.lit import lits_of
from desktop.models.did_you_mean import DidYouMean

if TYPE_CHECKING:
    from desktop.room import Room
    from desktop.room_actions import Handlers

_tr = partial(QCoreApplication.translate, "room")


def connect_lists(room: "Room") -> None:
    """Connect the search box, the list and the searches that are kept."""
    search, master, recent = room.search, room.master, room.recent
    search.query_changed.connect(master.set_query)
    search.query_changed.connect(partial(_light, room))
    search.left.connect(master.focus_list)
    search.save_asked.connect(room.sidebar.save_search)
    search.help_asked.connect(partial(show_help, room))
    master.query_cleared.connect(search.empty)
    master.query_wanted.connect(search.set_query)
    master.query_wanted.connect(partial(_light, room))
    master.spec_changed.connect(partial(_note_spec, room))
    master.open_requested.connect(recent.note_opened)
    _offer_spellings(room)


def connect_rest(room: "Room") -> None:
    """Connect the words that are lit in text and form, and what jumping remembers."""
    from desktop.models.jump_memory import JumpMemory  # noqa: PLC0415 - after the lists

    settings, path = room.workspace.settings, room.workspace.operations.catalogue.path
    room.jump_memory = JumpMemory(settings, path, parent=room)
    room.detail.entry_shown.connect(room.jump_memory.note_shown)
    room.detail.all_links_requested.connect(partial(_show_linked, room))
    room.desk.found().counted.connect(partial(_show_found, room))


def of_lists(room: "Room") -> "Handlers":
    """Return what can be done as soon as the lists are there."""
    return {
        "find": room.search.take_focus,
        "search.save": room.sidebar.save_search,
        "view.facets": room.master.toggle_facets,
        "view.columns": room.master.looks.choose_columns,
        "list.export": partial(_export, room),
        "help.finding": partial(show_help, room),
    }


def of_rest(room: "Room") -> "Handlers":
    """Return what needs all panels."""
    return {
        "jump": partial(_jump, room),
        "find.next": partial(_go_to_found, room, 1),
        "find.previous": partial(_go_to_found, room, -1),
    }


def show_help(room: "Room") -> None:
    """Show how to find, with examples to try."""
    from desktop.dialogs.finding_help import FindingHelp  # noqa: PLC0415 - seldom needed

    page = FindingHelp(room.window())
    page.example_chosen.connect(partial(_show_query, room))
    page.show()


def _offer_spellings(room: "Room") -> None:
    meant = DidYouMean(room.workspace, room)
    room.master.spec_changed.connect(meant.follow)
    room.master.counts_changed.connect(meant.note_counts)
    meant.suggested.connect(room.master.show_suggestion)


def _note_spec(room: "Room", spec: ListSpec) -> None:
    room.sidebar.follow(spec)
    room.recent.watch(spec.query)


def _light(room: "Room", query: str) -> None:
    lits = lits_of(parse(query, typing=True))

    def light() -> None:
        room.desk.light_words(lits)
        room.detail.light_words(lits)

    room.when_ready(light)


def _show_query(room: "Room", query: str) -> None:
    """Show what a query finds in the list that is open."""
    room.search.set_query(query)
    room.master.set_query(query)
    _light(room, query)


def _show_linked(room: "Room", reference: str) -> None:
    """List all that is linked to an entry whose form shows only the newest."""
    room.show_list(ListSpec(query=f"cites:{reference}", sort="date", descending=True))
    room.search.set_query(f"cites:{reference}")


def _show_found(room: "Room", number: int, whole: int) -> None:
    room.status.say(_tr("Found word {0} of {1}").format(number, whole))


def _go_to_found(room: "Room", by: int) -> None:
    if room.navigation.shows_text:
        room.desk.found().go(by)
    else:
        room.detail.go_to_found(by)


def _jump(room: "Room") -> None:
    from desktop.dialogs.jump import JumpDialog  # noqa: PLC0415 - not at start

    dialog = JumpDialog(room.workspace, room.actions_by_id.all(), room.jump_memory, room.window())
    dialog.entry_chosen.connect(room.navigation.enter)
    dialog.entry_chosen.connect(room.master.select)
    dialog.beside_chosen.connect(room.navigation.open_entry)
    dialog.spec_chosen.connect(partial(_show_list, room))
    dialog.action_chosen.connect(partial(_trigger, room))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _trigger(room: "Room", name: str) -> None:
    room.actions_by_id[name].trigger()


def _show_list(room: "Room", spec: ListSpec) -> None:
    room.show_list(spec)
    room.master.focus_list()


def _export(room: "Room") -> None:
    from desktop.dialogs.export_list import choose_export  # noqa: PLC0415 - seldom needed
    from desktop.list_export import ListExport  # noqa: PLC0415 - likewise

    master = room.master
    columns = tuple(column.key for column in master.view.columns.look().columns)
    export = ListExport(spec=master.spec(), columns=columns, title=master.head.title())
    choose_export(room.workspace, export, room.window())
