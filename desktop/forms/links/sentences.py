"""A link as a sentence: its kind, its other end, and the quiet rest."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.rows.entries import LinkRow
from db.rows.faces import FaceRow, Target
from db.terms import EntryKind, Face, Mode, Presence
from db.text.participant_words import is_acting
from desktop.labels import date_label, label
from desktop.widgets.face_button import Face as ShownFace
from desktop.widgets.link_line import LinkText

translate = QCoreApplication.translate

_STRONG = frozenset({EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE})
_NOBODY_NAMED = frozenset({Presence.UNNAMED, Presence.DELEGATION})


def link_text(row: LinkRow, faces: Mapping[Target, FaceRow], language: str) -> LinkText:
    """Return the words of a link as seen from the entry that is looked at."""
    face, count = face_of("link", row.id, faces)
    return LinkText(
        relation=row.label_ru if language == "ru" else row.label_en,
        other=_other_words(row),
        rest=", ".join(_rest(row, language)),
        face=face,
        count=count,
        opens=row.other is not None,
        strong=row.other is not None and row.other.kind in _STRONG,
    )


def face_of(thing: str, number: int, faces: Mapping[Target, FaceRow]) -> tuple[ShownFace, int]:
    """Return the face of a link or stage, with the claims about its fields counted in."""
    found = [row for at, row in faces.items() if (at.thing, at.id) == (thing, number)]
    count = sum(row.count for row in found)
    for face in (Face.CONFLICT, Face.EVIDENCE, Face.NOT_STATED):
        if any(row.face == face for row in found):
            return ShownFace[face.name], count
    return ShownFace.NONE, 0


def _words_stand_for(row: LinkRow) -> bool:
    """Tell whether a post says more of the other end than the entry it is linked to."""
    return (
        row.outgoing
        and row.presence in _NOBODY_NAMED
        and bool(row.post_as)
        and (row.object is None or row.object.kind != EntryKind.PERSON)
    )


def _other_words(row: LinkRow) -> str:
    title = row.other.title if row.other is not None else ""
    if _words_stand_for(row):
        return row.post_as if title in row.post_as else f"{row.post_as}, {title}"
    return title or row.named_as


def _rest(row: LinkRow, language: str) -> list[str]:
    words = [*_post(row), *_presence(row)]
    if row.on_behalf_of is not None:
        words.append(translate("links", "for {0}").format(row.on_behalf_of.title))
    if row.named_as and row.other is not None:
        words.append(translate("links", "named “{0}”").format(row.named_as))
    if row.mode != Mode.NOT_STATED:
        words.append(label(row.mode))
    words.extend(filter(None, (_dates(row, language), row.note.partition("\n")[0])))
    if row.other is not None and row.other.trashed:
        words.append(translate("links", "in the trash"))
    return words


def _post(row: LinkRow) -> list[str]:
    if not row.post_as or _words_stand_for(row):
        return []
    acting = row.acting and not is_acting(row.post_as)
    return [translate("links", "{0} (acting)").format(row.post_as) if acting else row.post_as]


def _presence(row: LinkRow) -> list[str]:
    match row.presence:
        case Presence.UNNAMED:
            return [translate("links", "unnamed")]
        case Presence.DELEGATION:
            return [
                translate("links", "delegation, {0}").format(row.number)
                if row.number
                else translate("links", "delegation")
            ]
        case _:
            return []


def _dates(row: LinkRow, language: str) -> str:
    since, until = date_label(row.since, language), date_label(row.until, language)
    if since and until:
        return f"{since} – {until}"
    if since:
        return translate("links", "from {0}").format(since)
    return translate("links", "until {0}").format(until) if until else ""
