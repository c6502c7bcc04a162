"""Links as they cross the border: what is to be stored, and what a form shows."""

from dataclasses import dataclass

from db.terms import LinkKind, Mode, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSpec:
    """A link to be made or changed; dates are EDTF text, ids are entries' ids."""

    kind: LinkKind
    subject_id: int
    object_id: int | None = None
    object_kind: str = ""
    """Needed only where the source names the other end in words alone."""
    on_behalf_of_id: int | None = None
    stage_id: int | None = None
    named_as: str = ""
    post_as: str = ""
    post_id: int | None = None
    acting: bool = False
    presence: Presence = Presence.NAMED
    number: int | None = None
    mode: Mode = Mode.NOT_STATED
    since: str = ""
    until: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule: which kinds a link may join, and its labels from both ends."""

    kind: LinkKind
    subject_kind: str
    object_kind: str
    symmetric: bool
    label_en: str
    label_ru: str
    inverse_en: str
    inverse_ru: str

    def label(self, *, outgoing: bool, language: str) -> str:
        """Return what the link is called, seen from its subject or from its object."""
        if language == "ru":
            return self.label_ru if outgoing else self.inverse_ru
        return self.label_en if outgoing else self.inverse_en
