"""The catalogue: everything that is stored, asked or changed. Knows no Qt.

From the top down: ``catalogue`` is the one handle the rest of the program holds; ``commands``
write and ``queries`` read, over a session; ``rows`` cross the border to the desktop; ``models``
map the tables; ``history``, ``derived`` and ``search`` are the write path; ``exchange`` turns
files into rows and back; ``text`` is pure; ``terms`` are the closed vocabularies.
"""
