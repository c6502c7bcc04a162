"""The application: windows, reading of releases, reports and the command line."""
