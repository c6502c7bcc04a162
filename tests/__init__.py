"""Tests of Chancery; the tree mirrors the program."""
