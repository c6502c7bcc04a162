"""Backups: made, kept in rotation, compared with today, restored, or brought back entry by entry.

A backup is one file: a Zstandard archive (RFC 8878) of the whole catalogue with a short account of
it in front. Any program that knows Zstandard unpacks it.
"""
