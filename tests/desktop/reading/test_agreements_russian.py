import pytest

from db.terms import AgreementType, LinkKind, StageKind
from desktop.reading.findings import FoundAgreement, FoundCountry
from desktop.reading.layout import lay_out
from desktop.reading.read import find_all


def read(text: str) -> tuple[FoundAgreement, ...]:
    return find_all(lay_out(text)).agreements


def read_one(text: str) -> FoundAgreement:
    agreements = read(text)
    assert len(agreements) == 1, [one.title for one in agreements]
    return agreements[0]


def names(agreement: FoundAgreement, kind: LinkKind) -> list[str]:
    return [
        role.who.code if isinstance(role.who, FoundCountry) else role.who.name
        for role in agreement.roles
        if role.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Сербия и Монголия подписали новое соглашение о сотрудничестве в сфере туризма.",
            "соглашение о сотрудничестве в сфере туризма",
        ),
        (
            "Состоялось подписание Меморандума о взаимопонимании в области ветеринарии.",
            "Меморандум о взаимопонимании в области ветеринарии",
        ),
        (
            "Планируется подписание межправительственного соглашения о реадмиссии.",
            "межправительственное соглашение о реадмиссии",
        ),
        (
            "Подписан план мероприятий на 2025–2027 годы.",
            "план мероприятий на 2025–2027 годы",
        ),
        (
            "Стороны подписали протокол шестого заседания комиссии, который закрепил итоги.",
            "протокол шестого заседания комиссии",
        ),
        (
            "Утверждена дорожная карта по развитию промышленности, торговли и транспорта.",
            "дорожная карта по развитию промышленности, торговли и транспорта",
        ),
        (
            "Стороны обменялись нотами о безвизовых поездках дипломатов.",
            "обмен нотами о безвизовых поездках дипломатов",
        ),
        (
            "Стороны сотрудничают в соответствии с Соглашением от 12 июля 2001 года "
            "о трансграничных водах.",
            "Соглашение о трансграничных водах",
        ),
        (
            "Эксперты парафировали проект соглашения, направленного на защиту инвестиций.",
            "проект соглашения, направленного на защиту инвестиций",
        ),
    ],
)
def test_a_title_comes_in_the_nominative_and_ends_before_the_next_clause(
    text: str, title: str
) -> None:
    assert read_one(text).title == title


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Подписано соглашение о торговле.", StageKind.SIGNED),
        ("Стороны заключили договор о дружбе.", StageKind.SIGNED),
        ("Парафирован текст соглашения о реадмиссии.", StageKind.INITIALLED),
        ("Парламент ратифицировал Договор об экстрадиции.", StageKind.RATIFIED),
        ("Соглашение о торговле вступило в силу в мае.", StageKind.IN_FORCE),
        ("В соответствии с Соглашением о торговле пошлины отменены.", StageKind.IN_FORCE),
        ("Действие договора о дружбе было продлено на десять лет.", StageKind.EXTENDED),
        ("Стороны договорились подписать меморандум о туризме.", StageKind.PROPOSED),
        ("Меморандум о туризме будет подписан осенью.", StageKind.PROPOSED),
        ("Ведётся работа над проектом соглашения о туризме.", StageKind.DRAFTED),
    ],
)
def test_the_words_around_a_title_tell_its_stage(text: str, stage: StageKind) -> None:
    assert read_one(text).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "Стороны выполняют достигнутые договорённости.",
        "Подписано несколько меморандумов.",
        "Федеральный закон и постановление правительства применяются.",
        "Программа визита включает посещение порта.",
        "Соглашение охватывает многие отрасли.",
    ],
)
def test_general_talk_of_agreements_is_no_record(text: str) -> None:
    assert read(text) == ()


def test_items_of_a_list_share_the_act_and_those_who_signed() -> None:
    text = (
        "По итогам переговоров подписаны:\n"
        "– Договор между Республикой Беларусь и Королевством Марокко о правовой помощи;\n"
        "– Меморандум о взаимопонимании в области спорта;\n"
        "– План мероприятий на 2025–2027 годы.\n"
        "Подписи под документами поставили Министр юстиции Сергей Лапко и Министр спорта "
        "Ясин Фаси."
    )

    agreements = read(text)

    assert [one.type for one in agreements] == [
        AgreementType.TREATY,
        AgreementType.MEMORANDUM,
        AgreementType.PROGRAMME,
    ]
    assert {one.stage for one in agreements} == {StageKind.SIGNED}
    assert all(len(names(one, LinkKind.SIGNATORY)) == 2 for one in agreements)


@pytest.mark.parametrize(
    "text",
    [
        "Министр культуры Ольга Лаптева и министр культуры Сербии Никола Марич подписали "
        "соглашение о туризме.",
        "Соглашение о туризме подписали министр культуры Ольга Лаптева и министр культуры Сербии "
        "Никола Марич.",
        "Соглашение о туризме подписано министром культуры Ольгой Лаптевой и министром культуры "
        "Сербии Николой Маричем.",
        "Подписано соглашение о туризме. Документ подписали министр культуры Ольга Лаптева и "
        "министр культуры Сербии Никола Марич.",
        "Подписано соглашение о туризме. Подписи под документом поставили министр культуры "
        "Ольга Лаптева и министр культуры Сербии Никола Марич.",
    ],
)
def test_signatories_stand_before_or_behind_the_verb_or_in_the_next_sentence(text: str) -> None:
    signed = names(read_one(text), LinkKind.SIGNATORY)

    assert len(signed) == 2
    assert signed[0].endswith("Лаптева")


def test_those_in_whose_presence_it_was_signed_did_not_sign() -> None:
    text = (
        "Министр культуры Ольга Лаптева и министр культуры Сербии Никола Марич подписали "
        "соглашение о туризме в присутствии президента Ивана Орлова."
    )
    agreement = read_one(text)

    assert len(names(agreement, LinkKind.SIGNATORY)) == 2
    assert len(names(agreement, LinkKind.WITNESS)) == 1


def test_a_contract_between_universities_is_no_treaty() -> None:
    text = (
        "Подписан договор о сетевом обучении между Томским государственным университетом и "
        "Белградским государственным университетом."
    )

    assert read_one(text).type == AgreementType.CONTRACT


def test_a_cited_instrument_keeps_its_date() -> None:
    agreement = read_one(
        "Связи развиваются в соответствии с Соглашением о торговле от 18 июня 2001 года."
    )

    assert agreement.title == "Соглашение о торговле"
    assert agreement.date
    assert agreement.date.edtf == "2001-06-18"


@pytest.mark.parametrize(
    "text",
    [
        "Утверждена Государственная программа развития образования на 2021–2025 годы.",
        "Врачи подписали трудовые договоры.",
        "Читайте соглашение об обработке персональных данных.",
    ],
)
def test_plans_of_one_state_and_private_papers_are_no_records(text: str) -> None:
    assert read(text) == ()
