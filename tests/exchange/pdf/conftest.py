"""PDFs typeset for the tests."""

from collections.abc import Callable

import pytest
import typst

Typeset = Callable[[str], bytes]


@pytest.fixture(scope="session")
def typeset() -> Typeset:
    def typeset(source: str) -> bytes:
        made = typst.compile(source.encode(), format="pdf")
        assert isinstance(made, bytes)
        return made

    return typeset
