from collections.abc import Callable

from PySide6.QtCore import Qt

from db.commands.links import add_link
from db.commands.names import add_name
from db.exchange.intake import read_pasted
from db.queries.history import acts_of_entry
from db.queries.picker import find_entries
from db.rows.entries import EntryRef
from db.rows.evidence import Span
from db.rows.links import LinkSpec
from db.rows.pin import Pin
from db.terms import EntryKind, LinkKind, NameKind, Presence, SourceKind
from desktop.acts.sources import add_source
from tests.desktop.forms.links.desk import Desk, LinksDesk

Open = Callable[[int], LinksDesk]


def meeting(desk: Desk) -> int:
    return desk.make(EntryKind.MEETING, "XXXVII meeting")


def titles(*ends: EntryRef | None) -> list[str]:
    return [end.title if end is not None else "" for end in ends]


def count(desk: Desk, name: str, kind: EntryKind) -> int:
    return len(desk.read(lambda session: find_entries(session, name, [kind])))


def test_one_line_makes_a_person_with_post_country_and_role(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    links.enter("Mikhail Murashko, Minister of Health, RU, chair")
    (link,) = desk.links()
    assert (link.kind, link.post_as) == (LinkKind.CHAIR, "Minister of Health")
    assert link.presence == Presence.NAMED
    assert titles(link.object, link.on_behalf_of) == ["Mikhail Murashko", "Russia"]
    assert links.shown() == ["chair Mikhail Murashko Minister of Health, for Russia"]
    assert links.said == ["1 linked, 2 new in the catalogue"]


def test_after_enter_the_line_is_empty_and_typing_goes_on(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    links.hands.type("Alexander Beglov, Governor of St. Petersburg, RU, guest")
    links.hands.press(Qt.Key.Key_Return)
    links.desk.wait(lambda: not links.line.text())
    links.hands.type("Oleg Ergashev, Vice-Governor of St. Petersburg")
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(links.section.links().rows()) == 2)
    assert [(link.kind, *titles(link.on_behalf_of)) for link in desk.links()] == [
        (LinkKind.GUEST, "Russia"),
        (LinkKind.GUEST, "Russia"),
    ]
    assert links.line.hasFocus()


def test_what_enter_will_do_is_said_in_words_before(desk: Desk, open_links: Open) -> None:
    person = desk.make(EntryKind.PERSON, "Mikhail Murashko")
    links = open_links(meeting(desk))
    heard = links.look("Mikhail Murashko, Minister of Health, RU, chair")
    reference = desk.sheet(person).reference
    assert heard[0] == (
        f"Mikhail Murashko, known, {reference} · Minister of Health · for Russia · chair"
    )
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(links.section.links().rows()) == 1)
    (link,) = desk.links()
    assert link.object is not None
    assert link.object.id == person


def test_a_name_in_the_other_script_is_known_and_kept_as_named(
    desk: Desk, open_links: Open
) -> None:
    person = desk.make(EntryKind.PERSON, "Сергей Лебедев")
    links = open_links(meeting(desk))
    links.enter("Sergey Lebedev, Secretary General, welcomed by")
    (link,) = desk.links()
    assert link.object is not None
    assert (link.object.id, link.named_as) == (person, "Sergey Lebedev")


def test_one_line_for_six_countries_is_six_links_and_one_act(desk: Desk, open_links: Open) -> None:
    links = open_links(meeting(desk))
    links.enter("Minister of Health, AM, BY, KZ, KG, TJ, UZ", links=6)
    rows = desk.links()
    assert sorted(titles(*(row.object for row in rows))) == [
        "Armenia",
        "Belarus",
        "Kazakhstan",
        "Kyrgyzstan",
        "Tajikistan",
        "Uzbekistan",
    ]
    assert {row.presence for row in rows} == {Presence.UNNAMED}
    assert links.shown()[0] == "attendee Minister of Health, Armenia unnamed"
    desk.undo()
    assert links.shown() == []
    desk.redo()
    assert len(links.shown()) == 6


