"""Evidence on paper: equal claims are one, remarks end once, values are read in both languages."""

import pytest

from db.rows.dossier import DossierEvidence
from desktop.reports.evidence import note_rows, said
from desktop.reports.runs import Line, Row, remarked, run, run_in
from desktop.reports.wording import Wording


def words(line: Line) -> str:
    return "".join(each["text"] for each in line).replace("\u00a0", " ")


def notes(rows: list[Row]) -> list[str]:
    return [words(line) for row in rows for line in row["lines"]]


def inferred(
    field: str, value: str, reason: str = "It was signed after the talks."
) -> DossierEvidence:
    return DossierEvidence(
        field=field, how="inferred", value=value, reason=reason, quoted=("after talks",), citation=2
    )


def test_claims_equal_in_all_but_field_and_value_are_one() -> None:
    claims = [
        inferred("date", "2021-05-20"),
        inferred("place", "Moscow"),
        inferred("meeting", "Talks"),
        inferred("party", "Russia", "A commission acts for both."),
        inferred("party", "Azerbaijan", "A commission acts for both."),
    ]
    assert notes(note_rows(Wording("en"), claims)) == [
        "date: 20 May 2021; place: Moscow; meeting: Talks, inferred. "
        "It was signed after the talks. “after talks” [2]",
        "parties: Russia, Azerbaijan, inferred. A commission acts for both. “after talks” [2]",
    ]


def test_only_the_first_note_is_labelled_and_each_is_a_row_of_its_own() -> None:
    rows = note_rows(Wording("en"), [inferred("date", "2021"), inferred("place", "Baku", "No.")])
    assert [row["label"] for row in rows] == ["evidence", ""]


@pytest.mark.parametrize(
    ("remark", "rest", "shown"),
    [
        ("It follows from the report.", "“x”", "2021, inferred. It follows from the report. “x”"),
        ("It follows from the report.", "", "2021, inferred. It follows from the report"),
        ("by the report.", "“x”", "2021, inferred, by the report, “x”"),
        ("в 2021 г.", "“x”", "2021, inferred, в 2021 г., “x”"),
        ("", "“x”", "2021, inferred, “x”"),
        ("", "", "2021, inferred"),
    ],
)
def test_a_remark_joins_its_line_without_a_second_stop(remark: str, rest: str, shown: str) -> None:
    line = remarked([run("2021, inferred")], remark, [run(rest)] if rest else [])
    assert words(line) == shown


def test_a_sentence_after_a_question_mark_needs_no_stop() -> None:
    assert words(remarked([run("2021?")], "No day is told.", [])) == "2021? No day is told"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("mode", "video", "по видеосвязи"),
        ("standing", "planned", "намечено"),
        ("authentic_languages", "az ru", "азербайджанский, русский"),
        ("figure", "200000 доз", "200 000 доз"),
        ("date", "2021-05-20", "20 мая 2021 г."),
    ],
)
def test_values_are_read_in_the_language_of_the_report(field: str, value: str, shown: str) -> None:
    assert words(said(Wording("ru"), DossierEvidence(field=field, value=value))) == shown


def test_a_value_in_the_words_of_the_source_is_told_once_in_quotation_marks() -> None:
    claim = DossierEvidence(field="figure", value="More than 70", quoted=("more than 70",))
    assert words(said(Wording("en"), claim)) == "“more than 70”"
    assert words(said(Wording("ru"), claim)) == "«more than 70»"


def test_lines_share_one_where_they_are_short_and_rest_on_the_same() -> None:
    cite: Line = [{"text": " [1]", "face": "cite"}]
    other: Line = [{"text": " [2]", "face": "cite"}]
    trade, customs = [run("Trade")], [run("Customs")]
    together = run_in([trade + cite, customs + cite], " · ", 20)
    assert [words(line) for line in together] == ["Trade · Customs [1]"]
    assert len(run_in([trade + cite, customs + other], " · ", 20)) == 2
    assert len(run_in([trade + cite, customs + cite], " · ", 6)) == 2
