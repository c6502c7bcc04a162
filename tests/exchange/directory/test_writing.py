"""The directory as it is written: what archivists, other programs and hostile names meet."""

import hashlib
import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any, cast

import pytest

from db.act import Act
from db.catalogue import Catalogue
from db.commands.sources import add_source
from db.errors import AlreadyThere, Interrupted
from db.exchange.directory.names import bag_name
from db.exchange.directory.schema import schema
from db.exchange.intake import read_release
from desktop.catalogue_export import export_catalogue
from tests.exchange.directory.bags import inside

_ROOT = Path(__file__).parents[3]


def test_every_file_is_vouched_for(written: Path) -> None:
    vouched: dict[str, str] = {}
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (written / manifest).read_text(encoding="utf-8").splitlines():
            digest, path = line.split("  ", 1)
            vouched[path] = digest
    assert vouched.keys() == inside(written) - {"tagmanifest-sha256.txt"}
    for path, digest in vouched.items():
        assert hashlib.sha256((written / path).read_bytes()).hexdigest() == digest


def test_it_declares_itself_a_bag(written: Path) -> None:
    assert (written / "bagit.txt").read_bytes() == (
        b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    )
    info = (written / "bag-info.txt").read_text(encoding="utf-8")
    payload = [file for file in (written / "data").rglob("*") if file.is_file()]
    octets = sum(file.stat().st_size for file in payload)
    assert f"Payload-Oxum: {octets}.{len(payload)}\n" in info


@pytest.mark.skipif(os.name != "posix", reason="the command is of Unix")
def test_the_command_the_readme_names_finds_it_whole(written: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=written, check=False
    )
    assert done.returncode == 0


def test_the_readme_names_every_file_there_is(written: Path) -> None:
    readme = (written / "README.txt").read_text(encoding="utf-8")
    for path in inside(written / "data"):
        if not path.startswith(("texts", "files")):
            assert f"data/{path} " in readme, path


def test_each_text_stands_under_its_reference_exactly_as_stored(
    written: Path, sample: Catalogue
) -> None:
    with sample.read() as session:
        rows = (
            session.connection()
            .exec_driver_sql(
                "SELECT e.reference, t.text FROM source s JOIN entry e ON e.id = s.id "
                "JOIN source_text t ON t.sha256 = s.text_sha256"
            )
            .all()
        )
    assert len(rows) == 5
    for reference, text in rows:
        place = written / "data/texts" / f"{reference}.txt"
        assert place.read_bytes() == text.encode()


def test_the_published_schema_is_the_one_that_is_written(written: Path) -> None:
    published = json.loads((_ROOT / "resources/directory/schema.json").read_text(encoding="utf-8"))
    assert published == schema()
    assert json.loads((written / "data/schema.json").read_text(encoding="utf-8")) == published


def test_every_line_is_as_the_schema_says(written: Path) -> None:
    described = schema()
    for path, reference in described["x-lines"].items():
        for line in (written / "data" / path).read_text(encoding="utf-8").split("\n")[:-1]:
            _check(json.loads(line), {"$ref": reference}, described, path)


def _check(value: object, rule: dict[str, Any], whole: dict[str, Any], place: str) -> None:
    """Check a value against the part of JSON Schema that is used here."""
    if "$ref" in rule:
        rule = whole["$defs"][rule["$ref"].rpartition("/")[2]]
    if "anyOf" in rule:
        if value is None:
            assert {"type": "null"} in rule["anyOf"], place
            return
        rule = next(one for one in rule["anyOf"] if one != {"type": "null"})
    if "enum" in rule:
        assert value in rule["enum"], place
    elif rule["type"] == "object" and "properties" in rule:
        value = cast("dict[str, Any]", value)
        assert value.keys() <= rule["properties"].keys(), place
        assert set(rule["required"]) <= value.keys(), place
        for name, one in value.items():
            _check(one, rule["properties"][name], whole, f"{place}.{name}")
    elif rule["type"] == "array":
        for one in cast("list[Any]", value):
            _check(one, rule["items"], whole, place)
    elif rule["type"] == "string":
        assert isinstance(value, str), place


def test_it_is_for_its_owner_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    with catalogue.read() as session:
        export_catalogue(session, tmp_path / "out")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_nothing_is_written_over(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with catalogue.read() as session, pytest.raises(AlreadyThere):
        export_catalogue(session, tmp_path / "out")
    assert inside(tmp_path / "out") == {"mine.txt"}


def test_an_empty_folder_is_taken(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with catalogue.read() as session:
        export_catalogue(session, tmp_path / "out")
    assert "bagit.txt" in inside(tmp_path / "out")


def test_what_is_stopped_leaves_nothing(sample: Catalogue, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Interrupted

    place = tmp_path / "place"
    place.mkdir()
    with sample.read() as session, pytest.raises(Interrupted):
        export_catalogue(session, place / "out", stop)
    assert list(place.iterdir()) == []


def test_what_a_killed_one_left_is_cleared_away(catalogue: Catalogue, tmp_path: Path) -> None:
    left = tmp_path / ".out.part" / "data"
    left.mkdir(parents=True)
    (left / "half.jsonl").write_text("{")
    with catalogue.read() as session:
        export_catalogue(session, tmp_path / "out")
    assert not left.parent.exists()


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd", "..\\..\\boot.ini", "/", "..", ".", "", "con.txt", "AUX", "nul",
        "COM¹.txt", "a\0b.txt", "a\nb.txt", "\u202egnp.exe", "x" * 5000 + ".html", "Ж" * 300,
        "~/x", "a:b", ".hidden", "-rf", "name. ", "%0A.txt", "\ud800.txt",
    ],
)  # fmt: skip
def test_no_name_of_an_original_leads_out_or_is_reserved(
    catalogue: Catalogue, tmp_path: Path, name: str
) -> None:
    kept = bag_name(name)
    assert kept
    assert len(kept.encode()) <= 110
    assert not set(kept) & set('/\\:<>"|?*%~ \n\r\0')
    assert not kept.startswith((".", "-"))
    assert kept.partition(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "com¹"}
    release = read_release(b"A release.", name=name.encode("utf-8", "replace").decode())
    act = Act(key="source.add", run=lambda session: add_source(session, release=release))
    catalogue.write(act)
    with catalogue.read() as session:
        export_catalogue(session, tmp_path / "out")
    places = {path for path in inside(tmp_path / "out") if path.startswith("data/files/")}
    assert len(places) == 1


def test_an_ordinary_name_stays(tmp_path: Path) -> None:
    assert bag_name("Отчёт 2021.html") == "Отчёт_2021.html"
