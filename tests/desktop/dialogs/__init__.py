"""Tests of `desktop.dialogs`."""
