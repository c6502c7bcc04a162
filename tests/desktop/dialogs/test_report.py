"""The choices of a report, made with the keys on a real catalogue."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rows.dossier import CountryOverview, DossierChoices, OverviewCount
from desktop.country_report import gather, keep
from desktop.dialogs.report import ReportDialog
from desktop.dialogs.report_preview import ReportPreview
from desktop.dialogs.report_words import contents, narrowing
from desktop.workspace import Workspace
from tests.desktop.dialogs.conftest import Settle, Show, focused, press
from tests.desktop.dialogs.countries import fill
from tests.desktop.keyboard import type_text

Open = Callable[..., ReportDialog]


@pytest.fixture
def opened(workspace: Workspace, show: Show, settle: Settle) -> Open:
    def opened(country: str = "") -> ReportDialog:
        dialog = ReportDialog(workspace, None, country)
        show(dialog)
        settle()
        return dialog

    return opened


def pick(dialog: ReportDialog, typed: str, settle: Settle) -> None:
    dialog.form.country.setFocus()
    dialog.form.country.selectAll()
    type_text(dialog.form.country, typed)
    press(Qt.Key.Key_Return)
    settle()


def print_one(workspace: Workspace, choices: DossierChoices) -> None:
    with workspace.operations.catalogue.read() as session:
        gathered = gather(session, choices, "")
    workspace.operations.catalogue.keep(lambda session: keep(session, gathered.to_keep))


def test_a_country_is_picked_by_any_name_and_counted(
    workspace: Workspace, opened: Open, settle: Settle
) -> None:
    fill(workspace)
    dialog = opened()
    assert focused() is dialog.form.country
    pick(dialog, "азербайджан", settle)
    assert dialog.form.code() == "AZ"
    assert dialog.contents() == "Holds 1 agreement, 1 meeting."


def test_the_countries_of_the_catalogue_are_offered_before_anything_is_typed(
    workspace: Workspace, opened: Open, settle: Settle
) -> None:
    fill(workspace)
    dialog = opened()
    press(Qt.Key.Key_Down)
    assert dialog.form.country.popup().model().rowCount() == 1
    QTest.keyClick(dialog.form.country.popup(), Qt.Key.Key_Return)
    settle()
    assert dialog.form.code() == "AZ"


def test_a_country_with_nothing_says_so_beforehand(
    workspace: Workspace, opened: Open, settle: Settle
) -> None:
    dialog = opened("FR")
    assert dialog.contents() == "The catalogue has nothing about France: the report will say so."


def test_a_period_without_anything_says_so(
    workspace: Workspace, opened: Open, settle: Settle, qtbot: QtBot
) -> None:
    fill(workspace)
    dialog = opened("AZ")
    dialog.form.start.setFocus()
    type_text(dialog.form.start, "2024")
    qtbot.waitUntil(lambda: "fits this period" in dialog.contents())


def test_a_period_that_ends_before_it_begins_is_refused(workspace: Workspace, opened: Open) -> None:
    dialog = opened("AZ")
    dialog.form.start.setFocus()
    type_text(dialog.form.start, "2024")
    press(Qt.Key.Key_Tab)
    type_text(focused(), "May 2021")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "before the beginning" in dialog.form._rows["end"].complaint()
    assert dialog.findChild(ReportPreview) is None


def test_without_a_country_nothing_is_shown(opened: Open) -> None:
    dialog = opened()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.form._rows["country"].complaint() == "Choose a country first."


def test_tags_are_chosen_but_never_made_here(
    workspace: Workspace, opened: Open, settle: Settle, qtbot: QtBot
) -> None:
    fill(workspace)
    dialog = opened("AZ")
    line = dialog.form.tags.line()
    line.setFocus()
    type_text(line, "живот")
    press(Qt.Key.Key_Return)
    settle()
    assert dialog.form.choices().tags == ("animals",)
    type_text(line, "zebra")
    press(Qt.Key.Key_Return)
    settle()
    assert dialog.form.choices().tags == ("animals",)
    dialog.form.language.setFocus()
    press(Qt.Key.Key_R)
    assert dialog.form.choices().tags == ("животные",)
    assert dialog.form.choices().language == "ru"


def test_only_what_is_new_can_be_asked_for_once_a_report_was_printed(
    workspace: Workspace, opened: Open, settle: Settle
) -> None:
    fill(workspace)
    dialog = opened("AZ")
    assert not dialog.form.only_new.isEnabled()
    assert "none printed yet" in dialog.form.only_new.text()
    print_one(workspace, DossierChoices(country="AZ"))
    dialog = opened("AZ")
    assert dialog.form.only_new.isEnabled()
    dialog.form.only_new.setFocus()
    press(Qt.Key.Key_Space)
    dialog._ask_contents()
    settle()
    assert "Nothing about Azerbaijan is new or changed since" in dialog.contents()


def test_the_choices_of_a_printed_report_are_used_again(
    workspace: Workspace, opened: Open, settle: Settle
) -> None:
    fill(workspace)
    choices = DossierChoices(
        country="AZ",
        period_from="2020",
        period_to="2022-05",
        tags=("животные", "лошади"),
        language="ru",
        paper="letter",
    )
    print_one(workspace, choices)
    dialog = opened("AZ")
    dialog.printed.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle()
    found = dialog.form.choices()
    assert (found.period_from, found.period_to) == ("2020", "2022-05")
    assert (found.language, found.paper, found.tags) == ("ru", "letter", ("животные",))
    assert "лошади" in dialog.message.sentence()


def test_country_language_and_paper_are_remembered(
    workspace: Workspace, opened: Open, settle: Settle, qtbot: QtBot
) -> None:
    dialog = opened()
    pick(dialog, "Kazakhstan", settle)
    dialog.form.paper.setFocus()
    press(Qt.Key.Key_L)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    preview = dialog.findChild(ReportPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: not preview.busy.isVisible(), timeout=20_000)
    press(Qt.Key.Key_Escape)
    again = opened()
    assert again.form.code() == "KZ"
    assert again.form.choices().paper == "letter"


def test_the_form_is_walked_with_tab(opened: Open) -> None:
    dialog = opened("AZ")
    dialog.form.country.setFocus()
    seen: list[str] = []
    for _ in range(9):
        widget = focused()
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        press(Qt.Key.Key_Tab)
    assert seen[:6] == ["Country", "From", "To", "Add a tag", "Language", "Paper"]
    assert all(seen)
    assert QApplication.activeWindow() is dialog


def test_what_the_report_holds_follows_the_tags(
    workspace: Workspace, opened: Open, settle: Settle, qtbot: QtBot
) -> None:
    fill(workspace)
    dialog = opened("AZ")
    line = dialog.form.tags.line()
    line.setFocus()
    type_text(line, "animals")
    press(Qt.Key.Key_Return)
    settle()
    qtbot.waitUntil(lambda: dialog.contents() == "Holds 1 agreement.")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.contents() == "Holds 1 agreement, 1 meeting.")


def _overview(**entries_by_year: int) -> CountryOverview:
    counts = [
        OverviewCount(kind="agreement", type="protocol", year=year.strip("y"), entries=entries)
        for year, entries in entries_by_year.items()
    ]
    return CountryOverview(
        choices=DossierChoices(country="AZ"), counts=tuple(counts), participants=100
    )


def test_a_long_report_is_said_to_be_long_and_offered_from_the_year_that_fits() -> None:
    overview = _overview(y2019=2000, y2020=100, y2021=100, y2022=20)
    assert contents(overview).replace(",", "") == (  # a locale may group digits, or not
        "Holds 2220 agreements 100 participants: about 900 pages in 8 volumes."
    )
    year, offer = narrowing(overview)
    assert (year, offer) == ("2020", "Only from 2020 on: about 90 pages")


def test_a_year_too_long_for_one_volume_is_offered_all_the_same() -> None:
    assert narrowing(_overview(y2020=2000, y2021=900))[0] == "2021"


def test_nothing_is_offered_where_no_year_parts_a_report() -> None:
    assert narrowing(_overview(y2020=2000)) == ("", "")
    assert narrowing(_overview(y2020=20, y2021=10)) == ("", "")
    assert contents(_overview(y2020=1)) == "Holds 1 agreement, 100 participants."


def test_the_offer_of_fewer_years_is_taken_with_the_keys(
    workspace: Workspace, opened: Open, settle: Settle, qtbot: QtBot
) -> None:
    fill(workspace)
    dialog = opened("AZ")
    dialog._on_counted(_overview(y2019=2000, y2021=10))
    assert dialog._narrow.isVisible()
    dialog._narrow.setFocus()
    press(Qt.Key.Key_Space)
    assert dialog.form.choices().period_from == "2021"
    qtbot.waitUntil(lambda: dialog.contents() == "Holds 1 agreement, 1 meeting.")
    assert dialog._narrow.isHidden()
