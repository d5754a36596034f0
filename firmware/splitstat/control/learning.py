"""How long this room takes to come to a setpoint: a line through its own recoveries.

Law: minutes = a + b gap + c drive, where gap is what the room is short of the setpoint and drive
how far the weather pulls it away from there. Each recovery moves the line by half of its error
(normalised least mean squares: Widrow and Hoff), so that the last fortnight counts most and a
single odd day never more than its half. None is below 0: no gap and no frost makes a room faster.
Before the first one it is a guess that suits a room of 20 m2 with a split of 2.5 kW.

In frost there is a drive above which a unit comes near the setpoint in a quarter of an hour and
hangs there for hours, until the walls are warm: no line says how long. It is kept as `weak`: the
least drive of a recovery that took an hour longer than expected, raised a little by each that did
not. No more than four numbers are kept.
"""

const = int  # see zone.py

_SCALE = const(1024)  # weights are in 1/1024 min per K
_MOST_MIN = const(240)  # never earlier than that
# Of an error beyond this, or half of what was expected, so much counts: an open door, guests, a
# day on which the unit does not carry the room.
_ODD_MIN = const(20)
_GAP_CDEG = const(1000)
_DRIVE_CDEG = const(6000)
_HANGS_MIN = const(60)
_HANGS_DEN = const(4)  # and says so much less of other days
_SURE_CDEG = const(200)  # the weather is not yet that of the morning
_WEAK_UP_CDEG = const(20)  # a recovery
# A guess: quarter of an hour, and 20 min for each K.
_GUESS = (15 * _SCALE, 20 * _SCALE, 0, 2 * _DRIVE_CDEG)


class RecoveryLine:
    """weights: [a, b, c, weak] of one room and one class, in 1/1024 min, min per K and min per
    10 K; weak in cdeg."""

    def __init__(self):
        self.weights = list(_GUESS)

    def learned(self) -> bool:
        """A first recovery has been seen."""
        return tuple(self.weights) != _GUESS

    def carries(self, drive_cdeg: int) -> bool:
        """The unit brings the room to its setpoint in one go."""
        return drive_cdeg < self.weights[3] - _SURE_CDEG

    def minutes(self, gap_cdeg: int, drive_cdeg: int) -> int:
        """0.._MOST_MIN."""
        a, b, c = self.weights[:3]
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
        weights[3] = min(2 * _DRIVE_CDEG, weights[3] + _WEAK_UP_CDEG)
        if took_min > expected_min + _HANGS_MIN:
            weights[3] = min(weights[3], drive_cdeg)
            error //= _HANGS_DEN
        i = 0
        for x in (100, gap, drive):
            weights[i] = max(0, weights[i] + error * x * 100 * _SCALE // (2 * size))
            i += 1


def _within(gap_cdeg, drive_cdeg):
    """Both in reason; the drive in tenths, so that it weighs like a gap."""
    gap = max(0, min(_GAP_CDEG, gap_cdeg))
    return gap, max(0, min(_DRIVE_CDEG, drive_cdeg)) // 10
