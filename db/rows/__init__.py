"""Frozen rows that cross the border between the catalogue and the desktop."""
