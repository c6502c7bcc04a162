"""Runs inside calibre (``calibre-debug -e``): takes records in and times its search for words."""

import json
import statistics
import sys
import time
from pathlib import Path

ROUNDS = 7


def main() -> None:
    """Print, as JSON, what each word took and found, and calibre's version."""
    from calibre.constants import __version__  # noqa: PLC0415 # pyright: ignore
    from calibre.db.legacy import LibraryDatabase  # noqa: PLC0415 # pyright: ignore
    from calibre.ebooks.metadata.book.base import Metadata  # noqa: PLC0415 # pyright: ignore

    folder, words = Path(sys.argv[-2]), json.loads(sys.argv[-1])
    library = folder / "library"
    library.mkdir()
    calibre = LibraryDatabase(str(library)).new_api
    for title, text in json.loads((folder / "records.json").read_text(encoding="utf-8")):
        book = Metadata(title, ["Press office"])
        book.comments = text
        calibre.create_book_entry(book)
    told = {"version": __version__}
    for word in words:
        found = calibre.search(word, "")
        times = []
        for _ in range(ROUNDS):
            calibre._search_api.clear_caches()  # it remembers answers
            start = time.perf_counter()
            calibre.search(word, "")
            times.append((time.perf_counter() - start) * 1000)
        told[word] = {"ms": statistics.median(times), "found": len(found)}
    sys.stdout.write(json.dumps(told) + "\n")


main()
