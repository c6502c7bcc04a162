"""What the fourth release says, line by line: the 21st session of the commission."""

from db.terms import (
    Bound,
    EntryKind,
    Face,
    How,
    LinkKind,
    PassageKind,
    PointKind,
    Presence,
    StageKind,
)
from tests.sample.shelf import (
    Shelf,
    face,
    figure,
    only,
    others,
    outgoing,
    passages,
    point,
    stage,
    tags,
    words,
)

TITLE = "21st meeting of the Intergovernmental Commission"
RECORD = "Final record of the 21st meeting"


def test_a_dateline_without_a_year_and_an_inferred_one_are_both_kept(shelf: Shelf) -> None:
    source = shelf.source(TITLE)
    stated, inferred = shelf.claims("entry", source.id, "published")
    assert (stated.how, stated.value, stated.as_stated) == (How.STATED, "XXXX-07-07", "July 7")
    assert (inferred.how, inferred.value) == (How.INFERRED, "2023-07-07")
    assert len(inferred.passages) == 3
    assert source.values["published"] == "2023-07-07"
    assert face(source, "entry", source.id, "published") == Face.CONFLICT


def test_two_deputies_chair_together_one_for_each_country(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    chairs = outgoing(session, LinkKind.CO_CHAIR)
    assert others(chairs) == ["Alexei Overchuk", "Shahin Mustafayev"]
    assert [row.on_behalf_of.title for row in chairs if row.on_behalf_of] == [
        "Russia", "Azerbaijan",
    ]  # fmt: skip
    assert {row.post_as for row in chairs} == {"Deputy Prime Minister"}
    assert not outgoing(session, LinkKind.CHAIR)


def test_three_mentions_are_one_meeting(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert len(shelf.claims("entry", session.id)) == 3
    assert passages(shelf.page(TITLE), PassageKind.HEADING) == [session.title]


def test_the_long_name_is_one_of_the_commission_of_the_first_release(shelf: Shelf) -> None:
    body = only(outgoing(shelf.meeting(TITLE), LinkKind.SESSION_OF)).object
    assert body is not None
    commission = shelf.body("Intergovernmental Commission")
    assert body.id == commission.id
    assert {name.text for name in commission.names} >= {
        "Intergovernmental Commission on Economic Cooperation between Russia and Azerbaijan",
        "The Commission",
    }
    sources = {row.source_reference for row in shelf.all_claims(commission)}
    assert sources == {"S-0001", "S-0004"}


def test_the_session_is_in_moscow_on_a_day_not_stated(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert (session.values["ordinal"], session.values["ordinal_as_written"]) == ("21", "21st")
    assert session.references["place"].title == "Moscow"
    assert session.values["start"] == ""
    claim = shelf.claim("entry", session.id, "start")
    assert claim.how == How.NOT_STATED
    assert claim.reason


def test_representatives_attend_as_a_group_in_words(shelf: Shelf) -> None:
    group = only(outgoing(shelf.meeting(TITLE), LinkKind.ATTENDEE))
    assert group.object is None
    assert group.object_kind == EntryKind.ORGANISATION
    assert group.presence == Presence.DELEGATION
    assert group.named_as == "Ministries, agencies and other bodies of both countries"


def test_the_fields_reviewed_come_in_order_before_the_results(shelf: Shelf) -> None:
    kinds = [row.kind for row in shelf.meeting(TITLE).points]
    assert kinds == [PointKind.AGENDA_ITEM] * 11 + [PointKind.RESULT] * 10
    assert shelf.meeting(TITLE).points[0].wording == "Industry and energy"
    assert tags(shelf.meeting(TITLE)) >= {"Trade", "Transport", "Customs", "Regions"}


def test_more_than_seventy_regions_is_a_lower_bound_on_a_point(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    seventy = figure(session, "70")
    assert seventy.bound == Bound.MORE_THAN
    assert seventy.point_id == point(session, "Ties between regions").id


def test_twelve_agreements_are_a_count_of_which_none_is_found(shelf: Shelf) -> None:
    twelve = figure(shelf.meeting(TITLE), "12")
    assert twelve.is_count
    assert twelve.members == ()
    assert "agreements of Russian regions" in twelve.unit


def test_the_eleventh_forum_is_of_a_month_and_a_series(shelf: Shelf) -> None:
    forum = shelf.meeting("11th Russian-Azerbaijani")
    assert forum.values["start"] == "2022-11"
    assert forum.references["place"].title == "Baku"
    assert others(outgoing(forum, LinkKind.SESSION_OF)) == [
        "Russian-Azerbaijani Interregional Forum"
    ]
    people = figure(forum, "700")
    assert (people.bound, people.unit) == (Bound.MORE_THAN, "participants")


def test_the_next_forum_is_planned_with_an_inferred_number(shelf: Shelf) -> None:
    forum = shelf.meeting("12th Russian-Azerbaijani")
    assert forum.state == "planned"
    assert forum.values["ordinal"] == "12"
    assert shelf.claim("entry", forum.id, "ordinal").how == How.INFERRED
    assert forum.values["start"] == "2023"
    assert forum.references["place"].title == "Russia"


def test_events_of_a_half_year_are_a_figure_with_that_period(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    events = figure(session, "10", "Business Council")
    assert (events.bound, events.period) == (Bound.MORE_THAN, "2023-40")
    council = shelf.body("Business Council")
    assert others(outgoing(council, LinkKind.OF_COUNTRY)) == ["Russia", "Azerbaijan"]


def test_a_working_group_is_a_body_founded_on_a_day_not_told(shelf: Shelf) -> None:
    group = shelf.body("working group on food safety")
    parent = only(outgoing(group, LinkKind.PART_OF))
    assert parent.object is not None
    assert parent.object.id == shelf.body("Intergovernmental Commission").id
    assert shelf.claim("link", parent.id).how == How.INFERRED
    founded = point(shelf.meeting(TITLE), "A working group on food safety")
    assert founded.kind == PointKind.RESULT
    assert shelf.says_nothing_of("point", founded.id, "date")


def test_a_proposed_forum_has_a_proposer_and_the_month_of_the_proposal(shelf: Shelf) -> None:
    forum = shelf.meeting("scientific and educational forum")
    assert forum.state == "proposed"
    assert (forum.values["ordinal"], forum.values["ordinal_as_written"]) == ("1", "first")
    assert forum.references["place"].title == "Baku"
    assert face(forum, "entry", forum.id, "start") == Face.NOT_STATED
    proposer = only(outgoing(forum, LinkKind.ORGANISER))
    assert (others([proposer]), proposer.since) == (["Russia"], "2023-02")
    assert forum.points[0].kind == PointKind.PROPOSAL


def test_two_events_of_a_year_are_arranged_by_two_ministries(shelf: Shelf) -> None:
    for title in ("dialogue of cultural figures", "library forum"):
        event = shelf.meeting(title)
        assert event.values["start"] == "2022"
        assert others(outgoing(event, LinkKind.ORGANISER)) == [
            "Ministry of Culture of the Russian Federation",
            "Ministry of Culture of the Republic of Azerbaijan",
        ]


def test_the_year_an_anniversary_implies_is_nowhere_filled_in(shelf: Shelf) -> None:
    for kind in (EntryKind.AGREEMENT, EntryKind.MEETING):
        for title in shelf.titles(kind):
            sheet = shelf.sheet(kind, title)
            dates = [*sheet.values.values(), *(row.date for row in sheet.stages)]
            assert not [date for date in dates if "1992" in date]


def test_the_final_record_is_signed_at_the_session_by_unnamed_signatories(shelf: Shelf) -> None:
    record = shelf.agreement(RECORD)
    assert record.values["agreement_type"] == "final_record"
    signed = stage(record, StageKind.SIGNED)
    assert signed.meeting is not None
    assert signed.meeting.id == shelf.meeting(TITLE).id
    assert signed.place is not None
    assert signed.place.title == "Moscow"
    assert shelf.says_nothing_of("stage", signed.id, "signatory")
    assert not outgoing(record, LinkKind.SIGNATORY)


def test_the_final_record_and_the_protocol_share_their_russian_word(shelf: Shelf) -> None:
    for title in (RECORD, "Protocol of the 19th meeting"):
        (name,) = shelf.agreement(title).names
        assert name.text.startswith("Протокол ")
        assert name.language == "ru"


def test_every_point_of_the_session_stands_on_words(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert session.gap_count == 0
    for row in session.points:
        assert words(shelf.claims("point", row.id)[0])
