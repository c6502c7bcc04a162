"""The country report: a dossier of frozen rows in, a typeset PDF out. Knows no Qt."""
