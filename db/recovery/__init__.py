"""Damage: noticed, lived with, mended where nothing is lost, and recovered from where something is.

A damaged file is read page by page by its format (https://sqlite.org/fileformat2.html), since
SQLite itself gives up a table at its first bad page.
"""
