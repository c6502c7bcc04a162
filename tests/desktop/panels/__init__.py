"""Tests of `desktop.panels`."""
