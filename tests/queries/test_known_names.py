"""Names that stand in a text are found in the catalogue by their first words."""

from db.catalogue import Catalogue
from db.queries.known_names import names_in
from db.terms import EntryKind
from tests.factories import make_body, make_name, make_person


def _names(catalogue: Catalogue, text: str) -> set[str]:
    with catalogue.read() as session:
        return {name.text for name in names_in(session, text)}


def test_whole_names_are_found_and_parts_are_not(catalogue: Catalogue) -> None:
    make_body(catalogue, "Green Lantern Initiative")
    make_body(catalogue, "Green Lantern Fund")
    make_person(catalogue, "Xi Brandt")
    text = "Then the Green Lantern\nInitiative and Xi Brandt spoke."
    assert _names(catalogue, text) == {"Green Lantern Initiative", "Xi Brandt"}


def test_further_forms_and_acronyms_are_found(catalogue: Catalogue) -> None:
    body = make_body(catalogue, "Green Lantern Initiative", country="NO")
    make_name(catalogue, body, "GLI")
    make_name(catalogue, body, "Инициатива зелёного фонаря")
    with catalogue.read() as session:
        found = names_in(session, "Инициатива зелёного фонаря (GLI) открыла школу.")
    assert {name.text for name in found} == {"GLI", "Инициатива зелёного фонаря"}
    assert {(name.entry_id, name.country, name.kind) for name in found} == {
        (body, "NO", EntryKind.ORGANISATION)
    }


def test_signs_of_the_index_s_own_language_do_no_harm(catalogue: Catalogue) -> None:
    make_body(catalogue, "Green Lantern Initiative")
    assert _names(catalogue, 'A "B* OR NEAR(C" AND -D ^E:F \x00 «Ж» NOT') == set()
    assert _names(catalogue, "") == set()
