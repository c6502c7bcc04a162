"""Accepting a suggestion: entries, links, stages and evidence as one act that can be undone."""

from dataclasses import replace

import pytest

from db.act import Act
from db.catalogue import Catalogue
from db.commands.accepting import accept
from db.commands.sources import add_source
from db.errors import Refused
from db.exchange.intake import read_pasted
from db.queries.reading import decisions_of
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet
from db.rows.evidence import Span
from db.rows.suggestions import LineKind, SuggestedLine, Suggestion, Taken
from db.terms import EntryKind, How, LinkKind, NameKind, StageKind, Verdict
from tests.factories import make_person
from tests.write_path.acts import rows

TEXT = (
    "Peru and Chad signed a protocol on fisheries in Lima on 3 March 2022.\n"
    "It was signed by Ana Quispe, Minister of Production of Peru."
)


def spans(words: str) -> tuple[Span, ...]:
    """Return where words stand in the text."""
    first = TEXT.index(words)
    return (Span(first=first, last=first + len(words)),)


def line(kind: LineKind, name: str, words: str, **details: object) -> SuggestedLine:
    """Return a line that stands on words of the text."""
    key = f"{kind}:{name}:{details.get('other', details.get('value', ''))}"
    made = SuggestedLine(key=key, kind=kind, name=name, spans=spans(words))
    return replace(made, **details)  # type: ignore[arg-type]


PERU = Suggestion(
    key="place:PE", kind=EntryKind.PLACE, title="Peru", code="PE", spans=spans("Peru")
)
CHAD = Suggestion(
    key="place:TD", kind=EntryKind.PLACE, title="Chad", code="TD", spans=spans("Chad")
)
LIMA = Suggestion(key="city:lima:PE", kind=EntryKind.PLACE, title="Lima", spans=spans("Lima"))
MINISTRY = Suggestion(
    key="organisation:ministry of production:PE",
    kind=EntryKind.ORGANISATION,
    title="Ministry of Production (Peru)",
    spans=spans("Minister of Production"),
    lines=(
        line(LineKind.FIELD, "organisation_kind", "Production", value="ministry"),
        line(LineKind.LINK, LinkKind.OF_COUNTRY, "of Peru", other="place:PE"),
    ),
)
ANA = Suggestion(
    key="person:ana quispe", kind=EntryKind.PERSON, title="Ana Quispe", spans=spans("Ana Quispe")
)
SIGNED = line(
    LineKind.STAGE,
    StageKind.SIGNED,
    "signed a protocol",
    value="2022-03-03",
    place="city:lima:PE",
    how=How.INFERRED,
    reason="The month is in the sentence before.",
)
PROTOCOL = Suggestion(
    key="agreement:protocol on fisheries",
    kind=EntryKind.AGREEMENT,
    title="Protocol on fisheries",
    spans=spans("protocol on fisheries"),
    lines=(
        line(LineKind.FIELD, "agreement_type", "protocol", value="protocol"),
        SIGNED,
        line(LineKind.LINK, LinkKind.PARTY, "Peru", other="place:PE"),
        line(LineKind.LINK, LinkKind.PARTY, "Chad", other="place:TD"),
        line(
            LineKind.LINK,
            LinkKind.SIGNATORY,
            "signed by Ana Quispe",
            other="person:ana quispe",
            on_behalf_of=MINISTRY.key,
            post_as="Minister of Production",
            stage=SIGNED.key,
        ),
    ),
)
ALL = {one.key: one for one in (PERU, CHAD, LIMA, MINISTRY, ANA, PROTOCOL)}


@pytest.fixture
def source(catalogue: Catalogue) -> int:
    release = read_pasted(TEXT)
    act = Act(key="source.add", run=lambda session: add_source(session, release=release))
    return catalogue.write(act).value


def take(catalogue: Catalogue, source: int, taken: Taken) -> int:
    act = Act(
        key="reading.accept",
        run=lambda session: accept(session, source_id=source, taken=taken, suggestions=ALL),
    )
    return catalogue.write(act).value


def sheet_of(catalogue: Catalogue, entry: int) -> EntrySheet:
    with catalogue.read() as session:
        sheet = entry_sheet(session, entry)
    assert sheet is not None
    return sheet