def test_a_country_is_a_party_by_name_or_code_though_not_catalogued_yet(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(desk.make(EntryKind.AGREEMENT, "Roadmap"))
    links.enter("Azerbaijan")
    links.enter("RU")
    rows = desk.links()
    assert titles(*(row.object for row in rows)) == ["Azerbaijan", "Russia"]
    assert {(row.kind, row.presence) for row in rows} == {(LinkKind.PARTY, Presence.BODY)}


def test_ministries_of_one_name_and_two_countries_are_two_bodies(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(desk.make(EntryKind.AGREEMENT, "Roadmap"))
    links.enter("Ministry of Health, AZ, party")
    links.hands.type("Ministry of Health, RU, party")
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(links.section.add_line().line().popup().isVisible)
    assert len(desk.links()) == 1  # the other ministry is shown first, nothing is taken unseen
    links.hands.press(Qt.Key.Key_Down)
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(links.section.links().rows()) == 2)
    first, second = desk.links()
    assert titles(first.object, second.object) == ["Ministry of Health"] * 2
    assert first.object != second.object
    assert titles(first.on_behalf_of, second.on_behalf_of) == ["Azerbaijan", "Russia"]


def test_nobody_alike_is_taken_or_doubled_before_the_list_was_seen(
    desk: Desk, open_links: Open
) -> None:
    desk.make(EntryKind.PERSON, "Mikhail Murashko")
    links = open_links(meeting(desk))
    links.hands.type("Mikhail Murashka, Minister of Health, RU, chair")
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(links.section.add_line().line().popup().isVisible)
    assert desk.links() == ()
    heard = [words for _title, words in links.offered()]
    assert heard[0].endswith("the same?")
    assert "new person" in heard[1]
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(links.section.links().rows()) == 1)
    assert count(desk, "Murash", EntryKind.PERSON) == 1


def test_a_plain_name_is_picked_with_the_current_kind(desk: Desk, open_links: Open) -> None:
    body = desk.make(EntryKind.ORGANISATION, "World Health Organization")
    desk.write(lambda session: add_name(session, entry_id=body, text="WHO", kind=NameKind.ACRONYM))
    links = open_links(meeting(desk))
    links.enter("WHO")
    (link,) = desk.links()
    assert link.object is not None
    assert (link.object.id, link.kind, link.presence) == (body, LinkKind.ATTENDEE, Presence.BODY)


def test_a_body_named_last_is_the_one_acted_for(desk: Desk, open_links: Open) -> None:
    body = desk.make(EntryKind.ORGANISATION, "World Health Organization")
    desk.write(lambda session: add_name(session, entry_id=body, text="WHO", kind=NameKind.ACRONYM))
    links = open_links(meeting(desk))
    links.enter("Hans Kluge, Regional Director for Europe, WHO, welcomed by")
    links.enter("3 representatives, World Health Organization")
    named, group = desk.links()
    assert named.post_as == "Regional Director for Europe"
    assert named.on_behalf_of is not None
    assert named.on_behalf_of.id == body
    assert group.object is not None
    assert (group.object.id, group.presence, group.number) == (body, Presence.DELEGATION, 3)


def test_what_is_missing_is_made_in_the_kind_chosen_from_the_list(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(meeting(desk))
    heard = links.look("Almazov")
    assert [words.partition(",")[0] for words in heard] == [
        "Create person “Almazov”",
        "Create body “Almazov”",
        "Create place “Almazov”",
    ]
    links.hands.press(Qt.Key.Key_Down)
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: len(links.section.links().rows()) == 1)
    (link,) = desk.links()
    assert link.object is not None
    assert link.object.kind == EntryKind.ORGANISATION
    assert links.line.hasFocus()


def test_from_the_other_end_the_meeting_is_the_subject(desk: Desk, open_links: Open) -> None:
    session_of_council = meeting(desk)
    person = desk.make(EntryKind.PERSON, "Mikhail Murashko")
    links = open_links(person)
    links.enter("chaired: XXXVII meeting")
    (link,) = desk.links()
    assert (link.kind, link.subject.id, link.outgoing) == (
        LinkKind.CHAIR,
        session_of_council,
        False,
    )
    assert links.shown() == ["chaired XXXVII meeting"]


def test_a_post_is_held_in_a_country_or_in_a_body(desk: Desk, open_links: Open) -> None:
    links = open_links(desk.make(EntryKind.PERSON, "Mikhail Murashko"))
    links.enter("Minister of Health, RU")
    (link,) = desk.links()
    assert (link.kind, link.post_as, link.presence) == (
        LinkKind.HOLDS_POST,
        "Minister of Health",
        Presence.NAMED,
    )
    assert titles(link.object) == ["Russia"]


