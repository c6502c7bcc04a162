"""Dialogs: what is asked apart from the main window."""
