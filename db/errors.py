"""What a user is told when something can't be done; any other exception is a bug.

The class of an error is its kind and its attributes say what it is about, so that the desktop can
word it in the user's language. `str()` gives one plain English sentence with what to do, for the
command line and the log.
"""

# ruff: noqa: N818 - the kinds are named for what has happened, as the user meets it

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

REFUSALS: dict[str, str] = {
    "city_is_only_where": "{place} is a city, and a city is only where something happens: choose "
    "its country or region.",
    "date_unreadable": "“{value}” is no date Chancery can read: write it as 2024-12-07, 2021? or "
    "2021/2024.",
    "entry_missing": "Entry {entry_id} is not in this catalogue any more: refresh the list.",
    "evidence_missing": "This evidence is not in the catalogue any more: open the entry again.",
    "evidence_needs_words": "Evidence needs the words it stands on, or a reason where it is "
    "inferred: mark the words or give the reason.",
    "link_ends_do_not_fit": "“{kind}” can't join {subject_kind} and {object_kind}: choose another "
    "kind of link.",
    "link_exists": "This link is already there: open it and change it instead.",
    "link_missing": "This link is not in the catalogue any more: open the entry again.",
    "link_needs_an_end": "A link needs somebody or something at its other end: choose an entry or "
    "give the name as the source has it.",
    "name_empty": "A name needs at least one letter: type it or leave the field as it was.",
    "name_exists": "The name “{name}” is already there: change that one instead.",
    "name_missing": "This name is not in the catalogue any more: open the entry again.",
    "no_such_field": "This kind of entry has no field “{field}”: choose one that it has.",
    "not_a_choice": "“{value}” is none of the choices of the field “{field}”: choose one of them.",
    "not_a_number": "“{value}” is no number: write it in digits.",
    "not_a_participant": "{title} can't take part: choose a person, an organisation, a country or "
    "a region.",
    "not_an_agreement": "Only an agreement has stages: choose an agreement.",
    "nothing_to_redo": "There is nothing to redo: nothing was taken back since the last change.",
    "nothing_to_undo": "There is nothing to undo: nothing has been changed yet.",
    "on_behalf_of_whom": "Nobody can act on behalf of {title}: choose an organisation, a country "
    "or a region.",
    "passage_in_use": "Evidence stands on this passage: take the evidence away first.",
    "passage_not_in_text": "The marked words are not in the text of this source: mark them again.",
    "place_inside_itself": "A place can't lie inside itself: choose another parent.",
    "point_needs_wording": "A point needs its wording: type what was said or agreed.",
    "quotation_needs_words": "A quotation needs its words: mark or type them.",
    "same_entry": "An entry can't be linked with itself: choose another one.",
    "stage_missing": "This stage is not in the catalogue any more: open the agreement again.",
    "suggestion_gone": "The release was read anew and no longer suggests this: choose again.",
    "search_exists": "There is already a saved search “{name}”: change that one or choose another "
    "name.",
    "search_missing": "This search is not in the catalogue any more: refresh the sidebar.",
    "search_needs_name": "A search needs a name: type one to find it again.",
    "tag_exists": "There is already a tag “{label}” here: use it or choose another label.",
    "tag_inside_itself": "A tag can't stand below itself: choose another parent.",
    "tag_missing": "This tag is not in the catalogue any more: refresh the tags.",
    "tag_needs_label": "A tag needs a label: type one in English or in Russian.",
    "target_missing": "What this is about is not in the catalogue any more: open the entry again.",
    "title_empty": "An entry needs a title: type one or move the entry to the trash.",
    "undo_blocked": "This can't be taken back or done again because it was changed since: undo "
    "the later changes first.",
}
"""The English sentence of each reason a command refuses for, with the details it names."""

UNREADABLE: dict[str, str] = {
    "binary": "{name} holds no text Chancery can read: open it in its own program, "
    "copy the text and paste it.",
    "empty": "{name} is empty: choose another file or paste the text itself.",
    "not_opened": "{name} can't be opened: check that it is there and that you may read it.",
    "no_text": "{name} shows no words: open it in a browser, copy the text and paste it.",
    "too_large": "{name} is larger than {limit} MB: copy the release out of it and paste that.",
    "undecodable": "The characters of {name} can't be recognised: save it as UTF-8 "
    "or paste the text.",
    "unknown_format": "Chancery can't read {format} yet: open {name}, copy the text and paste it.",
}
"""The English sentence of each reason for which bytes can't be taken in."""


