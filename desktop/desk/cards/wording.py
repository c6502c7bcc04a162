"""What the words of cards are taken from: language, labels of links, other ends, tags."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from db.rows.links import RuleRow
from db.rows.suggestions import SuggestedLine, Suggestion
from db.terms import EntryKind, LinkKind
from db.text.countries import country_name
from desktop.labels import label

translate = QCoreApplication.translate

SURE, LIKELY = 0.85, 0.6
"""From which confidence on something is called sure, and likely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one tone of the palette; `accent` marks what the catalogue knows."""

    text: str
    tone: str = "ink"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """One line of a card in words."""

    label: str
    runs: tuple[Run, ...]

    @property
    def value(self) -> str:
        """All but the label."""
        return "".join(run.text for run in self.runs)

    @property
    def told(self) -> str:
        """All of it, for those who hear it."""
        return f"{self.label}: {self.value}" if self.label else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is needed to put lines into words."""

    language: str = "en"
    rules: tuple[RuleRow, ...] = ()
    ends: Mapping[str, Suggestion] = field(default_factory=dict[str, Suggestion])
    tags: Mapping[int, str] = field(default_factory=dict[int, str])

    def relation(self, line: SuggestedLine, kind: EntryKind) -> str:
        """Return what a link is called, seen from a record of a kind, with a capital."""
        for rule in self.rules:
            ends = (rule.subject_kind, rule.object_kind)
            if rule.kind == line.name and ends[0 if line.outgoing else 1] == kind:
                words = rule.label(outgoing=line.outgoing, language=self.language)
                return words[:1].upper() + words[1:]
        return line.name.replace("_", " ").capitalize()

    def title(self, key: str) -> str:
        """Return what the record of a key is called."""
        end = self.ends.get(key)
        return record_title(end, self.language) if end is not None else key.partition(":")[2]

    def mark(self, key: str) -> Run | None:
        """Return the sign of an end: its reference, or that it is new; none for the source."""
        end = self.ends.get(key)
        if end is None or end.kind == EntryKind.SOURCE:
            return None
        if end.entry_id is None:
            return Run(text=translate("cards", "new"), tone="good")
        sign = "=" if end.likeness >= 1 or not end.likeness else "≈"
        return Run(text=f"{sign} {end.entry_reference}".rstrip(" ="), tone="accent")


def record_title(suggestion: Suggestion, language: str) -> str:
    """Return what a record is called: a country in the user's language, the source as such."""
    if suggestion.code:
        return country_name(suggestion.code, "ru" if language == "ru" else "en")
    if suggestion.kind == EntryKind.SOURCE and not suggestion.title:
        return translate("cards", "This release")
    return suggestion.title


def confidence_word(confidence: float) -> str:
    """Return how sure a reading is, in a word."""
    if confidence >= SURE:
        return translate("cards", "sure")
    return translate("cards", "likely") if confidence >= LIKELY else translate("cards", "perhaps")


def kind_word(suggestion: Suggestion) -> str:
    """Return what kind of record a suggestion is."""
    return translate("cards", "country") if suggestion.code else label(suggestion.kind)


def is_post(line: SuggestedLine) -> bool:
    """Tell whether a line says which post somebody holds."""
    return line.name == LinkKind.HOLDS_POST
