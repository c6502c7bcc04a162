"""The desk: the text of a source, its marks, and what is made to stand on its words."""
