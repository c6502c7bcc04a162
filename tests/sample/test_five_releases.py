"""What the five releases say together, and the traps that lie across them."""

from sqlalchemy.orm import Session

from db.queries.counts import entry_counts
from db.queries.lists import list_ids
from db.queries.picker import find_entries
from db.queries.tags import tag_tree
from db.rows.lists import ListSpec
from db.terms import EntryKind, Face, How, LinkKind, PassageKind
from tests.sample.shelf import Shelf, face, figure, incoming, others, words

SESSION = "21st meeting of the Intergovernmental Commission"
TALKS = "[Talks of the Prime Ministers"
CATALOGUED = (EntryKind.AGREEMENT, EntryKind.MEETING)


def found(session: Session, typed: str, kind: EntryKind) -> list[str]:
    return [offer.title for offer in find_entries(session, typed, [kind])]


def test_fourteen_instruments_are_catalogued_one_of_them_a_mention(shelf: Shelf) -> None:
    assert len(shelf.titles(EntryKind.AGREEMENT)) == 14


def test_only_two_instruments_carry_an_explicit_full_date(shelf: Shelf) -> None:
    explicit: list[str] = []
    for title in shelf.titles(EntryKind.AGREEMENT):
        for row in shelf.agreement(title).stages:
            claims = shelf.claims("stage", row.id, "date")
            if any(claim.how == How.STATED and len(claim.value) == 10 for claim in claims):
                explicit.append(row.date)
    assert sorted(explicit) == ["2001-06-18", "2021-04-27"]


def test_people_and_bodies_that_recur_are_one_entry_each(shelf: Shelf) -> None:
    for sheet, sources in (
        (shelf.body("Intergovernmental Commission"), {"S-0001", "S-0004"}),
        (shelf.body("First Moscow State Medical University named"), {"S-0001", "S-0003"}),
        (shelf.body("Ministry of Health of the Russian"), {"S-0001", "S-0002", "S-0003"}),
        (shelf.person("Murashko"), {"S-0001", "S-0002"}),
        (shelf.person("Asadov"), {"S-0001", "S-0005"}),
    ):
        claimed = {claim.source_reference for claim in shelf.all_claims(sheet)}
        assert claimed == sources, sheet.title


def test_one_record_is_found_in_either_script(shelf: Shelf) -> None:
    organisation, person = EntryKind.ORGANISATION, EntryKind.PERSON
    sechenov = shelf.body("First Moscow State Medical University named").title
    assert sechenov in found(shelf.session, "Сеченова", organisation)
    assert sechenov in found(shelf.session, "Sechenov", organisation)
    assert found(shelf.session, "Мурашко", person) == ["Mikhail Murashko"]
    assert found(shelf.session, "Əsədov", person) == ["Ali Asadov"]
    assert "Baku" in found(shelf.session, "Баку", EntryKind.PLACE)


def test_two_counts_of_regions_contradict_each_other_and_both_stay(shelf: Shelf) -> None:
    regions = figure(shelf.meeting(SESSION), "70")
    entities = figure(shelf.meeting(TALKS), "80")
    assert (regions.unit, entities.unit) == (
        "Russian regions that trade with Azerbaijan",
        "Russian entities that Azerbaijan works with",
    )
    for sheet, row in ((shelf.meeting(SESSION), regions), (shelf.meeting(TALKS), entities)):
        assert face(sheet, "figure", row.id) == Face.CONFLICT
        claims = shelf.claims("figure", row.id)
        assert {claim.value for claim in claims} == {"70", "80"}
        assert {claim.source_reference for claim in claims} == {"S-0004", "S-0005"}
        assert sheet.conflict_count == 1


def test_conflicts_are_counted_and_listed(shelf: Shelf) -> None:
    assert entry_counts(shelf.session).conflicts == 3
    assert len(list_ids(shelf.session, ListSpec(conflicts=True))) == 3


def test_the_health_roadmap_is_not_taken_for_one_of_the_six_road_maps(shelf: Shelf) -> None:
    road_maps = figure(shelf.meeting(TALKS), "6", "road maps")
    assert road_maps.members == ()
    sources = {claim.source_reference for claim in shelf.all_claims(shelf.agreement("Roadmap for"))}
    assert sources == {"S-0001"}


