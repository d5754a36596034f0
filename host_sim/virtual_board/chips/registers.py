"""A chip with a register pointer: one byte sets it, more fill registers, reading starts at it."""


class Pointer:
    """get(at, n) -> bytes; put(at, data)."""

    def __init__(self, get, put):
        self.get = get
        self.put = put
        self.at = 0

    def write(self, data: bytes):
        if data:
            self.at = data[0]
        if data[1:]:
            self.put(self.at, data[1:])

    def read(self, n: int) -> bytes:
        return self.get(self.at, n)
