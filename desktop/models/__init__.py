"""Item models: thin, paged, filled from reads in the pool."""
