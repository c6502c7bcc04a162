"""Damage: noticed, lived with, mended, recovered from."""
