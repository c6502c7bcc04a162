"""Opens the window on a catalogue, lets all of it be built, and closes it: run as a program."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.app import Session, make_application

SETTLED_MS = 1_500
"""After the window is ready: how long what is loaded for later may take."""


def main() -> int:
    """Open the catalogue named on the command line; return the exit status."""
    application = make_application(sys.argv[:1])
    session = Session(application)
    session.begin(Path(sys.argv[1]))
    window = session.window
    if window is None:
        return 1
    window.ready.connect(lambda: QTimer.singleShot(SETTLED_MS, window.close))
    status = application.exec()
    session.close()
    return status


sys.exit(main())
