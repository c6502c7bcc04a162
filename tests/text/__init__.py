"""Tests of the pure text functions."""
