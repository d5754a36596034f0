"""The hardware watchdog: once started it cannot be stopped, only given more or less time. Loaded
when that changes; what lasts is the timer, whose feed() wants calling within the time set last, or
the board resets.

WDT() called again sets the time anew (ESP32 port). It survives a soft reset.
"""

from machine import WDT

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LONG_MS = const(600000)  # boot.py begins with it: a visit to the REPL has ten minutes
_SHORT_MS = const(60000)


def long():
    """The timer, with ten minutes."""
    return WDT(timeout=_LONG_MS)


def short():
    """The timer, with one minute: the application is at work."""
    return WDT(timeout=_SHORT_MS)
