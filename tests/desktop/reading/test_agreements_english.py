import pytest

from db.terms import AgreementType, LinkKind, StageKind
from desktop.reading.findings import (
    FoundAgreement,
    FoundBody,
    FoundCountry,
    FoundPerson,
)
from desktop.reading.layout import lay_out
from desktop.reading.read import find_all


def read(text: str) -> tuple[FoundAgreement, ...]:
    return find_all(lay_out(text)).agreements


def read_one(text: str) -> FoundAgreement:
    agreements = read(text)
    assert len(agreements) == 1, [one.title for one in agreements]
    return agreements[0]


def titles(text: str) -> list[str]:
    return [one.title for one in read(text)]


def names(agreement: FoundAgreement, *kinds: LinkKind) -> list[str]:
    return [name_of(role.who) for role in agreement.roles if role.kind in kinds]


def name_of(who: FoundPerson | FoundBody | FoundCountry) -> str:
    return who.code if isinstance(who, FoundCountry) else who.name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Kenya and Ireland have signed a new agreement on the recognition of driving licences.",
            "agreement on the recognition of driving licences",
        ),
        (
            "An agreement was signed between Peru and Latvia on the protection of investments.",
            "agreement on the protection of investments",
        ),
        (
            "Peru and Latvia signed an intergovernmental agreement on trade, transport and "
            "tourism, and discussed visas.",
            "intergovernmental agreement on trade, transport and tourism",
        ),
        (
            "The Trade and Economic Cooperation Agreement between Norway and Ghana was signed.",
            "Trade and Economic Cooperation Agreement between Norway and Ghana",
        ),
        (
            "The “Roadmap for Cooperation in Agriculture. 2022–2025” was signed by both sides.",
            "Roadmap for Cooperation in Agriculture. 2022–2025",
        ),
        (
            "Chile and Fiji signed a memorandum of understanding (MoU) on fisheries at a ceremony.",
            "memorandum of understanding on fisheries",
        ),
        (
            "Oman and Estonia will sign an air services agreement next month.",
            "air services agreement",
        ),
        (
            "Oman and Estonia exchanged notes on visa-free travel for diplomats.",
            "exchange of notes on visa-free travel for diplomats",
        ),
        (
            "The talks ended with the signing of the Agreed Minutes of the Fourth Session of the "
            "Joint Commission.",
            "Agreed Minutes of the Fourth Session of the Joint Commission",
        ),
        (
            "Oman and Estonia signed an executive programme in the field of tourism for 2024-2026, "
            "which covers training.",
            "executive programme in the field of tourism for 2024-2026",
        ),
    ],
)
def test_a_title_runs_from_its_noun_to_the_verb_or_the_clause_that_follows(
    text: str, title: str
) -> None:
    assert read_one(text).title == title


def test_several_instruments_of_one_sentence_are_told_apart() -> None:
    text = (
        "Kenya and Ireland signed an agreement on road transport, a protocol on road safety and "
        "a memorandum of understanding in the field of youth."
    )

    agreements = read(text)

    assert [one.title for one in agreements] == [
        "agreement on road transport",
        "protocol on road safety",
        "memorandum of understanding in the field of youth",
    ]
    assert {one.stage for one in agreements} == {StageKind.SIGNED}
    assert all(names(one, LinkKind.PARTY) == ["KE", "IE"] for one in agreements)


