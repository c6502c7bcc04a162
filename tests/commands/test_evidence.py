"""Evidence: passages quote their text, and a value shows one of four faces."""

import pytest

from db.catalogue import Catalogue
from db.commands.entries import create_entry, set_field
from db.commands.evidence import (
    add_evidence,
    change_evidence,
    mark_passage,
    remove_evidence,
    unmark_passage,
)
from db.commands.sources import add_source
from db.errors import Refused
from db.exchange.intake import read_release
from db.queries.evidence import evidence_for
from db.queries.sheets import entry_sheet
from db.queries.sources import source_page
from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import NO_EVIDENCE, Target
from db.terms import EntryKind, Face, How, PassageKind, StageKind
from tests.factories import make_stage
from tests.write_path.acts import rows, write

TEXT = "🇦🇿 Both sides met in Baku on 5 May 2021.\r\nThe roadmap runs from 2021 to 2024."


@pytest.fixture
def source(catalogue: Catalogue) -> int:
    release = read_release(TEXT.encode(), name="release.txt")
    return write(catalogue, lambda session: add_source(session, release=release)).value


@pytest.fixture
def roadmap(catalogue: Catalogue) -> int:
    return write(
        catalogue,
        lambda session: create_entry(
            session,
            kind=EntryKind.AGREEMENT,
            values={"title": "Roadmap", "covers": "2021/2024"},
        ),
    ).value


def _span(catalogue: Catalogue, source: int, words: str) -> Span:
    with catalogue.read() as session:
        page = source_page(session, source)
    assert page is not None
    first = page.text.index(words)
    return Span(first=first, last=first + len(words))


def _claim(catalogue: Catalogue, target: Target, source: int, **details: object) -> int:
    spec = EvidenceSpec(target=target, source_id=source, **details)  # type: ignore[arg-type]
    return write(catalogue, lambda session: add_evidence(session, spec=spec)).value


def _face(catalogue: Catalogue, target: Target) -> tuple[Face, int]:
    with catalogue.read() as session:
        sheet = entry_sheet(session, target.id)
    assert sheet is not None
    row = sheet.faces.get(target, NO_EVIDENCE)
    return row.face, row.count


def test_a_passage_quotes_the_text_in_code_points(catalogue: Catalogue, source: int) -> None:
    span = _span(catalogue, source, "met in Baku")
    write(catalogue, lambda session: mark_passage(session, source_id=source, span=span))
    with catalogue.read() as session:
        page = source_page(session, source)
    assert page is not None
    (passage,) = page.passages
    assert passage.words == "met in Baku" == page.text[span.first : span.last]


@pytest.mark.parametrize("span", [Span(first=0, last=900), Span(first=-1, last=4)])
def test_words_that_are_not_in_the_text_are_refused(
    catalogue: Catalogue, source: int, span: Span
) -> None:
    with pytest.raises(Refused) as told:
        write(catalogue, lambda session: mark_passage(session, source_id=source, span=span))
    assert told.value.reason == "passage_not_in_text"


def test_the_four_faces_of_a_field(catalogue: Catalogue, source: int, roadmap: int) -> None:
    covers = Target("entry", roadmap, "covers")
    assert _face(catalogue, covers) == (Face.NONE, 0)
    unstated = _claim(catalogue, covers, source, how=How.NOT_STATED)
    assert _face(catalogue, covers) == (Face.NOT_STATED, 1)
    write(catalogue, lambda session: remove_evidence(session, evidence_id=unstated))
    span = _span(catalogue, source, "from 2021 to 2024")
    _claim(catalogue, covers, source, spans=(span,))
    assert _face(catalogue, covers) == (Face.EVIDENCE, 1)
    _claim(catalogue, covers, source, spans=(span,), value="2021/2025", how=How.REPORTED)
    assert _face(catalogue, covers) == (Face.CONFLICT, 2)


