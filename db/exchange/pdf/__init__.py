"""PDF (ISO 32000), opened by PDFium and set as text by where its letters stand.

A PDF holds letters and places, no paragraphs. On the way from the ones to the others stand
`pages` (letters), `segments` (runs of letters), `arranging` (columns and rows of tables),
`furniture` (what stands on every page), `paragraphs` and `hyphens`; `reader` goes the whole way.
"""
