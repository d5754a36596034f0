"""Register maps of air-to-water heat pumps, from the gateway's side: a pymodbus server that keeps
what is written, and what the manuals say a machine should find in its registers."""

import pytest

from conftest import need
from host_sim.channel.map_gateway import places
from splitstat import units
from splitstat.control.plant_command import IDLE
from splitstat.modbus import pdu
from splitstat.modbus.conversation import Conversation
from splitstat.modbus.register_map import registers
from splitstat_cli import heap, unit_names, vms
from test_modbus_peer import mirror, same_by_pymodbus, served

NAMES = unit_names.known_heat_pumps()
HEAT = IDLE._replace(heat_pump="heat", flow_cdeg=4240, tank_cdeg=5000)
COOL = HEAT._replace(heat_pump="cool", flow_cdeg=1800)
TANK = HEAT._replace(heat_pump="hot_water", flow_cdeg=5500)
OFF = HEAT._replace(heat_pump="off")
COMMANDS = (HEAT, TANK, COOL, OFF, HEAT._replace(flow_cdeg=3360), TANK._replace(tank_cdeg=5200))
COUNT = 260
# What a manual says must stand in a register: unit -> command -> {register: value}.
BY_THE_BOOK = {
    "lg_therma_v": {
        HEAT: {"C0": 1, "C1": 0, "H0": 4, "H1": 0, "H2": 420, "H8": 500},
        TANK: {"C0": 0, "C1": 1, "H8": 500},
        COOL: {"C0": 1, "C1": 0, "H0": 0, "H2": 180},
        OFF: {"C0": 0, "C1": 0},
    },
    "melcobems_water": {
        HEAT: {"H25": 1, "H28": 1, "H32": 4200, "H37": 0, "H39": 1, "H40": 0, "H41": 1},
        TANK: {"H25": 1, "H30": 5000, "H37": 1, "H39": 0, "H40": 1, "H41": 1},
        COOL: {"H25": 1, "H28": 4, "H32": 1800, "H40": 1, "H41": 0},
        OFF: {"H25": 0, "H37": 0},
    },
    "samsung_ehs": {
        HEAT: {"H52": 1, "H53": 4, "H68": 420, "H72": 0},
        TANK: {"H52": 0, "H72": 1, "H74": 500},
        COOL: {"H52": 1, "H53": 1, "H68": 180, "H72": 0},
        OFF: {"H52": 0, "H72": 0},
    },
    "panasonic_aquarea": {
        HEAT: {"H0": 1, "H4": 1, "H14": 42, "H15": 42},
        TANK: {"H0": 1, "H4": 3, "H33": 50},
        COOL: {"H0": 1, "H4": 5, "H23": 18},
        OFF: {"H0": 0},
    },
    "panasonic_aquarea.tenths": {HEAT: {"H14": 420, "H15": 420, "H33": 500}},
    "hitachi_yutaki": {
        HEAT: {"H1000": 1, "H1001": 1, "H1002": 1, "H1003": 3, "H1005": 42, "H1024": 0},
        TANK: {"H1000": 1, "H1002": 0, "H1024": 1, "H1025": 50},
        COOL: {"H1001": 0, "H1002": 1, "H1004": 2, "H1006": 18, "H1024": 0},
        OFF: {"H1000": 0},
    },
}


def first_of(unit) -> int:
    return min(places(unit, words)[1][1] for words in registers(unit.text)) // 1000 * 1000


def test_there_are_several_and_no_room_takes_one():
    assert len({name.split(".")[0] for name in NAMES}) >= 5
    assert set(NAMES) == set(BY_THE_BOOK)
    assert not set(NAMES) & set(unit_names.known_units())


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_stands_in_the_registers_of_the_manual(name):
    unit = units.load(name)
    for command, wanted in BY_THE_BOOK[name].items():
        written = {}
        for request in unit.writes(command, None):
            value = request[3] << 8 | request[4]
            place = "C" if request[0] == 5 else "H"
            written[f"{place}{request[1] << 8 | request[2]}"] = (
                value // 0xFF00 if (place == "C") else value
            )
        assert wanted.items() <= written.items(), (command, written)


