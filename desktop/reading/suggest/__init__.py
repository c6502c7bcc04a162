"""Turns what a release speaks of into suggestions: records with lines to tick."""

from desktop.reading.suggest.reading import suggest

__all__ = ["suggest"]
