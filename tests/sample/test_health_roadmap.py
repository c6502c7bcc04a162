"""What the first release says, line by line: a health agreement, its roadmap, a contract."""

from db.queries.lists import list_ids
from db.rows.lists import ListSpec
from db.terms import (
    Bound,
    EntryKind,
    Face,
    FigureState,
    How,
    LinkKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)
from tests.sample.shelf import (
    Shelf,
    face,
    figure,
    incoming,
    only,
    others,
    outgoing,
    stage,
    tags,
    words,
)

SOURCE = "Azerbaijan and Russia renew their health agreement"
RENEWED = "Agreement on cooperation in the field of healthcare"
FIRST = "Agreement between the Ministries of Health"
ROADMAP = "Roadmap for development"
PROTOCOL = "Protocol of the 19th meeting"
CONTRACT = "Contract for the supply"
MINISTERS = "[Meeting of the health ministers"
VISIT = "[Visit of the Russian Minister of Health"


def test_a_source_without_a_date_is_dated_by_inference_with_a_reason(shelf: Shelf) -> None:
    source = shelf.source(SOURCE)
    assert source.values["published"] == "2021?"
    claim = shelf.claim("entry", source.id, "published")
    assert claim.how == How.INFERRED
    assert "2021" in claim.reason
    assert words(claim) == ["for 2021-2024", "27 April 2021"]


def test_a_source_without_an_outlet_says_so(shelf: Shelf) -> None:
    source = shelf.source(SOURCE)
    assert source.values["publisher"] == ""
    assert face(source, "entry", source.id, "publisher") == Face.NOT_STATED


def test_two_states_are_the_parties_of_the_renewed_agreement(shelf: Shelf) -> None:
    parties = outgoing(shelf.agreement(RENEWED), LinkKind.PARTY)
    assert others(parties) == ["Azerbaijan", "Russia"]
    assert {link.object_kind for link in parties} == {EntryKind.PLACE}


def test_what_the_renewed_agreement_updates_is_inferred(shelf: Shelf) -> None:
    link = only(outgoing(shelf.agreement(RENEWED), LinkKind.UPDATES))
    assert link.object is not None
    assert link.object.title.startswith(FIRST)
    claim = shelf.claim("link", link.id)
    assert claim.how == How.INFERRED
    assert claim.reason
    assert len(claim.passages) == 2


def test_the_signing_has_a_country_for_a_place_and_a_visit_for_an_occasion(shelf: Shelf) -> None:
    agreement = shelf.agreement(RENEWED)
    signed = stage(agreement, StageKind.SIGNED)
    assert signed.place is not None
    assert signed.place.title == "Azerbaijan"
    assert signed.meeting is not None
    assert signed.meeting.title.startswith(VISIT)
    assert shelf.claim("stage", signed.id, "place").how == How.INFERRED


def test_the_day_of_signing_is_not_stated_and_its_year_inferred(shelf: Shelf) -> None:
    agreement = shelf.agreement(RENEWED)
    signed = stage(agreement, StageKind.SIGNED)
    assert signed.date == "2021?"
    hows = [claim.how for claim in shelf.claims("stage", signed.id, "date")]
    assert hows == [How.NOT_STATED, How.INFERRED]
    assert face(agreement, "stage", signed.id, "date") == Face.EVIDENCE


def test_the_signatories_sign_at_a_stage_in_a_post_on_behalf_of_a_ministry(shelf: Shelf) -> None:
    agreement = shelf.agreement(RENEWED)
    signed = stage(agreement, StageKind.SIGNED)
    musayev, murashko = outgoing(agreement, LinkKind.SIGNATORY)
    assert {musayev.stage_id, murashko.stage_id} == {signed.id}
    assert (musayev.acting, murashko.acting) == (True, False)
    assert musayev.post_as == "acting Minister of Health of Azerbaijan"
    assert musayev.post_id == murashko.post_id is not None
    assert musayev.on_behalf_of is not None
    assert musayev.on_behalf_of.title == "Ministry of Health of the Republic of Azerbaijan"
    assert musayev.presence == Presence.NAMED


