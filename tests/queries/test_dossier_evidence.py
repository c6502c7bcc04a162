"""Evidence in a dossier: citations by number, the words of what is doubtful, disagreements."""

from db.catalogue import Catalogue
from db.rows.dossier import CountryDossier, DossierDisagreement, DossierEvidence
from db.rows.faces import Target
from db.terms import How, LinkKind, StageKind
from tests.factories import (
    make_agreement,
    make_claim,
    make_country,
    make_figure,
    make_link,
    make_meeting,
    make_person,
    make_place,
    make_source,
    make_stage,
    reference_of,
    trash,
)
from tests.queries.dossiers import dossier


def _numbers(found: CountryDossier) -> dict[str, int]:
    return {row.title: row.number for row in found.sources}


def test_sources_are_numbered_in_the_order_they_are_first_cited(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    for title in ("Of the meeting", "Of the act", "Of the party", "Never cited"):
        make_source(catalogue, f"Words {title}", title=title)
    meeting = make_meeting(catalogue, attendees=[country])
    agreement = make_agreement(catalogue)
    party = make_link(catalogue, LinkKind.PARTY, agreement, country)
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021")
    sources = _source_ids(catalogue)
    make_claim(catalogue, Target("entry", meeting), sources[0], "Words")
    make_claim(catalogue, Target("stage", stage, "date"), sources[1], "Words")
    make_claim(catalogue, Target("link", party), sources[2], "Words")
    make_claim(catalogue, Target("link", party), sources[1], "Words")
    found = dossier(catalogue)
    assert _numbers(found) == {"Of the act": 1, "Of the party": 2, "Of the meeting": 3}
    (row,) = found.agreements
    assert (row.stages[0].citations, row.links[0].citations) == ((1,), (1, 2))
    assert (row.citations, found.meetings[0].citations) == ((1, 2), (3,))


def _source_ids(catalogue: Catalogue) -> list[int]:
    with catalogue.read() as session:
        rows = session.connection().exec_driver_sql("SELECT id FROM source ORDER BY id")
        return list(rows.scalars())


def test_a_source_is_described_as_it_was_taken_in(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    source = make_source(
        catalogue,
        "Words",
        title="Релиз",
        publisher="Ministry",
        byline="A. Author",
        published="2021-05-21",
        received="2026-03-01",
        languages="en ru",
        address="https://example.org",
    )
    make_link(catalogue, LinkKind.ABOUT, source, agreement)
    (row,) = dossier(catalogue).sources
    assert row.reference == reference_of(catalogue, source)
    assert (row.title, row.language, row.languages) == ("Релиз", "ru", ("en", "ru"))
    assert (row.publisher, row.byline, row.address) == (
        "Ministry",
        "A. Author",
        "https://example.org",
    )
    assert (row.published, row.received, len(row.sha256)) == ("2021-05-21", "2026-03-01", 64)


def test_what_is_inferred_or_reported_is_noted_with_its_words(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, covers="2021/2024", parties=[make_country(catalogue)])
    speaker = make_person(catalogue, "Musayev")
    source = make_source(catalogue, "A plan for 2021-2024, dated June 18, he said.")
    make_claim(
        catalogue,
        Target("entry", agreement, "covers"),
        source,
        "for 2021-2024",
        how=How.INFERRED,
        reason="The plan runs so long.",
    )
    make_claim(
        catalogue,
        Target("entry", agreement, "number"),
        source,
        "dated",
        "June 18",
        how=How.REPORTED,
        value="18",
        attributed_to_id=speaker,
    )
    make_claim(catalogue, Target("entry", agreement), source, "A plan")
    assert dossier(catalogue).agreements[0].evidence == (
        DossierEvidence(
            field="covers",
            how="inferred",
            value="2021/2024",
            quoted=("for 2021-2024",),
            reason="The plan runs so long.",
            citation=1,
        ),
        DossierEvidence(
            field="number",
            how="reported",
            value="18",
            quoted=("dated", "June 18"),
            attributed_to="Musayev",
            citation=1,
        ),
    )


def test_a_doubtful_role_or_act_is_noted_by_what_it_is(catalogue: Catalogue) -> None:
    country, baku = make_country(catalogue), make_place(catalogue, "Baku")
    agreement = make_agreement(catalogue)
    party = make_link(catalogue, LinkKind.PARTY, agreement, country)
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021-05-20", place_id=baku)
    source = make_source(catalogue)
    for target in (Target("link", party), Target("stage", stage), Target("stage", stage, "place")):
        make_claim(catalogue, target, source, how=How.INFERRED, reason="So it seems.")
    notes = [(note.field, note.value) for note in dossier(catalogue).agreements[0].evidence]
    assert notes == [("party", "Azerbaijan"), ("date", "2021-05-20"), ("place", "Baku")]


def test_what_every_source_leaves_out_is_not_stated(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    stage = make_stage(catalogue, agreement, StageKind.SIGNED)
    one, other = make_source(catalogue, "One."), make_source(catalogue, "Two.")
    for target in (
        Target("entry", agreement, "number"),
        Target("stage", stage, "date"),
        Target("stage", stage, "place"),
    ):
        make_claim(catalogue, target, one, how=How.NOT_STATED)
    make_claim(catalogue, Target("stage", stage, "place"), other, "Two")
    row = dossier(catalogue).agreements[0]
    assert row.not_stated == ("number", "date")
    assert row.citations == (1,)
    assert [source.title for source in dossier(catalogue).sources] == ["Release"]


def test_sources_that_differ_are_a_disagreement_with_the_ruling(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021-05-20")
    first = make_source(catalogue, "It was on May 20.")
    second = make_source(catalogue, "It was on May 21.")
    target = Target("stage", stage, "date")
    make_claim(catalogue, target, first, "May 20", value="2021-05-20")
    assert dossier(catalogue).disagreements == ()
    make_claim(catalogue, target, second, "May 21", value="2021-05-21")
    found = dossier(catalogue)
    claims = (
        DossierEvidence(field="date", value="2021-05-20", quoted=("May 20",), citation=1),
        DossierEvidence(field="date", value="2021-05-21", quoted=("May 21",), citation=2),
    )
    assert found.disagreements == (
        DossierDisagreement(
            reference=reference_of(catalogue, agreement),
            title="Agreement on health",
            field="date",
            claims=claims,
            ruling="2021-05-20",
        ),
    )
    assert found.agreements[0].evidence == claims


def test_a_place_in_dispute_is_read_by_its_title(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    baku, ganja = make_place(catalogue, "Baku"), make_place(catalogue, "Ganja")
    meeting = make_meeting(catalogue, attendees=[country], place=str(baku))
    source = make_source(catalogue, "In Ganja.")
    make_claim(catalogue, Target("entry", meeting, "place"), source, "In Ganja", value=str(ganja))
    (row,) = dossier(catalogue).disagreements
    assert ([claim.value for claim in row.claims], row.ruling) == (["Ganja"], "Baku")


def test_figures_in_dispute_keep_the_words_of_their_sources(catalogue: Catalogue) -> None:
    meeting = make_meeting(catalogue, attendees=[make_country(catalogue)])
    figure = make_figure(catalogue, meeting, "70", unit="regions")
    source = make_source(catalogue, "More than 70 regions; over 80 entities.")
    for value, words in (("70", "More than 70 regions"), ("80", "over 80 entities")):
        make_claim(catalogue, Target("figure", figure), source, words, value=value, as_stated=words)
    (row,) = dossier(catalogue).disagreements
    assert row.field == "figure"
    assert [claim.value for claim in row.claims] == ["More than 70 regions", "over 80 entities"]
    assert row.ruling == "70 regions"


def test_a_source_in_the_trash_supports_nothing(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    source = make_source(catalogue, "Words")
    make_claim(catalogue, Target("entry", agreement), source, "Words", how=How.REPORTED)
    make_link(catalogue, LinkKind.ABOUT, source, agreement)
    trash(catalogue, source)
    found = dossier(catalogue)
    assert (found.sources, found.agreements[0].evidence) == ((), ())
    assert found.agreements[0].citations == ()
