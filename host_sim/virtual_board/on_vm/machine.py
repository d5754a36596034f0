"""machine of the virtual board, as far as the firmware may use it; the other end of its wires is
the simulated home."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: E402, I001, UP031

import board_wire
import io
import time

import ustruct

from i2s import I2S  # noqa: F401

_wire = board_wire.wire
PWRON_RESET, HARD_RESET, WDT_RESET, DEEPSLEEP_RESET, SOFT_RESET = 1, 2, 3, 4, 5


def reset():
    """The home ends this program and starts the next."""
    _wire.tell(b"!", b"\x02")
    while True:
        _wire.events.recv(16)


def soft_reset():
    raise SystemExit


def reset_cause():
    return _wire.config["cause"]


def unique_id():
    return bytes(_wire.config["id"])


def freq(hz=0):
    return 160000000


def disable_irq():
    return 0


def enable_irq(state):
    pass


def idle():
    time.sleep_ms(1)


class Pin:
    IN, OUT, OPEN_DRAIN = 1, 3, 7
    PULL_UP, PULL_DOWN = 2, 1
    IRQ_RISING, IRQ_FALLING = 1, 2

    def __init__(self, id, mode=-1, pull=-1, value=None, **more):
        self.id = id.id if isinstance(id, Pin) else id
        self.handler = None
        if mode != -1 or value is not None:
            self.init(mode, pull, value)

    def init(self, mode=-1, pull=-1, value=None, **more):
        level = 2 if value is None else int(bool(value))
        pull = 0 if pull in (-1, None) else pull
        _wire.call(b"P", bytes((self.id, mode & 255, pull, level)))

    def value(self, level=None):
        if level is None:
            return _wire.call(b"p", bytes((self.id,)))[0]
        _wire.call(b"P", bytes((self.id, 255, 0, int(bool(level)))))

    __call__ = value

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)

    def irq(self, handler=None, trigger=3, hard=False, **more):
        """Handlers run while the board rests, as the scheduler would run them."""
        self.handler = handler
        self.trigger = trigger
        self.level = 0
        _wire.listeners[80, self.id] = None if handler is None else self._edges
        _wire.call(b"i", bytes((self.id, handler is not None)))
        return self

    def _edges(self, data):
        for k in range(0, len(data), 9):
            time.edge_us, level = ustruct.unpack_from("<qB", data, k)
            if self.handler and self.trigger & (1 if level else 2):
                self.level = level
                self.handler(self)
        time.edge_us = None

    def __repr__(self):
        return "Pin(%d)" % self.id


class I2C:
    def __init__(self, id=-1, *, scl=None, sda=None, freq=400000, timeout=50000):
        self.head = bytes((sda.id, scl.id))

    def writeto(self, addr, buf, stop=True):
        if _wire.fast:
            _wire.wake()  # a board that was busy is behind the clock of the chip it asks
        _wire.call(b"w", self.head + bytes((addr,)) + bytes(buf))
        return len(buf)

    def readfrom(self, addr, nbytes, stop=True):
        return _wire.call(b"r", self.head + bytes((addr, nbytes)), nbytes)

    def readfrom_into(self, addr, buf, stop=True):
        buf[:] = self.readfrom(addr, len(buf))

    def writevto(self, addr, vector, stop=True):
        return self.writeto(addr, b"".join(bytes(part) for part in vector))

    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        self.writeto(addr, memaddr.to_bytes(addrsize // 8, "big"), False)
        return self.readfrom(addr, nbytes)

    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        buf[:] = self.readfrom_mem(addr, memaddr, len(buf), addrsize=addrsize)

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        self.writeto(addr, memaddr.to_bytes(addrsize // 8, "big") + bytes(buf))

    def scan(self):
        return list(_wire.call(b"s", self.head, 128))


class SoftI2C(I2C):
    def __init__(self, scl, sda, *, freq=400000, timeout=50000):
        I2C.__init__(self, -1, scl=scl, sda=sda)


class UART(io.IOBase):
    RTS, CTS = 1, 2

    def __init__(self, id, baudrate=115200, bits=8, parity=None, stop=1, **more):
        self.id = id
        self.data = b""
        self.sent_us = 0
        self.init(baudrate, bits, parity, stop, **more)
        _wire.listeners[85, id] = self._hear

    def init(self, baudrate=9600, bits=8, parity=None, stop=1, timeout=0, rxbuf=256, **more):
        self.timeout = timeout
        self.most = rxbuf
        self.byte_us = 1000000 * (1 + bits + (parity is not None) + stop) // baudrate
        _wire.call(b"u", bytes((self.id,)) + ustruct.pack("<i", baudrate))

    def deinit(self):
        _wire.listeners[85, self.id] = None

    def _hear(self, data):
        self.data = (self.data + data)[: self.most]

    def any(self):
        while _wire.events in (pair[0] for pair in _look.ipoll(0)):
            _wire.pump()
        return len(self.data)

    def write(self, data):
        data = bytes(data)
        self.sent_us = max(self.sent_us, _wire.us()) + len(data) * self.byte_us
        _wire.call(b"t", bytes((self.id,)) + data)
        return len(data)

    def read(self, count=-1):
        if not self.any():
            if not self.timeout:
                return None
            time.sleep_ms(self.timeout)
            if not self.any():
                return None
        count = len(self.data) if count < 0 else count
        data, self.data = self.data[:count], self.data[count:]
        return data

    def readinto(self, buffer, count=-1):
        data = self.read(len(buffer) if count < 0 else count)
        if data is None:
            return None
        buffer[: len(data)] = data
        return len(data)

    def txdone(self):
        return _wire.us() >= self.sent_us

    def flush(self):
        time.sleep_us(self.sent_us - _wire.us())

    def soft_ready(self):
        return (1 if self.data else 0) | 4


class WDT:
    def __init__(self, id=0, timeout=5000):
        _wire.call(b"D", ustruct.pack("<I", timeout))

    def feed(self):
        _wire.tell(b"d")


class RTC:
    def datetime(self, now=None):
        if now is None:
            t = time.gmtime()
            return (t[0], t[1], t[2], t[6], t[3], t[4], t[5], 0)
        seconds = time.mktime((now[0], now[1], now[2], now[4], now[5], now[6], 0, 0))
        time.epoch_us[0] = seconds * 1000000 + now[7] - _wire.us()
        _wire.call(b"R", ustruct.pack("<q", time.epoch_us[0]))

    init = datetime


import uselect

_look = uselect.poll()
_look.register(_wire.events, 1)
time.epoch_us[0] = _wire.config["epoch_us"]
