"""What the third release says, line by line: a Russian post about talks with Syria."""

from db.terms import (
    EntryKind,
    Face,
    How,
    LinkKind,
    NameKind,
    PassageKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)
from tests.sample.shelf import (
    Shelf,
    face,
    others,
    outgoing,
    passages,
    point,
    stage,
    tags,
    words,
)

SOURCE = "Россия и Сирия"
TALKS = "[Talks of Russia and Syria"
TOUR = "[Tour of Sechenov"
DRAFT = "[Draft agreement"


def test_flags_stand_for_the_countries_the_source_is_about(shelf: Shelf) -> None:
    about = [row for row in outgoing(shelf.source(SOURCE), LinkKind.ABOUT) if row.object]
    countries = [row for row in about if row.object_kind == EntryKind.PLACE]
    assert others(countries) == ["Russia", "Syria"]
    flags = [words(shelf.claim("link", row.id)) for row in countries]
    assert flags == [["🇷🇺"], ["🇸🇾"]]


def test_the_post_is_russian_from_a_messenger_and_undated(shelf: Shelf) -> None:
    source = shelf.source(SOURCE)
    assert source.values["source_kind"] == "messenger_post"
    assert source.values["languages"] == "ru"
    assert face(source, "entry", source.id, "published") == Face.NOT_STATED


