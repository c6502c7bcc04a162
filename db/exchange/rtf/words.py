"""The control words of RTF that this reader heeds, in tables."""

SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060",
    "nestcell": "\t",
}  # fmt: skip
"""Words that stand for a character."""

SYMBOLS = {
    "~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t",
}  # fmt: skip
"""Control symbols that stand for a character."""

PARAGRAPH_ENDS = frozenset({"par", "page", "sect", "column", "nestrow"})
FURNITURE = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip
PICTURES = frozenset({"pict", "objdata"})
UNSEEN = frozenset({
    "fldinst", "objdata", "objclass", "objname", "colortbl", "stylesheet", "listtable",
    "listoverridetable", "rsidtbl", "generator", "filetbl", "revtbl", "pnseclvl", "pn", "themedata",
    "colorschememapping", "datastore", "latentstyles", "pict", "nonshppict", "bkmkstart", "bkmkend",
    "annotation", "atnid", "atnauthor", "atntime", "atnicn", "atnref", "atndate", "atnparent",
    "atrfstart", "atrfend", "xmlnstbl", "mmathPr", "userprops", "docvar", "template", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "tc", "xe", "private", "passwordhash",
    "sp", "nonesttables", "background",
})  # fmt: skip
"""Destinations whose text is none of the document's."""

SEEN = frozenset({
    "ud", "shppict", "shpinst", "shptxt", "fldrslt", "listtext", "pntext", "footnote",
    "nesttableprops", "mmath", "moMath", "moMathPara",
})  # fmt: skip
"""Destinations that are part of the text even where they are marked as to be passed over."""
