"""Tests of `db.exchange.tabular`."""
