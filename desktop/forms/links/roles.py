"""The roles an entry can be linked in: each kind of link, seen from one of its ends."""

from dataclasses import dataclass

from db.terms import AGREEMENT_ROLES, MEETING_ROLES, EntryKind, LinkKind
from db.text.folding import fold
from desktop.workspace import Workspace

_TAKE_PART = frozenset({*AGREEMENT_ROLES, *MEETING_ROLES})
_FIRST = {
    EntryKind.SOURCE: (LinkKind.ABOUT, True),
    EntryKind.AGREEMENT: (LinkKind.PARTY, True),
    EntryKind.MEETING: (LinkKind.ATTENDEE, True),
    EntryKind.PERSON: (LinkKind.HOLDS_POST, True),
    EntryKind.ORGANISATION: (LinkKind.OF_COUNTRY, True),
    EntryKind.PLACE: (LinkKind.MEMBER_OF, True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One kind of link from one end, and the kinds of entry at the other end."""

    kind: LinkKind
    outgoing: bool
    """Whether the entry looked from is the subject."""
    label: str
    words: frozenset[str]
    """The folded labels in every language, and the kind itself, by which a line can name it."""
    partners: tuple[EntryKind, ...]

    @property
    def code(self) -> str:
        """A stable text for it, for lists of choices."""
        return f"{self.kind}:{'out' if self.outgoing else 'in'}"

    @property
    def takes_part(self) -> bool:
        """Whether the other end is a participant, who may have a post and act for a country."""
        return self.outgoing and self.kind in _TAKE_PART

    @property
    def takes_post(self) -> bool:
        """Whether a line may name a post and a country."""
        return self.takes_part or (self.outgoing and self.kind == LinkKind.HOLDS_POST)


def roles_of(workspace: Workspace, kind: EntryKind) -> tuple[Role, ...]:
    """Return the roles of a kind of entry in the order of the rules, labelled as the user reads."""
    language = workspace.settings.language
    found: dict[tuple[LinkKind, bool], Role] = {}
    for rule, outgoing in workspace.rules_from(kind):
        if (rule.kind, outgoing) not in found:
            names = {rule.label(outgoing=outgoing, language=code) for code in ("en", "ru")}
            if outgoing:
                names.add(rule.kind.replace("_", " "))
            found[rule.kind, outgoing] = Role(
                kind=rule.kind,
                outgoing=outgoing,
                label=rule.label(outgoing=outgoing, language=language),
                words=frozenset(fold(name) for name in names),
                partners=workspace.partners(kind, rule.kind, outgoing=outgoing),
            )
    return tuple(sorted(found.values(), key=lambda role: not role.outgoing))


def first_role(roles: tuple[Role, ...], kind: EntryKind) -> Role:
    """Return the role a form begins with."""
    return next((role for role in roles if (role.kind, role.outgoing) == _FIRST[kind]), roles[0])


def role_by_code(roles: tuple[Role, ...], code: str) -> Role | None:
    """Return the role of a code, or None."""
    return next((role for role in roles if role.code == code), None)


def role_by_word(roles: tuple[Role, ...], word: str) -> Role | None:
    """Return the role a word names by its label in any language, or None."""
    wanted = fold(word)
    return next((role for role in roles if wanted in role.words), None)
