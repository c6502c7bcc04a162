"""Acts: one short function for each intent of the user, ready to hand to the write path.

Each takes the pinned passage along, so that what is made while a sentence is pinned stands on it.
"""
