"""Painters of rows and cells: they read roles and know nothing of what is stored."""
