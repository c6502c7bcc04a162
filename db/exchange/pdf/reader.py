"""Reads PDF: paragraphs, lists and tables as they are set, with what stands on all pages once."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.errors import Unreadable
from db.exchange.charsets import guess
from db.exchange.document import LONGEST_TEXT, Properties, parts_of
from db.exchange.file_names import safe_name
from db.exchange.pdf.arranging import arranged
from db.exchange.pdf.furniture import parted
from db.exchange.pdf.hyphens import words_of
from db.exchange.pdf.pages import HYPHEN, PDFIUM_VERSION, Document
from db.exchange.pdf.paragraphs import Block, blocks_of, go_on
from db.exchange.pdf.segments import Segment, segments
from db.exchange.release import Parts

READER = "pdf"
READER_VERSION = f"1 (PDFium {PDFIUM_VERSION})"
_CREATED = re.compile(r"D:([0-9]{4})([0-9]{2})([0-9]{2})")
_HEADING = 1.12
_GARBLED = 0.3
_SAMPLE = 20_000
_ENDS = re.compile(r"[.!?:;…]\Z")


def read_pdf(data: bytes, name: str, charset: str | None = None) -> Parts:  # noqa: ARG001 - as read
    """Read a PDF.

    Raises Unreadable: "damaged", "password", "too_many_pages", "scanned" where its pages are
    pictures, "garbled" where it does not say which letters its signs are, or "bomb".
    """
    document = Document(data, name)
    try:
        return _read(document, name)
    finally:
        document.close()


def _read(document: Document, name: str) -> Parts:
    pages, heights, warnings = _segments(document, name)
    stripped = parted(pages, heights)
    words = words_of(line.text for page in stripped.pages for line in page)
    blocks = _joined([list(blocks_of(arranged(page), words)) for page in stripped.pages], words)
    attached = [safe_name(one) for one in document.attachments()]
    warnings += ["furniture_once"] if stripped.is_parted else []
    warnings += ["words_joined"] if any(HYPHEN in line.text for p in pages for line in p) else []
    warnings += ["attachments_left_out"] if attached else []
    return parts_of(
        _set(stripped.heads, blocks, stripped.feet),
        name=name,
        reader=READER,
        reader_version=READER_VERSION,
        properties=Properties(title=document.stated("Title"), created=_created(document)),
        headings=_headings(blocks),
        warnings=warnings,
        left_out=attached,
        wordless="scanned",
    )


def _segments(document: Document, name: str) -> tuple[list[list[Segment]], list[float], list[str]]:
    """Return the segments of each page, the heights of pages, and what there is to tell."""
    pages: list[list[Segment]] = []
    heights: list[float] = []
    letters = unknown = 0
    for page in document.pages():
        letters, unknown = letters + len(page.letters), unknown + page.unknown
        if letters > LONGEST_TEXT:
            raise Unreadable(name, "bomb")
        pages.append(list(segments(page.letters)))
        heights.append(page.height)
    if unknown > letters * _GARBLED:
        raise Unreadable(name, "garbled")
    mended = _mended(pages)
    warnings = ["characters_replaced"] if unknown else []
    warnings += ["encoding_guessed"] if mended is not pages else []
    warnings += ["pages_without_text"] if any(not page for page in pages) else []
    return mended, heights, warnings


def _mended(pages: list[list[Segment]]) -> list[list[Segment]]:
    """Read letters as Russian where a file calls them Western ones, as old fonts do."""
    sample = "".join(line.text for page in pages for line in page)[:_SAMPLE]
    western = sum("\u00c0" <= sign <= "\u00ff" for sign in sample)
    if western * 2 < sum(map(str.isalpha, sample)) or not western:
        return pages
    if guess(sample.encode("cp1252", "ignore")) != "cp1251":
        return pages
    return [[replace(line, text=_as_russian(line.text)) for line in page] for page in pages]


def _as_russian(text: str) -> str:
    signs = (sign.encode("cp1252", "replace") for sign in text)
    return "".join(
        data.decode("cp1251", "replace") if data[0] >= 0x80 else sign
        for data, sign in zip(signs, text, strict=True)
    )


def _joined(pages: Iterable[Sequence[Block]], words: set[str]) -> list[Block]:
    """Put the pages together; a paragraph that goes on over a page's end becomes one again."""
    found: list[Block] = []
    for page in pages:
        for place, block in enumerate(page):
            last = found[-1] if found else None
            if place == 0 and last is not None and _goes_on(last, block):
                last.text = go_on(last.text, block.text, words)
                last.is_full = block.is_full
            else:
                found.append(block)
    return found


def _goes_on(last: Block, block: Block) -> bool:
    if last.is_row or block.is_row or block.is_item or abs(last.size - block.size) > 0.5:
        return False
    if last.text.endswith(HYPHEN):
        return True
    return last.is_full and not _ENDS.search(last.text) and not block.text[:1].isupper()


def _set(heads: Sequence[str], blocks: Sequence[Block], feet: Sequence[str]) -> str:
    pieces = ["\n".join(heads)]
    before: Block | None = None
    for block in blocks:
        is_close = before is not None and (
            (block.is_row and before.is_row) or (block.is_item and before.is_item)
        )
        pieces.append("\n" if is_close else "\n\n")
        text = block.text
        pieces.append(f"{text.removesuffix(HYPHEN)}-" if text.endswith(HYPHEN) else text)
        before = block
    return "".join((*pieces, "\n\n", "\n".join(feet)))


def _headings(blocks: Sequence[Block]) -> list[str]:
    """Return what is set larger than most of the text, the largest first."""
    sizes = Counter[float]()
    for block in blocks:
        sizes[round(block.size, 1)] += len(block.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    large = [block for block in blocks if block.size > usual * _HEADING]
    return [block.text for block in sorted(large, key=lambda block: -block.size)]


def _created(document: Document) -> str:
    found = _CREATED.match(document.stated("CreationDate"))
    return "-".join(found.groups()) if found else ""
