"""The changes of the schema, in order of their dates."""
