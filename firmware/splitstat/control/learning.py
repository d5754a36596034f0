"""How long this room takes to come to a setpoint: a line through its own recoveries.

Law: minutes = a + b gap + c drive, where gap is what the room is short of the setpoint and drive
how far the weather pulls it away from there. Each recovery moves the line by half of its error
(normalised least mean squares: Widrow and Hoff), so that the last fortnight counts most and a
single odd day never more than its half. None is below 0: no gap and no frost makes a room faster.
Before the first one it is a guess that suits a room of 20 m2 with a split of 2.5 kW. No more than
three numbers are kept.
"""

const = int  # see zone.py

_SCALE = const(1024)  # weights are in 1/1024 min per K
_MOST_MIN = const(240)  # never earlier than that
# Of an error beyond this, or half of what was expected, so much counts: an open door, guests, a
# day on which the unit does not carry the room.
_ODD_MIN = const(20)
_GAP_CDEG = const(1000)
_DRIVE_CDEG = const(6000)
# A guess: quarter of an hour, and 20 min for each K.
_GUESS = (15 * _SCALE, 20 * _SCALE, 0)


class RecoveryLine:
    """weights: [a, b, c] of one room and one class, in 1/1024 min, min per K and min per 10 K."""

    def __init__(self):
        self.weights = list(_GUESS)

    def learned(self) -> bool:
        """A first recovery has been seen."""
        return tuple(self.weights) != _GUESS

    def minutes(self, gap_cdeg: int, drive_cdeg: int) -> int:
        """0.._MOST_MIN."""
        a, b, c = self.weights
        gap, drive = _within(gap_cdeg, drive_cdeg)
        return max(0, min(_MOST_MIN, (a * 100 + b * gap + c * drive) // (100 * _SCALE)))

    def learn(self, gap_cdeg: int, drive_cdeg: int, took_min: int):
        """One recovery: what it began with, and how long it took. (Beyond 31 bits inside; once or
        twice a day.)"""
        gap, drive = _within(gap_cdeg, drive_cdeg)
        expected_min = self.minutes(gap_cdeg, drive_cdeg)
        most = max(_ODD_MIN, expected_min // 2)
        error = max(-most, min(most, took_min - expected_min))
        size = 10000 + gap * gap + drive * drive
        weights = self.weights
        i = 0
        for x in (100, gap, drive):
            weights[i] = max(0, weights[i] + error * x * 100 * _SCALE // (2 * size))
            i += 1


def _within(gap_cdeg, drive_cdeg):
    """Both in reason; the drive in tenths, so that it weighs like a gap."""
    gap = max(0, min(_GAP_CDEG, gap_cdeg))
    return gap, max(0, min(_DRIVE_CDEG, drive_cdeg)) // 10
