"""Which sections the form of each kind has, in their order, and how each is made."""

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from db.terms import EntryKind
from desktop.forms.draft_shelf import DraftShelf
from desktop.forms.figures import FiguresSection
from desktop.forms.items_section import ItemsSection
from desktop.forms.links.section import LinksSection
from desktop.forms.names import NamesSection
from desktop.forms.points import PointsSection
from desktop.forms.quotations import QuotationsSection
from desktop.forms.stages import StagesSection
from desktop.workspace import Workspace


class Part(StrEnum):
    """A section of a form."""

    NAMES = auto()
    STAGES = auto()
    LINKS = auto()
    TAGS = auto()
    POINTS = auto()
    FIGURES = auto()
    QUOTATIONS = auto()


LinkedSection: TypeAlias = LinksSection | StagesSection
"""The sections that lead to other entries."""

SECTIONS: Mapping[EntryKind, tuple[Part, ...]] = {
    EntryKind.SOURCE: (Part.NAMES, Part.LINKS, Part.TAGS),
    EntryKind.AGREEMENT: tuple(Part),
    EntryKind.MEETING: tuple(part for part in Part if part != Part.STAGES),
    EntryKind.PERSON: (Part.NAMES, Part.LINKS, Part.TAGS, Part.QUOTATIONS),
    EntryKind.ORGANISATION: (
        Part.NAMES,
        Part.LINKS,
        Part.TAGS,
        Part.FIGURES,
        Part.QUOTATIONS,
    ),
    EntryKind.PLACE: (Part.NAMES, Part.LINKS, Part.TAGS, Part.FIGURES),
}

ITEMS: Mapping[Part, type[ItemsSection]] = {
    Part.NAMES: NamesSection,
    Part.POINTS: PointsSection,
    Part.FIGURES: FiguresSection,
    Part.QUOTATIONS: QuotationsSection,
}
"""The sections that are lists of things, shown only where there are some."""


def make_items(
    part: Part, workspace: Workspace, shelf: DraftShelf, parent: QWidget
) -> ItemsSection:
    """Make a section that is a list of things."""
    return ITEMS[part](workspace, shelf, parent)


def make_linked(part: Part, workspace: Workspace, parent: QWidget) -> LinkedSection:
    """Make a section that leads to other entries."""
    if part == Part.STAGES:
        return StagesSection(workspace, parent)
    return LinksSection(workspace, parent)
