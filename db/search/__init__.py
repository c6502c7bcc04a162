"""Finding: the full-text index, and what a user types turned into a question to it.

The query language of its own (grammar, tree, visitor) moves in here; today ``words`` reads plain
words and phrases.
"""
