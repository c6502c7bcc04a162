"""Directories that were damaged or forged: refused by file and line, and nothing is written."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.errors import Unimportable
from db.exchange.directory.decoding import json_of, record_of
from db.exchange.directory.reading import open_directory
from db.founding import found
from db.rows.records.entries import AgreementRecord
from db.terms import EntryKind
from tests.exchange.directory.bags import Record, change_line, rewrite, vouch

AGREEMENTS, SOURCES = "entries/agreements.jsonl", "entries/sources.jsonl"


def refusal(folder: Path) -> Unimportable:
    """Return why a directory can't become a catalogue; nothing is left of the attempt."""
    place = folder.parent / "attempt"
    place.mkdir()
    with pytest.raises(Unimportable) as caught, open_directory(folder) as directory:
        found(place / "new.chancery", directory)
    assert list(place.iterdir()) == []
    return caught.value


def test_what_was_written_is_read(directory: Path) -> None:
    with open_directory(directory) as opened:
        assert opened.counts()[EntryKind.SOURCE] == 5
        first = next(opened.entries(EntryKind.SOURCE))
        assert first.record.reference == "S-0001"
        assert first.line == 1


def test_a_changed_byte_is_found(directory: Path) -> None:
    place = directory / "data" / AGREEMENTS
    place.write_bytes(place.read_bytes().replace(b"Agreement", b"agreement", 1))
    error = refusal(directory)
    assert (error.reason, error.file) == ("checksum", AGREEMENTS)
    assert "Nothing was imported." in str(error)


def test_a_missing_file_is_found(directory: Path) -> None:
    (directory / "data/texts/S-0003.txt").unlink()
    error = refusal(directory)
    assert (error.reason, error.file) == ("not_there", "texts/S-0003.txt")


def test_a_stranger_is_found(directory: Path) -> None:
    (directory / "data/texts/more.txt").write_text("more")
    assert refusal(directory).reason == "not_listed"


def test_a_folder_that_is_none_of_ours_is_told_from_one(tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    assert refusal(tmp_path / "some").reason == "not_a_bag"


@pytest.mark.skipif(os.name != "posix", reason="links are for administrators elsewhere")
def test_no_link_is_followed(directory: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    place = directory / "data/texts/S-0001.txt"
    place.unlink()
    place.symlink_to(secret)
    assert refusal(directory).reason == "link_unsafe"


@pytest.mark.skipif(os.name != "posix", reason="pipes have no names elsewhere")
def test_no_pipe_is_waited_for(directory: Path) -> None:
    place = directory / "data/texts/S-0001.txt"
    place.unlink()
    os.mkfifo(place)
    assert refusal(directory).reason == "link_unsafe"


@pytest.mark.parametrize(
    "path",
    [
        "data/../../out.txt",
        "/etc/passwd",
        "data/..\\out",
        "../data/x",
        "data//x",
        "C:/x",
        "data/a\0b",
    ],
)
def test_names_that_lead_out_are_refused(directory: Path, path: str) -> None:
    with (directory / "manifest-sha256.txt").open("a", encoding="utf-8") as manifest:
        manifest.write(f"{'0' * 64}  {path}\n")
    (directory / "tagmanifest-sha256.txt").unlink()
    assert refusal(directory).reason in {"path_unsafe", "illegible"}


def test_parts_that_lie_elsewhere_are_never_fetched(directory: Path) -> None:
    (directory / "fetch.txt").write_text("https://example.org/x 3 data/x\n")
    assert refusal(directory).reason == "fetched"


def _set(**values: object) -> Callable[[Record], object]:
    return lambda record: record.update(values)


def _without(name: str) -> Callable[[Record], object]:
    return lambda record: record.pop(name)


def _in_link(**values: object) -> Callable[[Record], object]:
    return lambda record: record["links"][0].update(values)


def _in_claim(**values: object) -> Callable[[Record], object]:
    return lambda record: record["links"][0]["evidence"][0].update(values)


def _in_span(**values: object) -> Callable[[Record], object]:
    return lambda record: record["links"][0]["evidence"][0]["passages"][0].update(values)


def _link_twice(record: Record) -> None:
    record["links"].append(record["links"][0])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_set(title=7), "wrong_type"),
        (_set(id=True), "wrong_type"),
        (_set(id=-1), "wrong_type"),
        (_set(id=10**30), "wrong_type"),
        (_set(surprise="!"), "member_extra"),
        (_without("uid"), "member_missing"),
        (_set(agreement_type="pact"), "not_a_term"),
        (_set(covers="20th century"), "bad_form"),
        (_set(covers="2021-02-30"), "bad_form"),
        (_set(reference="../../A-0001"), "bad_form"),
        (_set(reference="S-0001"), "bad_form"),
        (_set(reference="A-0002"), "duplicate"),
        (_set(created_at="yesterday"), "wrong_type"),
        (_set(tags=[999]), "cites_outside"),
        (_set(names="none"), "wrong_type"),
        (_set(title="\u202e\0"), "not_text"),
        (_set(title="\ud800"), "not_text"),
        (_set(title="\u200b"), "member_missing"),
        (_in_link(object="P-9999"), "cited_nowhere"),
        (_in_link(object_kind="person"), "not_whole"),
        (_in_link(kind="chair"), "not_whole"),
        (_in_link(stage=777), "cites_outside"),
        (_link_twice, "not_whole"),
        (_in_claim(source="A-0001"), "not_quoted"),
        (_in_span(first=3), "not_quoted"),
    ],
)
def test_what_is_wrong_in_a_line_is_told_with_the_line(
    directory: Path, change: Callable[[Record], object], reason: str
) -> None:
    change_line(directory, AGREEMENTS, 1, change)
    error = refusal(directory)
    assert error.reason == reason
    assert error.file == AGREEMENTS
    assert error.line in {1, 2}