def test_that_the_entry_into_force_is_not_stated_is_a_value(shelf: Shelf) -> None:
    for title in (RENEWED, FIRST, ROADMAP):
        agreement = shelf.agreement(title)
        first = agreement.stages[0]
        assert shelf.says_nothing_of("stage", first.id, "in_force"), title
        assert StageKind.IN_FORCE not in {row.kind for row in agreement.stages}


def test_the_roadmap_is_an_instrument_of_its_own_with_a_term(shelf: Shelf) -> None:
    roadmap = shelf.agreement(ROADMAP)
    assert roadmap.values["agreement_type"] == "roadmap"
    assert roadmap.values["covers"] == "2021/2024"
    assert shelf.claim("entry", roadmap.id, "covers").as_stated == "2021-2024"
    assert others(outgoing(roadmap, LinkKind.PARTY)) == [
        "Ministry of Health of the Republic of Azerbaijan",
        "Ministry of Health of the Russian Federation",
    ]


def test_how_the_roadmap_belongs_to_the_document_is_left_open(shelf: Shelf) -> None:
    link = only(outgoing(shelf.agreement(RENEWED), LinkKind.RELATED_TO))
    assert link.object is not None
    assert link.object.title.startswith(ROADMAP)
    assert "left open" in link.note
    assert not outgoing(shelf.agreement(ROADMAP), LinkKind.ANNEX_OF)


def test_the_roadmap_has_subjects_and_undertakings_in_order(shelf: Shelf) -> None:
    roadmap = shelf.agreement(ROADMAP)
    kinds = [point.kind for point in roadmap.points]
    assert kinds == [PointKind.SUBJECT] * 4 + [PointKind.UNDERTAKING] * 2
    assert roadmap.points[0].wording == "Infectious and non-infectious diseases"
    assert tags(roadmap) >= {"Health", "Training of specialists", "Infectious diseases"}


def test_one_sentence_yields_four_records(shelf: Shelf) -> None:
    roadmap, protocol = shelf.agreement(ROADMAP), shelf.agreement(PROTOCOL)
    assert others(outgoing(roadmap, LinkKind.IMPLEMENTS)) == [protocol.title]
    assert len(outgoing(roadmap, LinkKind.DRAFTED_BY)) == 2
    signed = stage(protocol, StageKind.SIGNED)
    assert signed.date == "2021-04-27"
    assert signed.place is not None
    assert signed.place.title == "Moscow"
    assert signed.meeting is not None
    session = shelf.meeting(signed.meeting.title)
    assert session.values["ordinal"] == "19"
    body = only(outgoing(session, LinkKind.SESSION_OF)).object
    assert body is not None
    assert body.title.startswith("Intergovernmental Commission on Economic Cooperation")


def test_the_signatories_of_the_protocol_are_not_stated(shelf: Shelf) -> None:
    protocol = shelf.agreement(PROTOCOL)
    assert not outgoing(protocol, LinkKind.SIGNATORY)
    assert shelf.says_nothing_of("stage", stage(protocol, StageKind.SIGNED).id, "signatory")


def test_a_meeting_without_a_title_is_opened_by_a_named_person(shelf: Shelf) -> None:
    meeting = shelf.meeting(MINISTERS)
    assert meeting.title.startswith("[")
    assert others(outgoing(meeting, LinkKind.OPENED_BY)) == ["Teymur Musayev"]
    assert others(outgoing(meeting, LinkKind.PART_OF)) == [shelf.meeting(VISIT).title]
    assert face(meeting, "entry", meeting.id, "start") == Face.NOT_STATED


def test_the_agreement_of_2001_is_dated_not_signed_as_its_citer_says(shelf: Shelf) -> None:
    agreement = shelf.agreement(FIRST)
    dated = stage(agreement, StageKind.DATED)
    assert dated.date == "2001-06-18"
    assert [row.kind for row in agreement.stages] == [StageKind.DATED]
    assert shelf.claim("stage", dated.id, "date").attributed_to == "Teymur Musayev"
    based = only(incoming(agreement, LinkKind.BASED_ON))
    assert based.subject.title.startswith(ROADMAP)
    assert shelf.claim("link", based.id).attributed_to == "Teymur Musayev"


def test_thanks_are_a_reported_quotation_with_a_speaker(shelf: Shelf) -> None:
    thanks, advice = shelf.meeting(MINISTERS).quotations
    for quotation in (thanks, advice):
        assert quotation.mode == QuotationMode.REPORTED
        assert quotation.speaker is not None
        assert quotation.speaker.title == "Teymur Musayev"
        claim = shelf.claim("quotation", quotation.id)
        assert claim.attributed_to_id == quotation.speaker.id


