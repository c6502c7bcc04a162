"""The process that measures one part: ``python -m tests.benchmarks.one_part MODULE CATALOGUE``.

Each line goes to standard output as JSON, as soon as it is measured.
"""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.parts import STOPPED


def main() -> int:
    """Measure; return the exit status."""
    name, path = sys.argv[1:]
    try:
        for one in import_module(f"tests.benchmarks.{name}").lines(Path(path)):
            sys.stdout.write(json.dumps(asdict(one)) + "\n")
            sys.stdout.flush()
    except KeyboardInterrupt:
        return STOPPED
    return 0


if __name__ == "__main__":
    sys.exit(main())
