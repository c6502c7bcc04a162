"""Finds agreements in a text, English and Russian: one finding for each instrument."""

from desktop.reading.agreements.finder import find_agreements

__all__ = ["find_agreements"]