def test_items_of_a_list_share_the_act_that_introduces_them_and_those_who_signed() -> None:
    text = (
        "The following documents were signed during the visit:\n"
        "- Agreement between the Government of Peru and the Government of Latvia on air services;\n"
        "- Memorandum of Understanding on cooperation in the field of museums;\n"
        "- Work Plan for 2025–2027.\n"
        "The documents were signed by Foreign Minister Rosa Quispe and Transport Minister "
        "Andris Ozols."
    )

    agreements = read(text)

    assert [one.type for one in agreements] == [
        AgreementType.AGREEMENT,
        AgreementType.MEMORANDUM,
        AgreementType.PROGRAMME,
    ]
    assert {one.stage for one in agreements} == {StageKind.SIGNED}
    assert all(
        names(one, LinkKind.SIGNATORY) == ["Rosa Quispe", "Andris Ozols"] for one in agreements
    )


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Chile and Fiji inked a protocol on road safety.", StageKind.SIGNED),
        ("Experts initialled the Agreement on Social Security.", StageKind.INITIALLED),
        ("Chile ratified the Treaty on Extradition signed in Suva.", StageKind.RATIFIED),
        ("The Convention on Northern Lakes entered into force in May.", StageKind.IN_FORCE),
        ("Trade rests on the Agreement on Customs, which was extended.", StageKind.EXTENDED),
        ("The sides agreed to sign a roadmap for industry.", StageKind.PROPOSED),
        ("A protocol on transit is expected to be signed in June.", StageKind.PROPOSED),
        ("The cabinet approved the signing of a labour agreement with Fiji.", StageKind.PROPOSED),
        ("They are working on a draft agreement on classified information.", StageKind.DRAFTED),
        ("They meet under the Agreement on Transboundary Waters.", StageKind.IN_FORCE),
        ("The presidents adopted a Joint Statement on climate.", StageKind.SIGNED),
    ],
)
def test_the_words_around_a_title_tell_its_stage(text: str, stage: StageKind) -> None:
    assert read_one(text).stage == stage


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fiji and Chile signed a contract for the supply of 40 buses.", AgreementType.CONTRACT),
        ("Fiji and Chile signed a treaty on friendship.", AgreementType.TREATY),
        ("Fiji and Chile signed a road map for tourism.", AgreementType.ROADMAP),
        ("Fiji and Chile signed an action plan for 2025.", AgreementType.PROGRAMME),
        ("Fiji and Chile signed the final record of the session.", AgreementType.FINAL_RECORD),
        ("Fiji and Chile signed a joint declaration.", AgreementType.JOINT_STATEMENT),
        ("Fiji and Chile signed a letter of intent on ports.", AgreementType.OTHER),
    ],
)
def test_the_noun_tells_the_type(text: str, kind: AgreementType) -> None:
    assert read_one(text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "No agreement was reached.",
        "Several agreements were discussed.",
        "The sides reached agreement to continue talks.",
        "The agreement covers many areas.",
        "Federal Law No. 35 and Decree No. 5 apply here.",
        "The programme of the visit includes a tour of the port.",
        "Doctors follow new treatment protocols.",
        "Six documents were signed between the two countries.",
    ],
)
def test_general_talk_of_agreements_is_no_record(text: str) -> None:
    assert titles(text) == []


def test_a_headline_and_the_body_name_one_instrument() -> None:
    text = (
        "Bahrain, Morocco sign MoU on youth\n\n"
        "Bahrain and Morocco have signed a memorandum of understanding in the field of youth. "
        "The MoU was signed on Monday."
    )

    agreement = read_one(text)

    assert agreement.title == "memorandum of understanding in the field of youth"
    assert [text[start:end] for start, end in agreement.mentions] == ["MoU on youth", "The MoU"]


def test_two_instruments_of_like_title_and_other_date_stay_two() -> None:
    text = (
        "Chile and Fiji signed an agreement on cooperation in tourism on 5 May 2021. "
        "They have worked within the agreement on cooperation in tourism dated 18 June 2001."
    )

    assert [one.date.edtf for one in read(text) if one.date] == ["2021-05-05", "2001-06-18"]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Rosa Quispe and Foreign Minister Andris Ozols signed a protocol on "
        "trade.",
        "A protocol on trade was signed by Foreign Minister Rosa Quispe and Foreign Minister "
        "Andris Ozols.",
        "Peru and Latvia signed a protocol on trade. The document was signed by Foreign Minister "
        "Rosa Quispe and Foreign Minister Andris Ozols.",
        "Peru and Latvia signed a protocol on trade. Foreign Minister Rosa Quispe signed the "
        "protocol on behalf of Peru. Foreign Minister Andris Ozols signed on behalf of Latvia.",
        "Foreign Minister Rosa Quispe and Foreign Minister Andris Ozols signed a protocol on trade "
        "in the presence of President Maria Lopes.",
        "Foreign Minister Rosa Quispe met with Foreign Minister Andris Ozols. After the talks the "
        "ministers signed a protocol on trade.",
    ],
)
def test_signatories_stand_in_the_sentence_or_the_next(text: str) -> None:
    signed = names(read_one(text), LinkKind.SIGNATORY)

    assert [name.split()[-1] for name in signed][:2] == ["Quispe", "Ozols"]
    assert "Maria Lopes" not in signed