@pytest.mark.parametrize("name", NAMES)
def test_reads_back_what_was_written(name):
    unit = units.load(name)

    async def test(master, port):
        previous = None
        for command in COMMANDS:
            for request in unit.writes(command, previous):
                assert await master.ask(request) == []
            await mirror(master, unit)
            values = [await master.ask(request) for request in unit.polls]
            assert unit.confirms(command, values) is True
            status = unit.status(values)
            assert status.mode == command.heat_pump
            assert status.setpoint_cdeg == command.tank_cdeg
            for other in COMMANDS[:4]:
                if other.heat_pump != command.heat_pump:
                    assert unit.confirms(other, values) is False
            previous = command
        await same_by_pymodbus(port, unit, values)

    served(test, first_of(unit), COUNT)


def told(unit, **register):
    """One list of values a poll, zero but for these registers (name of the line=value)."""
    values = [[0] * (request[3] << 8 | request[4]) for request in unit.polls]
    for words in registers(unit.text):
        if words[1] in register:
            _, poll, at = words[0].split(".")
            values[int(poll)][int(at)] = register[words[1]]
    return values


@pytest.mark.parametrize("name", NAMES)
def test_temperatures_that_it_says(name):
    unit = units.load(name)
    for words in registers(unit.text):
        if words[1] in ("supply", "back", "top", "outdoor"):
            counts = int(words[2])
            values = told(unit, **{words[1]: -7 * counts & 0xFFFF})
            assert unit.reading(words[1], values) == -700
            assert unit.reading(words[1], told(unit, **{words[1]: 0x7FFF})) is None
    assert unit.reading("nothing", told(unit)) is None


def test_frost_faults_and_silence_are_told():
    unit = units.load("melcobems_water")
    good = told(unit, error=0x8000, state=1)
    assert unit.status(good).fault is None
    assert unit.status(told(unit, error=0x8000, defrost=2)).action == "defrosting"
    assert unit.status(told(unit, error=5106)).fault == 5106
    silent = unit.status(told(unit, error=0x6999))
    assert silent.fault == "unit_silent" and silent.mode is None
    lg = units.load("lg_therma_v")
    assert lg.status(told(lg, action=2)).action == "heating"
    assert lg.status([None] * len(lg.polls)).mode is None


def test_a_conversation_writes_until_the_machine_confirms():
    """As with splits (conversation.py): here the machine loses the first writing."""
    unit = units.load("lg_therma_v")
    talk = Conversation(unit)
    answers = told(unit)
    rounds = []
    said = talk.send(HEAT)
    requests = next(said)
    while True:
        writes = requests[0][0] > 4
        rounds.append(writes)
        if writes and rounds.count(True) == 2:
            for request in requests:
                keep(unit, answers, request)
        try:
            requests = said.send([[] for _ in requests] if writes else answers)
        except StopIteration:
            break
    assert rounds == [True, False, True, False]
    assert talk.settled and talk.status.mode == "heat"


def keep(unit, values, request):
    """The machine obeys one write."""
    value = request[3] << 8 | request[4]
    for words in registers(unit.text):
        write, poll, at = words[0].split(".")
        if write == ("C" if request[0] == 5 else "H") + str(request[1] << 8 | request[2]):
            values[int(poll)][int(at)] = int(value == 0xFF00) if request[0] == 5 else value


def test_it_fits_a_board():
    need(vms.missing("micropython32"))
    before = ["splitstat.modbus.conversation", "splitstat.modbus.unit"]
    sizes = dict(heap.of_modules("micropython32", [*before, "splitstat.modbus.water"]))
    size = next(size for name, size in sizes.items() if name.endswith("water"))
    assert 800 < size <= 4096, sizes


def test_a_setpoint_is_put_into_the_range_of_its_register():
    unit = units.load("hitachi_yutaki")
    hot = unit.writes(HEAT._replace(flow_cdeg=9900), None)
    assert pdu.write("H", 1005, 80) in hot