def test_a_card_brings_its_ends_stages_and_evidence_in_one_act(
    catalogue: Catalogue, source: int
) -> None:
    entry = take(catalogue, source, Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines))
    sheet = sheet_of(catalogue, entry)
    assert (sheet.title, sheet.values["agreement_type"]) == ("Protocol on fisheries", "protocol")
    stage = sheet.stages[0]
    assert (stage.kind, stage.date) == (StageKind.SIGNED, "2022-03-03")
    assert stage.place is not None
    assert stage.place.title == "Lima"
    links = [(link.kind, link.other.title if link.other else "") for link in sheet.links]
    assert links == [
        (LinkKind.PARTY, "Peru"),
        (LinkKind.PARTY, "Chad"),
        (LinkKind.SIGNATORY, "Ana Quispe"),
    ]
    signatory = sheet.links[2]
    assert (signatory.post_as, signatory.stage_id) == ("Minister of Production", stage.id)
    assert signatory.on_behalf_of is not None
    assert signatory.on_behalf_of.title == "Ministry of Production (Peru)"


def test_every_claim_stands_on_its_words_in_its_own_way(catalogue: Catalogue, source: int) -> None:
    take(catalogue, source, Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines))
    said = rows(
        catalogue,
        "SELECT e.how, p.words FROM evidence e JOIN evidence_passage ep ON ep.evidence_id = e.id "
        "JOIN passage p ON p.id = ep.passage_id WHERE e.stage_id IS NOT NULL ORDER BY e.field",
    )
    assert said == [("stated", "signed a protocol"), ("inferred", "signed a protocol")]
    words = {row[0] for row in rows(catalogue, "SELECT words FROM passage")}
    assert {"Ana Quispe", "signed by Ana Quispe", "protocol on fisheries", "Peru"} <= words


def test_a_new_body_is_of_its_country(catalogue: Catalogue, source: int) -> None:
    take(catalogue, source, Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines))
    of = rows(
        catalogue,
        "SELECT s.title, o.title FROM link l JOIN entry s ON s.id = l.subject_id "
        "JOIN entry o ON o.id = l.object_id WHERE l.kind = 'of_country'",
    )
    assert of == [("Ministry of Production (Peru)", "Peru")]


def test_undo_takes_all_of_it_back(catalogue: Catalogue, source: int) -> None:
    before = rows(catalogue, "SELECT id FROM entry")
    take(catalogue, source, Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines))
    catalogue.undo()
    assert rows(catalogue, "SELECT id FROM entry") == before
    for table in ("link", "stage", "evidence", "decision"):
        assert rows(catalogue, f"SELECT * FROM {table}") == []
    assert rows(catalogue, "SELECT reading_state FROM source") == [("inbox",)]


def test_lines_without_a_tick_are_kept_as_refused(catalogue: Catalogue, source: int) -> None:
    ticked = tuple(one for one in PROTOCOL.lines if one.other != "place:TD")
    entry = take(catalogue, source, Taken(suggestion=PROTOCOL, lines=ticked))
    assert {link.other.title for link in sheet_of(catalogue, entry).links if link.other} == {
        "Peru",
        "Ana Quispe",
    }
    with catalogue.read() as session:
        kept = decisions_of(session, source)
    refused = [one.line for one in kept if one.verdict == Verdict.REFUSED]
    assert refused == [line(LineKind.LINK, LinkKind.PARTY, "Chad", other="place:TD").key]


def test_an_end_decided_before_is_used_again(catalogue: Catalogue, source: int) -> None:
    ana = take(catalogue, source, Taken(suggestion=ANA))
    entry = take(catalogue, source, Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines))
    others = {link.other.id for link in sheet_of(catalogue, entry).links if link.other}
    assert ana in others
    assert len(rows(catalogue, "SELECT id FROM person")) == 1


def test_the_same_as_a_known_entry_teaches_its_name(catalogue: Catalogue, source: int) -> None:
    known = make_person(catalogue, "Ana María Quispe Rojas")
    assert take(catalogue, source, Taken(suggestion=ANA, entry_id=known)) == known
    names = sheet_of(catalogue, known).names
    assert [(name.text, name.kind) for name in names] == [("Ana Quispe", NameKind.VARIANT)]
    take(catalogue, source, Taken(suggestion=ANA, entry_id=known))
    assert len(sheet_of(catalogue, known).names) == 1


def test_taking_a_card_twice_makes_nothing_twice(catalogue: Catalogue, source: int) -> None:
    taken = Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines)
    entry = take(catalogue, source, taken)
    counts = [rows(catalogue, f"SELECT count(*) FROM {t}") for t in ("link", "stage", "evidence")]
    assert take(catalogue, source, replace(taken, entry_id=entry)) == entry
    again = [rows(catalogue, f"SELECT count(*) FROM {t}") for t in ("link", "stage", "evidence")]
    assert again == counts