def test_words_that_are_not_in_the_text_are_refused(directory: Path) -> None:
    change_line(directory, SOURCES, 2, lambda record: record["passages"][0].update(words="No."))
    error = refusal(directory)
    assert (error.reason, error.file, error.line) == ("not_quoted", SOURCES, 2)


def test_a_text_other_than_the_one_that_was_read_is_refused(directory: Path) -> None:
    rewrite(directory, "texts/S-0001.txt", b"Another text.")
    error = refusal(directory)
    assert error.reason == "cites_outside"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "not_json"),
        (b"[]", "wrong_type"),
        (b'{"id": NaN}', "not_json"),
        (b"\xff\xfe", "not_text"),
        (b"[" * 200_000, "deep"),
        (b'{"title": ' + b"[" * 2_000_000, "deep"),
        (b'{"id": ' + b"9" * 100_000 + b"}", "not_json"),
    ],
)
def test_no_json_of_whatever_kind_gets_through(
    directory: Path, content: bytes, reason: str
) -> None:
    rewrite(directory, "entries/people.jsonl", content)
    assert refusal(directory).reason == reason


def test_a_line_that_never_ends_is_not_read_whole(directory: Path) -> None:
    rewrite(directory, "entries/people.jsonl", b" " * 65_000_000)
    error = refusal(directory)
    assert (error.reason, error.line) == ("long_line", 1)


def test_history_may_name_no_table_but_those_there_are(directory: Path) -> None:
    change_line(directory, "history/changes.jsonl", 1, _set(table="revision; DROP TABLE entry; --"))
    error = refusal(directory)
    assert (error.reason, error.file, error.line) == ("cites_outside", "history/changes.jsonl", 1)


def test_history_may_name_no_column_but_those_there_are(directory: Path) -> None:
    change_line(directory, "history/changes.jsonl", 1, _set(after={'x" = 1; --': 1}))
    assert refusal(directory).reason == "cites_outside"


def test_subjects_that_stand_below_each_other_are_refused(directory: Path) -> None:
    change_line(directory, "tags.jsonl", 1, _set(parent=1))
    assert refusal(directory).reason == "cites_outside"


def test_a_newer_format_is_not_guessed_at(directory: Path) -> None:
    place = directory / "data/catalogue.json"
    about = json.loads(place.read_text(encoding="utf-8"))
    rewrite(directory, "catalogue.json", json.dumps({**about, "version": 2}).encode())
    assert refusal(directory).reason == "other_version"


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_put_in_place_of_a_value_is_refused_in_words_or_taken(
    written: Path, data: st.DataObject
) -> None:
    line = (written / "data" / AGREEMENTS).read_bytes().splitlines()[0]
    record = json.loads(line)
    name = data.draw(st.sampled_from(sorted(record)))
    record[name] = data.draw(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=8,
        )
    )
    said = ""
    try:
        taken = record_of(AgreementRecord, json_of(json.dumps(record).encode()))
    except Unimportable as error:
        taken, said = None, str(error.within("x", 1))
    assert taken is not None or said.startswith("x, line 1: ")


def test_a_manifest_without_end_of_line_is_read(directory: Path) -> None:
    vouch(directory)
    manifest = directory / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    with open_directory(directory) as opened:
        assert opened.counts()[EntryKind.AGREEMENT] == 14
