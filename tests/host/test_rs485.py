"""The driver-enable pin of an RS-485 transceiver, against a UART that writes down what happens."""

import sys
from types import ModuleType

import pytest

from splitstat import units
from splitstat.modbus import reads, rtu, several

FRAME = rtu.frame(1, reads.read("H", 0, 10))


class Uart:
    def __init__(self, *args, **options):
        self.baud = options["baudrate"]
        self.parity = options["parity"]
        self.said = []

    def write(self, frame):
        self.said.append(("write", len(frame)))

    def flush(self):
        """Stands still until the last stop bit is out."""
        self.said.append("flush")


class Pin:
    OUT = 1

    def __init__(self, number, mode, value):
        self.said = [value]

    def value(self, level):
        self.said.append(level)


@pytest.fixture
def made(monkeypatch):
    """made(enable pin or None) is an Rs485 and the list of what it does."""
    machine = ModuleType("machine")
    machine.UART, machine.Pin = Uart, Pin  # pyright: ignore
    monkeypatch.setitem(sys.modules, "machine", machine)
    monkeypatch.delitem(sys.modules, "splitstat.hardware.rs485", raising=False)
    from splitstat.hardware.rs485 import Rs485

    def make(enable):
        wire = Rs485(1, 17, 18, enable)
        if wire.enable is not None:
            assert wire.enable.said == [0], "it listens before it speaks"
            wire.enable.said = wire.uart.said
        return wire, wire.uart.said

    yield make
    sys.modules.pop("splitstat.hardware.rs485", None)


def test_the_driver_is_on_from_before_the_first_bit_until_after_the_last(made):
    wire, said = made(4)
    wire.write(FRAME)
    assert said == [1, ("write", 8), "flush", 0]


def test_the_line_has_the_speed_of_its_home_file(made, monkeypatch):
    """As compiled: [baud, parity], where they are not 9600 and none."""
    from types import SimpleNamespace

    from splitstat.app.wiring_modbus import head_of

    monkeypatch.setattr("asyncio.StreamReader", lambda stream: stream)  # as MicroPython's
    board = SimpleNamespace(BUSES=(("rs485", (1, 17, 18, None)),))
    for line, expected in ((None, (9600, None)), ([19200, 0], (19200, 0))):
        room = {"bus": "rs485", "address": 3} | ({"line": line} if line else {})
        house = SimpleNamespace(home={"rooms": [room]})
        head = head_of(house, 0, units.load("onokom.gree"), {}, board)
        uart = head.master.writer.uart
        assert (uart.baud, uart.parity) == expected and head.master.baud == uart.baud


def test_the_driver_goes_off_whatever_happens(made):
    wire, said = made(4)

    def fails():
        raise OSError("flush")

    wire.uart.flush = fails
    with pytest.raises(OSError, match="flush"):
        wire.write(FRAME)
    assert said[-1] == 0


def test_without_a_pin_nothing_waits(made):
    wire, said = made(None)
    wire.write(FRAME)
    assert said == [("write", 8)]


def test_the_wait_is_bounded(made):
    """Every request of every unit is out within 40 ms; what is not is never begun."""
    wire, said = made(4)
    assert len(FRAME) * 11 / wire.uart.baud < 0.040
    with pytest.raises(ValueError, match="40 ms"):
        wire.write(rtu.frame(1, several.write("H", 0, (0,) * 20)))
    assert said == []