def test_date_and_place_of_the_talks_are_not_stated(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    for field in ("start", "place"):
        assert talks.values[field] == ""
        assert face(talks, "entry", talks.id, field) == Face.NOT_STATED


def test_a_named_deputy_faces_leaders_without_names(shelf: Shelf) -> None:
    deputy, leaders = outgoing(shelf.meeting(TALKS), LinkKind.ATTENDEE)
    assert deputy.object is not None
    assert deputy.object.title == "Andrei Plutnitsky"
    assert deputy.post_as == "заместитель министра здравоохранения РФ"
    assert deputy.on_behalf_of is not None
    assert deputy.on_behalf_of.title == "Ministry of Health of the Russian Federation"
    assert leaders.object is not None
    assert leaders.object.title == "Syria"
    assert leaders.presence == Presence.UNNAMED
    assert leaders.named_as == "руководство Сирийской Арабской Республики"


def test_a_person_has_a_name_in_each_script(shelf: Shelf) -> None:
    name = shelf.person("Plutnitsky").names[0]
    assert (name.text, name.script, name.language) == ("Андрей Плутницкий", "Cyrl", "ru")
    assert name.kind == NameKind.ORIGINAL
    assert words(shelf.claim("name", name.id))


def test_bullets_are_stripped_from_the_topics_and_stay_in_their_passages(shelf: Shelf) -> None:
    topics = [row for row in shelf.meeting(TALKS).points if row.kind == PointKind.AGENDA_ITEM]
    assert len(topics) == 6
    for topic in topics:
        assert "📍" not in topic.wording
        (quoted,) = words(shelf.claim("point", topic.id))
        assert quoted.startswith("📍 ")


def test_arrows_mark_headings_and_no_facts(shelf: Shelf) -> None:
    headings = passages(shelf.page(SOURCE), PassageKind.HEADING)
    assert [heading[0] for heading in headings] == ["↪", "↪"]


def test_offsets_count_code_points_behind_signs_outside_the_basic_plane(shelf: Shelf) -> None:
    page = shelf.page(SOURCE)
    assert max(page.text) > "\uffff"
    for passage in page.passages:
        assert page.text[passage.span.first : passage.span.last] == passage.words


def test_the_visit_goes_from_syria_to_russia(shelf: Shelf) -> None:
    visit = shelf.meeting("[Visit of a Syrian delegation")
    assert others(outgoing(visit, LinkKind.ATTENDEE)) == ["Syria"]
    assert visit.references["place"].title == "Russia"
    assert others(outgoing(shelf.meeting(TALKS), LinkKind.PART_OF)) == [visit.title]


def test_the_tour_visits_the_university_and_three_of_its_sites(shelf: Shelf) -> None:
    visited = outgoing(shelf.meeting(TOUR), LinkKind.VISITED)
    sechenov = shelf.body("Sechenov")
    assert others(visited)[0] == sechenov.title
    assert visited[0].named_as == "Первом МГМУ им. И.М. Сеченова Минздрава России"
    assert len(visited) == 4
    for site in others(visited)[1:]:
        assert others(outgoing(shelf.body(site), LinkKind.PART_OF)) == [sechenov.title]


def test_the_university_of_the_first_release_gains_its_other_script(shelf: Shelf) -> None:
    sechenov = shelf.body("Sechenov")
    assert {name.script for name in sechenov.names} == {"Cyrl", "Latn"}
    assert "Первый МГМУ им. И.М. Сеченова" in {name.text for name in sechenov.names}
    sources = {row.source_reference for row in shelf.all_claims(sechenov)}
    assert {"S-0001", "S-0003"} <= sources


def test_impressions_and_interests_are_claims_of_the_counterpart(shelf: Shelf) -> None:
    tour = shelf.meeting(TOUR)
    assert tour.quotations[0].mode == QuotationMode.REPORTED
    assert len(tour.points) == 3
    for topic in tour.points:
        assert shelf.claim("point", topic.id).attributed_to == "Syria"


def test_the_draft_has_a_supplied_title_and_a_russian_name(shelf: Shelf) -> None:
    draft = shelf.agreement(DRAFT)
    assert draft.title.startswith("[")
    assert draft.title.endswith("]")
    (name,) = draft.names
    assert (name.kind, name.language) == (NameKind.ORIGINAL, "ru")
    assert name.text.startswith("проект соглашения")


def test_the_draft_goes_from_drafted_to_initialled_at_the_talks(shelf: Shelf) -> None:
    draft = shelf.agreement(DRAFT)
    assert [row.kind for row in draft.stages] == [StageKind.DRAFTED, StageKind.INITIALLED]
    assert draft.state == StageKind.INITIALLED
    initialled = stage(draft, StageKind.INITIALLED)
    assert initialled.meeting is not None
    assert initialled.meeting.title.startswith(TALKS)
    assert "парафировали проект соглашения" in words(shelf.claim("stage", initialled.id))[0]


def test_those_who_initialled_are_inferred_or_without_a_name(shelf: Shelf) -> None:
    draft = shelf.agreement(DRAFT)
    initialled = stage(draft, StageKind.INITIALLED)
    russian, syrian = outgoing(draft, LinkKind.INITIALLED_BY)
    assert {russian.stage_id, syrian.stage_id} == {initialled.id}
    assert {russian.post_as, syrian.post_as} == {"заместители министров"}
    assert shelf.claim("link", russian.id).how == How.INFERRED
    assert syrian.object is not None
    assert (syrian.object.title, syrian.presence) == ("Syria", Presence.UNNAMED)
    assert shelf.says_nothing_of("link", syrian.id, "named_as")
    assert not outgoing(draft, LinkKind.SIGNATORY)


def test_the_obligation_goes_one_way(shelf: Shelf) -> None:
    provision = point(shelf.agreement(DRAFT), "упрощает признание")
    assert provision.kind == PointKind.PROVISION
    assert provision.owed_by is not None
    assert provision.owed_to is not None
    assert (provision.owed_by.title, provision.owed_to.title) == ("Syria", "Russia")


def test_the_purpose_is_a_claim_of_the_issuer(shelf: Shelf) -> None:
    purpose = point(shelf.agreement(DRAFT), "Цель")
    claim = shelf.claim("point", purpose.id)
    assert claim.attributed_to == "Ministry of Health of the Russian Federation"


def test_gratitude_is_quoted_and_the_intention_is_an_undertaking(shelf: Shelf) -> None:
    talks = shelf.meeting(TALKS)
    assert talks.quotations[0].words.startswith("Благодарность")
    intention = point(talks, "Намерение")
    assert intention.kind == PointKind.UNDERTAKING
    assert intention.owed_by is not None
    assert intention.owed_by.title == "Syria"


def test_the_closing_lines_are_noise_that_tell_the_issuer_and_a_subject(shelf: Shelf) -> None:
    noise = passages(shelf.page(SOURCE), PassageKind.NOISE)
    assert noise[-1] == "#МеждународноеСотрудничество"
    source = shelf.source(SOURCE)
    assert source.values["publisher"] == "Минздрав России"
    assert source.values["address"] == "max.ru/minzdrav_ru"
    assert tags(source) == {"International cooperation"}
