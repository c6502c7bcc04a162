"""The door of Chancery: hands the command line to the desktop."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must be told so in words
    sys.exit("Chancery needs Python 3.11 or newer: install it and start again.")

from desktop.door import main

if __name__ == "__main__":
    try:
        main()
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] in {"db", "desktop"}:
            raise
        sys.exit(
            f"Chancery's libraries are not installed ({missing.name} is missing): "
            "start it with the command in README.md, which installs them."
        )
