"""The corpus: files that have broken other readers, with what must become of each."""

import base64
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.exchange.nasty.packages import (
    ODT_TYPE,
    RELATIONS,
    document,
    docx,
    manifest,
    odt,
    p,
    packed,
    part,
)
from tests.exchange.nasty.pdfs import line, lines, pages, pdf_of, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Nasty:
    """A file by name: `reasons` it may be refused for, or `shows`, words its text must have."""

    name: str
    make: Callable[[], bytes]
    reasons: frozenset[str] = frozenset()
    shows: str = ""


_ENTITIES = "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(12)
)
_LAUGHS = document("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>").replace(
    "<w:document", f"<!DOCTYPE w:document [{_ENTITIES}]><w:document"
)
_QUADRATIC = document("<w:p><w:r><w:t>" + "&a;" * 50_000 + "</w:t></w:r></w:p>").replace(
    "<w:document", f'<!DOCTYPE w:document [<!ENTITY a "{"x" * 50_000}">]><w:document'
)
_FETCHING = document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>").replace(
    "<w:document", '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document'
)


def _word(main: str | bytes) -> bytes:
    return packed({"word/document.xml": main})


def _lying_zip() -> bytes:
    """A part that says it is small and unpacks to 64 MB."""
    data = bytearray(packed({"word/document.xml": b" " * 64_000_000}))
    size = (64_000_000).to_bytes(4, "little")
    return bytes(data.replace(size, (1000).to_bytes(4, "little")))


def _encrypted_zip() -> bytes:
    data = bytearray(packed({"word/document.xml": document(p("x"))}))
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    return bytes(data)


def _leading_out() -> bytes:
    """A header that is said to lie outside of the archive, and on another machine."""
    relations = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="x/header" '
        'Target="../../../../etc/passwd"/><Relationship Id="b" Type="x/header" '
        'TargetMode="External" Target="http://example.org/a.xml"/></Relationships>'
    )
    body = f'{p(_MET)}<w:sectPr><w:headerReference r:id="a"/><w:headerReference r:id="b"/>'
    return packed({
        "word/document.xml": document(f"{body}</w:sectPr>"),
        "word/_rels/document.xml.rels": relations,
    })  # fmt: skip


def _locked_odt() -> bytes:
    told = manifest("<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    return packed({"mimetype": ODT_TYPE, "META-INF/manifest.xml": told, "content.xml": b"\1\2"})


def _deep_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("deep words") + "</w:tc></w:tr></w:tbl>" * depth


def _nested_mail(depth: int) -> bytes:
    mail = b"Subject: inner\r\n\r\nThe innermost words."
    for _ in range(depth):
        mail = b"MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" + mail
    return b"Message-ID: <a@b>\r\n" + mail


def _multiparts(depth: int) -> bytes:
    head = b"MIME-Version: 1.0\r\n"
    for n in range(depth):
        head += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
    return head + b"Content-Type: text/plain\r\n\r\nThe innermost words.\r\n"


def _tricky_mail() -> bytes:
    return (
        b"MIME-Version: 1.0\r\nSubject: Talks\r\n"
        b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n"
        b"Content-Type: text/plain\r\n\r\nThe ministers met.\r\n--B\r\n"
        b'Content-Type: application/pdf; name="../../../etc/cron.d/evil.pdf"\r\n'
        b"Content-Disposition: attachment\r\n\r\nx\r\n--B--\r\n"
    )


def _flate(data: bytes) -> bytes:
    packed_twice = zlib.compress(data, 9)
    return stream(packed_twice, "/Filter /FlateDecode")


def _page_with(content: bytes) -> bytes:
    return pdf_of([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        content,
    ])  # fmt: skip


_LOOP = pdf_of([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
])  # fmt: skip
_SCRIPTED = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
_LAUNCHES = "/OpenAction << /S /Launch /F (/bin/sh) >>"
_DOCUMENT_REASONS = frozenset({"damaged", "no_text", "bomb", "password"})
_MET = "The ministers met in Baku"

_EMBEDDED = (
    b"{\\rtf1 The ministers met in Baku{\\object\\objupdate{\\*\\objdata 0105}}"
    b'{\\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}}'
)
_LOCKED_MAIL = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/encrypted; boundary=B\r\n\r\n"
    b"--B\r\n\r\nx\r\n--B--"
)
_FETCHING_PAGE = (
    b"<p>The ministers met in Baku<img src='http://example.org/a.png'>"
    b"<img src='file:///etc/passwd'><link rel=stylesheet href=http://example.org/a.css>"
    b"<script src=http://example.org/a.js>document.write('run')</script>"
    b"<iframe src=file:///etc/passwd></iframe>"
)

