"""Begins the process that reads: its first line of input is where modules are found, as JSON.

It is run by its path, in Python's isolated mode, which looks neither at the environment nor at the
folder it is started in.
"""

import json
import sys
from io import FileIO

if __name__ == "__main__":
    # read by itself, byte for byte: what follows is left in the pipe
    sys.path[:] = json.loads(FileIO(0, closefd=False).readline())
    from db.exchange.apart.serving import serve

    serve()
