"""Every action as data: menus, shortcuts, the shortcut sheet and tests read this one table."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

FILE = QT_TRANSLATE_NOOP("actions", "&File")
NEW = QT_TRANSLATE_NOOP("actions", "&New")
EDIT = QT_TRANSLATE_NOOP("actions", "&Edit")
ENTRY = QT_TRANSLATE_NOOP("actions", "E&ntry")
VIEW = QT_TRANSLATE_NOOP("actions", "&View")
HELP = QT_TRANSLATE_NOOP("actions", "&Help")

MENUS = (FILE, NEW, EDIT, ENTRY, VIEW, HELP)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action: its name for the code, its words, its keys, and where it stands."""

    id: str
    text: object
    menu: object
    shortcut: str = ""
    icon: str = ""
    writes: bool = False
    """Whether it changes the catalogue, and so is off where that is open for reading only."""

    @property
    def words(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("actions", str(self.text))


def _spec(
    menu: object,
    name: str,
    text: object,
    shortcut: str = "",
    icon: str = "",
    *,
    writes: bool = False,
) -> ActionSpec:
    return ActionSpec(id=name, text=text, menu=menu, shortcut=shortcut, icon=icon, writes=writes)


ACTIONS: tuple[ActionSpec, ...] = (
    _spec(FILE, "catalogue.new", QT_TRANSLATE_NOOP("actions", "New catalogue…")),
    _spec(
        FILE, "catalogue.open", QT_TRANSLATE_NOOP("actions", "Open catalogue…"), "Ctrl+O", "open"
    ),
    _spec(
        FILE,
        "release.paste",
        QT_TRANSLATE_NOOP("actions", "Paste release…"),
        "Ctrl+Shift+V",
        "paste",
        writes=True,
    ),
    _spec(
        FILE,
        "release.open",
        QT_TRANSLATE_NOOP("actions", "Take in releases…"),
        "Ctrl+Shift+O",
        "source",
        writes=True,
    ),
    _spec(
        FILE, "report.print", QT_TRANSLATE_NOOP("actions", "Country report…"), "Ctrl+P", "report"
    ),
    _spec(
        FILE, "list.export", QT_TRANSLATE_NOOP("actions", "Export list…"), "Ctrl+Shift+E", "save"
    ),
    _spec(
        FILE,
        "catalogue.export",
        QT_TRANSLATE_NOOP("actions", "Export catalogue…"),
        "Ctrl+Alt+E",
        "save",
    ),
    _spec(
        FILE,
        "catalogue.import",
        QT_TRANSLATE_NOOP("actions", "Import…"),
        "Ctrl+Alt+I",
        "open",
        writes=True,
    ),
    _spec(FILE, "backups", QT_TRANSLATE_NOOP("actions", "Backups…"), "Ctrl+Shift+U", "save"),
    _spec(FILE, "preferences", QT_TRANSLATE_NOOP("actions", "Preferences…"), "Ctrl+,", "settings"),
    _spec(FILE, "quit", QT_TRANSLATE_NOOP("actions", "Quit"), "Ctrl+Q"),
    _spec(
        NEW,
        "new.here",
        QT_TRANSLATE_NOOP("actions", "New in this list"),
        "Ctrl+N",
        "new",
        writes=True,
    ),
    _spec(
        NEW,
        "new.agreement",
        QT_TRANSLATE_NOOP("actions", "Agreement"),
        "Ctrl+Shift+A",
        "agreement",
        writes=True,
    ),
    _spec(
        NEW,
        "new.meeting",
        QT_TRANSLATE_NOOP("actions", "Meeting"),
        "Ctrl+Shift+M",
        "meeting",
        writes=True,
    ),
    _spec(
        NEW,
        "new.person",
        QT_TRANSLATE_NOOP("actions", "Person"),
        "Ctrl+Shift+P",
        "person",
        writes=True,
    ),
    _spec(
        NEW,
        "new.organisation",
        QT_TRANSLATE_NOOP("actions", "Body"),
        "Ctrl+Shift+B",
        "organisation",
        writes=True,
    ),
    _spec(
        NEW,
        "new.place",
        QT_TRANSLATE_NOOP("actions", "Place"),
        "Ctrl+Shift+L",
        "place",
        writes=True,
    ),
    _spec(EDIT, "undo", QT_TRANSLATE_NOOP("actions", "Undo"), "Ctrl+Z", "undo", writes=True),
    _spec(EDIT, "redo", QT_TRANSLATE_NOOP("actions", "Redo"), "Ctrl+Shift+Z", "redo", writes=True),
    _spec(EDIT, "history", QT_TRANSLATE_NOOP("actions", "History…"), "Ctrl+H", "history"),
    _spec(EDIT, "find", QT_TRANSLATE_NOOP("actions", "Find"), "Ctrl+F", "search"),
    _spec(EDIT, "find.next", QT_TRANSLATE_NOOP("actions", "Next found word"), "F3"),
    _spec(EDIT, "find.previous", QT_TRANSLATE_NOOP("actions", "Previous found word"), "Shift+F3"),
    _spec(EDIT, "jump", QT_TRANSLATE_NOOP("actions", "Jump to…"), "Ctrl+K", "forward"),
    _spec(
        EDIT,
        "search.save",
        QT_TRANSLATE_NOOP("actions", "Save this search…"),
        "Ctrl+D",
        "star",
        writes=True,
    ),
    _spec(
        ENTRY,
        "entry.next",
        QT_TRANSLATE_NOOP("actions", "Save and next; checked and next"),
        "Ctrl+Return",
        "forward",
    ),
    _spec(
        ENTRY,
        "entry.previous",
        QT_TRANSLATE_NOOP("actions", "Save and previous"),
        "Ctrl+Shift+Return",
    ),
    _spec(
        ENTRY,
        "entry.link",
        QT_TRANSLATE_NOOP("actions", "Add a link"),
        "Ctrl+L",
        "link",
        writes=True,
    ),
    _spec(
        ENTRY, "entry.tag", QT_TRANSLATE_NOOP("actions", "Add a tag"), "Ctrl+T", "tag", writes=True
    ),
    _spec(
        ENTRY,
        "entry.stage",
        QT_TRANSLATE_NOOP("actions", "Add a stage"),
        "Ctrl+Shift+S",
        writes=True,
    ),
    _spec(
        ENTRY,
        "entry.name",
        QT_TRANSLATE_NOOP("actions", "Add another name"),
        "Ctrl+Shift+N",
        writes=True,
    ),
    _spec(
        ENTRY,
        "entry.point",
        QT_TRANSLATE_NOOP("actions", "Add a point"),
        "Ctrl+Shift+I",
        writes=True,
    ),
    _spec(
        ENTRY,
        "entry.figure",
        QT_TRANSLATE_NOOP("actions", "Add a figure"),
        "Ctrl+Shift+F",
        writes=True,
    ),
    _spec(
        ENTRY,
        "entry.quotation",
        QT_TRANSLATE_NOOP("actions", "Add a quotation"),
        "Ctrl+Shift+Q",
        writes=True,
    ),
    _spec(
        ENTRY,
        "entry.evidence",
        QT_TRANSLATE_NOOP("actions", "Evidence of this value…"),
        "Ctrl+E",
        "evidence",
    ),
    _spec(
        ENTRY,
        "entry.trash",
        QT_TRANSLATE_NOOP("actions", "Move to trash…"),
        "Ctrl+Backspace",
        "trash",
        writes=True,
    ),
    _spec(ENTRY, "trash.empty", QT_TRANSLATE_NOOP("actions", "Empty trash…"), writes=True),
    _spec(
        ENTRY,
        "entry.unsaved",
        QT_TRANSLATE_NOOP("actions", "Go to the unsaved value"),
        "Ctrl+J",
        "warning",
    ),
    _spec(VIEW, "view.back", QT_TRANSLATE_NOOP("actions", "Back"), "Alt+Left", "back"),
    _spec(VIEW, "view.forward", QT_TRANSLATE_NOOP("actions", "Forward"), "Alt+Right", "forward"),
    _spec(VIEW, "view.sidebar", QT_TRANSLATE_NOOP("actions", "Go to the sidebar"), "Ctrl+1"),
    _spec(VIEW, "view.list", QT_TRANSLATE_NOOP("actions", "Go to the list"), "Ctrl+2"),
    _spec(
        VIEW, "view.text", QT_TRANSLATE_NOOP("actions", "Go to the source's text"), "Ctrl+3", "book"
    ),
    _spec(VIEW, "view.form", QT_TRANSLATE_NOOP("actions", "Go to the form"), "Ctrl+4"),
    _spec(VIEW, "view.pane", QT_TRANSLATE_NOOP("actions", "Next pane"), "F6"),
    _spec(
        VIEW, "view.cards", QT_TRANSLATE_NOOP("actions", "Go to the cards of a release"), "Ctrl+5"
    ),
    _spec(VIEW, "view.made", QT_TRANSLATE_NOOP("actions", "Go to what was made from it"), "Ctrl+6"),
    _spec(VIEW, "view.facets", QT_TRANSLATE_NOOP("actions", "Narrow the list"), "F9"),
    _spec(VIEW, "view.columns", QT_TRANSLATE_NOOP("actions", "Columns of the list…"), "Shift+F9"),
    _spec(VIEW, "view.learnt", QT_TRANSLATE_NOOP("actions", "What Chancery has learnt…")),
    _spec(HELP, "help.keys", QT_TRANSLATE_NOOP("actions", "Keys"), "F1", "help"),
    _spec(HELP, "help.finding", QT_TRANSLATE_NOOP("actions", "How to find"), "Shift+F1", "help"),
    _spec(HELP, "help.about", QT_TRANSLATE_NOOP("actions", "About Chancery")),
)


class Actions(QObject):
    """The actions of one window, made from the table."""

    def __init__(self, parent: QObject, *, read_only: bool, with_icons: bool = True) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.words, parent)
            action.setObjectName(spec.id)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setEnabled(not (spec.writes and read_only))
            self._actions[spec.id] = action
        if with_icons:
            for spec in ACTIONS:
                self.draw_icon(spec)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def draw_icon(self, spec: ActionSpec) -> None:
        """Give an action its icon; a window that is to be seen at once does so later."""
        from desktop.icons import follow  # noqa: PLC0415 - brings QtSvg, which nothing needs first

        if spec.icon:
            follow(self._actions[spec.id], spec.icon)

    def of_menu(self, menu: object) -> list[QAction]:
        """Return the actions of a menu, in the order of the table."""
        return [self._actions[spec.id] for spec in ACTIONS if spec.menu == menu]

    def all(self) -> list[QAction]:
        """Return every action."""
        return list(self._actions.values())
