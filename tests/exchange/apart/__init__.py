"""Tests of `db.exchange.apart`."""
