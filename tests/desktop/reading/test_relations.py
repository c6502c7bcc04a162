import pytest

from db.terms import LinkKind
from desktop.reading.findings import FoundBody, Relation
from desktop.reading.layout import lay_out
from desktop.reading.read import find_all
from desktop.reading.relations import find_relations


def relations(text: str) -> tuple[Relation, ...]:
    page = lay_out(text)
    return find_relations(page, find_all(page))


def told(text: str) -> list[tuple[str, LinkKind, str]]:
    return [
        (
            one.subject.title,
            one.kind,
            one.other.name if isinstance(one.other, FoundBody) else one.other.title,
        )
        for one in relations(text)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fiji signed a roadmap for ports to implement the Agreement on Shipping.",
         LinkKind.IMPLEMENTS),
        ("Fiji signed a protocol on ports on the basis of the Agreement on Shipping.",
         LinkKind.BASED_ON),
        ("Fiji signed a treaty on ports, which replaces the Agreement on Shipping.",
         LinkKind.REPLACES),
        ("Fiji signed a treaty on ports, which updates the Agreement on Shipping.",
         LinkKind.UPDATES),
        ("Подписана дорожная карта по портам во исполнение Соглашения о судоходстве.",
         LinkKind.IMPLEMENTS),
        ("Подписан меморандум о портах, который заменит Соглашение о судоходстве.",
         LinkKind.REPLACES),
        ("Подписан меморандум о портах на основе Соглашения о судоходстве.", LinkKind.BASED_ON),
    ],
)  # fmt: skip
def test_words_between_two_titles_tell_how_they_stand_to_one_another(
    text: str, kind: LinkKind
) -> None:
    assert [one[1] for one in told(text)] == [kind]


def test_what_was_replaced_is_the_object() -> None:
    ((new, kind, old),) = told(
        "The Agreement on Shipping was replaced by the Treaty on Ports signed in Suva."
    )

    assert (new, kind, old) == ("Treaty on Ports", LinkKind.REPLACES, "Agreement on Shipping")


def test_two_titles_without_such_words_stand_alone() -> None:
    assert told("Fiji signed a roadmap for ports and an agreement on shipping.") == []


def test_a_relation_knows_the_words_it_stands_on() -> None:
    text = "Fiji signed a roadmap for ports to implement the Agreement on Shipping."
    (relation,) = relations(text)

    assert text[relation.start : relation.end].startswith("to implement")


def test_cooperation_by_decisions_of_a_body_is_governed_by_it() -> None:
    text = (
        "Cooperation under the agreement on water is carried out in accordance with the decisions "
        "of the Joint Water Commission."
    )

    assert told(text) == [("agreement on water", LinkKind.GOVERNED_BY, "Joint Water Commission")]


def test_what_a_meeting_approves_is_approved_at_it() -> None:
    kinds = [one.kind for one in relations("The fifth meeting of the Joint Water Commission "
                                           "approved a roadmap for clean rivers.")]  # fmt: skip

    assert kinds == [LinkKind.APPROVED_AT]


def test_a_meeting_held_during_a_visit_is_part_of_it() -> None:
    text = (
        "During the official visit of President Ali Omar to Chad, the second meeting of the Joint "
        "Commission was held."
    )
    ((part, kind, whole),) = told(text)

    assert kind == LinkKind.PART_OF
    assert part.startswith("second meeting")
    assert whole.startswith("official visit")
