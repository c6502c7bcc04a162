"""Writes: one short function for each intent of the user, over a session of the write path."""