def test_a_value_changed_after_its_evidence_is_in_conflict_with_it(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    covers = Target("entry", roadmap, "covers")
    _claim(catalogue, covers, source, spans=(_span(catalogue, source, "2021 to 2024"),))
    write(
        catalogue,
        lambda session: set_field(session, entry_id=roadmap, field="covers", value="2021/2025"),
    )
    assert _face(catalogue, covers)[0] == Face.CONFLICT
    assert rows(catalogue, f"SELECT conflict_count FROM entry WHERE id = {roadmap}") == [(1,)]


def test_a_value_without_evidence_counts_as_a_gap(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    counts = f"SELECT evidence_count, gap_count FROM entry WHERE id = {roadmap}"
    assert rows(catalogue, counts) == [(0, 1)]
    span = _span(catalogue, source, "from 2021 to 2024")
    _claim(catalogue, Target("entry", roadmap, "covers"), source, spans=(span,))
    assert rows(catalogue, counts) == [(1, 0)]


def test_words_that_stand_apart_are_one_claim(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    spans = (_span(catalogue, source, "The roadmap"), _span(catalogue, source, "2024"))
    claim = _claim(catalogue, Target("entry", roadmap), source, spans=spans)
    with catalogue.read() as session:
        (row,) = evidence_for(session, Target("entry", roadmap))
    assert row.id == claim
    assert [passage.words for passage in row.passages] == ["The roadmap", "2024"]


@pytest.mark.parametrize("how", [How.STATED, How.REPORTED, How.INFERRED])
def test_a_claim_needs_words_or_a_reason(
    catalogue: Catalogue, source: int, roadmap: int, how: How
) -> None:
    with pytest.raises(Refused) as told:
        _claim(catalogue, Target("entry", roadmap, "covers"), source, how=how)
    assert told.value.reason == "evidence_needs_words"


def test_what_is_inferred_may_stand_on_a_reason(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    target = Target("entry", roadmap, "covers")
    _claim(catalogue, target, source, how=How.INFERRED, reason="the title says so")
    assert _face(catalogue, target) == (Face.EVIDENCE, 1)


def test_removing_a_claim_takes_its_passage_unless_another_stands_on_it(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    span = _span(catalogue, source, "from 2021 to 2024")
    first = _claim(catalogue, Target("entry", roadmap, "covers"), source, spans=(span,))
    second = _claim(catalogue, Target("entry", roadmap), source, spans=(span,))
    assert rows(catalogue, "SELECT count(*) FROM passage") == [(1,)]
    write(catalogue, lambda session: remove_evidence(session, evidence_id=first))
    assert rows(catalogue, "SELECT count(*) FROM passage") == [(1,)]
    write(catalogue, lambda session: remove_evidence(session, evidence_id=second))
    assert rows(catalogue, "SELECT count(*) FROM passage") == [(0,)]


def test_a_passage_that_evidence_stands_on_stays(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    span = _span(catalogue, source, "from 2021 to 2024")
    _claim(catalogue, Target("entry", roadmap, "covers"), source, spans=(span,))
    ((passage,),) = rows(catalogue, "SELECT id FROM passage")
    with pytest.raises(Refused) as told:
        write(
            catalogue,
            lambda session: unmark_passage(session, passage_id=int(str(passage))),
        )
    assert told.value.reason == "passage_in_use"


def test_noise_is_a_mark_of_its_own(catalogue: Catalogue, source: int) -> None:
    span = _span(catalogue, source, "🇦🇿")
    write(
        catalogue,
        lambda session: mark_passage(session, source_id=source, span=span, kind=PassageKind.NOISE),
    )
    assert rows(catalogue, "SELECT words, kind FROM passage") == [("🇦🇿", "noise")]


def test_a_source_lists_what_was_made_from_it(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    span = _span(catalogue, source, "from 2021 to 2024")
    _claim(catalogue, Target("entry", roadmap, "covers"), source, spans=(span,))
    with catalogue.read() as session:
        page = source_page(session, source)
    assert page is not None
    assert [(ref.reference, count) for ref, count in page.made_from] == [("A-0001", 1)]


def test_a_claim_moved_to_another_target_is_about_that_alone(
    catalogue: Catalogue, source: int, roadmap: int
) -> None:
    about = _claim(catalogue, Target(thing="entry", id=roadmap), source, how=How.NOT_STATED)
    stage = make_stage(catalogue, roadmap, StageKind.SIGNED)
    moved = EvidenceSpec(
        source_id=source, target=Target(thing="stage", id=stage), how=How.NOT_STATED
    )
    write(catalogue, lambda s: change_evidence(s, evidence_id=about, spec=moved))
    found = rows(catalogue, f"SELECT entry_id, stage_id FROM evidence WHERE id = {about}")
    assert found == [(None, stage)]
