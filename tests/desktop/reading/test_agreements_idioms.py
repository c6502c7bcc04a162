"""Tests for the many ways in which releases tell that something was signed, and by whom."""

import pytest

from db.terms import LinkKind, StageKind
from desktop.reading.findings import FoundAgreement, FoundCountry
from desktop.reading.layout import lay_out
from desktop.reading.read import find_all


def read(text: str) -> tuple[FoundAgreement, ...]:
    """Return the agreements of a text."""
    return find_all(lay_out(text)).agreements


def named(found: FoundAgreement, kind: LinkKind) -> list[str]:
    """Return the names of those who are something to an agreement; countries by code."""
    return [
        role.who.code if isinstance(role.who, FoundCountry) else role.who.name
        for role in found.roles
        if role.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "The rectors took the opportunity to seal an agreement on student exchange.",
            StageKind.SIGNED,
        ),
        ("The agreement on tea, which parliament had ratified, is in doubt.", StageKind.RATIFIED),
        (
            "The Treaty on Rivers, signed in Riga in May 2021 and ratified by both houses, is new.",
            StageKind.RATIFIED,
        ),
        ("An agreement on air services is still under negotiation.", StageKind.DRAFTED),
        (
            "They told their deputies to finalise the text of the agreement on visas.",
            StageKind.DRAFTED,
        ),
        ("Latvia and Georgia extended their memorandum on floods.", StageKind.EXTENDED),
        ("Главы ведомств завизировали протокол о намерениях.", StageKind.INITIALLED),
        ("Итогом встречи стало визирование соглашения о туризме.", StageKind.INITIALLED),
        (
            "Ректоры парафировали меморандум об обменах, который будет подписан осенью.",
            StageKind.INITIALLED,
        ),
        ("К подписанию готовится соглашение о рыболовстве.", StageKind.PROPOSED),
        ("Соглашение о рыболовстве находится на согласовании.", StageKind.DRAFTED),
        ("Соглашение о рыболовстве прошло ратификацию в сенате.", StageKind.RATIFIED),
        (
            "Договор о выдаче, подписанный в мае 2020 года и ратифицированный парламентами, "
            "вступил в силу 1 января 2022 года.",
            StageKind.IN_FORCE,
        ),
        ("Министрам удалось подписать соглашение о рыболовстве.", StageKind.SIGNED),
        ("Под меморандумом о туризме подписи поставили оба ректора.", StageKind.SIGNED),
    ],
)
def test_the_act_is_told_by_many_words(text: str, stage: StageKind) -> None:
    (found,) = read(text)
    assert found.stage == stage


def test_a_later_clause_of_another_instrument_does_not_tell_the_act() -> None:
    first, *_ = read(
        "«Рижская декларация о дружбе» от 15 июня 2021 года дала толчок сорока соглашениям, из них "
        "парламентом ратифицировано тридцать."
    )
    assert first.stage != StageKind.RATIFIED


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The rector of the University of Bergen, Ola Hansen, and the president of Ghana "
            "Technical University, Kofi Asante, penned a memorandum on student mobility.",
            ["University of Bergen", "Ghana Technical University"],
        ),
        (
            "Ректор Бергенского университета Ола Хансен и президент Кенийского института "
            "технологий Амина Ванджиру поставили подписи под соглашением об обмене.",
            ["Бергенский университет", "Кенийский институт технологий"],
        ),
        (
            "Министр финансов Латвии Юрис Озолс и вице-президент Европейского банка реконструкции "
            "и развития Анна Шмидт подписали соглашение о займе.",
            ["LV", "Европейский банк реконструкции и развития"],
        ),
        (
            "Министр финансов Латвии Юрис Озолс и директор Таможенного департамента Грузии Леван "
            "Давиташвили подписали межправительственное соглашение о пошлинах.",
            ["LV", "GE"],
        ),
    ],
)
def test_parties_are_the_bodies_whose_heads_signed(text: str, parties: list[str]) -> None:
    (found,) = read(text)
    assert sorted(named(found, LinkKind.PARTY)) == sorted(parties)


@pytest.mark.parametrize(
    "text",
    [
        "During the visit the following documents were signed:\n"
        "- Agreement on Air Services (Ola Hansen, Minister of Transport of Norway; John Otieno, "
        "Minister of Transport of Kenya).\n",
        "В рамках форума министр транспорта Норвегии Ола Хансен и министр дорог Кении Джон Отиено "
        "обменялись подписанными экземплярами соглашения о воздушном сообщении.",
    ],
)
def test_signatories_stand_in_brackets_or_behind_an_opening_phrase(text: str) -> None:
    (found,) = read(text)
    assert len(named(found, LinkKind.SIGNATORY)) == 2