def test_last_summer_is_a_season_resolved_by_inference(shelf: Shelf) -> None:
    visit = shelf.meeting("coronavirus experts")
    assert visit.values["start"] == "2020-22"
    claim = shelf.claim("entry", visit.id, "start")
    assert (claim.how, claim.as_stated) == (How.INFERRED, "Last summer")
    group = next(row for row in outgoing(visit, LinkKind.ATTENDEE) if row.object is None)
    assert group.presence == Presence.DELEGATION
    assert group.named_as == "doctors who know the new coronavirus"


def test_the_branch_was_opened_on_a_day_and_belongs_to_the_university(shelf: Shelf) -> None:
    ceremony = shelf.meeting("[Opening of the Baku branch")
    assert ceremony.values["start"] == "2015-09-15"
    assert ceremony.subtype == "ceremony"
    branch = shelf.body("Baku branch")
    assert others(outgoing(branch, LinkKind.BRANCH_OF)) == [shelf.body("Sechenov").title]
    assert others(outgoing(branch, LinkKind.SEATED_IN)) == ["Baku"]


def test_the_eponym_of_the_university_is_nobody_who_took_part(shelf: Shelf) -> None:
    assert not [title for title in shelf.titles(EntryKind.PERSON) if "Sechenov" in title]


def test_that_a_body_governs_cooperation_is_the_claim_of_a_speaker(shelf: Shelf) -> None:
    link = only(outgoing(shelf.agreement(RENEWED), LinkKind.GOVERNED_BY))
    assert shelf.claim("link", link.id).attributed_to == "Mikhail Murashko"


def test_the_first_graduation_has_an_inferred_year(shelf: Shelf) -> None:
    graduation = shelf.meeting("[First graduation")
    assert graduation.values["start"] == "2021?"
    assert shelf.claim("entry", graduation.id, "start").as_stated == "this year"


def test_a_meeting_told_only_as_earlier_has_no_date_but_topics(shelf: Shelf) -> None:
    meeting = shelf.meeting("with the Prime Minister of Azerbaijan]")
    assert meeting.values["start"] == ""
    assert face(meeting, "entry", meeting.id, "start") == Face.NOT_STATED
    assert others(outgoing(meeting, LinkKind.HOST)) == ["Ali Asadov"]
    assert [point.kind for point in meeting.points] == [PointKind.AGENDA_ITEM] * 3


def test_doses_delivered_and_doses_planned_are_two_figures(shelf: Shelf) -> None:
    contract = shelf.agreement(CONTRACT)
    delivered, planned = figure(contract, "200000"), figure(contract, "300000")
    assert (delivered.state, delivered.bound) == (FigureState.DELIVERED, Bound.ABOUT)
    assert delivered.period == "2021?"
    assert (planned.state, planned.bound) == (FigureState.PLANNED, Bound.EXACT)
    assert delivered.unit == planned.unit == "doses of Sputnik V"


def test_an_agency_and_a_company_are_parties_to_an_undated_contract(shelf: Shelf) -> None:
    contract = shelf.agreement(CONTRACT)
    assert contract.values["agreement_type"] == "contract"
    assert others(outgoing(contract, LinkKind.PARTY)) == [
        "State Agency for Compulsory Health Insurance",
        "HUMAN VACCINE LLC",
    ]
    signed = stage(contract, StageKind.SIGNED)
    assert face(contract, "stage", signed.id, "date") == Face.NOT_STATED
    assert shelf.body("HUMAN VACCINE").subtype == "company"


def test_a_value_without_evidence_is_hollow_and_counted(shelf: Shelf) -> None:
    murashko, contract = shelf.person("Murashko"), shelf.agreement(CONTRACT)
    assert murashko.values["born"] == "1967-01-09"
    assert face(murashko, "entry", murashko.id, "born") == Face.NONE
    assert (murashko.gap_count, contract.gap_count) == (1, 1)
    gaps = list_ids(shelf.session, ListSpec(kind=EntryKind.PERSON, gaps=True))
    assert list(gaps) == [murashko.id]
