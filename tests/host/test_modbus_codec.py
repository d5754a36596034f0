"""Frames under hypothesis: random bytes, round trips, and pymodbus's framer as a second
opinion."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU

from host_sim.channel import modbus_gateway
from splitstat import units
from splitstat.control.types import CodecError, UnitCommand
from splitstat.control.unit_status import UnitStatus
from splitstat.modbus import pdu, reads, rtu, several, tcp
from splitstat.modbus.register_map import registers
from splitstat_cli import unit_names

ADDRESSES = st.integers(1, 247)
REQUESTS = st.one_of(
    st.builds(reads.read, st.sampled_from("CD"), st.integers(0, 63000), st.integers(1, 2000)),
    st.builds(reads.read, st.sampled_from("HI"), st.integers(0, 65000), st.integers(1, 125)),
    st.builds(
        several.write,
        st.just("C"),
        st.integers(0, 63000),
        st.lists(st.integers(0, 1), min_size=1, max_size=1968),
    ),
    st.builds(
        several.write,
        st.just("H"),
        st.integers(0, 65000),
        st.lists(st.integers(0, 65535), min_size=1, max_size=123),
    ),
)


@given(REQUESTS, ADDRESSES)
def test_pymodbus_reads_our_frames(request, address):
    frame = rtu.frame(address, request)
    used, device, _, found = FramerRTU(DecodePDU(True)).decode(frame)
    assert (used, device, found) == (len(frame), address, request)
    assert modbus_gateway.checksum(frame[:-2]) == frame[-2:]


@given(REQUESTS, ADDRESSES, st.binary(max_size=260))
@settings(max_examples=500)
def test_random_answers_raise_nothing_but_codec_error(request, address, data):
    for call in (
        lambda: rtu.unframe(address, data),
        lambda: pdu.answer(request, data),
        lambda: tcp.unframe(address, data, 7),
        lambda: tcp.size(request, data),
        lambda: pdu.answer(request, bytes((request[0],)) + data),
        lambda: pdu.answer(request, bytes((request[0] | 128,)) + data),
        lambda: pdu.answer(request, rtu.unframe(address, rtu.frame(address, data[:253]))),
    ):
        try:
            call()
        except CodecError:
            pass


@given(REQUESTS, ADDRESSES, st.data())
def test_one_to_three_wrong_bits_never_pass(request, address, data):
    """CRC-16 of this polynomial has a Hamming distance of 4 up to 32,751 bits."""
    frame = rtu.frame(address, request)
    wrong = bytearray(frame)
    spots = st.sets(st.integers(0, 8 * len(frame) - 1), min_size=1, max_size=3)
    for at in data.draw(spots):
        wrong[at >> 3] ^= 1 << (at & 7)
    with pytest.raises(CodecError):
        rtu.unframe(wrong[0], bytes(wrong))


class Memory(modbus_gateway.Gateway):
    """A device of plain registers, answering through the simulator's own code."""

    def __init__(self, address):
        super().__init__(address)
        self.values = {}

    def read(self, table, register):
        return self.values.get((table, register), 0)

    def write(self, table, register, value):
        self.values[table, register] = value


@given(
    ADDRESSES,
    st.sampled_from("CH"),
    st.integers(0, 65000),
    st.lists(st.integers(0, 65535), min_size=1, max_size=123),
)
def test_written_values_come_back(address, table, start, values):
    values = [value & 1 for value in values] if table == "C" else values
    device = Memory(address)
    write, read = several.write(table, start, values), reads.read(table, start, len(values))
    for request, expected in ((write, []), (read, values)):
        answer = device.serve(rtu.frame(address, request)) or b""
        assert pdu.answer(request, rtu.unframe(address, answer)) == expected
        assert len(answer) == rtu.size(request, answer[:2])
    assert device.serve(rtu.frame(address % 247 + 1, read)) is None


NAMES = [name for name in unit_names.known_units() if units.load(name).kind == "modbus"]
UNITS = [units.load(name) for name in ("onokom.md_1", "onokom.pn_1", "intesis.daikin.fahrenheit")]


@given(st.sampled_from(UNITS), st.data())
def test_any_values_make_a_plausible_status(unit, data):
    values = []
    for request in unit.polls:
        count = request[3] << 8 | request[4]
        top = 1 if request[0] <= 2 else 65535
        some = st.lists(st.integers(0, top), min_size=count, max_size=count)
        values.append(data.draw(st.none() | some))
    status = unit.status(values)
    assert isinstance(status, UnitStatus)
    low, high = unit.traits.heat
    assert status.mode in (None, "heat_cool", *unit.traits.modes)
    assert status.setpoint_cdeg is None or low <= status.setpoint_cdeg <= high
    assert status.fan in (None, *unit.traits.fans)
    for cdeg in (status.return_cdeg, status.outdoor_cdeg):
        assert cdeg is None or -3000 <= cdeg <= 6000


@given(
    st.sampled_from(UNITS),
    st.sampled_from(("heat", "cool", "dry", "fan_only")),
    st.integers(-1000, 5000),
    st.sampled_from(("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")),
    st.sampled_from((None, "auto", "highest", "high", "middle", "low", "lowest")),
)
def test_any_command_can_be_said(unit, mode, cdeg, fan, swing):
    command = UnitCommand(mode, cdeg, fan, swing, False)
    requests = unit.writes(command, None)
    assert all(request[0] in (5, 6) for request in requests)
    assert unit.writes(command, command) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_late_answer_passes_for_the_next_one(name):
    """Requests of one round that follow each other differ in function or in length of answer."""
    shapes = [(request[0], request[3:]) for request in units.load(name).polls]
    assert all(one != other for one, other in pairwise(shapes))


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_in_the_order_of_the_traits(name):
    traits = units.load(name).traits
    speeds = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")
    louvres = ("auto", "highest", "high", "middle", "low", "lowest")
    assert traits.fans == tuple(word for word in speeds if word in traits.fans) != ()
    assert traits.swings == tuple(word for word in louvres if word in traits.swings)
    assert set(traits.modes) >= {"off", "heat", "cool"}


@pytest.mark.parametrize("name", NAMES)
def test_no_register_is_named_twice(name):
    lines = registers(units.load(name).text)
    assert len({words[0] for words in lines}) == len(lines)
    names = [words[1] for words in lines if words[1] != "-"]
    assert len(set(names)) == len(names)
