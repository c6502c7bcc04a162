"""Tables out: rows of cells to the bytes of CSV and XLSX, at any size in the same memory.

Nothing here knows the catalogue: a table is headings and rows. Text never becomes a formula
(CWE-1236), and what is written is put in its place whole or not at all.
"""