def test_onlookers_are_witnesses() -> None:
    text = (
        "Foreign Minister Rosa Quispe and Foreign Minister Andris Ozols signed a protocol on trade "
        "in the presence of President Maria Lopes."
    )

    assert names(read_one(text), LinkKind.WITNESS) == ["Maria Lopes"]


def test_whom_somebody_signed_for_is_kept() -> None:
    text = (
        "Peru and Latvia signed a protocol on trade. "
        "The protocol was signed by Foreign Minister Rosa Quispe on behalf of Peru."
    )

    (signatory,) = [role for role in read_one(text).roles if role.kind == LinkKind.SIGNATORY]

    assert isinstance(signatory.on_behalf_of, FoundCountry)
    assert signatory.on_behalf_of.code == "PE"


def test_date_and_city_of_the_act_stand_behind_the_verb() -> None:
    agreement = read_one("The protocol on transit was signed on 27 April 2021 in Lisbon.")

    assert agreement.date
    assert agreement.date.edtf == "2021-04-27"
    assert agreement.city
    assert agreement.city.name == "Lisbon"


def test_the_words_that_tell_the_act_are_kept() -> None:
    text = "A protocol on transit was signed on 27 April 2021."
    agreement = read_one(text)

    assert "signed" in text[agreement.stage_start : agreement.stage_end]


def test_the_bodies_between_whom_it_is_are_its_parties() -> None:
    text = (
        "A memorandum of understanding was signed between the National Library of Latvia and the "
        "National Library of Peru."
    )

    assert names(read_one(text), LinkKind.PARTY) == [
        "National Library of Latvia",
        "National Library of Peru",
    ]


def test_what_was_counted_in_one_sentence_and_named_in_the_next_was_signed() -> None:
    text = (
        "Chile and Fiji signed three agreements. These are: (i) Memorandum of Understanding on "
        "Tourism; (ii) Agreement on Exchange of Tax Information; and (iii) Protocol on Culture."
    )
    agreements = read(text)

    assert len(agreements) == 3
    assert {one.stage for one in agreements} == {StageKind.SIGNED}


def test_a_pronoun_carries_on_the_instrument_before() -> None:
    text = (
        "The MoU between the Central Bank of Nigeria and the Bank of Ghana aims at new payments. "
        "It was signed by Governor Rosa Quispe and Governor Andris Ozols."
    )
    agreement = read_one(text)

    assert agreement.stage == StageKind.SIGNED
    assert len(names(agreement, LinkKind.SIGNATORY)) == 2


def test_an_acronym_in_brackets_is_no_second_instrument() -> None:
    assert titles("Chile and Fiji signed a Memorandum of Cooperation (MOC) in Suva.") == [
        "Memorandum of Cooperation"
    ]


def test_what_an_instrument_is_said_to_be_is_no_second_instrument() -> None:
    text = (
        "Chile and Fiji signed a protocol on water. The protocol is the second agreement between "
        "the two countries."
    )

    assert titles(text) == ["protocol on water"]


def test_a_capital_stands_for_its_state() -> None:
    agreement = read_one("The treaty between Paris and Madrid on rail transport was signed.")

    assert names(agreement, LinkKind.PARTY) == ["FR", "ES"]


def test_nobody_has_signed_what_is_only_planned() -> None:
    agreement = read_one("Foreign Minister Rosa Quispe will sign a protocol on trade with Fiji.")

    assert names(agreement, LinkKind.SIGNATORY) == []


@pytest.mark.parametrize("text", ["", "\n\n", "(", "agreement", "signed by", "an agreement on"])
def test_scraps_of_text_do_no_harm(text: str) -> None:
    assert all(one.title for one in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The State Programme for 2021–2025 was approved by decree.",
        "Parliament adopted the National Action Plan on Water.",
        "The ministry approved a training programme for doctors.",
        "By using this site you accept the User Agreement and the Licence Agreement.",
    ],
)
def test_plans_of_one_state_and_private_papers_are_no_records(text: str) -> None:
    assert titles(text) == []
