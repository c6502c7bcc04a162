"""Reading apart: files from outside are read in a process of their own, which may fall over them.

The window and the command line call `reading`, which keeps one such process and gives it file after
file; the process itself is `serving`, shut in by `confinement`. Between them goes what `wire` says:
bytes and JSON through two pipes, nothing that could be made to run.
"""
