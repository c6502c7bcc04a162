"""What the second release says, line by line: a session of the CIS health council."""

from pathlib import Path

from db.queries.sources import original
from db.rows.entries import LinkRow
from db.terms import (
    EntryKind,
    Face,
    How,
    LinkKind,
    Mode,
    PassageKind,
    PointKind,
    Presence,
    QuotationMode,
)
from tests.sample.shelf import Shelf, face, incoming, only, others, outgoing, passages, words

TITLE = "XXXVII meeting"
NBSP = "\N{NO-BREAK SPACE}"


def test_a_run_together_page_date_is_kept_raw_beside_the_day_it_means(shelf: Shelf) -> None:
    source = shelf.source(TITLE)
    assert source.values["published"] == "2024-12-12"
    claim = shelf.claim("entry", source.id, "published")
    assert claim.as_stated == "Dec 122024"
    assert words(claim) == ["Dec 122024"]


def test_a_line_of_one_no_break_space_is_kept_byte_for_byte(shelf: Shelf) -> None:
    page = shelf.page(TITLE)
    assert page.text.split("\n")[1] == NBSP
    path = Path(__file__).parents[2] / "resources" / "sample" / "texts" / page.file_name
    assert original(shelf.session, page.ref.id) == path.read_bytes()


def test_image_names_stray_letters_and_the_house_notice_are_noise(shelf: Shelf) -> None:
    noise = passages(shelf.page(TITLE), PassageKind.NOISE)
    assert noise[:3] == ["IMG_20241207_094410", "DSC_0417", f"q4Tz-81nVbA{NBSP}hR2mWc0Ldk"]
    assert "X" in noise
    assert any("№ 35-ФЗ" in words for words in noise)


def test_the_law_of_the_house_notice_is_no_agreement(shelf: Shelf) -> None:
    assert not [title for title in shelf.titles(EntryKind.AGREEMENT) if "35" in title]
    made = {ref.kind for ref, _count in shelf.page(TITLE).made_from}
    assert EntryKind.AGREEMENT not in made
    assert EntryKind.MEETING in made


def test_the_source_is_in_two_languages(shelf: Shelf) -> None:
    assert shelf.source(TITLE).values["languages"] == "en ru"


