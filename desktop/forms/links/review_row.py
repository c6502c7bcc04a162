"""One line of a pasted list, as it was read: who, which post, which country, which kind of link."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from db.text.countries import find_country
from db.text.participant_words import is_acting
from desktop.forms.links.narrow_choice import NarrowChoice
from desktop.forms.links.offers import country
from desktop.forms.links.options import Option, Standing
from desktop.forms.links.reading import Reading
from desktop.forms.links.roles import Role, role_by_code
from desktop.labels import label
from desktop.widgets.editor import mark_wrong
from desktop.widgets.value_edit import LineEdit

translate = QCoreApplication.translate


class ReviewRow(QObject):
    """Hold the fields of one line; somebody alike is offered and marked, never taken unseen."""

    changed = Signal()

    def __init__(
        self, options: Sequence[Option], roles: Sequence[Role], language: str, *, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._options, self._roles, self._language = tuple(options), tuple(roles), language
        self._first = options[0].reading
        self.tick = QCheckBox(parent)
        self.who = NarrowChoice(_choices(options), parent=parent)
        self.post = LineEdit(parent=parent)
        self.country = LineEdit(parent=parent)
        self.role = NarrowChoice([(role.code, role.label) for role in roles], parent=parent)
        self._fill()
        self.tick.toggled.connect(self._on_ticked)
        self.who.edited.connect(self._on_who_edited)

    def parts(self) -> tuple[QWidget, ...]:
        """Give the fields in the order of the columns."""
        return (self.tick, self.who, self.post, self.country, self.role)

    def is_ticked(self) -> bool:
        """Tell whether the link is to be made."""
        return self.tick.isChecked()

    def doubtful(self) -> bool:
        """Tell whether somebody alike is in the catalogue, and nobody of just that name."""
        return self._options[0].standing == Standing.LIKE

    def check(self) -> bool:
        """Tell whether the country is understood, and mark it where it is not."""
        typed = self.country.value() if self._for_country() else ""
        fine = not typed or find_country(typed) is not None
        mark_wrong(self.country, wrong=not fine)
        return fine

    def reading(self) -> Reading:
        """Give the link as it stands here now."""
        chosen = self._options[int(self.who.value())].reading
        role = role_by_code(self._roles, self.role.value()) or chosen.role
        post = self.post.value()
        return replace(
            chosen,
            role=role,
            post=post,
            acting=is_acting(post) or (chosen.acting and post == chosen.post),
            country=self._country(),
            carried=False,
        )

    def _fill(self) -> None:
        reading = self._first
        self.tick.setChecked(True)
        self.tick.setAccessibleName(translate("links", "Make this link"))
        self.who.setAccessibleName(translate("links", "Who or what"))
        self.who.set_value("0")
        self.post.setAccessibleName(translate("links", "Post"))
        self.post.set_value(reading.post)
        self.country.setAccessibleName(translate("links", "For which country"))
        named = country(reading.country, self._language) if reading.country else ""
        self.country.set_value(reading.behalf.title if reading.behalf is not None else named)
        self._enable()
        self.role.setAccessibleName(translate("links", "Kind of link"))
        self.role.set_value(reading.role.code)
        self._warn()

    def _country(self) -> str:
        return (find_country(self.country.value()) or "") if self._for_country() else ""

    def _for_country(self) -> bool:
        first = self._first
        return first.role.takes_post and not first.code and first.behalf is None

    def _enable(self) -> None:
        """Leave open what can be set right: a country has no post, a body stands for itself."""
        ticked = self.is_ticked()
        self.who.setEnabled(ticked)
        self.role.setEnabled(ticked)
        self.post.setEnabled(ticked and self._first.role.takes_post)
        self.country.setEnabled(ticked and self._for_country())

    def _warn(self) -> None:
        chosen = self._options[int(self.who.value())]
        alike = self.doubtful() and chosen.standing in {Standing.LIKE, Standing.NEW}
        self.who.setAccessibleDescription(
            translate("links", "Somebody alike is in the catalogue") if alike else ""
        )
        mark_wrong(self.who, wrong=alike)

    @Slot(bool)
    def _on_ticked(self, _ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._enable()
        self.changed.emit()

    @Slot()
    def _on_who_edited(self) -> None:
        mark_wrong(self.who, wrong=False)  # looked at, and ruled on


def _choices(options: Sequence[Option]) -> list[tuple[str, str]]:
    return [(str(number), _words(option)) for number, option in enumerate(options)]


def _words(option: Option) -> str:
    reading = option.reading
    if option.standing == Standing.WORDS:
        number = translate("links", "group of {0}").format(reading.number)
        return number if reading.number else translate("links", "unnamed")
    name = reading.entry.title if reading.entry is not None else reading.name
    if option.standing == Standing.NEW:
        kind = label(reading.kind) if not reading.code else translate("links", "country")
        return translate("links", "{0} (new {1})").format(name, kind)
    reference = (
        reading.entry.reference if reading.entry is not None else translate("links", "country")
    )
    if option.standing == Standing.LIKE:
        return translate("links", "{0} ({1}), the same?").format(name, reference)
    return f"{name} ({reference})"
