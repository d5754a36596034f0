"""A receiver's pin, sampled bit by bit -> marks and spaces in us.

Law: pure. Bits come as machine.I2S hands them over: little-endian words of 32, the most
significant bit first, in pairs. Which word of a pair is the earlier one depends on the driver
behind it (MicroPython's has changed), so it is found out: read the wrong way round, a message has
more edges, because every mark that goes across a word is torn.

The pin is low for a mark. A pause of 100 ms ends a message; no protocol has so long a one inside.
"""

from array import array

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_GAP_US = const(100000)
_MOST = const(900)  # marks and spaces; the longest message that a unit file describes has 854
_PAIR = const(8)  # bytes
_PLAIN = (3, 2, 1, 0, 7, 6, 5, 4)
_SWAPPED = (7, 6, 5, 4, 3, 2, 1, 0)


class Samples:
    """ns: of a sample, 1000 to 20000. begun: a message is coming in, or waits to be taken."""

    def __init__(self, ns: int):
        self.ns = ns
        self.gap = _GAP_US * 100 // ns * 10  # samples
        self.runs = array("H", bytes(2 * _MOST))
        self.order = None  # of the bytes of a pair; None: not known yet
        self.level = 1
        self.drop()

    def drop(self):
        """Forgets what came in so far."""
        self.begun = self.over = False
        self.count = 0
        self.run = 0  # samples since the last edge, at most self.gap

    def feed(self, data, n: int):
        """n bytes of data, whole pairs. Of silence, which is nearly all of it, quickly."""
        if self.level and min(memoryview(data)[:n]) == 255:
            self.run = min(self.run + 8 * n, self.gap)
            self.over = self.begun and self.run >= self.gap
            return
        order = self.order
        if order is None:
            plain = edges(data, n, _PLAIN, self.level)
            swapped = edges(data, n, _SWAPPED, self.level)
            order = _SWAPPED if swapped < plain else _PLAIN
            if plain != swapped:
                self.order = order
        for at in range(0, n, _PAIR):
            for k in order:
                self._eight(data[at + k])
        if self.begun and self.level and self.run >= self.gap:
            self.over = True

    def _eight(self, byte):
        level = self.level
        if byte == (255 if level else 0):
            self.run = min(self.run + 8, self.gap)
            return
        for shift in range(7, -1, -1):
            if byte >> shift & 1 == level:
                self.run = min(self.run + 1, self.gap)
            else:
                self._edge(level)
                level = 1 - level
        self.level = level

    def _edge(self, level):
        if self.begun and level and self.run >= self.gap:
            self.over = True
        if self.begun and not self.over:
            if self.count < _MOST:
                self.runs[self.count] = self.run
            self.count += 1
        elif level:
            self.begun = True
        self.run = 1

    def take(self):
        """The message that is over: [us, ...], a mark first; None while there is none. One with
        too many edges is dropped."""
        if not self.over:
            return None
        found = None
        if self.count <= _MOST:
            found = [run * self.ns // 1000 for run in self.runs[: self.count]]
        self.drop()
        return found


def edges(data, n: int, order, level: int) -> int:
    """How many there are when the bytes of a pair come in this order."""
    found = 0
    for at in range(0, n, _PAIR):
        for k in order:
            byte = data[at + k]
            turns = (byte ^ (level << 7 | byte >> 1)) & 255
            while turns:
                turns &= turns - 1
                found += 1
            level = byte & 1
    return found
