"""PDFs, written object by object."""

from collections.abc import Sequence


def pdf_of(objects: Sequence[str | bytes], *, trailer: str = "") -> bytes:
    """Number objects from 1, the first being the catalogue, and write the file around them."""
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        body = content.encode("latin-1") if isinstance(content, str) else content
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: str | bytes, entries: str = "") -> bytes:
    """Make a stream object."""
    data = content.encode("latin-1") if isinstance(content, str) else content
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def pages(contents: Sequence[str], *, catalogue: str = "", count: int | None = None) -> bytes:
    """Make a PDF of pages, each drawn by its content; `count` is how many it claims to have."""
    numbers = [4 + 2 * place for place in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects: list[str | bytes] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents) if count is None else count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in zip(numbers, contents, strict=True):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>"
        )
        objects.append(stream(content))
    return pdf_of(objects)


def line(text: str, y: float, *, x: float = 72, size: float = 11) -> str:
    """Draw a line of text."""
    kept = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({kept}) Tj ET\n"


def lines(texts: Sequence[str], *, top: float = 760, leading: float = 14) -> str:
    """Draw lines below each other."""
    return "".join(line(text, top - leading * place) for place, text in enumerate(texts))
