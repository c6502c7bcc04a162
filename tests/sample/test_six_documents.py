"""What the fifth release says, line by line: six documents and the talks of prime ministers."""

from db.terms import (
    Bound,
    EntryKind,
    Face,
    How,
    LinkKind,
    NameKind,
    Presence,
    QuotationMode,
    StageKind,
)
from tests.sample.shelf import Shelf, face, figure, only, others, outgoing, stage, tags, words

SOURCE = "Azerbaijan and Russia sign six documents"
TALKS = "[Talks of the Prime Ministers"
DIGITAL = "communications and information technology"
CUSTOMS = "customs control"
VETERINARY = "veterinary medicine"
QUARANTINE = "plant quarantine"
STATEMENT = "Trilateral statement"
CUSTOMS_AS_STATED = "States Customs Committees of both countries"


def test_the_head_of_the_page_gives_the_date_and_the_byline(shelf: Shelf) -> None:
    source = shelf.source(SOURCE)
    assert source.values["published"] == "2021-05-21"
    assert source.values["byline"] == "A. Correspondent"
    claim = shelf.claim("entry", source.id, "byline")
    assert claim.as_stated == "By A. Correspondent"
    assert face(source, "entry", source.id, "publisher") == Face.NOT_STATED


def test_the_author_is_nobody_who_took_part(shelf: Shelf) -> None:
    assert not [title for title in shelf.titles(EntryKind.PERSON) if "Correspondent" in title]


def test_an_agreement_of_ministries_is_reported_by_unnamed_media(shelf: Shelf) -> None:
    agreement = shelf.agreement(DIGITAL)
    claim = shelf.claim("entry", agreement.id)
    assert (claim.how, claim.attributed_as) == (How.REPORTED, "Russian media")
    assert claim.attributed_to_id is None
    parties = outgoing(agreement, LinkKind.PARTY)
    assert [row.named_as for row in parties] == [
        "Transport, Communications and High Technologies Ministry of Azerbaijan",
        "Digital Development, Communications and Mass Media Ministry of Russia",
    ]
    assert {row.presence for row in parties} == {Presence.BODY}


def test_it_is_signed_after_talks_on_an_inferred_day_at_an_inferred_place(shelf: Shelf) -> None:
    agreement = shelf.agreement(DIGITAL)
    signed = stage(agreement, StageKind.SIGNED)
    assert signed.date == "2021-05-20"
    assert signed.place is not None
    assert signed.place.title == "Moscow"
    assert signed.meeting is not None
    assert signed.meeting.title.startswith(TALKS)
    for field in ("date", "place", "meeting"):
        assert shelf.claim("stage", signed.id, field).how == How.INFERRED
    assert signed.note.startswith("After the talks")


def test_those_who_talked_are_no_signatories(shelf: Shelf) -> None:
    for title in (DIGITAL, VETERINARY, CUSTOMS, QUARANTINE):
        agreement = shelf.agreement(title)
        assert not outgoing(agreement, LinkKind.SIGNATORY)
        assert not outgoing(agreement, LinkKind.WITNESS)
        signed = stage(agreement, StageKind.SIGNED)
        assert shelf.says_nothing_of("stage", signed.id, "signatory")


def test_two_memoranda_are_of_agencies(shelf: Shelf) -> None:
    for title, parties in (
        ("intellectual property", [
            "Intellectual Property Agency of the Republic of Azerbaijan",
            "Federal Service for Intellectual Property",
        ]),
        ("standards and exports", [
            "Azerbaijan Standardization Institute", "Russian Export Center",
        ]),
    ):  # fmt: skip
        memorandum = shelf.agreement(title)
        assert memorandum.values["agreement_type"] == "memorandum"
        assert others(outgoing(memorandum, LinkKind.PARTY)) == parties


def test_a_garbled_name_stands_beside_the_body_it_is_taken_for(shelf: Shelf) -> None:
    institute, _centre = outgoing(shelf.agreement("standards and exports"), LinkKind.PARTY)
    assert institute.named_as == "Azerbaijan Institute of Public Law Standardization"
    assert others([institute]) == ["Azerbaijan Standardization Institute"]
    assert shelf.claim("link", institute.id, "object").how == How.INFERRED


