"""DOCX and ODT, written part by part."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_TYPE = "application/vnd.oasis.opendocument.text"

_ODT_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{prefix if prefix != "draw" else "drawing"}:1.0"'
    for prefix in ("office", "text", "table", "style", "draw", "meta", "manifest")
)


def packed(parts: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts into a zip archive, in their order."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, content in parts.items():
            archive.writestr(path, content, zipfile.ZIP_STORED if path == "mimetype" else method)
    return out.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    """Make a DOCX of the XML of its body, and of other parts: styles, footnotes, header1, core."""
    named = {name: content for name, content in parts.items() if name != "core"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in named
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
        ),
        **{f"word/{name}.xml": content for name, content in named.items()},
    }
    if "core" in parts:
        found["docProps/core.xml"] = parts["core"]
    return packed(found)


def document(body: str) -> str:
    """Wrap the body of a DOCX."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}" '
        f'xmlns:mc="{MC}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    )


def part(tag: str, content: str) -> str:
    """Make another part of a DOCX, such as "w:styles"."""
    return f'<{tag} xmlns:w="{W}" xmlns:r="{R}">{content}</{tag}>'


def p(text: str, properties: str = "") -> str:
    """Make a paragraph of a DOCX."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def odt(body: str, *, styles: str = "", template: str = "", meta: str = "") -> bytes:
    """Make an ODT of the XML of its body, its own styles and those of its template."""
    return packed(
        {
            "mimetype": ODT_TYPE,
            "content.xml": (
                f"<office:document-content {_ODT_SPACES}><office:automatic-styles>{styles}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>"
            ),
            "styles.xml": f"<office:document-styles {_ODT_SPACES}>{template}"
            "</office:document-styles>",
            "meta.xml": f"<office:document-meta {_ODT_SPACES} "
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{meta}</office:document-meta>',
        },
        method=zipfile.ZIP_STORED,
    )


def manifest(content: str) -> str:
    """Make the manifest of an ODT."""
    return f"<manifest:manifest {_ODT_SPACES}>{content}</manifest:manifest>"
