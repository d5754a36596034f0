"""What happened lately, in words: a ring in memory of fixed size, nothing is written to flash."""

import struct

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_BYTES = const(9)
LINES = 64  # of a board with memory enough


class Log:
    """`size` lines. A line is a word, and now_s (4 bytes), its number (4) and the room (1), or -1
    for the board; log_lines.py reads them."""

    def __init__(self, size: int):
        self.size = size
        self.count = 0
        self.data = bytearray(_BYTES * size)
        self.words = [""] * size

    def add(self, house, room: int, word: str, number: int = 0):
        """The oldest line gives way. number: what belongs to the word, -2**31..2**31 - 1."""
        k = self.count % self.size
        struct.pack_into("<iib", self.data, _BYTES * k, house.now_s, number, room)
        self.words[k] = word
        self.count += 1