def test_who_will_sign_has_not_initialled() -> None:
    (found,) = read(
        "Директор Бергенского института Ола Хансен и директор Рижского института Юрис Озолс "
        "парафировали меморандум об обменах, который будет подписан ректором Каролиной Берг."
    )
    assert named(found, LinkKind.INITIALLED_BY) == ["Ола Хансен", "Юрис Озолс"]


def test_a_document_that_is_given_its_full_title_is_the_one_told_of_before() -> None:
    found = read(
        "Latvia and Georgia inked an arrangement on customs in Riga. The document, officially "
        'titled "Arrangement on Mutual Recognition of Trusted Traders", was signed by two deputies.'
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A Timber Supply Contract was penned by two firms.", "Timber Supply Contract"),
        (
            "The two institutes have signed an Implementing Arrangement.",
            "Implementing Arrangement",
        ),
        (
            "Во исполнение статьи 4 Меморандума о банковском надзоре от 2 октября 2016 года "
            "созданы группы.",
            "Меморандум о банковском надзоре",
        ),
        (
            "Стороны завершают согласование соглашения о правах водителей и поддержать инициативу.",
            "соглашение о правах водителей",
        ),
        (
            "Вузы подписали письмо-соглашение о создании лаборатории.",
            "письмо-соглашение о создании лаборатории",
        ),
        ("The ministers discussed the protocol on fisheries.", "protocol on fisheries"),
        (
            "The ministries adopted an action plan for 2024-2026.",
            "action plan for 2024-2026",
        ),
        (
            "Министры обсудили план совместных действий на 2024–2026 годы.",
            "план совместных действий на 2024–2026 годы",
        ),
    ],
)
def test_an_instrument_is_named_whole(text: str, title: str) -> None:
    (found,) = read(text)
    assert found.title == title


@pytest.mark.parametrize(
    "text",
    [
        "The leaders met at the Warwick Convention Centre and signed the visitors' book.",
        "The government approved its action plan for winter.",
        "Правительство утвердило план мероприятий по подготовке к зиме.",
    ],
)
def test_halls_and_a_states_own_plans_are_no_instruments(text: str) -> None:
    assert read(text) == ()


def test_a_day_something_else_is_due_on_does_not_date_the_signing() -> None:
    (found,) = read(
        "Фирмы подписали контракт на запуск спутников, старт намечен на март 2026 года."
    )
    assert found.date is None


def test_the_day_something_expired_does_not_date_its_renewal() -> None:
    (found,) = read(
        "The two ministers renewed the memorandum on floods, which expired on 12 April 2024."
    )
    assert found.date is None


def test_a_dateline_may_have_its_place_on_the_line_above() -> None:
    (found,) = read(
        "Nairobi,\nThursday, 16th May, 2024\n\nKENYA AND THAILAND SIGN\n\nThe agreement on gems "
        "was signed by the two ministers after a long day of talks on trade and investment."
    )
    assert found.date is not None
    assert found.date.edtf == "2024-05-16"


def test_the_sides_of_a_title_may_be_told_one_by_one() -> None:
    (found,) = read(
        "Подписано временное соглашение между Европейским союзом, с одной стороны, и Грузией, с "
        "другой стороны."
    )
    assert found.title.endswith("с другой стороны")
    assert "GE" in named(found, LinkKind.PARTY)


def test_who_recalls_a_signing_has_not_signed() -> None:
    (found,) = read(
        "«Мы ждали с 2018 года, когда президенты Латвии и Грузии подписали Договор о дружбе», – "
        "заметил министр Юрис Озолс."
    )
    assert "Юрис Озолс" not in named(found, LinkKind.SIGNATORY)


def test_initialling_that_is_awaited_has_not_been_done() -> None:
    (found,) = read("Ведётся работа над проектом Протокола о рыбе. Его парафирование ожидается.")
    assert found.stage == StageKind.DRAFTED


def test_a_document_may_bear_signatures_in_the_next_sentence() -> None:
    text = (
        "A letter of intent on seeds was exchanged in Lagos on 12 February 2025. It bears the "
        "signatures of the Kenyan Minister of Agriculture, Mr. James Otieno, and the Ghanaian "
        "Minister of Agriculture, Ms. Ama Mensah."
    )
    (letter,) = read(text)
    signed = [role.who.name for role in letter.roles if role.kind == LinkKind.SIGNATORY]  # pyright: ignore[reportAttributeAccessIssue]
    assert "James Otieno" in signed
