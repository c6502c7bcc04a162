"""The commands ``search`` and ``export``, run as a user runs them."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from db.catalogue import Catalogue
from db.search.tree import Broken
from db.terms import EntryKind, LinkKind, StageKind
from desktop.catalogue_search import pointed_at
from tests.exchange.tabular.sheets import sheets_of
from tests.factories import make_country, make_entry, make_link, make_stage
from tests.test_cli import ROOT, _run


@pytest.fixture
def path(catalogue: Catalogue) -> Path:
    """Return a catalogue of two memoranda and a meeting; the first is signed, and has a party."""
    signed = make_entry(
        catalogue, EntryKind.AGREEMENT, "Memorandum on health", agreement_type="memorandum"
    )
    make_stage(catalogue, signed, StageKind.SIGNED, date="2021-05-20")
    make_link(catalogue, LinkKind.PARTY, signed, make_country(catalogue, "AZ"))
    make_entry(catalogue, EntryKind.AGREEMENT, "Меморандум о здоровье, второй")
    make_entry(catalogue, EntryKind.MEETING, "Talks on healthcare")
    catalogue.close()
    return catalogue.path


def test_what_is_found_is_a_line_each(path: Path) -> None:
    done = _run("search", path, "memorandum OR меморандум", "--sort", "reference")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first.split("  ")[0] == "A-0001"
    assert "2021-05-20" in first
    assert "AZ" in first
    assert first.endswith("  Memorandum on health")
    assert second.endswith("  Меморандум о здоровье, второй")


def test_a_word_is_whole_since_nobody_is_typing_it_any_more(path: Path) -> None:
    assert _run("search", path, "health", "--count").stdout == "1\n"
    assert _run("search", path, "health*", "--count").stdout == "2\n"


def test_kind_limit_and_order_are_obeyed(path: Path) -> None:
    assert _run("search", path, "", "--kind", "meeting", "--count").stdout == "1\n"
    done = _run("search", path, "", "--kind", "agreement", "--sort", "title", "--descending",
                "--limit", "1")  # fmt: skip
    assert [line[:6] for line in done.stdout.splitlines()] == ["A-0002"]
    unknown = _run("search", path, "", "--sort", "colour")
    assert unknown.returncode == 2
    assert "There is no order “colour”" in unknown.stderr


def test_json_is_an_object_a_line_with_codes_as_they_are_stored(path: Path) -> None:
    done = _run("search", path, "signed:2021", "--json", PYTHONIOENCODING="ascii")
    (found,) = [json.loads(line) for line in done.stdout.splitlines()]
    added = found.pop("added")
    assert added.endswith("+00:00")
    assert found.pop("changed") >= added
    assert found == {
        "reference": "A-0001",
        "kind": "agreement",
        "title": "Memorandum on health",
        "type": "memorandum",
        "state": "signed",
        "date": "2021-05-20",
        "body": "",
        "countries": ["AZ"],
        "review": "draft",
        "evidence": 0,
        "gaps": found["gaps"],
        "conflicts": 0,
    }


def test_what_is_wrong_is_told_below_its_place_and_the_rest_is_searched(path: Path) -> None:
    done = _run("search", path, "health countri:AZ tag:zzz", "--count")
    assert (done.returncode, done.stdout) == (0, "0\n")
    told = done.stderr.splitlines()
    assert told[:2] == ["health countri:AZ tag:zzz", "       ^^^^^^^^^^"]
    assert "countri" in told[2]
    assert told[4] == "                  ^^^^^^^"
    assert "zzz" in told[5]


def test_a_query_of_which_nothing_is_left_finds_nothing_and_ends_with_2(path: Path) -> None:
    for command in (("search", path, "countri:AZ"), ("export", path, path / "x.csv", "countri:A")):
        done = _run(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "^^^" in done.stderr


def test_what_is_no_catalogue_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = _run("search", tmp_path / "none.chancery", "health")
    assert done.returncode == 1
    assert done.stderr.startswith("There is no file")


def test_a_list_is_exported_in_the_format_its_name_chooses(path: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    done = _run("export", path, table, "health", "--columns", "title,state", "--bom")
    assert done.stdout == f"{table}: 1 entry.\n"
    content = table.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(content.decode("utf-8-sig").splitlines())) == [
        ["Reference", "Title", "State"],
        ["A-0001", "Memorandum on health", "signed"],
    ]
    book = tmp_path / "list.xlsx"
    _run("export", path, book, "--kind", "agreement", "--sort", "reference")
    ((title, found),) = sheets_of(book).items()
    assert title == path.stem
    assert found[0][:3] == ["Reference", "Title", "Type"]
    assert [row[0] for row in found[1:]] == ["A-0001", "A-0002"]


def test_formats_and_columns_that_are_none_are_refused_before_anything_is_read(
    path: Path, tmp_path: Path
) -> None:
    wrong = _run("export", path, tmp_path / "list.ods")
    assert (wrong.returncode, list(tmp_path.glob("list*"))) == (2, [])
    assert ".csv or .xlsx" in wrong.stderr
    unknown = _run("export", path, tmp_path / "list.csv", "--columns", "title,colour")
    assert unknown.returncode == 2
    assert "There is no column “colour”" in unknown.stderr


def test_an_export_that_cannot_be_written_is_told_and_leaves_nothing(path: Path) -> None:
    done = _run("export", path, path.parent / "nowhere" / "list.csv")
    assert done.returncode == 1
    assert "can't be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_searching_and_exporting_import_neither_qt_nor_what_only_reports_need() -> None:
    code = (
        "import sys, desktop.cli, desktop.catalogue_search, desktop.list_export\n"
        "late = ('PySide6', 'shiboken6', 'alembic', 'typst', 'numpy', 'lxml', 'readability')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("query", "span", "expected"),
    [
        ("ab cd", (3, 5), "ab cd\n   ^^"),
        ("東 x", (2, 3), "東 x\n   ^"),
        ("e\u0301\tx", (3, 4), "e\u0301 x\n  ^"),
        ("ab", (2, 2), "ab\n  ^"),
    ],
)
def test_carets_stand_below_the_part_on_a_terminal(
    query: str, span: tuple[int, int], expected: str
) -> None:
    assert pointed_at(query, Broken(text="", problem="", span=span)) == expected
