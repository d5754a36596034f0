"""The controller's own seconds, from a millisecond tick that wraps.

Law: time never goes back: a tick that seems to lie behind the last one adds nothing. MicroPython's
ticks_ms wraps every 2**30 ms on a 32-bit port, 12.4 days (measured), so it must be read more often
than every 6.2 days.
"""


class Seconds:
    """Whole seconds since the first step. period_ms is the tick's period, a power of two."""

    def __init__(self, period_ms: int = 2**30):
        self.mask = period_ms - 1
        self.half_ms = period_ms // 2
        self.ticks_ms = None
        self.rest_ms = 0
        self.now_s = 0

    def step(self, ticks_ms: int) -> int:
        """ticks_ms: 0..period_ms - 1, read just now. What is left of a second is kept."""
        if self.ticks_ms is None:
            self.ticks_ms = ticks_ms
        # Masked, not added to: (new - old + half) would not be a small integer on a 32-bit port.
        passed_ms = (ticks_ms - self.ticks_ms) & self.mask
        if passed_ms < self.half_ms:
            self.ticks_ms = ticks_ms
            passed_ms += self.rest_ms
            self.now_s += passed_ms // 1000
            self.rest_ms = passed_ms % 1000
        return self.now_s
