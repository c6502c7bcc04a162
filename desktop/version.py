"""Which Chancery this is."""

VERSION = "0.1.0"
PROGRAM = f"Chancery {VERSION}"
