"""What happened lately, in words: a ring in memory of fixed size, nothing is written to flash."""

from array import array


class Log:
    """`size` lines. A line is a word and its number, for a room or for the board (-1)."""

    def __init__(self, size: int):
        self.size = size
        self.clear()

    def clear(self):
        """Forgets everything; a board short of memory does."""
        size = self.size
        self.count = 0
        self.now_s = array("i", bytes(4 * size))
        self.number = array("i", bytes(4 * size))
        self.room = array("b", bytes(size))
        self.word = [""] * size

    def add(self, house, room: int, word: str, number: int = 0):
        """The oldest line gives way. number: what belongs to the word, -2**31..2**31 - 1."""
        k = self.count % self.size
        self.now_s[k] = house.now_s
        self.room[k] = room
        self.word[k] = word
        self.number[k] = number
        self.count += 1

    def lines(self, house):
        """(utc_min or None, now_s, room or -1, word, number), the oldest first; a generator.
        utc_min: by the clock as it is now, so that what was before it was known has its time."""
        for n in range(max(0, self.count - self.size), self.count):
            k = n % self.size
            minute = house.minute
            if minute is not None:
                minute += (self.now_s[k] - house.minute_s) // 60
            yield (
                minute,
                self.now_s[k],
                self.room[k],
                self.word[k],
                self.number[k],
            )
