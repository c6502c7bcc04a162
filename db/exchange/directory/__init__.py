"""The open directory: a whole catalogue as plain files, written out and read back.

It is a bag (RFC 8493): a manifest says which files belong to it and what their SHA-256 is. Its
records are JSON, one a line, made of the frozen rows in ``db.rows.records``; what comes in is
trusted in nothing and refused with the file and the line.
"""
