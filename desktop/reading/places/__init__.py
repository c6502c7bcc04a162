"""Finds countries and cities in a text, English and Russian."""

from desktop.reading.places.cities import find_cities
from desktop.reading.places.countries import find_countries

__all__ = ["find_cities", "find_countries"]
