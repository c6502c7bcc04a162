"""Tests of desktop/delegates."""
