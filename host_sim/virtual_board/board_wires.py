"""What hangs on a board's pins: chips, contacts, lamps and Modbus gateways of the simulated home.

Every method takes the data of one request of the VM and returns the answer's, or raises OSError.
"""

import errno
import struct
from typing import Any

from host_sim.virtual_board.lamp import merged

NO_DEVICE = errno.ENODEV
ANSWERS_US = 20000  # a gateway's time to think


class BoardWires:
    """i2c: (data pin, address) -> chip; one_wire: pin -> chips; dht: pin -> chip; levels: pin ->
    function that gives 0 or 1; lamps: pin -> Lamp; receivers: room -> Receiver; lines: UART
    number -> wires (NoisyWire) of its gateways."""

    def __init__(self):
        self.board: Any = None
        self.i2c = {}
        self.one_wires = {}
        self.dhts = {}
        self.levels = {}
        self.lamps = {}
        self.receivers = {}
        self.lines = {}
        self.driven = {}
        self.baud = {}
        self.watched = set()
        self.sampled = set()  # pins that an I2S peripheral looks at

    def release(self):
        """The VM is gone: its pins float."""
        self.driven = {}
        self.watched = set()
        self.sampled = set()

    def pin_set(self, data):
        pin, mode, _, level = data
        if level != 2:
            self.driven[pin] = level
        elif mode == 1:
            self.driven.pop(pin, None)
        return b""

    def pin_get(self, data):
        pin = data[0]
        if pin in self.levels:
            return bytes([self.levels[pin]()])
        return bytes([self.driven.get(pin, 1)])

    def pin_irq(self, data):
        for how, pins in ((1, self.watched), (2, self.sampled)):
            (pins.add if data[1] == how else pins.discard)(data[0])
        return b""

    def i2c_write(self, data):
        self._chip(data[0], data[2]).write(bytes(data[3:]))
        return b""

    def i2c_read(self, data):
        return self._chip(data[0], data[2]).read(data[3])

    def i2c_scan(self, data):
        return bytes(sorted(address for pin, address in self.i2c if pin == data[0]))

    def _chip(self, pin, address):
        chip = self.i2c.get((pin, address))
        if chip is None:
            raise OSError(NO_DEVICE, "nobody acknowledges")
        return chip

    def one_wire(self, data):
        chips = self.one_wires.get(data[0], ())
        what = data[1:2]
        if what == b"r":
            present = [chip.reset() for chip in chips]  # every chip hears the pulse
            return bytes([any(present)])
        if what == b"w":
            for chip in chips:
                try:
                    chip.write(bytes(data[2:]))
                except OSError:
                    pass
            return b""
        # Open drain: what any chip holds low is low.
        together = bytes([255]) * data[2]
        for chip in chips:
            try:
                read = chip.read(data[2])
            except OSError:
                continue
            together = bytes(a & b for a, b in zip(together, read, strict=True))
        return together

    def dht(self, data):
        chip = self.dhts.get(data[0])
        if chip is None:
            raise OSError(errno.ETIMEDOUT, "nobody answers")
        return chip.measure()

    def uart_open(self, data):
        self.baud[data[0]] = struct.unpack("<i", data[1:5])[0]
        return b""

    def uart_write(self, data):
        """One frame to every gateway on the line; its answer comes when a real one's would."""
        number, frame = data[0], bytes(data[1:])
        server = self.board.server
        byte_us = 11_000_000 // self.baud.get(number, 9600)
        for line in self.lines.get(number, ()):
            answer = line.exchange(frame)
            if answer:
                server.later.at(
                    server.now_us() + byte_us * (len(frame) + len(answer)) + ANSWERS_US,
                    lambda answer=answer: self.board.send(b"U", bytes([number]) + answer),
                )
        return b""

    def infrared(self, data):
        """(pin, carrier, us of the clock) and signed us: marks positive."""
        pin, carrier, _ = struct.unpack_from("<BIq", data)
        pulses = struct.unpack_from(f"<{(len(data) - 13) // 4}i", data, 13)
        lamp = self.lamps.get(pin)
        if lamp is not None and lamp.room in self.receivers:
            self.receivers[lamp.room].see(merged(pulses))  # the walls send it back
        if lamp is not None:
            server = self.board.server
            length_us = sum(abs(us) for us in pulses)
            server.later.at(server.now_us() + length_us, lambda: lamp.shine(carrier, pulses))
        return b""
