"""One clock for a home and its boards, in microseconds.

In real time it is the machine's monotonic clock, which every VM reads for itself. Faster, time is
the home's: it goes on to the next appointment while every board rests, at most `speed` times as
fast as the wall's clock. A board that keeps busy for longer than PATIENCE_S (it computes, or
somebody sits at its prompt) does not hold the others up for ever. A board that is alone may go
ahead by itself, to the next appointment at most; the wall's clock is then waited for afterwards.
"""

import time

PATIENCE_S = 2.0
HURRY = 60.0  # at most so fast while a board is busy
AHEAD_S = 0.02  # of the wall's clock: what a board may go through by itself in one stretch
# Far beyond the machine's own ticks, as asyncio's queue in C wants it; a multiple of the period
# of the board's ticks.
AHEAD_US = (1 << 40) * 1000


def real_us() -> int:
    return time.monotonic_ns() // 1000


class Clock:
    """speed: 1 is real time. resting: whether every board rests, set by who knows."""

    def __init__(self, speed: float):
        self.speed = speed
        self.fast = speed != 1
        self.at_us = real_us() + (AHEAD_US if self.fast else 0)
        self.anchor_us = real_us()
        self.busy_since_us = real_us()
        self.due_us = 0  # of the wall's clock: when the time that a board reached by itself is due
        self.resting = False

    def rest(self, resting: bool, most_us: int | None):
        """Boards say whether all of them rest. Time stands still while they do not. most_us: of
        now_us(): a home that hears late that one woke must not go past what it waited for."""
        if not self.fast or resting == self.resting:
            return
        if self.resting:
            self.now_us(most_us)
        self.resting = resting
        self.busy_since_us = real_us()
        self.anchor_us = max(self.busy_since_us, self.due_us)

    def reach(self, at_us: int):
        """A board went so far by itself."""
        if at_us > self.at_us:
            self.due_us = real_us() + round((at_us - self.at_us) / self.speed)
            self.at_us = at_us

    def now_us(self, most_us: int | None) -> int:
        """The time, which never goes beyond most_us (the next appointment)."""
        if not self.fast:
            return real_us()
        now_us = real_us()
        speed = self.speed
        anchor_us = self.anchor_us
        if not self.resting:
            anchor_us = max(anchor_us, self.busy_since_us + round(PATIENCE_S * 1e6))
            speed = min(speed, HURRY)
        if now_us > anchor_us:
            reached_us = self.at_us + round((now_us - anchor_us) * speed)
            self.at_us = (
                reached_us if most_us is None else max(self.at_us, min(reached_us, most_us))
            )
            self.anchor_us = now_us
        return self.at_us

    def real_s_until(self, when_us: int) -> float:
        """Seconds of the wall's clock until then, if nothing changes."""
        left_us = when_us - self.at_us if self.fast else when_us - real_us()
        if not self.fast:
            return max(left_us, 0) / 1e6
        if self.resting:
            owed_us = max(self.anchor_us - real_us(), 0)
            return (owed_us + max(left_us / self.speed, 0)) / 1e6
        waits_us = max(self.busy_since_us + PATIENCE_S * 1e6 - real_us(), 0)
        return max(left_us / min(self.speed, HURRY) + waits_us, 1000) / 1e6