def test_an_edited_title_and_line_are_what_is_made(catalogue: Catalogue, source: int) -> None:
    later = replace(SIGNED, value="2022-03", how=How.STATED)
    taken = Taken(suggestion=PROTOCOL, title="Fisheries protocol", lines=(later,))
    sheet = sheet_of(catalogue, take(catalogue, source, taken))
    assert (sheet.title, sheet.stages[0].date) == ("Fisheries protocol", "2022-03")


def test_a_field_that_holds_something_else_keeps_it_beside_the_claim(
    catalogue: Catalogue, source: int
) -> None:
    covers = line(LineKind.FIELD, "covers", "2022", value="2022")
    entry = take(catalogue, source, Taken(suggestion=PROTOCOL, lines=(covers,)))
    other = replace(covers, value="2023", spans=spans("3 March 2022"))
    take(catalogue, source, Taken(suggestion=PROTOCOL, entry_id=entry, lines=(other,)))
    assert sheet_of(catalogue, entry).values["covers"] == "2022"
    claims = rows(catalogue, "SELECT value FROM evidence WHERE field = 'covers' ORDER BY value")
    assert claims == [("2022",), ("2023",)]


def test_a_line_whose_end_is_gone_is_refused_and_nothing_is_made(
    catalogue: Catalogue, source: int
) -> None:
    before = rows(catalogue, "SELECT id FROM entry")
    gone = line(LineKind.LINK, LinkKind.PARTY, "Peru", other="place:XX")
    with pytest.raises(Refused) as told:
        take(catalogue, source, Taken(suggestion=PROTOCOL, lines=(gone,)))
    assert told.value.reason == "suggestion_gone"
    assert rows(catalogue, "SELECT id FROM entry") == before


def test_points_figures_quotations_and_names_are_made(catalogue: Catalogue, source: int) -> None:
    lines = (
        line(LineKind.NAME, NameKind.VARIANT, "protocol", value="Lima protocol"),
        line(LineKind.POINT, "subject", "fisheries", value="fisheries"),
        line(LineKind.FIGURE, "", "3 March", value="3", unit="boats", bound="more_than"),
        line(LineKind.QUOTATION, "direct", "It was", value="It was", other="person:ana quispe"),
    )
    sheet = sheet_of(catalogue, take(catalogue, source, Taken(suggestion=PROTOCOL, lines=lines)))
    assert [name.text for name in sheet.names] == ["Lima protocol"]
    assert [point.wording for point in sheet.points] == ["fisheries"]
    assert [(f.number, f.unit, f.bound) for f in sheet.figures] == [("3", "boats", "more_than")]
    assert sheet.quotations[0].speaker is not None
    assert sheet.quotations[0].speaker.title == "Ana Quispe"


def test_an_act_that_is_only_inferred_says_so(catalogue: Catalogue, source: int) -> None:
    cited = line(
        LineKind.STAGE, StageKind.IN_FORCE, "signed", how=How.INFERRED, reason="It is acted on."
    )
    take(catalogue, source, Taken(suggestion=PROTOCOL, lines=(cited,)))
    said = rows(catalogue, "SELECT how, reason FROM evidence WHERE stage_id IS NOT NULL")
    assert said == [("inferred", "It is acted on.")]


def test_what_a_line_brings_is_still_open_where_it_has_more_to_say(
    catalogue: Catalogue, source: int
) -> None:
    post = line(LineKind.LINK, LinkKind.HOLDS_POST, "Minister", other="place:PE", post_as="M")
    more = {**ALL, ANA.key: replace(ANA, lines=(post,))}
    taken = Taken(suggestion=PROTOCOL, lines=PROTOCOL.lines)
    act = Act(
        key="reading.accept",
        run=lambda session: accept(session, source_id=source, taken=taken, suggestions=more),
    )
    catalogue.write(act)
    with catalogue.read() as session:
        verdicts = {one.key: one.verdict for one in decisions_of(session, source) if not one.line}
    assert verdicts[ANA.key] == Verdict.BROUGHT
    assert verdicts[MINISTRY.key] == verdicts["place:TD"] == Verdict.ACCEPTED


def test_a_country_without_a_tick_is_not_linked(catalogue: Catalogue, source: int) -> None:
    take(catalogue, source, Taken(suggestion=MINISTRY, lines=MINISTRY.lines[:1]))
    assert rows(catalogue, "SELECT * FROM link") == []
