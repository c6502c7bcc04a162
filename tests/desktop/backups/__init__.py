"""Backups and damage on the screen."""
