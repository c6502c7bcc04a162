"""The floor of starting: a window of PySide6 alone, which tells when it was painted."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override


class _Window(QMainWindow):
    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self, _tell)


def _tell() -> None:
    sys.stdout.write(f'{{"first": {time.time()}}}\n')
    QApplication.exit()


def main() -> None:
    """Show the window until it is painted."""
    application = QApplication([])
    window = _Window()
    window.resize(1360, 820)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
