"""Mail as saved to a file (RFC 5322 with MIME, RFC 2045 to 2049): one module a part of it."""