def test_the_session_has_an_ordinal_in_its_written_form(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert (session.values["ordinal"], session.values["ordinal_as_written"]) == ("37", "XXXVII")
    assert shelf.claim("entry", session.id, "ordinal").as_stated == "XXXVII"
    assert others(outgoing(session, LinkKind.SESSION_OF)) == ["CIS Healthcare Cooperation Council"]


def test_the_day_of_the_session_is_not_that_of_the_page(shelf: Shelf) -> None:
    assert shelf.meeting(TITLE).values["start"] == "2024-12-07"


def test_the_venue_is_a_body(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert others(outgoing(session, LinkKind.VENUE)) == ["Almazov National Medical Research Centre"]
    assert session.values["place_as_stated"] == "Almazov National Medical Research Centre"
    assert session.references["place"].title == "Saint Petersburg"


def test_one_minister_chairs_opens_and_is_the_one_of_the_first_release(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    chair = only(outgoing(session, LinkKind.CHAIR))
    opener = only(outgoing(session, LinkKind.OPENED_BY))
    assert chair.object == opener.object
    assert chair.post_as == "Minister of Health of Russia"
    assert chair.object is not None
    sources = {row.source_reference for row in shelf.all_claims(shelf.person("Murashko"))}
    assert sources == {"S-0001", "S-0002"}


def test_countries_chair_a_body_for_a_year(shelf: Shelf) -> None:
    cis = shelf.body("Commonwealth of Independent States")
    chairs = incoming(cis, LinkKind.CHAIRS)
    co_chairs = incoming(cis, LinkKind.CO_CHAIRS)
    assert others(chairs) == ["Russia"]
    assert others(co_chairs) == ["Kyrgyzstan", "Tajikistan"]
    assert {link.since for link in (*chairs, *co_chairs)} == {"2024"}


def attendees(shelf: Shelf) -> list[LinkRow]:
    return outgoing(shelf.meeting(TITLE), LinkKind.ATTENDEE)


def test_six_ministers_without_names_are_links_to_their_countries(shelf: Shelf) -> None:
    unnamed = [link for link in attendees(shelf) if link.presence == Presence.UNNAMED]
    assert others(unnamed) == [
        "Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan",
    ]  # fmt: skip
    assert {link.post_as for link in unnamed} == {"health ministers"}
    assert len({link.post_id for link in unnamed} - {None}) == 1


def test_a_country_that_is_not_listed_is_unknown_and_not_absent(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert "Azerbaijan" not in others(session.links)
    unsaid = {row.target.field for row in shelf.all_claims(session) if row.how == How.NOT_STATED}
    assert unsaid == {"mode"}


def test_groups_attend_in_words_alone(shelf: Shelf) -> None:
    groups = [link for link in attendees(shelf) if link.object is None]
    assert [link.named_as for link in groups] == [
        "heads of the leading medical institutions of St. Petersburg",
        "the people who chair the Council's commissions",
    ]
    assert {link.presence for link in groups} == {Presence.DELEGATION}
    assert groups[1].on_behalf_of is not None
    assert groups[1].on_behalf_of.title == "CIS Healthcare Cooperation Council"


def test_bodies_attend_by_delegations(shelf: Shelf) -> None:
    bodies = [link for link in attendees(shelf) if link.object_kind == EntryKind.ORGANISATION]
    assert others(bodies) == [
        "Interparliamentary Assembly of the CIS member states",
        "CIS Executive Committee",
    ]
    assert {link.presence for link in bodies} == {Presence.DELEGATION}
    assert {link.named_as for link in bodies} == {"delegates"}


def test_guests_hold_posts_in_a_region_or_a_body(shelf: Shelf) -> None:
    guests = outgoing(shelf.meeting(TITLE), LinkKind.GUEST)
    assert others(guests) == ["Alexander Beglov", "Sergey Leonov", "Oleg Ergashev"]
    held_in = [link.on_behalf_of.title for link in guests if link.on_behalf_of]
    assert held_in == [
        "Saint Petersburg", "Health Committee of the State Duma", "Saint Petersburg",
    ]  # fmt: skip
    assert shelf.person("Beglov").subtype == ""
    post = only(outgoing(shelf.person("Beglov"), LinkKind.HOLDS_POST))
    assert post.post_as == "Governor of St. Petersburg"


def test_a_direct_quotation_keeps_its_words_and_its_place(shelf: Shelf) -> None:
    quotation = shelf.meeting(TITLE).quotations[0]
    assert quotation.mode == QuotationMode.DIRECT
    assert quotation.speaker is not None
    assert quotation.speaker.title == "Mikhail Murashko"
    assert words(shelf.claim("quotation", quotation.id)) == ["«efficacious»", "«tangible outcomes»"]


def test_four_welcomed_and_how_is_not_told(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    welcomed = outgoing(session, LinkKind.WELCOMED_BY)
    assert others(welcomed) == [
        "Sergey Lebedev", "Dmitry Kobitsky", "Vyacheslav Volodin", "Hans Kluge",
    ]  # fmt: skip
    for link in welcomed:
        assert link.mode == Mode.NOT_STATED
        assert face(session, "link", link.id, "mode") == Face.NOT_STATED


def test_an_intergovernmental_body_is_no_country(shelf: Shelf) -> None:
    who = shelf.body("World Health Organization")
    assert who.subtype == "intergovernmental"
    assert not outgoing(who, LinkKind.OF_COUNTRY)
    assert {name.text for name in who.names} >= {"WHO", "ВОЗ"}


def test_reported_and_direct_speech_follow_each_other_with_the_speaker_carried(
    shelf: Shelf,
) -> None:
    session = shelf.meeting(TITLE)
    assert others(outgoing(session, LinkKind.SPEAKER)) == ["Alexander Beglov"]
    spoken = [row for row in session.quotations if row.speaker and "Beglov" in row.speaker.title]
    assert [row.mode for row in spoken] == [
        QuotationMode.REPORTED, QuotationMode.DIRECT, QuotationMode.REPORTED,
    ]  # fmt: skip
    carried = words(shelf.claim("quotation", spoken[-1].id))
    assert carried[1] == "Governor Beglov took the floor too"


def test_the_agenda_is_in_order_and_marks_what_is_garbled(shelf: Shelf) -> None:
    session = shelf.meeting(TITLE)
    assert len(session.points) == 7
    assert {point.kind for point in session.points} == {PointKind.AGENDA_ITEM}
    garbled = session.points[2]
    assert garbled.wording.endswith("infectious and cancer [sic]")
    claim = shelf.claim("point", garbled.id)
    assert claim.as_stated == "what had been achieved against infectious and cancer"
    assert "dwelt on" in session.points[5].wording
    assert "dwelt on" in session.points[6].wording


def test_the_tour_is_a_meeting_within_the_session_with_a_host(shelf: Shelf) -> None:
    tour = shelf.meeting("[Tour of the Almazov Centre]")
    assert tour.subtype == "tour"
    assert others(outgoing(tour, LinkKind.PART_OF)) == [shelf.meeting(TITLE).title]
    host = only(outgoing(tour, LinkKind.HOST))
    assert host.object is not None
    assert (host.object.title, host.post_as) == ("Evgeny Shlyakhto", "Director General")


def test_a_mistranslated_post_has_its_given_and_its_authority_form(shelf: Shelf) -> None:
    tour = shelf.meeting("[Tour of the Almazov Centre]")
    doctors = next(row for row in outgoing(tour, LinkKind.ATTENDEE) if row.post_as)
    assert doctors.post_as == "Chief State Doctors"
    assert doctors.post_id is not None
    claim = shelf.claim("link", doctors.id, "post")
    assert claim.how == How.INFERRED
    assert "главный государственный санитарный врач" in claim.reason


def test_the_stops_of_the_tour_are_bodies_or_words_in_order(shelf: Shelf) -> None:
    tour = shelf.meeting("[Tour of the Almazov Centre]")
    stops = outgoing(tour, LinkKind.VISITED)
    assert [stop.named_as for stop in stops] == [
        "the Institute of Molecular Biology and Genetics",
        "the hybrid operating room",
        "the intensive care unit",
        "the Situation and Analytical Centres",
        "the Artificial Intelligence Centre",
    ]
    assert [stop.object is None for stop in stops] == [False, True, True, False, False]


def test_an_impression_may_be_quoted_from_speakers_in_words(shelf: Shelf) -> None:
    (impression,) = shelf.meeting("[Tour of the Almazov Centre]").quotations
    assert impression.speaker is None
    assert impression.speaker_as == "the visitors from abroad"
