"""The first run's wires: where the lamp, the receiver and the sensor hang on this board.

The board file knows the pins of the kits; a sensor is found by asking every chip that there is a
driver for. Pins that nobody named are left alone.
"""

import json

from splitstat.app.sensor import Probe
from splitstat.hardware.i2c_bus import I2cBus

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LISTEN_S = const(30)
PUSH = {"kind": "push", "port": None, "pin": None, "address": None}
ON_PINS = "ds18b20", "dht22"


def _board():
    """The board file, as it lies beside the application."""
    return __import__("board")


def usual() -> dict:
    """What the page offers: pins, and where the kits have lamp and receiver."""
    board = _board()
    return {
        "pins": board.PINS,
        "input_only": board.INPUT_ONLY,
        "ir_pin": board.IR_PIN,
        "receiver_pin": board.RECEIVER_PIN,
    }


def place(setup, body):
    """Takes lamp, receiver (None: there is none) and sensor (None: it is sent over the network;
    else a number of the list that look() found last). A sentence where that cannot be."""
    board = _board()
    lamp = body.get("lamp")
    receiver = body.get("receiver")
    number = body.get("sensor")
    if type(lamp) is not int or lamp not in board.PINS:
        return "the lamp hangs on one of the pins " + ", ".join([str(n) for n in board.PINS])
    if receiver is not None and (
        type(receiver) is not int
        or receiver == lamp
        or receiver not in board.PINS + board.INPUT_ONLY
    ):
        return "the receiver hangs on another pin of this board"
    sensor = PUSH
    if number is not None:
        job = setup.job or {}
        found = job.get("found") if job.get("name") == "sensors" else None
        known = setup.facts.get("sensor")
        if number == -1 and known:
            sensor = known
        elif type(number) is int and found and 0 <= number < len(found):
            sensor = {}
            for key in PUSH:
                sensor[key] = found[number][key]
        else:
            return "look for the sensors first"
    if sensor["pin"] in (lamp, receiver) and sensor["pin"] is not None:
        return "the sensor hangs on a pin of its own"
    setup.keep({"lamp": lamp, "receiver": receiver, "sensor": sensor, "step": "unit"})
    return None


async def look(setup, job, kind, pin):
    """The job that fills job["found"] with sensors that answer. kind: one of ON_PINS on a pin,
    "bluetooth_thermometer", or None for all chips on I2C."""
    found = job["found"] = []
    if kind == "bluetooth_thermometer":
        from splitstat.app.first_run_bluetooth import listen

        await listen(found, _LISTEN_S)
    elif kind is not None:
        from splitstat.app.wiring_buses import bus_of

        sensor = {"kind": kind, "port": None, "pin": pin, "address": None}
        await _ask(setup, found, sensor, bus_of(sensor, {}))
    else:
        with setup.file("first_run.json") as file:
            chips = json.load(file)["i2c_sensors"]
        board = _board()
        taken = setup.facts.get("lamp", board.IR_PIN), setup.facts.get("receiver")
        for n in range(len(board.I2C)):
            name, (number, data, clock) = board.I2C[n]
            if data in taken or clock in taken:
                continue  # on a Grove socket lamp and receiver are where a bus would be
            bus = I2cBus(number, data, clock)
            answered = set()
            for kind, address in chips:
                if address not in answered:
                    sensor = {
                        "kind": kind,
                        "port": name if n else None,
                        "pin": None,
                        "address": None,
                    }
                    if await _ask(setup, found, sensor, bus):
                        answered.add(address)


def problem(kind, pin):
    """What is wrong with a question of look(), or None."""
    if kind is None or kind == "bluetooth_thermometer":
        return None
    if kind not in ON_PINS or type(pin) is not int or pin not in _board().PINS:
        return "allowed are %s on one of the board's pins" % ", ".join(ON_PINS)
    return None


async def _ask(setup, found, sensor, bus) -> bool:
    probe = _probe(setup, sensor, bus)
    setup.said = None
    await probe.step()
    setup.beats["first_run"] = 0
    said = setup.said or (None, None)
    if said[0] is None:
        return False
    sensor["cdeg"], sensor["cpct"] = said  # pyright: ignore  (step() has set it)
    found.append(sensor)
    return True


def _probe(setup, sensor, bus):
    driver = __import__("splitstat.sensors." + sensor["kind"], None, None, ("decode",))
    where = sensor["address"]
    if where is None:
        where = getattr(driver, "ADDRESS", None)
    return Probe(setup, driver, bus, where, 0, 0, 0)


def probe_of(setup, sensor):
    """What reads the sensor of the home that is to be; None where nothing can be read."""
    kind = sensor["kind"]
    if kind == "push":
        return None
    if kind == "bluetooth_thermometer":
        from splitstat.app.wiring_buses import listeners

        driver = __import__("splitstat.sensors." + kind, None, None, ("decode",))
        return listeners([(sensor["address"], Probe(setup, driver, None, None, 0, 0, 0))])[0]
    if kind in ON_PINS:
        from splitstat.app.wiring_buses import bus_of

        return _probe(setup, sensor, bus_of(sensor, {}))
    board = _board()
    return _probe(setup, sensor, I2cBus(*dict(board.I2C)[sensor["port"] or board.I2C[0][0]]))