def test_a_link_that_is_there_already_gives_the_line_back_with_the_reason(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(meeting(desk))
    links.enter("Mikhail Murashko, Minister of Health, RU, chair")
    links.hands.type("Mikhail Murashko, Minister of Health, RU, chair")
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: bool(links.section.add_line().complaint()))
    assert "already there" in links.section.add_line().complaint()
    assert links.line.text() == "Mikhail Murashko, Minister of Health, RU, chair"
    links.hands.press(Qt.Key.Key_Backspace)
    assert links.section.add_line().complaint() == ""


def test_a_city_is_refused_as_a_participant(desk: Desk, open_links: Open) -> None:
    desk.make(EntryKind.PLACE, "Moscow", place_kind="city")
    links = open_links(meeting(desk))
    links.hands.type("Moscow")
    links.hands.press(Qt.Key.Key_Return)
    desk.wait(lambda: bool(links.section.add_line().complaint()))
    assert "only where" in links.section.add_line().complaint()
    assert desk.links() == ()


def test_links_stand_on_the_pinned_passage(desk: Desk, open_links: Open) -> None:
    release = read_pasted("Mikhail Murashko chaired the meeting.")
    source = desk.catalogue.write(add_source(release, kind=SourceKind.PRESS_RELEASE)).value
    desk.pinboard.hold(
        Pin(
            source_id=source,
            source_reference="S-0001",
            spans=(Span(first=0, last=16),),
            words="Mikhail Murashko",
        )
    )
    links = open_links(meeting(desk))
    links.enter("Mikhail Murashko, Minister of Health, RU, chair")
    (item,) = links.section.links().items()
    assert (item.face().face(), item.face().count()) == ("evidence", 1)


def test_the_last_country_is_forgotten_on_another_entry(desk: Desk, open_links: Open) -> None:
    first, second = meeting(desk), desk.make(EntryKind.MEETING, "Talks")
    links = open_links(first)
    links.enter("Mikhail Murashko, Minister of Health, RU, chair")
    links.desk.entry = second
    links.desk.refill()
    assert links.section.add_line().defaults().country == ""
    assert links.section.add_line().defaults().role.kind == LinkKind.CHAIR


def test_a_link_to_a_meeting_is_not_carried_on_to_another_agreement(
    desk: Desk, open_links: Open
) -> None:
    first = desk.make(EntryKind.AGREEMENT, "Protocol")
    second = desk.make(EntryKind.AGREEMENT, "Roadmap")
    links = open_links(first)
    links.enter("discussed at: Talks in Osh")
    assert links.section.add_line().defaults().role.kind == LinkKind.DISCUSSED_AT
    links.desk.entry = second
    links.desk.refill()
    assert links.section.add_line().defaults().role.kind == LinkKind.PARTY
    assert links.section.add_line().role().value() == "party:out"


def test_history_calls_it_one_act(desk: Desk, open_links: Open) -> None:
    entry = meeting(desk)
    links = open_links(entry)
    links.enter("Mikhail Murashko, Minister of Health, RU, chair")
    acts = desk.read(lambda session: acts_of_entry(session, entry))
    assert [act.act for act in acts] == ["participant.add", "entry.create"]


def test_an_entry_is_not_offered_to_itself(desk: Desk, open_links: Open) -> None:
    council = desk.make(EntryKind.ORGANISATION, "Council on Health")
    commission = desk.make(EntryKind.ORGANISATION, "Council on Health, commission")
    desk.write(
        lambda session: add_link(
            session,
            spec=LinkSpec(kind=LinkKind.PART_OF, subject_id=commission, object_id=council),
        )
    )
    links = open_links(council)
    heard = links.look("part of: Council on Health")
    assert not any(words.startswith("Council on Health,") and "O-0001" in words for words in heard)


def test_a_body_is_linked_to_its_country_by_the_name_of_the_kind(
    desk: Desk, open_links: Open
) -> None:
    links = open_links(desk.make(EntryKind.ORGANISATION, "Ministry of Health"))
    links.enter("seated in: Baku")
    links.enter("of country: Azerbaijan")
    assert [(link.kind, titles(link.object)) for link in desk.links()] == [
        (LinkKind.OF_COUNTRY, ["Azerbaijan"]),
        (LinkKind.SEATED_IN, ["Baku"]),
    ]


def test_a_ministry_with_commas_in_its_name_is_one_body(desk: Desk, open_links: Open) -> None:
    ministry = "Ministry of Transport, Communications and Energy of Azerbaijan"
    links = open_links(desk.make(EntryKind.AGREEMENT, "Protocol"))
    links.enter(ministry)
    (link,) = desk.links()
    assert link.object is not None
    assert (link.object.kind, link.object.title) == (EntryKind.ORGANISATION, ministry)
