"""Found words in a form: lit beside the text, never in it."""

import pytest
from PySide6.QtWidgets import QApplication

from db.commands.content import PointSpec, add_point
from db.commands.names import add_name
from db.terms import EntryKind, NameKind, PointKind
from db.text.highlight import Lit
from desktop.forms.entry_form import EntryForm
from desktop.forms.item_line import ItemLine
from desktop.theme import apply_theme
from desktop.widgets.text_edit import BlockEdit
from tests.desktop.forms.conftest import Bench

HEALTH = (Lit(words=("health",)),)


@pytest.fixture
def form(bench: Bench) -> EntryForm:
    entry = bench.make(
        EntryKind.AGREEMENT, "😀 Agreement on health", summary="Of health, by health."
    )
    bench.write(
        lambda session: add_point(
            session,
            entry_id=entry,
            spec=PointSpec(kind=PointKind.SUBJECT, wording="public <health> & care"),
        )
    )
    bench.write(
        lambda session: add_name(
            session, entry_id=entry, text="Health pact", kind=NameKind.VARIANT, language="en"
        )
    )
    form = bench.open(entry)
    bench.panel.light_words(HEALTH)
    bench.settle()
    return form


def _lit(edit: BlockEdit) -> list[str]:
    return [one.cursor.selectedText() for one in edit.extraSelections()]  # type: ignore[attr-defined]


def _lit_line(form: EntryForm, words: str) -> list[str]:
    line = next(x for x in form.findChildren(ItemLine) if x.item().words == words)
    label = line._words
    return [label.words()[first:last] for first, last in label.lit()]


def _editor(form: EntryForm, name: str) -> BlockEdit:
    editor = form.fields()[name].editor
    assert isinstance(editor, BlockEdit)
    return editor


def test_words_are_lit_in_title_description_names_and_points(form: EntryForm) -> None:
    assert _lit(_editor(form, "title")) == ["health"]
    assert _lit(_editor(form, "summary")) == ["health", "health"]
    assert _lit_line(form, "public <health> & care") == ["health"]
    assert _lit_line(form, "Health pact") == ["Health"]
    assert form.found.count() == 5


def test_lighting_changes_no_text_and_nothing_to_undo(bench: Bench, form: EntryForm) -> None:
    title = _editor(form, "title")
    assert title.value() == "😀 Agreement on health"
    assert not title.document().isUndoAvailable()
    assert form.stuck() == 0
    assert _editor(form, "summary").raw() == "Of health, by health."


def test_lights_go_out_with_the_query_and_come_to_what_is_opened_next(
    bench: Bench, form: EntryForm
) -> None:
    other = bench.make(EntryKind.AGREEMENT, "Health roadmap")
    bench.open(other)
    bench.settle()
    assert _lit(_editor(form, "title")) == ["Health"]
    bench.panel.light_words(())
    bench.settle()
    assert _lit(_editor(form, "title")) == []
    assert form.found.count() == 0


def test_a_form_made_after_the_search_is_lit_too(bench: Bench, form: EntryForm) -> None:
    meeting = bench.make(EntryKind.MEETING, "Health talks")
    opened = bench.open(meeting)
    bench.settle()
    assert _lit(_editor(opened, "title")) == ["Health"]


def test_found_words_are_gone_through_from_the_top(bench: Bench, form: EntryForm) -> None:
    seen: list[str] = []
    for _step in range(6):
        bench.panel.go_to_found(1)
        focus = QApplication.focusWidget()
        seen.append(focus.item().words if isinstance(focus, ItemLine) else type(focus).__name__)
    assert seen == [
        "TitleEdit",
        "Health pact",
        "public <health> & care",
        "BlockEdit",
        "BlockEdit",
        "TitleEdit",
    ]
    assert _editor(form, "title").textCursor().position() == len("😀 Agreement on ") + 1
    bench.panel.go_to_found(-1)
    assert QApplication.focusWidget() is _editor(form, "summary")


def test_lit_words_follow_the_palette(bench: Bench, form: EntryForm, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    bench.settle()
    grounds: list[str] = []
    for scheme in ("dark", "light"):
        apply_theme(qapp, scheme)  # type: ignore[arg-type]
        QApplication.processEvents()
        bench.settle()
        one = _editor(form, "title").extraSelections()[0]
        grounds.append(one.format.background().color().name())  # type: ignore[attr-defined]
    assert len(set(grounds)) == 2
