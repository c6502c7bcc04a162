"""Tests of `db.exchange.directory`."""