def test_six_documents_are_a_count_of_which_all_six_are_found(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    six = figure(talks, "6", "documents signed")
    assert six.is_count
    assert len(six.members) == 6
    assert {member.kind for member in six.members} == {EntryKind.AGREEMENT}
    claim = shelf.claim("figure", six.id)
    assert (claim.how, claim.attributed_as) == (How.REPORTED, "local media")


def test_names_as_given_differ_from_the_bodies_they_name(shelf: Shelf) -> None:
    azerbaijani, russian = outgoing(shelf.agreement(CUSTOMS), LinkKind.PARTY)
    assert {azerbaijani.named_as, russian.named_as} == {CUSTOMS_AS_STATED}
    assert others([azerbaijani, russian]) == [
        "State Customs Committee of the Republic of Azerbaijan",
        "Federal Customs Service of the Russian Federation",
    ]
    assert shelf.claim("link", russian.id, "object").reason
    food = outgoing(shelf.agreement(VETERINARY), LinkKind.PARTY)[0]
    assert food.named_as == "Azerbaijan's Food Security Agency"
    assert others([food]) == ["Food Safety Agency of the Republic of Azerbaijan"]


def test_one_agency_is_a_party_to_two_documents(shelf: Shelf) -> None:
    first = outgoing(shelf.agreement(VETERINARY), LinkKind.PARTY)[0]
    second = outgoing(shelf.agreement(QUARANTINE), LinkKind.PARTY)[0]
    assert first.object == second.object


def test_a_body_is_known_by_translation_original_and_acronym(shelf: Shelf) -> None:
    names = shelf.body("Veterinary and Phytosanitary").names
    assert {(name.kind, name.script) for name in names} == {
        (NameKind.ORIGINAL, "Cyrl"),
        (NameKind.ACRONYM, "Cyrl"),
        (NameKind.ACRONYM, "Latn"),
    }
    assert "Россельхознадзор" in {name.text for name in names}


def test_the_documents_have_subjects(shelf: Shelf) -> None:
    assert tags(shelf.agreement(CUSTOMS)) == {"Customs", "Digital development"}
    assert tags(shelf.agreement(QUARANTINE)) == {"Plant quarantine", "Digital development"}
    (tag,) = shelf.agreement(VETERINARY).tags
    assert (tag.label_en, tag.label_ru) == ("Veterinary medicine", "Ветеринария")
    assert tag.parent_id is not None
    assert tag.colour.startswith("#")


def test_two_accounts_of_the_talks_are_one_meeting(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    assert talks.values["start"] == "2021-05-20"
    assert talks.references["place"].title == "Moscow"
    assert len(shelf.claims("entry", talks.id)) == 2
    assert shelf.claim("entry", talks.id, "start").as_stated == "May 20"


def test_prime_ministers_attend_for_their_countries_with_delegations(shelf: Shelf) -> None:
    delegations, azerbaijani, russian = outgoing(shelf.meeting(TALKS), LinkKind.ATTENDEE)
    assert (delegations.object, delegations.named_as) == (None, "delegations")
    assert delegations.presence == Presence.DELEGATION
    assert others([azerbaijani, russian]) == ["Ali Asadov", "Mikhail Mishustin"]
    behalf = [row.on_behalf_of.title for row in (azerbaijani, russian) if row.on_behalf_of]
    assert behalf == ["Azerbaijan", "Russia"]
    assert azerbaijani.post_id == russian.post_id is not None


def test_the_topics_of_the_talks_are_in_order(shelf: Shelf) -> None:
    assert [row.wording for row in shelf.meeting(TALKS).points] == [
        "The economy", "Farming", "Customs", "Communications", "High technology",
    ]  # fmt: skip


def test_growth_is_a_figure_with_a_period_and_a_speaker(shelf: Shelf) -> None:
    growth = figure(shelf.meeting(TALKS), "3.5")
    assert (growth.bound, growth.period) == (Bound.ABOUT, "2021-01/2021-03")
    assert growth.unit.startswith("%")
    assert growth.speaker is not None
    assert growth.speaker.title == "Mikhail Mishustin"
    assert shelf.claim("figure", growth.id, "period").how == How.INFERRED


def test_a_figure_and_a_quotation_stand_on_the_same_words(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    firms = figure(talks, "1000")
    quotation = next(row for row in talks.quotations if row.words == "about 1000 companies")
    assert quotation.mode == QuotationMode.DIRECT
    assert words(shelf.claim("figure", firms.id)) == words(shelf.claim("quotation", quotation.id))


def test_a_statement_is_also_called_an_agreement_and_its_parties_are_not_told(
    shelf: Shelf,
) -> None:
    statement = shelf.agreement(STATEMENT)
    assert statement.values["agreement_type"] == "joint_statement"
    assert [name.text for name in statement.names] == ["trilateral agreement"]
    signed = stage(statement, StageKind.SIGNED)
    assert face(statement, "stage", signed.id, "date") == Face.NOT_STATED
    assert shelf.says_nothing_of("stage", signed.id, "party")
    assert not outgoing(statement, LinkKind.PARTY)
    talks = only(outgoing(statement, LinkKind.DISCUSSED_AT)).object
    assert talks is not None
    assert talks.id == shelf.meeting(TALKS).id


def test_a_war_named_in_passing_is_quoted_and_not_catalogued(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    assert [row.words for row in talks.quotations if "44-day war" in row.words]
    assert not [title for title in shelf.titles(EntryKind.MEETING) if "war" in title]


def test_what_was_said_is_direct_or_reported_and_each_has_a_speaker(shelf: Shelf) -> None:
    quotations = shelf.meeting(TALKS).quotations
    modes = [row.mode for row in quotations]
    assert (modes.count(QuotationMode.DIRECT), modes.count(QuotationMode.REPORTED)) == (3, 4)
    for row in quotations:
        assert row.speaker is not None
        assert shelf.claim("quotation", row.id).attributed_to_id == row.speaker.id


def test_sums_a_speaker_names_are_counts_still_to_be_filled(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    documents, road_maps = figure(talks, "230"), figure(talks, "6", "road maps")
    assert (documents.bound, documents.is_count, documents.members) == (Bound.MORE_THAN, True, ())
    assert (road_maps.is_count, road_maps.members) == (True, ())
    for row in (documents, road_maps):
        assert row.speaker is not None
        assert row.speaker.title == "Ali Asadov"
