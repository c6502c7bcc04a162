"""Files in and out: bytes to frozen rows and back, one table with a row a format."""