NASTY: tuple[Nasty, ...] = (
    Nasty(name="laughs.docx", make=lambda: _word(_LAUGHS), reasons=frozenset({"bomb"})),
    Nasty(name="quadratic.docx", make=lambda: _word(_QUADRATIC), reasons=frozenset({"bomb"})),
    Nasty(
        name="laughs-16.docx",
        make=lambda: _word(_LAUGHS.replace("UTF-8", "UTF-16").encode("utf-16")),
        reasons=frozenset({"bomb"}),
    ),
    Nasty(name="fetching.docx", make=lambda: _word(_FETCHING), reasons=frozenset({"bomb"})),
    Nasty(
        name="big.docx",
        make=lambda: _word(b"<a>" + b" " * 64_000_000),
        reasons=frozenset({"bomb"}),
    ),
    Nasty(name="lying.docx", make=_lying_zip, reasons=frozenset({"bomb", "damaged"})),
    Nasty(
        name="many.docx",
        make=lambda: packed(
            {"word/document.xml": document(p("x")), **{f"{n}": "" for n in range(21_000)}},
            method=zipfile.ZIP_STORED,
        ),
        reasons=frozenset({"bomb"}),
    ),
    Nasty(name="locked.docx", make=_encrypted_zip, reasons=frozenset({"password"})),
    Nasty(name="cut.docx", make=lambda: docx(p(_MET))[:300], reasons=frozenset({"damaged"})),
    Nasty(name="outside.docx", make=_leading_out, shows=_MET),
    Nasty(name="deep.docx", make=lambda: docx(_deep_tables(60)), shows="deep words"),
    Nasty(name="deeper.docx", make=lambda: docx(_deep_tables(5000)), reasons=_DOCUMENT_REASONS),
    Nasty(
        name="chain.docx",
        make=lambda: docx(
            p(_MET, '<w:pStyle w:val="a"/>'),
            styles=part(
                "w:styles",
                '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
                '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
            ),
        ),
        shows=_MET,
    ),
    Nasty(name="locked.odt", make=_locked_odt, reasons=frozenset({"password"})),
    Nasty(
        name="repeats.odt",
        make=lambda: odt(
            "<table:table><table:table-row table:number-rows-repeated='9999999'>"
            "<table:table-cell table:number-columns-repeated='9999999'><text:p>cell</text:p>"
            "</table:table-cell><table:table-cell table:number-columns-repeated='9999999'/>"
            "</table:table-row></table:table><text:p><text:s text:c='999999999'/>end</text:p>"
        ),
        shows="cell",
    ),
    Nasty(
        name="bomb.odt",
        make=lambda: packed({"mimetype": ODT_TYPE, "content.xml": b" " * 64_000_000}),
        reasons=frozenset({"bomb"}),
    ),
    Nasty(
        name="groups.rtf", make=lambda: b"{\\rtf1 " + b"{" * 100_000, reasons=frozenset({"bomb"})
    ),
    Nasty(
        name="closed.rtf", make=lambda: b"{\\rtf1 " + b"}" * 100_000, reasons=frozenset({"no_text"})
    ),
    Nasty(
        name="bin.rtf",
        make=lambda: b"{\\rtf1 The ministers met in Baku \\bin9999999999 gone}",
        shows=_MET,
    ),
    Nasty(
        name="numbers.rtf",
        make=lambda: b"{\\rtf1\\u-999999999 ?\\uc9999999 The ministers met in Baku",
        shows=_MET,
    ),
    Nasty(
        name="embedded.rtf",
        make=lambda: _EMBEDDED,
        shows=_MET,
    ),
    Nasty(name="nested.eml", make=lambda: _nested_mail(3), shows="innermost"),
    Nasty(
        name="nested-deep.eml",
        make=lambda: _nested_mail(5000),
        reasons=frozenset({"bomb", "no_text"}),
        shows="",
    ),
    Nasty(name="parts.eml", make=lambda: _multiparts(5000), reasons=frozenset({"bomb"})),
    Nasty(name="tricky.eml", make=_tricky_mail, shows="The ministers met."),
    Nasty(
        name="headers.eml",
        make=lambda: (
            b"Message-ID: <a>\r\nSubject: =?utf-8?B?"
            + b"A" * 100_000
            + b"?=\r\n"
            + b"X-A: b\r\n" * 20_000
            + b"\r\nThe ministers met in Baku"
        ),
        shows=_MET,
    ),
    Nasty(
        name="locked.eml",
        make=lambda: _LOCKED_MAIL,
        reasons=frozenset({"password"}),
    ),
    Nasty(
        name="claims.pdf",
        make=lambda: pages([line(_MET, 700)], count=10_000),
        reasons=frozenset({"too_many_pages", "damaged"}),
    ),
    Nasty(
        name="pages.pdf", make=lambda: pages([""] * 10_000), reasons=frozenset({"too_many_pages"})
    ),
    Nasty(name="loop.pdf", make=lambda: _LOOP, reasons=frozenset({"damaged", "scanned"})),
    Nasty(
        name="flate.pdf",
        make=lambda: _page_with(_flate(b" " * 150_000_000)),
        reasons=frozenset({"scanned", "damaged", "crashed", "too_much_memory", "too_slow"}),
    ),
    Nasty(
        name="scan.pdf", make=lambda: pages(["0 0 m 100 100 l S"]), reasons=frozenset({"scanned"})
    ),
    Nasty(
        name="script.pdf", make=lambda: pages([line(_MET, 700)], catalogue=_SCRIPTED), shows=_MET
    ),
    Nasty(
        name="launch.pdf", make=lambda: pages([line(_MET, 700)], catalogue=_LAUNCHES), shows=_MET
    ),
    Nasty(
        name="cut.pdf",
        make=lambda: pages([lines([_MET] * 30)])[:200],
        reasons=frozenset({"damaged"}),
    ),
    Nasty(
        name="letters.pdf",
        make=lambda: pages([lines(["x" * 4000] * 300, leading=0.1)]),
        shows="xxx",
    ),
    Nasty(name="fetching.html", make=lambda: _FETCHING_PAGE, shows=_MET),
    Nasty(name="large.txt", make=lambda: b"word " * 20_000_001, reasons=frozenset({"too_large"})),
    Nasty(name="zeros.txt", make=lambda: b"The ministers\0met", reasons=frozenset({"binary"})),
    Nasty(
        name="broken.txt",
        make=lambda: ("Министры встретились в Баку. " * 5).encode() + b"\xd0",
        shows="Министры",
    ),
    Nasty(name="wide.txt", make=lambda: "Министры встретились".encode("utf-16"), shows="Министры"),
    Nasty(
        name="cp1251.txt",
        make=lambda: "Министры встретились в Баку".encode("cp1251"),
        shows="Министры",
    ),
    Nasty(
        name="bidi.txt",
        make="The \u202eministers\u202c met \U0001f1e6\U0001f1ff e\u0301".encode,
        shows="\u202eministers\u202c met \U0001f1e6\U0001f1ff e\u0301",
    ),
    Nasty(name="base64.txt", make=lambda: base64.b64encode(bytes(3000)), shows="AAAA"),
)