class CatalogueError(Exception):
    """Stand for all that a user is told."""


@dataclass(eq=False)
class TooNew(CatalogueError):
    """Say that a newer Chancery wrote it: its schema is `found`, the newest known here `known`."""

    path: Path
    found: str
    known: str

    def __str__(self) -> str:
        return f"{self.path} was made by a newer Chancery: install that version to open it."


@dataclass(eq=False)
class NotACatalogue(CatalogueError):
    """Say that the file is something else than a catalogue."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is not a Chancery catalogue: choose another file."


@dataclass(eq=False)
class Damaged(CatalogueError):
    """Say that the catalogue is damaged; `detail` is what SQLite found, for the log."""

    path: Path
    detail: str

    def __str__(self) -> str:
        return f"{self.path} is damaged ({self.detail}): restore it from a backup."


@dataclass(eq=False)
class ReadOnlyPlace(CatalogueError):
    """Say that nothing can be written at this path."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} can't be written: choose a folder where you may write."


@dataclass(eq=False)
class DiskFull(CatalogueError):
    """Say that the disk holding this path has no room left."""

    path: Path

    def __str__(self) -> str:
        return f"The disk of {self.path} is full: free some space, then try again."


@dataclass(eq=False)
class LockedBy(CatalogueError):
    """Say that the catalogue is open elsewhere: who has it and since when, where that is known."""

    path: Path
    owner: str | None
    since: datetime | None

    def __str__(self) -> str:
        owner = self.owner or "another program"
        since = f" since {self.since:%Y-%m-%d %H:%M}" if self.since else ""
        return f"{self.path} has been open in {owner}{since}: close it there to make changes here."


@dataclass(eq=False)
class Missing(CatalogueError):
    """Say that there is no file at this path."""

    path: Path

    def __str__(self) -> str:
        return f"There is no file {self.path}: check the name and the folder."


@dataclass(eq=False)
class AlreadyThere(CatalogueError):
    """Say that a file stands where a new one was to be made."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is already there: choose another name or open it."


@dataclass(eq=False)
class ReadOnly(CatalogueError):
    """Say that this catalogue was opened for reading only."""

    def __str__(self) -> str:
        return "This catalogue is open for reading only: close it elsewhere and open it again."


@dataclass(eq=False)
class Interrupted(CatalogueError):
    """Say that a read was stopped, since nobody waits for its answer any more."""

    def __str__(self) -> str:
        return "This was stopped before it was done: ask again."


@dataclass(eq=False)
class EditConflict(CatalogueError):
    """Say that a field was changed elsewhere while it was being edited here."""

    entry_id: int
    field: str
    yours: object
    theirs: object

    def __str__(self) -> str:
        return (
            f"The {self.field} of entry {self.entry_id} was changed to “{self.theirs}” meanwhile: "
            f"keep that or save “{self.yours}” again."
        )


class Refused(CatalogueError):
    """Say why a command won't do what was asked.

    `reason` is a stable code, a key of `REFUSALS`; `details` are what its sentence names.
    """

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details

    def __str__(self) -> str:
        sentence = REFUSALS.get(self.reason)
        if sentence is None:
            return f"This can't be done: {self.reason.replace('_', ' ')}."
        return sentence.format_map(self.details)


class Unreadable(CatalogueError):
    """Say why bytes can't be taken in as a source.

    `reason` is one of `empty`, `binary`, `undecodable`, `too_large`, `no_text` and
    `unknown_format`; with the last, `format` names the format ("PDF"). `name` is the file's name,
    or empty for what was pasted; `limit` is in megabytes.
    """

    def __init__(
        self,
        name: str,
        reason: str,
        *,
        format: str | None = None,  # noqa: A002 - the word for it, and never called here
        limit: int | None = None,
    ) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason
        self.format = format
        self.limit = limit

    def __str__(self) -> str:
        sentence = UNREADABLE[self.reason].format(
            name=self.name or "the text", format=self.format or "this format", limit=self.limit
        )
        return sentence if self.name else sentence[0].upper() + sentence[1:]
