"""What a person at the serial line sees of an error that was caught."""

import sys


def show(why):
    """A traceback."""
    if hasattr(sys, "print_exception"):
        sys.print_exception(why)  # pyright: ignore  (MicroPython)
    else:
        sys.excepthook(type(why), why, why.__traceback__)  # pyright: ignore  (CPython)
