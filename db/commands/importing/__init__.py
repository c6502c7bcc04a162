"""Taking in what others have written: whole directories, and tables of entries."""
