"""What every panel, form and dialog of one window is given."""

from dataclasses import dataclass

from db.catalogue import Catalogue
from db.rows.links import RuleRow
from db.terms import EntryKind, LinkKind
from desktop.hub import Hub
from desktop.operations import Operations
from desktop.pinboard import Pinboard
from desktop.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """One open catalogue and what the views of one window share."""

    operations: Operations
    hub: Hub
    pinboard: Pinboard
    settings: Settings
    rules: tuple[RuleRow, ...]

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.operations.catalogue.read_only_because is not None

    def rules_from(self, kind: EntryKind) -> tuple[tuple[RuleRow, bool], ...]:
        """Return the rules for linking a kind of entry, each with whether it is the subject."""
        found: list[tuple[RuleRow, bool]] = []
        for rule in self.rules:
            if rule.subject_kind == kind:
                found.append((rule, True))
            if rule.object_kind == kind and not (rule.symmetric and rule.subject_kind == kind):
                found.append((rule, False))
        return tuple(found)

    def partners(self, kind: EntryKind, link: LinkKind, *, outgoing: bool) -> tuple[EntryKind, ...]:
        """Return the kinds of entry that may stand at the other end of a link."""
        if outgoing:
            ends = [r.object_kind for r in self.rules if (r.kind, r.subject_kind) == (link, kind)]
        else:
            ends = [r.subject_kind for r in self.rules if (r.kind, r.object_kind) == (link, kind)]
        return tuple(EntryKind(end) for end in ends)


def open_workspace(
    catalogue: Catalogue, rules: tuple[RuleRow, ...], settings: Settings
) -> Workspace:
    """Make what the views of an open catalogue share."""
    hub = Hub()
    return Workspace(
        operations=Operations(catalogue, hub),
        hub=hub,
        pinboard=Pinboard(),
        settings=settings,
        rules=rules,
    )
