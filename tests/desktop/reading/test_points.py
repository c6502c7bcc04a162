"""Agendas, lists and enumerations become points, in order, of the record meant."""

from dataclasses import replace

import pytest

from db.terms import AgreementType, StageKind
from desktop.reading.findings import FoundAgreement, FoundPoint
from desktop.reading.points import find_points
from tests.desktop.reading.markup import with_meetings

SESSION = "The 8th session of the {B:Port Council} was held.\n"
RUSSIAN_SESSION = "Состоялось 8-е заседание {B:Совета портов}.\n"


def points(marked: str) -> tuple[FoundPoint, ...]:
    page, found = with_meetings(marked)
    return find_points(page, found)


def points_of_an_agreement(text: str) -> tuple[FoundPoint, ...]:
    page, found = with_meetings(text)
    agreement = FoundAgreement(
        start=0, end=10, rule="given", title="agreement", type=AgreementType.AGREEMENT,
        stage=StageKind.SIGNED,
    )  # fmt: skip
    told = find_points(page, replace(found, agreements=(agreement,)))
    assert all(point.owner is agreement for point in told)
    return told


@pytest.mark.parametrize(
    "marked",
    [
        SESSION + "The parties discussed:\n• port safety;\n• pilots' training;\n• ice.",
        SESSION + "The following issues were on the agenda:\n1. port safety\n2. pilots' training\n"
        "3. ice",
        SESSION + "The parties discussed port safety, pilots' training and ice.",
        SESSION + "The parties reviewed port safety; pilots' training; ice.",
        SESSION + "They discussed issues such as port safety, pilots' training, and ice.",
    ],
)
def test_an_agenda_is_read_from_lists_and_sentences_alike(marked: str) -> None:
    told = points(marked)
    assert [point.wording for point in told] == ["port safety", "pilots' training", "ice"]
    assert {point.kind for point in told} == {"agenda_item"}
    assert all(point.owner for point in told)


@pytest.mark.parametrize(
    "marked",
    [
        RUSSIAN_SESSION
        + "Стороны обсудили вопросы:\n📍 охрана портов;\n📍 обучение лоцманов;\n📍 лёд.",
        RUSSIAN_SESSION + "В повестке дня:\n– охрана портов;\n– обучение лоцманов;\n– лёд.",
        RUSSIAN_SESSION
        + "Стороны обсудили следующие вопросы: 1) охрана портов; 2) обучение лоцманов; "
        "3) лёд.",
        RUSSIAN_SESSION + "Были рассмотрены охрана портов, обучение лоцманов и лёд.",
    ],
)
def test_a_russian_agenda_is_read_too(marked: str) -> None:
    told = points(marked)
    assert [point.wording for point in told] == ["охрана портов", "обучение лоцманов", "лёд"]
    assert {point.kind for point in told} == {"agenda_item"}


@pytest.mark.parametrize(
    ("text", "kind", "wordings"),
    [
        ("The agreement provides for joint patrols.", "provision", ["joint patrols"]),
        ("Соглашение предусматривает совместные рейды.", "provision", ["совместные рейды"]),
        (
            "The memorandum covers such areas as fishing, rescue, and pilotage.",
            "subject",
            ["fishing", "rescue", "pilotage"],
        ),
    ],
)
def test_what_an_agreement_provides_and_covers_belongs_to_it(
    text: str, kind: str, wordings: list[str]
) -> None:
    told = points_of_an_agreement(text)
    assert [point.wording for point in told] == wordings
    assert {point.kind for point in told} == {kind}


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        (SESSION + "The sides agreed to open a joint office.", "undertaking"),
        (RUSSIAN_SESSION + "Стороны договорились открыть общее бюро.", "undertaking"),
        (SESSION + "The minister proposed:\n• a ferry;\n• a bridge.", "proposal"),
        (RUSSIAN_SESSION + "По итогам заседания:\n– одобрен план;\n– принято решение.", "result"),
    ],
)
def test_undertakings_proposals_and_results_are_told_apart(marked: str, kind: str) -> None:
    assert {point.kind for point in points(marked)} == {kind}


@pytest.mark.parametrize(
    "marked",
    [
        SESSION + "The following documents were signed:\n• Protocol on ice;\n• Plan for ports.",
        RUSSIAN_SESSION + "Участие приняли:\n🔹 Иван Петров\n🔹 Олег Сидоров",
        SESSION + "The matter was discussed at the meeting.",
        SESSION + "See also:\n• Other news\n• More news",
        "The parties discussed fishing, rescue and pilotage.",
    ],
)
def test_documents_participants_and_menus_are_no_points(marked: str) -> None:
    assert points(marked) == ()


def test_a_list_inside_numbered_paragraphs_has_points_of_its_own() -> None:
    found = points(
        SESSION + "1. The session was opened.\n2. The following items were considered:\n"
        "(a) pay of pilots;\n(b) green tugs.\n3. The session ended."
    )
    assert [point.wording for point in found] == ["pay of pilots", "green tugs"]


def test_a_bullet_before_a_tab_begins_an_item() -> None:
    found = points(SESSION + "Ministers considered, among others:\n•\tthe tugs;\n•\tthe ice.")
    assert [point.wording for point in found] == ["the tugs", "the ice"]


def test_what_the_same_did_next_is_no_point() -> None:
    found = points(SESSION + "They reviewed the port of the north and adopted a plan.")
    assert [point.wording for point in found] == ["the port of the north"]


def test_what_a_comma_parts_from_an_item_stays_with_it() -> None:
    found = points(
        SESSION + "They discussed the line to Lima, opened in May, the tugs, and the ice of spring."
    )
    assert [point.wording for point in found] == [
        "the line to Lima, opened in May", "the tugs", "the ice of spring",
    ]  # fmt: skip
