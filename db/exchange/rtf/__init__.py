"""RTF (Microsoft's specification 1.9.1): one module a part of it."""
