"""Tests of `db.commands.importing`."""
