"""The hardware watchdog: once started it cannot be stopped, only given more or less time.

WDT() called again sets the time anew (ESP32 port). It survives a soft reset.
"""

import machine

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

LONG_MS = const(600000)  # boot.py begins with it: a visit to the REPL has ten minutes
SHORT_MS = const(60000)


class Watchdog:
    """feed() within the time set last, or the board resets."""

    def __init__(self):
        self.lengthen()

    def lengthen(self):
        """Ten minutes."""
        self.timer = machine.WDT(timeout=LONG_MS)

    def shorten(self):
        """One minute: the application is at work."""
        self.timer = machine.WDT(timeout=SHORT_MS)

    def feed(self):
        """Everything is well."""
        self.timer.feed()
