"""Reusable controls: they know Qt, theme, icons and `db.text`, and nothing of what is stored."""
