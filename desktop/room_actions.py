"""What the actions of the window do in the room of a catalogue."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from db.terms import EntryKind
from desktop import room_finding

if TYPE_CHECKING:
    from desktop.forms.sections import Part
    from desktop.room import Room

Handlers = dict[str, Callable[[], object]]


def of_lists(room: "Room") -> Handlers:
    """Return what can be done as soon as the lists are there."""
    return {
        **room_finding.of_lists(room),
        "view.sidebar": room.sidebar.take_focus,
        "entry.trash": room.master.trash_selected,
        "trash.empty": room.master.empty_trash,
    }


def of_rest(room: "Room") -> Handlers:
    """Return what needs all panels, by the actions' names."""
    from desktop.forms.sections import Part  # noqa: PLC0415 - the forms come after the lists

    go, dialogs, add = room.navigation, room.dialogs, partial(partial, _add_to, room)
    return {
        **room_finding.of_rest(room),
        "release.paste": dialogs.paste_release,
        "release.open": dialogs.open_releases,
        "report.print": dialogs.print_report,
        "catalogue.export": dialogs.export_catalogue,
        "catalogue.import": dialogs.import_catalogue,
        "backups": room.backups.show_backups,
        "preferences": dialogs.show_preferences,
        "new.here": partial(_new_here, room),
        "new.agreement": partial(go.open_new, EntryKind.AGREEMENT),
        "new.meeting": partial(go.open_new, EntryKind.MEETING),
        "new.person": partial(go.open_new, EntryKind.PERSON),
        "new.organisation": partial(go.open_new, EntryKind.ORGANISATION),
        "new.place": partial(go.open_new, EntryKind.PLACE),
        "undo": partial(_undo, room),
        "redo": partial(_redo, room),
        "history": partial(_show_history, room),
        "entry.next": go.save_and_next,
        "entry.previous": go.save_and_previous,
        "entry.link": add(Part.LINKS),
        "entry.tag": add(Part.TAGS),
        "entry.stage": add(Part.STAGES),
        "entry.name": add(Part.NAMES),
        "entry.point": add(Part.POINTS),
        "entry.figure": add(Part.FIGURES),
        "entry.quotation": add(Part.QUOTATIONS),
        "entry.evidence": room.detail.request_evidence,
        "entry.unsaved": partial(_jump_to_unsaved, room),
        "view.back": go.go_back,
        "view.forward": go.go_forward,
        "view.list": go.close_text,
        "view.text": go.return_to_text,
        "view.form": go.show_form,
        "view.cards": partial(_go_to_cards, room),
        "view.made": partial(_go_to_made, room),
        "view.learnt": dialogs.show_learnt,
        "view.pane": partial(_next_pane, room),
        "help.keys": dialogs.show_keys,
        "help.about": dialogs.show_about,
    }


def escape(room: "Room") -> None:
    """Let go and go back: the pinned passage first, then the form beside a text, then the text."""
    focus = QApplication.focusWidget()
    in_form = focus is not None and room.detail.isAncestorOf(focus)
    if room.workspace.pinboard.pin is not None:
        room.workspace.pinboard.let_go()
    elif room.navigation.shows_text and in_form:
        room.navigation.close_form()
    elif room.navigation.shows_text:
        room.navigation.close_text()
    else:
        room.master.focus_list()


def _new_here(room: "Room") -> None:
    kind = room.master.spec().kind or EntryKind.AGREEMENT
    if kind == EntryKind.SOURCE:
        room.dialogs.paste_release()
    else:
        room.navigation.open_new(kind)


def _undo(room: "Room") -> None:
    room.detail.flush()
    room.workspace.operations.undo(owner=room)


def _redo(room: "Room") -> None:
    room.detail.flush()
    room.workspace.operations.redo(owner=room)


def _show_history(room: "Room") -> None:
    room.detail.flush()
    room.dialogs.show_history()


def _add_to(room: "Room", part: "Part") -> None:
    room.detail.show()
    room.detail.focus_part(part)


def _jump_to_unsaved(room: "Room") -> None:
    room.detail.show()
    room.detail.jump_to_unsaved()


def _go_to_cards(room: "Room") -> None:
    if not room.navigation.shows_text:
        room.navigation.return_to_text()
    room.desk.focus_cards()


def _go_to_made(room: "Room") -> None:
    if not room.navigation.shows_text:
        room.navigation.return_to_text()
    room.desk.focus_made()


def _next_pane(room: "Room") -> None:
    focus = QApplication.focusWidget()
    panes = _panes(room)
    inside = (
        n
        for n, (pane, _go) in enumerate(panes)
        if focus and (pane is focus or pane.isAncestorOf(focus))
    )
    _pane, go = panes[(next(inside, -1) + 1) % len(panes)]
    go()


def _panes(room: "Room") -> list[tuple[QWidget, Callable[[], None]]]:
    """Return the panes to go through, each with what gives it the keyboard.

    Over a text these are the text and its cards, to and fro, and the form if it is open.
    """
    panes: list[tuple[QWidget, Callable[[], None]]] = []
    if not room.navigation.shows_text:
        panes.append((room.sidebar, room.sidebar.take_focus))
        if room.master.facets.isVisible():
            panes.append((room.master.facets, room.master.facets.take_focus))
        panes.append((room.master.view, room.master.focus_list))
    else:
        panes.append((room.desk.source_text(), room.desk.focus_text))
        if room.desk.has_cards():
            panes.append((room.desk.cards(), room.desk.focus_cards))
    if room.navigation.shows_form:
        panes.append((room.detail, room.detail.focus_form))
    return panes
