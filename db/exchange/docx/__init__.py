"""DOCX (ISO/IEC 29500, both its transitional and its strict form): one module a part of it."""
