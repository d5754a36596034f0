"""The first run listens to the handset, and finds the units that would have said the same.

The person presses OFF, then cool 22, then heat 22. A unit fits a press when its table reads the
message whole and it says just that: of some 80 tables all but two relatives are then ruled out
(tests/host/test_first_run_hear.py). The files are tried one after another and each is forgotten
again, so that one is in memory at a time; units.txt has the strictest first.
"""

import asyncio
import gc

from splitstat import units
from splitstat.control.types import CodecError, UnitCommand

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = 0.05
_WAIT_S = const(60)  # for a person to find the key
_SHORTEST = const(20)  # edges: less is a flash of the sun, or a lamp's electronics
_MOST = const(12)  # candidates that are kept
_OFF = UnitCommand("off", 2200, "auto", None, False)
_COOL = UnitCommand("cool", 2200, "auto", None, False)
# What is pressed -> what the unit obeyed before, as far as a handset that counts presses cares.
BEFORE = {"off": _COOL, "cool": _OFF, "heat": _COOL}


async def press(setup, job, want: str):
    """The job that waits for one press. It fills job["heard"] (edges), job["tried"] (tables) and
    job["fits"]: how many."""
    timings = await heard(setup, job)
    if timings is None:
        raise OSError("nothing was heard")
    job["heard"] = len(timings)
    facts = setup.facts
    first = want == "off" or not facts.get("presses")
    found = []
    names = unit_list(setup) if first else [name for name, _ in facts["fits"]]
    before = {} if first else dict(facts["fits"])
    for name in names:
        whole = fits(name, want, timings)
        if whole is not None:
            found.append([name, before.get(name, 0) + whole])
        job["tried"] = job.get("tried", 0) + 1
        setup.beats["first_run"] = 0
        gc.collect()
        await asyncio.sleep(0)
    job["fits"] = len(found)
    if found:
        found.sort(key=lambda each: -each[1])
        presses = [want] if first else facts["presses"] + [want]
        setup.keep(
            {
                "presses": presses,
                "fits": found[:_MOST],
                "unit": None,
                "trying": None,
                "answers": None,
            }
        )


async def heard(setup, job):
    """The next message in the air, or None."""
    pin = setup.facts["receiver"]
    if setup.receiver is None or setup.receiver[0] != pin:
        if setup.receiver is not None:
            setup.receiver[1].pin.irq(None)
        from splitstat.hardware.ir_receiver import IrReceiver

        setup.receiver = pin, IrReceiver(pin)
    receiver = setup.receiver[1]
    receiver.drop()
    for look in range(int(_WAIT_S / _LOOK_S)):
        await asyncio.sleep(_LOOK_S)
        timings = receiver.take()
        if timings is not None and len(timings) >= _SHORTEST:
            return timings
        job["left_s"] = _WAIT_S - int(look * _LOOK_S)
    return None


def unit_list(setup):
    """Every infra-red unit on this board, the strictest table first; a line each, so that the list
    is never in memory."""
    with setup.file("units.txt") as file:
        for line in file:
            yield line.strip()


def fits(name: str, want: str, timings):
    """None where the unit reads something else, or nothing; 2 where it would have sent as many
    pulses itself, else 1."""
    before = BEFORE[want]
    try:
        unit = units.load(name)
        got = unit.decode(timings, before)
        if type(got) is not UnitCommand or got.mode != want:
            return None
        if want != "off" and got.setpoint_cdeg != 2200:
            return None
    except (CodecError, ValueError):
        return None
    try:
        # The closing gap does not reach a receiver.
        return 2 if abs(len(unit.encode(got, before)[1]) - len(timings)) <= 1 else 1
    except CodecError:
        return 1
