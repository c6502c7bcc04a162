"""Which panel of a room hears which: one function for each panel that speaks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db import queries
from db.errors import Damaged, LockedBy
from db.rows.faces import Target
from desktop import room_finding
from desktop.labels import act_label, label, plural
from desktop.widgets.message_bar import Severity

if TYPE_CHECKING:
    from desktop.room import Room

_tr = partial(QCoreApplication.translate, "room")


def connect_lists(room: "Room") -> None:
    """Connect what is there first."""
    _connect_sidebar(room)
    _connect_master(room)
    room_finding.connect_lists(room)
    _connect_catalogue(room)


def connect_rest(room: "Room") -> None:
    """Connect what comes after the lists."""
    _connect_detail(room)
    _connect_desk(room)
    _connect_dialogs(room)
    _connect_backups(room)
    _connect_reader(room)
    _connect_pinboard(room)
    _connect_trail(room)
    room_finding.connect_rest(room)


def _connect_sidebar(room: "Room") -> None:
    room.sidebar.chosen.connect(room.show_list)
    room.sidebar.entered.connect(room.master.focus_list)
    room.sidebar.counted.connect(room.master.model.sizes.note)
    room.sidebar.said.connect(room.status.say)
    room.sidebar.view.empty_trash_asked.connect(room.master.empty_trash)


def _connect_master(room: "Room") -> None:
    master = room.master
    master.home_changed.connect(room.sidebar.show_spec)
    master.counts_changed.connect(partial(_show_counts, room))
    master.current_changed.connect(partial(_follow, room))
    master.open_requested.connect(partial(_enter, room))


def _connect_catalogue(room: "Room") -> None:
    operations, hub = room.workspace.operations, room.workspace.hub
    operations.failed.connect(room.show_failure)
    operations.saving_changed.connect(room.status.show_saving)
    hub.changed.connect(room.put_trouble_away)
    hub.changed.connect(partial(_ask_next_steps, room))
    _ask_next_steps(room)
    _connect_elsewhere(room)
    reason = operations.catalogue.read_only_because
    if reason is not None:
        room.status.show_read_only(str(reason))
        if not isinstance(reason, (Damaged, LockedBy)):  # they have more to say, and to offer
            room.messages.show_message(Severity.WARN, str(reason))


def _connect_elsewhere(room: "Room") -> None:
    room.elsewhere.held.connect(room.others.show_held)
    room.elsewhere.freed.connect(room.others.show_freed)
    room.elsewhere.lost.connect(room.others.show_lost)
    room.elsewhere.begin()


def _connect_detail(room: "Room") -> None:
    detail, go = room.detail, room.navigation
    detail.open_requested.connect(go.open_entry)
    detail.entry_created.connect(go.note_created)
    detail.entry_shown.connect(go.note_shown)
    detail.evidence_requested.connect(partial(_show_evidence, room))
    detail.passage_requested.connect(go.show_passage)
    detail.unsaved_changed.connect(room.status.show_unsaved)
    detail.said.connect(room.status.say)
    detail.act_requested.connect(room.dialogs.show_history)
    room.evidence.passage_requested.connect(go.show_passage)
    room.status.jump_requested.connect(detail.show)
    room.status.jump_requested.connect(detail.jump_to_unsaved)


def _connect_desk(room: "Room") -> None:
    desk, go = room.desk, room.navigation
    desk.open_requested.connect(go.open_entry)
    desk.next_requested.connect(go.begin_source)
    desk.text_shown.connect(go.note_text)
    desk.closed.connect(go.close_text)
    desk.said.connect(room.status.say)


def _connect_dialogs(room: "Room") -> None:
    dialogs, go = room.dialogs, room.navigation
    dialogs.taken_in.connect(go.begin_source)
    dialogs.open_requested.connect(go.enter)
    dialogs.added.connect(partial(_read_later, room))


def _connect_backups(room: "Room") -> None:
    backups = room.backups
    backups.open_requested.connect(room.navigation.enter)
    backups.backing_up.said.connect(room.status.say)
    backups.backing_up.failed.connect(room.show_failure)


def _connect_reader(room: "Room") -> None:
    reader = room.reader
    reader.kept.connect(room.master.model.note_read)
    reader.progress_changed.connect(room.status.show_reading)
    reader.failed.connect(partial(_tell_unread, room))
    room.status.reading_cancelled.connect(reader.cancel)


def _connect_pinboard(room: "Room") -> None:
    pinboard = room.workspace.pinboard
    pinboard.changed.connect(room.status.show_pin)
    room.status.let_go_requested.connect(pinboard.let_go)


def _connect_trail(room: "Room") -> None:
    room.workspace.hub.changed.connect(room.navigation.note_change)
    room.navigation.trail_changed.connect(partial(_show_trail, room))


def _follow(room: "Room", entry: int) -> None:
    """Show in the form what the list stands on; what it stands on by then, while there is none."""
    if room.is_ready:
        room.navigation.follow_list(entry)


def _enter(room: "Room", entry: int) -> None:
    room.when_ready(lambda: room.navigation.enter(entry))


def _read_later(room: "Room", source: int) -> None:
    room.reader.read_later([source])


def _tell_unread(room: "Room", _source: int, sentence: str) -> None:
    room.status.say(sentence)


def _show_counts(room: "Room", shown: int, whole: int, known: bool) -> None:  # noqa: FBT001 - a signal's arguments
    kind = room.master.spec().kind
    if shown == 1 and known and whole in {0, 1}:
        what = label(kind) if kind else _tr("entry")
    else:
        what = plural(kind).lower() if kind else _tr("entries")
    number = f"{shown:,}" if known else f"{shown:,}+"
    if shown == whole or not whole:
        room.status.show_counts(f"{number} {what}")
    else:
        room.status.show_counts(_tr("{0} of {1} {2}").format(number, f"{whole:,}", what))


def _show_evidence(room: "Room", target: Target) -> None:
    room.detail.flush()
    source, here = room.desk.current_source(), room.detail.current_entry()
    room.evidence.set_current_source(source.id if source else None)
    room.evidence.show_target(
        target,
        room.detail.words_of(target),
        room.workspace.settings.language,
        entry_id=here.id if here else None,
    )


def _show_trail(room: "Room", back: bool, forward: bool) -> None:  # noqa: FBT001 - a signal's arguments
    room.actions_by_id["view.back"].setEnabled(back)
    room.actions_by_id["view.forward"].setEnabled(forward)


def _ask_next_steps(room: "Room", *_change: object) -> None:
    room.workspace.operations.read(
        lambda session: queries.history.next_steps(session),  # noqa: PLW0108 - loaded by the worker
        partial(_show_next_steps, room),
        owner=room,
        lane="next steps",
    )


def _show_next_steps(room: "Room", steps: "queries.history.NextSteps") -> None:
    for name, step, words in (
        ("undo", steps.undo, _tr("Undo: {0} {1}")),
        ("redo", steps.redo, _tr("Redo: {0} {1}")),
    ):
        action = room.actions_by_id[name]
        action.setEnabled(step is not None and not room.workspace.read_only)
        about = f"“{step.about[:60]}”" if step and step.about else ""
        action.setToolTip(
            words.format(act_label(step.act).lower(), about).strip() if step else action.text()
        )
