"""The sample catalogue: five releases, read and catalogued as an archivist would do it.

The texts tell of real events in words of their own. Every value stands on a sentence of them.
"""
