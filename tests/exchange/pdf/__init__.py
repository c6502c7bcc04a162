"""Tests of `db.exchange.pdf`."""
