"""Names the catalogue knows are found where no rule would find them."""

from db.rows.suggestions import KnownName
from db.terms import EntryKind
from desktop.reading.release import read_release

KNOWN = (
    KnownName(
        text="Green Lantern Initiative",
        kind=EntryKind.ORGANISATION,
        entry_id=7,
        title="Green Lantern Initiative",
        country="NO",
    ),
    KnownName(text="Xyzzo", kind=EntryKind.PERSON, entry_id=8, title="Xyzzo Brandt"),
    KnownName(text="WHO", kind=EntryKind.ORGANISATION, entry_id=9, title="World Health Org"),
)


def test_a_known_body_is_found_by_its_name() -> None:
    text = "The visitors thanked the green pupils. Green Lantern Initiative pays for the books."
    assert "Green Lantern Initiative" not in [b.name for b in read_release(text).bodies]
    bodies = read_release(text, known=KNOWN).bodies
    (body,) = [one for one in bodies if one.name == "Green Lantern Initiative"]
    mention = body.mentions[0]
    assert text[mention.start : mention.end] == "Green Lantern Initiative"
    assert (mention.rule, body.country) == ("known name", "NO")


def test_a_known_person_is_found_by_one_name() -> None:
    people = read_release("Later Xyzzo thanked the hosts.", known=KNOWN).people
    assert "Xyzzo" in [one.name for one in people]


def test_an_acronym_is_known_in_capitals_alone() -> None:
    bodies = read_release("Those who came were many.", known=KNOWN).bodies
    assert "WHO" not in [one.name for one in bodies]


def test_a_known_name_inside_a_longer_body_stays_part_of_it() -> None:
    text = "The Ministry of Health of Oman opened a clinic."
    known = (
        KnownName(text="Ministry of Health", kind=EntryKind.ORGANISATION, entry_id=1, title="x"),
    )
    plain = [one.name for one in read_release(text).bodies]
    assert [one.name for one in read_release(text, known=known).bodies] == plain
