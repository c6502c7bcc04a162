"""ODT (OpenDocument 1.0 to 1.4, ISO/IEC 26300): one module a part of it."""
