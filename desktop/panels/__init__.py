"""Panels: the parts of the window that stand side by side."""
