"""Tests of `desktop.models`."""
