import pytest

from db.rows.fields import FIELDS
from db.terms import EntryKind
from desktop.forms.layout import LAST_LINES, LINES, starting_values
from desktop.forms.sections import SECTIONS, Part


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_field_stands_on_its_form_once(kind: EntryKind) -> None:
    shown = [name for line in (*LINES[kind], *LAST_LINES) for name in line]
    assert sorted(shown) == sorted(field.name for field in FIELDS[kind] if field.name != "title")


@pytest.mark.parametrize("kind", list(EntryKind))
def test_a_new_form_begins_with_a_choice_wherever_one_is_required(kind: EntryKind) -> None:
    begun = starting_values(kind)
    required = {field.name for field in FIELDS[kind] if field.choices}
    assert set(begun) == required
    for field in FIELDS[kind]:
        if field.name in begun:
            assert begun[field.name] in field.choices


def test_stages_are_for_agreements_alone_and_links_and_tags_for_all() -> None:
    assert [kind for kind in EntryKind if Part.STAGES in SECTIONS[kind]] == [EntryKind.AGREEMENT]
    assert all({Part.LINKS, Part.TAGS} <= set(SECTIONS[kind]) for kind in EntryKind)
