"""The report of Azerbaijan, typeset once for the tests that read it."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.reports.typeset import typeset
from tests.reports import dossiers

PRINTED_ON = date(2026, 11, 22)


def read(pdf: bytes) -> PdfReader:
    """Open a PDF for reading."""
    return PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """Return the words of all pages, single spaces between them."""
    pages = " ".join(page.extract_text() for page in read(pdf).pages)
    return " ".join(pages.replace("\u200b", "").split())


@pytest.fixture(scope="session")
def azerbaijan_pdf() -> bytes:
    return typeset(dossiers.azerbaijan(), printed_on=PRINTED_ON)
