"""Who signed what and when, where a release tells it in other words or another sentence."""

import pytest

from db.terms import AgreementType, How, LinkKind, StageKind
from desktop.reading.findings import FoundAgreement, FoundCountry
from desktop.reading.layout import lay_out
from desktop.reading.read import find_all


def read(text: str) -> tuple[FoundAgreement, ...]:
    return find_all(lay_out(text)).agreements


def read_one(text: str) -> FoundAgreement:
    agreements = read(text)
    assert len(agreements) == 1, [one.title for one in agreements]
    return agreements[0]


def names(agreement: FoundAgreement, kind: LinkKind = LinkKind.SIGNATORY) -> list[str]:
    return [
        role.who.code if isinstance(role.who, FoundCountry) else role.who.name
        for role in agreement.roles
        if role.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (
            "Kenya and Italy concluded a protocol on training. Peter Otieno signed for Kenya, "
            "Marco Ricci for Italy.",
            ["Peter Otieno", "Marco Ricci"],
        ),
        (
            "The delegations were led by Minister Petr Novak on the Czech side and Minister "
            "Le Van Minh on the Vietnamese side. The heads of delegation signed a Protocol of "
            "the 7th meeting.",
            ["Petr Novak", "Le Van Minh"],
        ),
        (
            "The session was co-chaired by Minister Petr Novak of Czechia and Minister "
            "Le Van Minh of Vietnam. At its end the co-chairs signed the Minutes.",
            ["Petr Novak", "Le Van Minh"],
        ),
        (
            "Oman and India agreed on ports. On the Omani side the MoU was signed by Dr. Said "
            "Al Habsi, Undersecretary of Transport, and on the Indian side by Ravi Kumar.",
            ["Al Habsi", "Ravi Kumar"],
        ),
        (
            "The universities of Accra and Recife signed a cooperation agreement. Rector Ama "
            "Mensah and Dean Joao Lima put pen to paper at a ceremony on Tuesday.",
            ["Ama Mensah", "Joao Lima"],
        ),
        (
            "The signatories of the agreement on twin cities are the mayor of Porto, Rui Lopes, "
            "and the mayor of Recife, Joao Lima.",
            ["Rui Lopes", "Joao Lima"],
        ),
        (
            "От имени Правительства Монголии соглашение подписал министр дорог Баатар Дорж, "
            "от имени Правительства Турции – министр транспорта Ахмет Кая.",
            ["Баатар Дорж", "Ахмет Кая"],
        ),
        (
            "Подписантами соглашения о побратимстве стали мэр Порту Руй Лопеш и мэр Ресифи "
            "Жуан Лима.",
            ["Руй Лопеш", "Жуан Лима"],
        ),
        (
            "Белорусскую часть комиссии возглавил министр Иван Петров, кубинскую – министр "
            "Хуан Перес. По итогам сопредседателями подписан протокол.",
            ["Иван Петров", "Хуан Перес"],
        ),
    ],
)
def test_those_who_signed_are_found_in_whatever_words_they_are_told(
    text: str, signed: list[str]
) -> None:
    assert names(read(text)[-1]) == signed


def test_each_document_of_one_sentence_keeps_its_own_signatories() -> None:
    memorandum, contract = read(
        "Чили и Грузия подписали меморандум о туризме. Кроме того, заключён договор о поставках "
        "вина. Под меморандумом подписи поставили министр Иван Петров и министр Хуан Перес, "
        "договор подписали директор Нино Лорткипанидзе и директор Педро Коста."
    )
    assert names(memorandum) == ["Иван Петров", "Хуан Перес"]
    assert names(contract) == ["Нино Лорткипанидзе", "Педро Коста"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "The agreement on customs between Samoa and Fiji entered into force on 1 August 2022. "
            "It was signed in Apia on 14 June 2021.",
            "2021-06-14",
        ),
        (
            "Parliament ratified on 5 May 2022 the treaty with Chile on extradition, signed in "
            "Quito on 3 March 2020.",
            "2020-03-03",
        ),
        (
            "С 1 января 2024 года вступило в силу Соглашение о налогах между Уругваем и Норвегией. "
            "Оно было подписано в Осло 6 июля 2022 года.",
            "2022-07-06",
        ),
    ],
)
def test_the_date_of_signing_goes_before_that_of_a_later_act(text: str, date: str) -> None:
    agreement = read_one(text)
    signed = agreement.signed or agreement.date
    assert signed
    assert signed.edtf == date


def test_an_act_without_a_day_is_dated_by_the_dateline_and_says_so() -> None:
    agreement = read_one(
        "VIENNA, 20 September 2021 - The delegations of Niger and Austria signed an agreement on "
        "nuclear safety and discussed the training of inspectors."
    )
    assert agreement.date
    assert agreement.date.edtf == "2021-09-20"
    assert agreement.date.how == How.INFERRED
    assert agreement.date.reason


def test_an_act_without_a_day_is_dated_by_the_sentence_before() -> None:
    agreement = read_one(
        "11 мая 2025 года главы двух районов встретились на границе. Между сторонами подписано "
        "соглашение о приграничной торговле."
    )
    assert agreement.date
    assert agreement.date.edtf == "2025-05-11"
    assert agreement.date.how == How.INFERRED


