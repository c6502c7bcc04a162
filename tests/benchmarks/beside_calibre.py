"""Measures a search beside calibre's: ``python -m tests.benchmarks.beside_calibre``.

The same ten thousand texts lie in a Chancery catalogue, among twenty thousand other entries, and in
the comments of a calibre library, asked by calibre's own Python interface. Making that library
takes calibre some minutes. Without calibre on the machine nothing is measured.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from db.catalogue import Catalogue
from db.engine import connect_raw
from db.queries.lists import first_rows, list_lines
from db.rows.lists import ListSpec
from db.terms import EntryKind
from tests.benchmarks.generator import build
from tests.benchmarks.measure import Line, Timing, timed
from tests.benchmarks.table import say, show

RECORDS = 10_000
WORDS = ("cooperation", "health", "archive", "quilbader")
"""From the most frequent to a rare one."""
_INSIDE = Path(__file__).with_name("inside_calibre.py")


def main() -> None:
    """Print the table, or say why there is none."""
    calibre = shutil.which("calibre-debug")
    if calibre is None:
        say("calibre is not on this machine (Debian: apt install calibre): nothing measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "beside.chancery"
        say("Making the catalogue…")
        build(path, RECORDS * 3)
        records = _export(path, Path(folder) / "records.json")
        say(f"calibre takes in {records:,} records; this is slow…")
        theirs = _ask_calibre(calibre, Path(folder))
        ours = _ask_chancery(path)
    lines = [
        Line(
            what=f"`{word}`: {theirs[word]['found']:,} found by calibre",
            ours=f"{ours[word].middle:.2f} / {ours[word].slow:.2f} ms",
            floor=f"calibre {theirs[word]['ms']:.0f} ms",
            ratio=f"{theirs[word]['ms'] / ours[word].middle:.0f} times faster",
            target="≥ 50 times",
        )
        for word in WORDS
    ]
    say(show(f"Beside calibre {theirs['version']}, {records:,} texts", lines))


def _export(path: Path, target: Path) -> int:
    raw = connect_raw(path, mode="ro")
    rows = raw.execute(
        "SELECT e.title, t.text FROM source s JOIN entry e ON e.id = s.id "
        "JOIN source_text t ON t.sha256 = s.text_sha256 LIMIT ?",
        (RECORDS,),
    ).fetchall()
    raw.close()
    target.write_text(json.dumps(rows), encoding="utf-8")
    return len(rows)


def _ask_calibre(calibre: str, folder: Path) -> dict[str, dict[str, float]]:
    done = subprocess.run(
        [calibre, "-e", str(_INSIDE), str(folder), json.dumps(WORDS)],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def _ask_chancery(path: Path) -> dict[str, Timing]:
    with Catalogue.open(path) as catalogue, catalogue.read() as session:
        specs = {
            word: ListSpec(kind=EntryKind.SOURCE, query=f"{word} ", sort="date", descending=True)
            for word in WORDS
        }
        return {
            word: timed(lambda spec=spec: list_lines(session, first_rows(session, spec).ids))
            for word, spec in specs.items()
        }


if __name__ == "__main__":
    main()
