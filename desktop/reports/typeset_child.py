"""The process that typesets one report: JSON on standard input, the PDF on standard output.

A failure goes to standard error as one message, with exit status REFUSED.
"""

import sys

from desktop.reports.compiling import REFUSED, TypesetError, compile_report


def main() -> int:
    """Typeset what standard input holds; return the exit status."""
    try:
        pdf = compile_report(sys.stdin.buffer.read().decode())
    except TypesetError as error:
        sys.stderr.buffer.write(str(error).encode())
        return REFUSED
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
