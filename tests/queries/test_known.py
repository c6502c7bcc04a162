"""Known entries are proposed across scripts and word orders, and not where something speaks
against it."""

import pytest

from db.catalogue import Catalogue
from db.queries.known import SAME, with_known
from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion
from db.terms import EntryKind, LinkKind, NameKind
from tests.factories import make_body, make_country, make_entry, make_name, make_person

HERE = (Span(first=0, last=1),)


def _suggestion(kind: EntryKind, title: str, *lines: SuggestedLine, code: str = "") -> Suggestion:
    key = f"place:{code}" if code else f"{kind}:{title}"
    return Suggestion(key=key, kind=kind, title=title, spans=HERE, lines=lines, code=code)


def _of_country(code: str) -> SuggestedLine:
    return SuggestedLine(
        key="c", kind=LineKind.LINK, name=LinkKind.OF_COUNTRY, other=f"place:{code}"
    )


def _known(catalogue: Catalogue, *suggestions: Suggestion) -> Suggestion:
    with catalogue.read() as session:
        return with_known(session, suggestions)[0]


@pytest.mark.parametrize(
    "written",
    ["Nurlan Askarov", "Нурлан Аскаров", "Askarov Nurlan", "N. Askarov", "Нурлана Аскарова"],
)
def test_a_person_is_known_in_other_scripts_orders_and_forms(
    catalogue: Catalogue, written: str
) -> None:
    person = make_person(catalogue, "Nurlan Askarov")
    make_person(catalogue, "Nurlan Bekov")
    assert _known(catalogue, _suggestion(EntryKind.PERSON, written)).entry_id == person


def test_another_person_of_that_family_is_not_taken_for_the_same(catalogue: Catalogue) -> None:
    make_person(catalogue, "Aigul Askarova")
    found = _known(catalogue, _suggestion(EntryKind.PERSON, "Nurlan Askarov"))
    assert found.entry_id is None or found.likeness < SAME


@pytest.mark.parametrize(
    "written",
    [
        "Ministry of Health of Kazakhstan",
        "Health Ministry",
        "Министерство здравоохранения Республики Казахстан",
        "Минздрав Казахстана",
        "Ministry of Health (Kazakhstan)",
    ],
)
def test_a_ministry_is_known_in_both_languages(catalogue: Catalogue, written: str) -> None:
    ministry = make_body(catalogue, "Ministry of Health (Kazakhstan)", country="KZ")
    make_body(catalogue, "Ministry of Health (Mongolia)", country="MN")
    make_body(catalogue, "Ministry of Education (Kazakhstan)", country="KZ")
    body = _suggestion(EntryKind.ORGANISATION, written, _of_country("KZ"))
    country = _suggestion(EntryKind.PLACE, "Kazakhstan", code="KZ")
    assert _known(catalogue, body, country).entry_id == ministry


def test_a_body_of_another_country_is_another_body(catalogue: Catalogue) -> None:
    make_body(catalogue, "Ministry of Health (Mongolia)", country="MN")
    body = _suggestion(EntryKind.ORGANISATION, "Ministry of Health", _of_country("KZ"))
    country = _suggestion(EntryKind.PLACE, "Kazakhstan", code="KZ")
    assert _known(catalogue, body, country).entry_id is None


def test_a_country_is_known_by_its_code(catalogue: Catalogue) -> None:
    place = make_country(catalogue, "TJ")
    assert _known(catalogue, _suggestion(EntryKind.PLACE, "any", code="TJ")).entry_id == place


def test_a_taught_name_is_known(catalogue: Catalogue) -> None:
    body = make_body(catalogue, "Eurasian Fisheries Institute")
    make_name(catalogue, body, "EFI", kind=NameKind.ACRONYM)
    found = _known(catalogue, _suggestion(EntryKind.ORGANISATION, "EFI"))
    assert (found.entry_id, found.likeness) == (body, 1.0)


def test_an_agreement_of_another_date_is_another_agreement(catalogue: Catalogue) -> None:
    make_entry(catalogue, EntryKind.MEETING, "Talks on fisheries", start="2021-05-20")
    start = SuggestedLine(key="s", kind=LineKind.FIELD, name="start", value="2022-05-20")
    talks = _suggestion(EntryKind.MEETING, "Talks on fisheries", start)
    assert _known(catalogue, talks).entry_id is None


def test_sessions_of_another_number_are_not_the_same(catalogue: Catalogue) -> None:
    make_entry(catalogue, EntryKind.MEETING, "20th meeting of the Fisheries Commission")
    later = _suggestion(EntryKind.MEETING, "21st meeting of the Fisheries Commission")
    assert _known(catalogue, later).entry_id is None


def test_what_is_in_the_trash_is_not_known(sample: Catalogue) -> None:
    person = make_person(sample, "Zebedee Quill")
    assert _known(sample, _suggestion(EntryKind.PERSON, "Zebedee Quill")).entry_id == person
    sample.undo()
    assert _known(sample, _suggestion(EntryKind.PERSON, "Zebedee Quill")).entry_id is None