def test_what_is_recalled_is_not_dated_by_the_dateline() -> None:
    agreement = read_one(
        "VIENNA, 20 September 2021 - The ministers of Niger and Austria met for talks on trade. "
        "They recalled that the two states had earlier signed an agreement on nuclear safety."
    )
    assert agreement.date is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Two memoranda were signed during the visit: one on tourism and the other on youth "
            "exchanges.",
            ["memorandum on tourism", "memorandum on youth exchanges"],
        ),
        (
            "The following agreements were signed: between Tbilisi State University and the "
            "University of Warsaw on exchanges; between the ports of Poti and Gdynia on cargo.",
            [
                "agreement between Tbilisi State University and the University of Warsaw on "
                "exchanges",
                "agreement between the ports of Poti and Gdynia on cargo",
            ],
        ),
        (
            "Подписаны два меморандума: один – о туризме и спорте, другой – об обменах молодёжью.",
            ["меморандум о туризме и спорте", "меморандум об обменах молодёжью"],
        ),
    ],
)
def test_a_plural_gives_way_to_the_items_it_counts(text: str, titles: list[str]) -> None:
    found = read(text)
    assert [one.title for one in found] == titles
    assert {one.stage for one in found} == {StageKind.SIGNED}


def test_a_document_called_an_accord_in_passing_is_no_second_one() -> None:
    treaty = read_one(
        "Peru and Cuba exchanged the instruments of ratification of the Treaty on Extradition, "
        "an accord that both states had signed in Havana on 9 November 2018."
    )
    assert treaty.title == "Treaty on Extradition"
    assert treaty.date
    assert treaty.date.edtf == "2018-11-09"


def test_a_memorandum_told_by_its_party_and_then_by_its_subject_is_one() -> None:
    memorandum = read_one(
        "Zambia has signed a Memorandum of Understanding with Finland. The minister said the MoU "
        "on solar energy would help villages."
    )
    assert memorandum.title == "MoU on solar energy"


def test_the_dated_instrument_that_a_title_rests_on_is_a_record_of_its_own() -> None:
    plan, memorandum = read(
        "Подписан План действий к Меморандуму о сотрудничестве в сфере труда от 29 сентября "
        "2020 года."
    )
    assert plan.type == AgreementType.PROGRAMME
    assert memorandum.stage == StageKind.IN_FORCE
    assert memorandum.date
    assert memorandum.date.edtf == "2020-09-29"


@pytest.mark.parametrize(
    "text",
    [
        "The two sides are preparing a new agreement on air services, replacing the existing one "
        "of 5 May 1994.",
        "Стороны готовят новое соглашение о воздушном сообщении взамен действующего от 5 мая "
        "1994 года.",
    ],
)
def test_the_instrument_to_be_replaced_is_told_from_the_new_one(text: str) -> None:
    new, old = read(text)
    assert (new.stage, new.date) == (StageKind.DRAFTED, None)
    assert old.stage == StageKind.IN_FORCE
    assert old.date
    assert old.date.edtf == "1994-05-05"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The two states' 1999 Trade Agreement remains in force.", StageKind.IN_FORCE),
        (
            "Ministers noted the Agreement on Railways, the draft of which was sent to members.",
            StageKind.DRAFTED,
        ),
        (
            "They put their signatures under the Protocol of the Ninth Session.",
            StageKind.SIGNED,
        ),
        ("The sides signed a renewed Memorandum of Understanding on trade.", StageKind.SIGNED),
        ("Laos became the tenth state to ratify the Agreement on Ports.", StageKind.RATIFIED),
        ("Договор о выдаче согласован и готов к подписанию.", StageKind.DRAFTED),
        (
            "О вступлении в силу Соглашения между Чили и Перу о социальном обеспечении.",
            StageKind.IN_FORCE,
        ),
        (
            "Межправительственное соглашение о науке, подписанное в 2019 году, уже работает.",
            StageKind.IN_FORCE,
        ),
    ],
)
def test_the_act_is_told_by_the_words_that_tell_it(text: str, stage: StageKind) -> None:
    assert read_one(text).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "The committee approved its work plan for 2024 and the action plan of the secretariat.",
        "Experts will meet in May to draw up a work plan.",
        "Подписан ряд документов, за исключением соглашения о рыболовстве.",
    ],
)
def test_a_body_s_own_plan_and_what_was_not_signed_are_no_agreements(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The delegation of Semmelweis University visited Hanoi. The university signed an "
            "agreement with Hanoi Medical University on exchanges.",
            {"Semmelweis University", "Hanoi Medical University"},
        ),
        (
            "In Kigali, Nyanza Board and Volvo Energy signed a partnership agreement.",
            {"Nyanza Board", "Volvo Energy"},
        ),
        (
            "Сербия и Вьетнам сотрудничают давно. В Ханое подписан меморандум между "
            "министерствами сельского хозяйства двух стран.",
            {"RS", "VN"},
        ),
    ],
)
def test_the_parties_are_those_a_word_stands_for(text: str, parties: set[str]) -> None:
    assert set(names(read_one(text), LinkKind.PARTY)) == parties


def test_a_list_headed_as_documents_signed_tells_that_each_was() -> None:
    found = read(
        "List of documents signed during the visit\n\n"
        "1. Memorandum between the Ministry of Economy of Peru and the Ministry of Trade of Cuba\n"
        "2. Protocol of intent between SOCAR and EGPC\n"
    )
    assert [one.stage for one in found] == [StageKind.SIGNED, StageKind.SIGNED]


def test_an_agreement_and_a_letter_joined_by_and_are_two() -> None:
    found = read(
        "The visit resulted in the signing of an MoU between the chambers of commerce and a "
        "letter of intent on cyber defence."
    )
    assert [one.title for one in found] == [
        "MoU between the chambers of commerce",
        "letter of intent on cyber defence",
    ]
