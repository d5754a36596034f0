"""How likely a poll becomes a command on its way: every request to read against every write that
the gateway would take, bit by bit and exactly.

Nearest are a poll of one coil and the command that switches it off: four bits. The answer tells
(modbus/pdu.py), and what is wanted is then written again; where the answer is lost, too, it looks
like a person's doing. At one wrong bit in a thousand, where a fifth of the exchanges fail, the
first happens in ten thousand years of polls every ten seconds.
"""

import pytest

from host_sim.channel.map_gateway import places
from modbus_peers import different_maps
from splitstat import units
from splitstat.modbus import pdu, rtu
from splitstat.modbus.register_map import registers

NAMES = different_maps()
WRITTEN = ("power", "mode", "setpoint")
NOISE = 1e-3
POLLS_A_YEAR = 365 * 86400 // 10
YEARS = 10_000


def commands(unit):
    """Every frame that changes power, mode or setpoint, with a value that makes sense."""
    for words in registers(unit.text):
        if words[1] in WRITTEN:
            place, _ = places(unit, words)
            if "=" in words[2]:
                values = [int(pair.partition("=")[2]) for pair in words[2:]]
            else:
                counts = abs(int(words[2]))
                values = range(counts * int(words[3]) // 100, counts * int(words[4]) // 100 + 1)
            for value in values:
                yield rtu.frame(1, pdu.write(*place, value))


def odds(sent: bytes, heard: bytes) -> float:
    """How likely one frame becomes the other of the same length."""
    wrong = sum((a ^ b).bit_count() for a, b in zip(sent, heard, strict=True))
    return NOISE**wrong * (1 - NOISE) ** (8 * len(sent) - wrong)


@pytest.mark.parametrize("name", NAMES)
def test_a_poll_does_not_become_a_command(name):
    unit = units.load(name)
    polls = [rtu.frame(1, request) for request in unit.polls]
    chance = sum(odds(poll, command) for poll in polls for command in commands(unit))
    assert 0 < chance < 1 / (YEARS * POLLS_A_YEAR), chance
