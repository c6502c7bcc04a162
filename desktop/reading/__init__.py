"""Reading: the text of a release in, suggestions that stand on its words out. Knows no Qt."""
