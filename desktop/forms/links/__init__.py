"""The links of an entry on its form: sentences, the line that adds them, and their editor."""
