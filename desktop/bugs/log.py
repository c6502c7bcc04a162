"""The log: a line for each act and each fault, in a few small files that follow one another.

It holds no text of any catalogue: keys of acts, numbers and places in the program are all there is.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import gmtime

import platformdirs
from typing_extensions import override

from db.private import open_private
from desktop.bugs.bug import bug_of

_log = logging.getLogger(__name__)
_BYTES, _OLDER = 500_000, 4
_NAME = "chancery.log"
_LOGGERS = ("db", "desktop")


def log_folder() -> Path:
    """Return the folder of the log, as the platform has it."""
    return platformdirs.user_log_path("Chancery", appauthor=False)


def log_file() -> Path:
    """Return the log's newest file."""
    return log_folder() / _NAME


class _PrivateFile(RotatingFileHandler):
    """A log only its owner can read."""

    @override
    def _open(self):  # pyright: ignore[reportMissingParameterType, reportIncompatibleMethodOverride] - as the standard library writes it  # noqa: ANN202
        open_private(Path(self.baseFilename)).close()
        return super()._open()


def begin_log() -> None:
    """Write the log from now on; where that can't be, Chancery works without one."""
    if any(_handlers(name) for name in _LOGGERS):
        return
    try:
        log_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return
    handler = _PrivateFile(
        log_file(), maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True
    )
    form = logging.Formatter("%(asctime)s.%(msecs)03dZ %(message)s", "%Y-%m-%dT%H:%M:%S")
    form.converter = gmtime
    handler.setFormatter(form)
    logging.raiseExceptions = False  # a full disk must not be told on standard error at each line
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO)
        logger.propagate = False
        logger.addHandler(handler)


def end_log() -> None:
    """Write no log any more."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        for handler in _handlers(name):
            logger.removeHandler(handler)
            handler.close()
        logger.propagate = True


def _handlers(name: str) -> list[logging.Handler]:
    return [one for one in logging.getLogger(name).handlers if isinstance(one, _PrivateFile)]


def write_down(error: BaseException) -> None:
    """Write what can be told of an unexpected error into the log."""
    for line in bug_of(error).lines():
        complain(line)


def complain(line: str) -> None:
    """Write a line that should not be needed."""
    _log.error(line)


def last_lines(count: int) -> list[str]:
    """Return the last lines of the log; none where it can't be read."""
    try:
        return log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    except OSError:
        return []
