"""Suggestions: what a release speaks of, as records with lines that stand on its words."""

from db.rows.suggestions import LineKind, Reading, SuggestedLine, Suggestion
from db.terms import EntryKind, How, LinkKind, Presence, StageKind
from desktop.reading.release import read_release
from desktop.reading.suggest import suggest
from desktop.reading.topics import TagName

TEXT = """ULAANBAATAR, 4 March 2023 – The fifth meeting of the Mongolia–Kazakhstan \
Intergovernmental Commission took place in Ulaanbaatar.

Mongolia's Minister of Energy Battulga Erdene and Kazakhstan's Minister of Energy Timur Seitov \
signed a memorandum of understanding on cooperation in the field of energy for 2023-2025.
"""


def _reading(text: str = TEXT) -> Reading:
    return suggest(read_release(text))


def _of(reading: Reading, kind: EntryKind) -> list[Suggestion]:
    return [one for one in reading.suggestions if one.kind == kind]


def _line(suggestion: Suggestion, name: str) -> SuggestedLine:
    return next(line for line in suggestion.lines if line.name == name)


def test_every_end_of_a_line_is_a_suggestion_of_the_same_reading() -> None:
    reading = _reading()
    keys = {one.key for one in reading.suggestions} | {"source"}
    ends = {
        end
        for one in reading.suggestions
        for line in one.lines
        for end in (line.other, line.on_behalf_of, line.place, line.meeting)
        if end
    }
    assert ends
    assert ends <= keys


def test_keys_are_unique_and_the_same_when_read_again() -> None:
    first, again = _reading(), _reading()
    keys = [one.key for one in first.suggestions]
    assert len(keys) == len(set(keys))
    assert first == again
    for one in first.suggestions:
        assert len({line.key for line in one.lines}) == len(one.lines)


def test_every_span_lies_in_the_text_and_every_link_has_one() -> None:
    for one in _reading().suggestions:
        for span in (*one.spans, *(span for line in one.lines for span in line.spans)):
            assert 0 <= span.first < span.last <= len(TEXT)
            assert TEXT[span.first : span.last].strip()
        for line in one.lines:
            assert line.spans or line.kind == LineKind.FIELD, (one.title, line)


def test_an_agreement_brings_parties_signatories_and_years_covered() -> None:
    (memorandum,) = _of(_reading(), EntryKind.AGREEMENT)
    assert _line(memorandum, "agreement_type").value == "memorandum"
    assert _line(memorandum, "covers").value == "2023/2025"
    stage = _line(memorandum, StageKind.SIGNED)
    signatories = [line for line in memorandum.lines if line.name == LinkKind.SIGNATORY]
    assert [line.stage for line in signatories] == [stage.key, stage.key]
    assert [line.other for line in signatories] == [
        "person:battulga erdene",
        "person:timur seitov",
    ]
    assert [line.on_behalf_of for line in signatories] == ["place:MN", "place:KZ"]
    parties = {line.other for line in memorandum.lines if line.name == LinkKind.PARTY}
    assert parties == {"place:MN", "place:KZ"}


def test_a_session_brings_its_number_place_and_body() -> None:
    session = _of(_reading(), EntryKind.MEETING)[0]
    assert _line(session, "ordinal").value == "5"
    assert _line(session, "ordinal_as_written").value.lower() == "fifth"
    assert _line(session, "place").other.startswith("city:ulaanbaatar")
    assert _line(session, LinkKind.SESSION_OF).other.startswith("organisation:")


def test_a_person_holds_the_post_told() -> None:
    person = next(one for one in _of(_reading(), EntryKind.PERSON) if "Timur" in one.title)
    post = _line(person, LinkKind.HOLDS_POST)
    assert (post.post_as, post.other, post.presence) == (
        "Minister of Energy",
        "place:KZ",
        Presence.NAMED,
    )


def test_the_page_s_own_date_is_about_the_source() -> None:
    (source,) = _of(_reading(), EntryKind.SOURCE)
    published = _line(source, "published")
    assert (published.value, published.how) == ("2023-03-04", How.STATED)


def test_an_empty_text_suggests_nothing() -> None:
    assert _reading("").suggestions == ()
    assert _reading("\n \n").suggestions == ()


def test_a_post_s_country_that_is_inferred_says_so() -> None:
    text = """Japan and Peru held talks in Lima. Peru and Japan will go on.

The memorandum of understanding on ports was signed by Minister of Transport Kenji Takahashi \
and by Peru's Minister of Ports Rosa Quispe.
"""
    people = {one.title: one for one in _of(_reading(text), EntryKind.PERSON)}
    inferred = _line(people["Kenji Takahashi"], LinkKind.HOLDS_POST)
    told = _line(people["Rosa Quispe"], LinkKind.HOLDS_POST)
    assert (inferred.other, inferred.how, bool(inferred.reason)) == ("place:JP", How.INFERRED, True)
    assert (told.other, told.how, told.reason) == ("place:PE", How.STATED, "")


def test_who_signs_for_a_country_that_is_inferred_says_so() -> None:
    text = """Japan and Peru held talks in Lima. Peru and Japan will go on.

The memorandum of understanding on ports was signed by Minister of Transport Kenji Takahashi \
and by Peru's Minister of Ports Rosa Quispe.
"""
    (agreement,) = _of(_reading(text), EntryKind.AGREEMENT)
    signed = {line.other: line for line in agreement.lines if line.name == LinkKind.SIGNATORY}
    mine = next(line for key, line in signed.items() if "takahashi" in key)
    assert (mine.on_behalf_of, mine.how) == ("place:JP", How.INFERRED)
    assert mine.reason


def test_a_tag_is_one_line_on_all_its_words() -> None:
    tags = (TagName(id=4, label_en="Energy", label_ru=""),)
    text = f"{TEXT}\nEnergy was the subject of the day, and energy will be that of the next."
    reading = suggest(read_release(text, tags=tags))
    lines = [line for one in reading.suggestions for line in one.lines if line.kind == LineKind.TAG]
    assert [line.value for line in lines] == ["4"]
    assert len(lines[0].spans) > 1
