"""The choices of a report: country, period, tags, language, paper, only what is new."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from db.queries.reports import PrintedReportRow
from db.queries.tags import complete_tag
from db.rows.dossier import DossierChoices
from db.rows.entries import TagRow
from db.text.dates import parse_date
from desktop.dialogs.country_choice import Country, matching
from desktop.dialogs.report_words import LANGUAGES, PAPERS, options, printed_day
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.field_frame import FieldGrid
from desktop.widgets.picker import Picker, PickerOffer
from desktop.widgets.suggestion_model import Suggestion
from desktop.widgets.tag_bar import TagBar, TagOffer
from desktop.workspace import Workspace

_KEY = "report"


class ReportForm(FieldGrid):
    """Edit the choices of a report."""

    changed = Signal()
    country_changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known: tuple[Country, ...] = ()
        self._tree: tuple[TagRow, ...] = ()
        self._chosen: list[TagRow] = []
        self._last: PrintedReportRow | None = None
        self.country, self.tags = Picker(creatable=False, keeps=True), TagBar()
        self.start, self.end = EdtfEdit(), EdtfEdit()
        self.language, self.paper = ChoiceEdit(options(LANGUAGES)), ChoiceEdit(options(PAPERS))
        self.only_new = QCheckBox()
        self._build()
        self._connect()
        self._recall()

    def learn(self, known: Sequence[Country], tree: Sequence[TagRow]) -> None:
        """Learn which countries and which tags there are."""
        self._known, self._tree = tuple(known), tuple(tree)

    def code(self) -> str:
        """Give the country chosen (ISO 3166-1 alpha-2); empty where none is."""
        picked = self.country.picked_offer()
        return "" if picked is None or picked.id is None else self._known[picked.id].code

    def name(self) -> str:
        """Give the name of the country chosen."""
        picked = self.country.picked_offer()
        return picked.title if picked else ""

    def choose_country(self, code: str) -> None:
        """Choose a country; an unknown code chooses none."""
        place = next((n for n, c in enumerate(self._known) if c.code == code), None)
        self.country.set_picked(None if place is None else self._offer(place))
        self.country_changed.emit(self.code())

    def show_last(self, last: PrintedReportRow | None) -> None:
        """Learn which report of the country was printed last."""
        self._last = last
        day = printed_day(last) if last else self.tr("none printed yet")
        words = self.tr("Only what is &new or changed since the last report ({0})")
        self.only_new.setText(words.format(day))
        self.only_new.setEnabled(last is not None)
        remembered = self._workspace.settings.text(f"{_KEY}/only_new") == "yes"
        self.only_new.setChecked(last is not None and remembered)

    def choices(self) -> DossierChoices:
        """Give what was chosen."""
        language = self._language()
        return DossierChoices(
            country=self.code(),
            period_from=self.start.value(),
            period_to=self.end.value(),
            tags=tuple(tag.label(language) for tag in self._chosen),
            language=language,
            paper="letter" if self.paper.value() == "letter" else "a4",
            only_new=self.only_new.isChecked(),
        )

    def reuse(self, choices: DossierChoices) -> tuple[str, ...]:
        """Choose again what was chosen once; return the tags that are not here any more."""
        self.start.set_value(choices.period_from)
        self.end.set_value(choices.period_to)
        self.language.set_value(choices.language)
        self.paper.set_value(choices.paper)
        self.only_new.setChecked(choices.only_new and self._last is not None)
        labels = {tag.label(choices.language): tag for tag in self._tree}
        self._chosen = [labels[label] for label in choices.tags if label in labels]
        self._show_tags()
        return tuple(label for label in choices.tags if label not in labels)

    def begin_with(self, year: str) -> None:
        """Leave out what lies before a year."""
        self.start.set_value(year)
        self.changed.emit()

    def complain(self) -> bool:
        """Say beneath the fields what is missing or wrong, and go to the first of them."""
        problems = {
            "country": "" if self.code() else self.tr("Choose a country first."),
            "start": self.start.problem(),
            "end": self.end.problem() or self._reversed(),
        }
        for name, problem in problems.items():
            self._rows[name].set_complaint(problem)
        first = next((name for name, problem in problems.items() if problem), "")
        if first:
            self._rows[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(first)

    def is_sound(self) -> bool:
        """Tell whether a report can be made of the choices."""
        return bool(self.code()) and not (
            self.start.problem() or self.end.problem() or self._reversed()
        )

    def remember(self) -> None:
        """Begin the next report with this country, language and paper."""
        choices = self.choices()
        remembered = {
            "country": choices.country,
            "language": choices.language,
            "paper": choices.paper,
            "only_new": "yes" if choices.only_new else "",
        }
        for name, value in remembered.items():
            self._workspace.settings.set_text(f"{_KEY}/{name}", value)

    def _reversed(self) -> str:
        start, end = self.start.value(), self.end.value()
        first = parse_date(start).earliest if start else None
        last = parse_date(end).latest if end else None
        is_reversed = first is not None and last is not None and last < first
        return self.tr("The end lies before the beginning.") if is_reversed else ""

    def _language(self) -> Literal["en", "ru"]:
        return "ru" if self.language.value() == "ru" else "en"

    def _recall(self) -> None:
        settings = self._workspace.settings
        self.language.set_value(settings.text(f"{_KEY}/language", "en"))
        self.paper.set_value(settings.text(f"{_KEY}/paper", "a4"))
        self.show_last(None)

    # Countries

    def _offer(self, place: int) -> PickerOffer:
        country = self._known[place]
        counts = (
            (country.agreements, self.tr("agreement"), self.tr("agreements")),
            (country.meetings, self.tr("meeting"), self.tr("meetings")),
        )
        words = [f"{count} {one if count == 1 else more}" for count, one, more in counts if count]
        return PickerOffer(
            id=place,
            title=country.english,
            detail=" · ".join([country.russian, *words]),
            kind="place",
            badge=country.code,
        )

    @Slot(str)
    def _on_country_typed(self, typed: str) -> None:
        places = {country.code: place for place, country in enumerate(self._known)}
        offers = [self._offer(places[country.code]) for country in matching(self._known, typed)]
        self.country.offer(offers, query=typed)

    @Slot()
    def _on_country_picked(self) -> None:
        self._rows["country"].set_complaint("")
        self.country_changed.emit(self.code())

    # Tags

    @Slot(str)
    def _on_tag_typed(self, typed: str) -> None:
        self._workspace.operations.read(
            lambda session: complete_tag(session, typed),
            lambda found: self._offer_tags(found, typed),
            owner=self,
            lane="tags",
        )

    def _offer_tags(self, found: Sequence[TagRow], typed: str) -> None:
        # not by the bar's own offer, which would also offer to make a tag
        rows = [
            Suggestion(title=tag.label(language), colour=tag.colour, icon="tag", payload=offer)
            for language in (self._language(),)
            for tag in found
            if tag not in self._chosen
            for offer in (_tag_offer(tag, language),)
        ]
        self.tags.line().show_suggestions(rows, query=typed)

    @Slot(int)
    def _on_tag_added(self, tag_id: int) -> None:
        self._chosen += [tag for tag in self._tree if tag.id == tag_id]
        self._on_tags_changed()

    @Slot(int)
    def _on_tag_removed(self, tag_id: int) -> None:
        self._chosen = [tag for tag in self._chosen if tag.id != tag_id]
        self._on_tags_changed()

    @Slot()
    def _on_tags_changed(self) -> None:
        self._show_tags()
        self.changed.emit()

    def _show_tags(self) -> None:
        self.tags.set_tags([_tag_offer(tag, self._language()) for tag in self._chosen])

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit()

    def _build(self) -> None:
        self.country.setPlaceholderText(self.tr("Name or code: Azerbaijan, Азербайджан, AZ"))
        self.start.setPlaceholderText(self.tr("2020, May 2021"))
        self.start.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self._rows = {
            "country": self.add(self.tr("Country"), self.country, with_face=False),
            "start": self.add(self.tr("From"), self.start, with_face=False),
            "end": self.add(self.tr("To"), self.end, with_face=False, beside=True),
        }
        self.add_wide(self.tr("Tags"), self.tags)
        self.add(self.tr("Language"), self.language, with_face=False)
        self.add(self.tr("Paper"), self.paper, with_face=False, beside=True)
        self.add("", self.only_new, with_face=False)

    def _connect(self) -> None:
        self.country.search_requested.connect(self._on_country_typed)
        self.country.picked.connect(self._on_country_picked)
        self.country.cleared.connect(self._on_country_picked)
        self.tags.completion_requested.connect(self._on_tag_typed)
        self.tags.add_requested.connect(self._on_tag_added)
        self.tags.remove_requested.connect(self._on_tag_removed)
        self.language.edited.connect(self._on_tags_changed)
        for editor in (self.start, self.end, self.paper):
            editor.edited.connect(self._on_edited)
        self.only_new.toggled.connect(self._on_edited)


def _tag_offer(tag: TagRow, language: str) -> TagOffer:
    return TagOffer(id=tag.id, label=tag.label(language), colour=tag.colour)
