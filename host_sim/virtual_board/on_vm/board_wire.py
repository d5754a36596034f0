"""The virtual board's end of the wire to the home: requests, answers, events, and the clock.

Two packet sockets. On the first every request (operation, number, data) has one answer (number,
error, data), except WAIT, which has none; an answer whose number is an old one belongs to a
request that Ctrl-C broke off. On the second the home speaks unasked: (kind, us as eight bytes,
data). All clocks of a home are one: in real time it is the machine's own monotonic clock, faster
the home says how late it is, and it goes on only while every board waits. With the end of a rest
the home says how far the board may go by itself (alone_us); whatever it asks or tells ends that.
"""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false

import json

import usocket
import ustruct
import utime

POLLIN = 1
MOST = 400  # bytes of an event


class Wire:
    """config: what the home told this board at its start. fast: the home owns the clock."""

    def __init__(self, path, name):
        address = bytes([1, 0]) + path.encode() + b"\0"
        self.main = usocket.socket(1, 5)
        self.main.connect(address)
        self.events = usocket.socket(1, 5)
        self.events.connect(address)
        self.number = 0
        self.now_us = 0
        self.alone_us = 0
        self.listeners = {}  # (kind, index) -> called with the event's data
        self.events.send(b"E" + name.encode())
        self.config = json.loads(self.call(b"H", name.encode(), 4000))
        self.fast = self.config["fast"]
        self.now_us = self.config["now_us"]
        self.down = False  # no radio: sockets hang

    def call(self, operation, data=b"", most=32):
        """The answer's data, at most so many bytes. Raises OSError with the home's number."""
        self.tell(operation, data)
        return self._answer(self.number, most)

    def call_with(self, message):
        """As call(), without a copy of much data: a bytearray of the operation, a place for its
        number, and the data."""
        self._say(message)
        self._answer(self.number, 0)

    def _answer(self, number, most):
        while True:
            answer = self.main.recv(most + 2)
            if len(answer) < 2:
                raise SystemExit  # the home is gone
            if answer[0] == number:
                break
        if answer[1]:
            raise OSError(answer[1])
        return answer[2:]

    def tell(self, operation, data=b""):
        """A request without an answer."""
        message = bytearray(2 + len(data))
        message[0] = operation[0]
        message[2:] = data
        self._say(message)

    def _say(self, message):
        if self.alone_us:
            self.alone_us = 0
            self.main.send(b"@\0" + ustruct.pack("<q", self.now_us))
        message[1] = self.number = (self.number + 1) & 255
        self.main.send(message)

    def us(self):
        """Microseconds of the home's clock."""
        if not self.fast:
            return utime.ticks_us()
        self.now_us += 2  # whoever looks at a clock spends time
        return self.now_us

    def alone(self, until_us):
        """Whether the rest until then is over at once, as nothing happens before."""
        if until_us > self.alone_us:
            return False
        self._late(until_us)
        return True

    def begin_wait(self, until_us):
        """Tells the home that this board rests until then."""
        self.alone_us = 0  # said in the same breath
        self.tell(b"W", ustruct.pack("<qq", self.now_us, until_us))
        return self.number

    def wake(self):
        """Something else ended the rest."""
        self._late(ustruct.unpack("<q", self.call(b"K"))[0])

    def _late(self, now_us):
        self.now_us = max(self.now_us, now_us)

    def pump(self, number=-1):
        """Takes one event; True when it is the end of the rest of this number."""
        event = self.events.recv(MOST)
        if len(event) < 9:
            raise SystemExit
        self._late(ustruct.unpack("<q", event[1:9])[0])
        kind = event[0]
        if kind == 84:  # T
            if event[9] != number:
                return False
            self.alone_us = ustruct.unpack("<q", event[10:18])[0]
            return True
        if kind == 68:  # D: the radio
            self.down = bool(event[9])
            return False
        heard = self.listeners.get((kind, event[9]))
        if heard is not None:
            heard(event[10:])
        return False


wire = None


def connect(path, name):
    """Once, before anything else of the virtual board is imported."""
    global wire
    wire = Wire(path, name)
    return wire
