"""Tests of the country report."""
