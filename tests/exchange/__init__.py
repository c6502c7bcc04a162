"""Tests of `db.exchange`."""
