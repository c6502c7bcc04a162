"""Files read ahead: while some are written into a catalogue, those after them are read."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from threading import Condition, Thread
from typing import Self

from db.errors import Interrupted
from desktop.release_files import ReadFile, read_for_intake

MOST = 500
"""Files in one batch: so many are a second's work for the writer."""
_MOST_BYTES = 16_000_000
_AHEAD = 2
"""Batches that may wait to be written."""
_LINGER_S = 0.2
"""How long a batch that is not full yet is waited for."""


class FilesAhead:
    """Reads files in order from the first asking on, and hands out in batches what has been read.

    A batch holds what there is when it is asked for, so that slow files do not keep quick ones
    waiting, and many quick ones are written at once.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._read = deque[ReadFile]()
        self._bytes = 0
        self._ended = self._stopped = False
        self._changed = Condition()
        self._is_begun = False
        self._error: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def next_batch(self) -> list[ReadFile]:
        """Wait for files and return them; nothing when all are handed out, or none is wanted.

        Raises:
            OSError: no process could be begun to read them.
        """
        with self._changed:
            if not (self._is_begun or self._ended):
                self._is_begun = True
                Thread(target=self._fill, daemon=True).start()
            self._changed.wait_for(lambda: self._read or self._ended)
            self._changed.wait_for(lambda: self._is_full(1) or self._ended, timeout=_LINGER_S)
            if self._error is not None and not self._read:
                raise self._error
            return self._take()

    def stop(self) -> None:
        """Read no more; what has been read is handed out by the next batches."""
        with self._changed:
            self._ended = self._stopped = True
            self._changed.notify_all()

    def _take(self) -> list[ReadFile]:
        batch: list[ReadFile] = []
        held = 0
        while self._read and len(batch) < MOST and held < _MOST_BYTES:
            held += self._read[0].size
            batch.append(self._read.popleft())
        self._bytes -= held
        self._changed.notify_all()
        return batch

    def _is_full(self, batches: int) -> bool:
        return len(self._read) >= MOST * batches or self._bytes >= _MOST_BYTES * batches

    def _fill(self) -> None:
        try:
            for read in read_for_intake(self._files, lambda: self._stopped):
                self._add(read)
        except Interrupted:
            pass
        except Exception as error:  # noqa: BLE001 - whoever asks for the next batch is told
            self._error = error
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _add(self, read: Sequence[ReadFile]) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._is_full(_AHEAD) or self._stopped)
            if self._stopped:
                return
            self._read.extend(read)
            self._bytes += sum(one.size for one in read)
            self._changed.notify_all()
