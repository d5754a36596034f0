"""The last gate before an automatic call of one outdoor unit and its heads on this board.

Law, for any sequence of inputs, any scan period, and a reboot at any instant:
    never         two heads in different classes
    min_on_s      a head that started runs so long, unless ended at once
    min_off_s     a head that stopped, and an outdoor unit whose last head stopped, rests so long
    reversal_s    the outdoor unit starts in the other class so long after it last ran the old one,
    latch_s       and not before every head has been off so long (the mode latch of a multi-split)
    starts_per_h  outdoor starts (no head on -> some head on) in any 3600 s
    spacing_s     between two starts of heads
A person's wish waits person_reversal_s in place of min_off_s and reversal_s and is not held by
starts_per_h, but counts in it. Latch and spacing hold for everybody.

After a power cut the unit is unknown: taken to have stopped just now for starting, to have run its
last class until now for reversing. Ages of outdoor starts are kept as they were stored, never
grown, so an older snapshot holds back longer, never shorter.

What is wanted is decided in changeover.py. The compressor is protected by the unit itself: these
limits keep our calls decent, not the machine alive.
"""

HOUR_S = 3600


class Lockout:
    """The calls of the heads and what holds them. Names in `_at` are now_s stamps."""

    def __init__(self, config, heads: int):
        self.config = config
        self.call = [None] * heads
        self.on_at = [0] * heads  # the last start of each head
        self.off_at = [0] * heads  # its last stop
        self.running = 0  # heads of this board that are on
        self.joined = False  # a head of another board is on
        self.ran = None  # the class that the outdoor unit ran last
        self.rest_at = 0  # when it was last known to run
        self.start_at = 0  # the last start of any head
        self.starts_at = []  # the last starts_per_h outdoor starts, oldest first
        self.why = None  # the word of the last wait_s()

    def wait_s(self, now_s: int, i: int, cls, wish: bool) -> int:
        """Seconds until head i may start in cls, 0 for now. The longest limit leaves its word."""
        config = self.config
        rest_s = config["person_reversal_s"] if wish else config["min_off_s"]
        since_at = self.off_at[i]
        self.why = "min_off"
        if self.ran != cls and self.ran is not None:
            self.why = "reversal"
            rest_s = max(rest_s, config["latch_s"], 0 if wish else config["reversal_s"])
            since_at = now_s + 1 if self.running or self.joined else self.rest_at
        elif not (self.running or self.joined):
            since_at = self.rest_at
        wait_s = rest_s + since_at - now_s
        if not (wish or self.running or self.joined):
            hour_s = HOUR_S + self.starts_at[0] - now_s
            if hour_s > wait_s:
                wait_s = hour_s
                self.why = "starts_per_h"
        spacing_s = config["spacing_s"] + self.start_at - now_s
        if spacing_s > wait_s:
            wait_s = spacing_s
            self.why = "spacing"
        return wait_s if wait_s > 0 else 0

    def start(self, now_s: int, i: int, cls):
        if not (self.running or self.joined):
            self.count_start(now_s)
        self.running += 1
        self.call[i] = self.ran = cls
        self.on_at[i] = self.start_at = now_s

    def stop(self, now_s: int, i: int):
        self.running -= 1
        self.call[i] = None
        self.off_at[i] = self.rest_at = now_s

    def count_start(self, at_s: int):
        """An outdoor start, of this board or another."""
        self.starts_at.pop(0)
        self.starts_at.append(at_s)

    def snapshot(self, now_s: int):
        """[class last run, ages of the last outdoor starts, oldest first, up to HOUR_S]."""
        return [self.ran, [min(now_s - at_s, HOUR_S) for at_s in self.starts_at]]

    def restore(self, now_s: int, data):
        """Power-up at now_s with what snapshot() gave, or None where nothing was kept."""
        self.starts_at = [now_s - HOUR_S] * self.config["starts_per_h"]
        if data is not None:
            self.ran = data[0]
            for age_s in data[1]:
                self.count_start(now_s - age_s)
        self.rest_at = self.start_at = now_s
        for i in range(len(self.call)):
            self.off_at[i] = now_s
