"""Backups: made, kept, compared, restored, brought back."""
