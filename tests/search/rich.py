"""A small catalogue rich in what queries ask for: all kinds, both languages, doubtful dates."""

from db.act import Act
from db.catalogue import Catalogue
from db.commands.entries import set_review
from db.terms import (
    EntryKind,
    LinkKind,
    NameKind,
    OrganisationKind,
    PlaceKind,
    ReviewState,
)
from tests.factories import (
    make_agreement,
    make_body,
    make_entry,
    make_link,
    make_name,
    make_person,
    make_place,
    make_source,
    make_tag,
    trash,
)
from tests.search.rich_records import make_agreements, make_meetings, make_sources


def enrich(catalogue: Catalogue) -> None:
    """Add to a catalogue what the sample has none of."""
    people = _people(catalogue)
    bodies = _bodies(catalogue)
    places = _places(catalogue)
    agreements = make_agreements(catalogue, people, bodies, places)
    meetings = make_meetings(catalogue, people, bodies, places, agreements)
    sources = make_sources(catalogue, agreements, meetings)
    _tags(catalogue, agreements, meetings, sources, people)
    gone = [
        make_agreement(catalogue, "Протокол, удалённый из списка", number="21", signed="2021-03"),
        make_person(catalogue, "Mikhail Trashed", country="RU", post="Minister of Health"),
        make_source(catalogue, "A text in the trash about health.", published="2020?"),
    ]
    make_link(catalogue, LinkKind.PARTY, gone[0], bodies[0])
    trash(catalogue, *gone)
    checked = (agreements[0], meetings[0], sources[0])
    for entries, review in ((checked, ReviewState.CHECKED), (people[:2], ReviewState.FINAL)):
        catalogue.write(
            Act(
                key="entry.review",
                run=lambda s, e=entries, r=review: set_review(s, entry_ids=e, review=r),
            )
        )


def _people(catalogue: Catalogue) -> list[int]:
    people = [
        make_person(
            catalogue, "Mikhail Ivanovich O'Brien", country="RU", post="Minister of Health"
        ),
        make_person(catalogue, "Əliyev Cavad", country="AZ", post="Министр здравоохранения"),
        make_person(catalogue, "Алёна Сеченова", country="RU"),
        make_person(catalogue, "Jean-Paul Mirzoyev", post="Head of department", country="TJ"),
    ]
    make_name(catalogue, people[0], "Михаил О'Брайен", language="ru")
    make_name(catalogue, people[1], "Алиев Джавад", kind=NameKind.TRANSLITERATION)
    make_entry(catalogue, EntryKind.PERSON, "Ivanov Ivan", born="1967?", died="2020", note="Find.")
    return people


def _bodies(catalogue: Catalogue) -> list[int]:
    bodies = [
        make_body(catalogue, "Economic Council of the North", country="KZ"),
        make_body(catalogue, "Sechenov University", kind=OrganisationKind.UNIVERSITY, country="RU"),
        make_body(catalogue, "Йошкар-Олинский завод", kind=OrganisationKind.COMPANY),
    ]
    make_name(catalogue, bodies[0], "Экономический совет Севера", language="ru")
    make_name(catalogue, bodies[0], "ЭСС", kind=NameKind.ACRONYM)
    make_link(catalogue, LinkKind.BRANCH_OF, bodies[2], bodies[1])
    return bodies


def _places(catalogue: Catalogue) -> list[int]:
    places = [
        make_place(catalogue, "Ganja", country="AZ"),
        make_place(catalogue, "Kazan", country="RU"),
        make_place(catalogue, "Tatarstan", country="RU", kind=PlaceKind.REGION),
    ]
    make_name(catalogue, places[0], "Гянджа", language="ru")
    return places


def _tags(catalogue: Catalogue, *groups: list[int]) -> None:
    health = make_tag(catalogue, "public health", "общественное здоровье", on=groups[0][:1])
    vaccines = make_tag(catalogue, "vaccines", "вакцины", parent=health, on=groups[1][:2])
    make_tag(catalogue, "cold chain", "", parent=vaccines, on=groups[2][:1])
    make_tag(catalogue, "", "общие вопросы", on=groups[3][:1])
