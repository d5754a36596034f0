"""The last gate before an automatic call of one outdoor unit and its heads on this board.

Law, for any sequence of inputs, any scan period, and a reboot at any instant:
    never         two heads in different classes
    min_on_s      a head that started runs so long, unless ended at once
    min_off_s     a head that stopped, and an outdoor unit whose last head stopped, rests so long
    reversal_s    the outdoor unit starts in the other class so long after it last ran the old one,
    latch_s       and not before every head has been off so long (the mode latch of a multi-split)
    reversals_per_day  such starts in the other class in any 24 h
    starts_per_h  outdoor starts (no head on -> some head on) in any 3600 s
    spacing_s     between two starts of heads
A person's wish waits person_reversal_s in place of min_off_s and reversal_s. It is not held by
starts_per_h, but counts in it, and is no automatic reversal. Latch and spacing hold for everybody.

After a power cut the unit is unknown: taken to have stopped just now for starting, to have run its
last class until now for reversing. Ages of starts and reversals are kept as they were stored and
never grown, so an older snapshot holds back longer, never shorter.

What is wanted is decided in changeover.py. The compressor is protected by the unit itself: these
limits keep our calls decent, not the machine alive.
"""

HOUR_S = 3600
DAY_S = 86400


class Lockout:
    """The calls of the heads and what holds them. Names in `_at` are now_s stamps."""

    def __init__(self, config, heads: int):
        self.config = config
        self.call = [None] * heads
        self.since_at = [0] * heads  # since when each head has been on, or off
        self.running = 0  # heads of this board that are on
        self.joined = False  # a head of another board is on
        self.ran = None  # the class that the outdoor unit ran last
        self.rest_at = 0  # when it last started, ran or stopped
        self.start_at = 0  # the last start of any head
        self.starts_at = []  # the last starts_per_h outdoor starts, oldest first
        self.reversals_at = []  # the last reversals_per_day automatic reversals, oldest first
        self.why = None  # the word of the last wait_s()

    def wait_s(self, now_s: int, i: int, cls, wish: bool) -> int:
        """Seconds until head i may start in cls, 0 for now. The longest limit leaves its word."""
        config = self.config
        on = self.running or self.joined
        rest_s = config["person_reversal_s"] if wish else config["min_off_s"]
        since_at = self.since_at[i] if on else self.rest_at
        self.why = "min_off"
        reverses = self.ran != cls and self.ran is not None
        if reverses:
            rest_s = max(rest_s, config["latch_s"], 0 if wish else config["reversal_s"])
            since_at = now_s + 1 if on else self.rest_at
            self.why = "reversal"
        wait_s = max(0, rest_s + since_at - now_s)
        if not (on or wish):
            wait_s = self._longer(wait_s, "starts_per_h", HOUR_S + self.starts_at[0] - now_s)
            if reverses:
                day_s = DAY_S + self.reversals_at[0] - now_s
                wait_s = self._longer(wait_s, "reversals_per_day", day_s)
        return self._longer(wait_s, "spacing", config["spacing_s"] + self.start_at - now_s)

    def _longer(self, wait_s, why, left_s):
        if left_s <= wait_s:
            return wait_s
        self.why = why
        return left_s

    def start(self, now_s: int, i: int, cls, wish: bool):
        if not (self.running or self.joined):
            self.count_start(now_s, cls, wish)
        self.running += 1
        self.call[i] = cls
        self.since_at[i] = self.start_at = self.rest_at = now_s

    def stop(self, now_s: int, i: int):
        self.running -= 1
        self.call[i] = None
        self.stopped(now_s, i)

    def stopped(self, now_s: int, i: int):
        """Its rest begins; for one that was found running after a start, with its first OFF."""
        self.since_at[i] = self.rest_at = now_s

    def count_start(self, now_s: int, cls, wish: bool):
        """An outdoor start, of this board or another."""
        push(self.starts_at, now_s)
        if self.ran != cls and self.ran is not None and not wish:
            push(self.reversals_at, now_s)
        self.ran = cls

    def may_reverse(self, now_s: int) -> bool:
        """The reversals of the day are not used up."""
        return now_s - self.reversals_at[0] >= DAY_S

    def snapshot(self, now_s: int):
        """[class last run, ages of the last outdoor starts, up to HOUR_S, ages of the last
        automatic reversals, up to DAY_S], both oldest first."""
        return [
            self.ran,
            [min(now_s - at_s, HOUR_S) for at_s in self.starts_at],
            [min(now_s - at_s, DAY_S) for at_s in self.reversals_at],
        ]

    def restore(self, now_s: int, data):
        """Power-up at now_s with what snapshot() gave, or None where nothing was kept."""
        self.starts_at = [now_s - HOUR_S] * self.config["starts_per_h"]
        self.reversals_at = [now_s - DAY_S] * self.config["reversals_per_day"]
        if data is not None:
            self.ran = data[0]
            for age_s in data[1]:
                push(self.starts_at, now_s - age_s)
            for age_s in data[2]:
                push(self.reversals_at, now_s - age_s)
        self.rest_at = self.start_at = now_s
        for i in range(len(self.call)):
            self.since_at[i] = now_s


def push(stamps, at_s):
    """The oldest of a list of stamps gives way to a new one."""
    stamps.pop(0)
    stamps.append(at_s)
