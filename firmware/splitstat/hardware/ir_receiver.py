"""An infra-red receiver module on a pin, by pin interrupts.

The module's output is low while it sees the carrier. Its handler runs from the interpreter's
scheduler, whose queue holds 8 calls: while something else keeps the interpreter for long (flash,
garbage), edges are late, or lost. Then the frame is spoilt and its codec refuses it; a person
presses again.
"""

import time
from array import array

from machine import Pin

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_GAP_US = const(100000)  # no protocol pauses for so long inside of a message
_LONGEST_US = const(60000)  # what is written for a longer pause: the array holds 16 bits
_MOST = const(900)  # edges; the longest message that a unit file describes has 854


class IrReceiver:
    """pin: of the module's output; the pull-up keeps an unconnected one silent."""

    def __init__(self, pin: int):
        self.us = array("H", bytes(2 * _MOST))
        self.count = 0  # edges since the first one of this frame
        self.last_us = 0
        self.pin = Pin(pin, Pin.IN, Pin.PULL_UP)
        self.pin.irq(self._edge, Pin.IRQ_FALLING | Pin.IRQ_RISING)

    def _edge(self, pin):
        """Allocates nothing."""
        now_us = time.ticks_us()
        n = self.count
        if n and n <= _MOST:
            self.us[n - 1] = min(time.ticks_diff(now_us, self.last_us), _LONGEST_US)
        self.last_us = now_us
        self.count = n + 1

    def busy(self) -> bool:
        """A frame is coming in, or has come and was not taken yet."""
        return self.count > 0

    def take(self):
        """The frame that is over: [us, ...], a mark first; None while there is none. One with too
        many edges is dropped."""
        n = self.count
        if not n or time.ticks_diff(time.ticks_us(), self.last_us) < _GAP_US:
            return None
        found = None if n - 1 > _MOST else list(self.us[: n - 1])
        self.count = 0
        return found

    def drop(self):
        """Forgets what came in so far: our own echo."""
        self.count = 0
