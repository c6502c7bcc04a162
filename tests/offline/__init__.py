"""Chancery works offline: nothing in it asks for a network, in any process it starts."""