def test_the_series_of_the_commission_lacks_its_twentieth_session(shelf: Shelf) -> None:
    sessions = incoming(shelf.body("Intergovernmental Commission"), LinkKind.SESSION_OF)
    numbers = [shelf.meeting(title).values["ordinal"] for title in others(sessions)]
    assert numbers == ["19", "21"]


def test_food_safety_recurs_as_a_subject_of_two_releases(shelf: Shelf) -> None:
    tree = tag_tree(shelf.session)
    food = next(tag for tag in tree if tag.label_en == "Food safety")
    tagged = list_ids(shelf.session, ListSpec(tag=food.id))
    sheets = [shelf.meeting(SESSION), shelf.agreement("veterinary"), shelf.agreement("quarantine")]
    assert {sheet.id for sheet in sheets} <= set(tagged)


def test_the_tree_of_subjects_is_bilingual_and_coloured(shelf: Shelf) -> None:
    tree = tag_tree(shelf.session)
    assert all(tag.label_en and tag.label_ru for tag in tree)
    health = next(tag for tag in tree if tag.label_en == "Health")
    below = {tag.label_en for tag in tree if tag.parent_id == health.id}
    assert below >= {"Medicines", "Training of specialists", "Infectious diseases"}
    assert health.colour == next(tag.colour for tag in tree if tag.label_en == "Medicines")


def test_no_release_says_when_anything_entered_into_force(shelf: Shelf) -> None:
    for title in shelf.titles(EntryKind.AGREEMENT):
        assert shelf.agreement(title).state != "in_force"


def test_every_passage_is_what_the_text_has_there(shelf: Shelf) -> None:
    for title in shelf.titles(EntryKind.SOURCE):
        page = shelf.page(title)
        assert page.passages
        for passage in page.passages:
            assert page.text[passage.span.first : passage.span.last] == passage.words


def test_each_agreement_and_meeting_stands_on_words_of_its_source(shelf: Shelf) -> None:
    for kind in CATALOGUED:
        for title in shelf.titles(kind):
            sheet = shelf.sheet(kind, title)
            own = shelf.claims("entry", sheet.id)
            assert own, title
            assert all(words(claim) for claim in own), title


def test_no_claim_stands_on_noise(shelf: Shelf) -> None:
    for title in shelf.titles(EntryKind.SOURCE):
        page = shelf.page(title)
        noise = [row.span for row in page.passages if row.kind == PassageKind.NOISE]
        evidence = [row for row in page.passages if row.kind == PassageKind.EVIDENCE]
        tells_the_issuer = ("max.ru/minzdrav_ru (Минздрав России)", "(Минздрав России)")
        inside = [
            row.words
            for row in evidence
            if any(span.first < row.span.last and row.span.first < span.last for span in noise)
            and row.words not in (*tells_the_issuer, "На входе в Центр")
        ]
        assert inside == []


def test_what_is_inferred_has_a_reason_and_what_is_stated_has_words(shelf: Shelf) -> None:
    for kind in CATALOGUED:
        for title in shelf.titles(kind):
            for claim in shelf.all_claims(shelf.sheet(kind, title)):
                assert claim.how != How.INFERRED or claim.reason, title
                assert claim.how not in {How.STATED, How.REPORTED} or claim.passages, title


def test_entries_are_drafts_checked_or_final(shelf: Shelf) -> None:
    reviews = {
        shelf.sheet(kind, title).review for kind in CATALOGUED for title in shelf.titles(kind)
    }
    assert reviews == {"draft", "checked", "final"}
    states = {shelf.source(title).state for title in shelf.titles(EntryKind.SOURCE)}
    assert states == {"read", "checked"}


def test_countries_are_those_of_parties_and_participants(shelf: Shelf) -> None:
    def count(code: str, kind: EntryKind) -> int:
        return len(list_ids(shelf.session, ListSpec(kind=kind, query=f"country:{code}")))

    assert count("AZ", EntryKind.AGREEMENT) == 12
    assert count("SY", EntryKind.AGREEMENT) == 1
    assert count("AM", EntryKind.MEETING) == 1
