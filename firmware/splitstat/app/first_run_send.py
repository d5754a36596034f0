"""What the first run sends: a frame that a person waits for, and ten to count the beeps of.

Law: every frame is safe as the last word ever sent. Heating it asks for 24, cooling for 22: within
3 K of what a home begins with, and the unit's own thermostat ends it. `calm` is what is said when
the person is done: the plain setpoint.
"""

import asyncio

from splitstat import units
from splitstat.app.unit_tasks import IrHead
from splitstat.control.types import UnitCommand
from splitstat.hardware.ir_transmitter import IrTransmitter

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_AIM = const(10)
_PAUSE_S = const(3)  # a person counts
STRONG = {"heat": 2400, "cool": 2200}
CALM = {"heat": 2100, "cool": 2500}


def head_of(setup, name: str) -> IrHead:
    """The unit of that name behind the lamp. Raises ValueError: no such unit."""
    unit = units.load(name)
    pin = setup.facts["lamp"]
    lamp = setup.lamp
    if lamp is None or lamp.hz != unit.hz or setup.lamp_pin != pin:
        if lamp is not None and lamp.rmt is not None:
            lamp.rmt.deinit()  # up to MicroPython 1.26 a channel is had once
        lamp = setup.lamp = IrTransmitter(0, pin, unit.hz)
        setup.lamp_pin = pin
    return IrHead(setup, 0, unit, lamp)


def command(mode: str, cdeg: int) -> UnitCommand:
    """Of the few that the first run gives."""
    return UnitCommand(mode, cdeg, "auto", None, False)


async def say(head, what: UnitCommand):
    """Sends one frame; raises OSError where it could not be sent."""
    head.tell(what)
    for _ in range(5):
        await head.step()
        if head.command is None:
            break
        await asyncio.sleep(0.2)
    if head.previous is not what:
        raise OSError("the lamp did not send")


def mode_of(head, cdeg) -> str:
    """Which way a unit has work to do in a room of cdeg (None: nobody knows)."""
    traits = head.unit.traits
    if traits.heat is None or traits.cool is None:
        return "heat" if traits.cool is None else "cool"
    return "cool" if cdeg is not None and cdeg >= 2300 else "heat"


async def try_one(setup, job, name: str, mode):
    """The job that starts the unit as `name` would, for the person to see and hear. mode: heat or
    cool, where the person wants one."""
    head = head_of(setup, name)
    mode = mode or mode_of(head, _room(setup))
    setup.keep({"trying": [name, mode]})
    job["unit"], job["mode"] = name, mode
    await say(head, command(mode, STRONG[mode]))


def answer(setup, body):
    """What the person saw of the unit that was tried: {"beep", "start"}; {"again": true}: none of
    them, and from the beginning."""
    facts = setup.facts
    if body.get("again") is True:
        setup.keep({"answers": None, "trying": None})
        return None
    if "trying" not in facts:
        return "nothing was tried yet"
    name = facts["trying"][0]
    if body.get("start") is True:
        setup.keep({"unit": name, "step": "aim"})
    elif body.get("beep") is True:
        # It heard something of its own: a relative of this unit, or the wrong mode.
        setup.keep({"answers": _answered(facts, name, "beep")})
    else:
        setup.keep({"answers": _answered(facts, name, "nothing")})
    return None


def _answered(facts, name, word):
    answers = dict(facts.get("answers") or {})
    answers[name] = word
    return answers


async def aim(setup, job):
    """The job of ten frames, three seconds apart, by turns half a step of nothing: the same."""
    head = head_of(setup, setup.facts["unit"])
    mode = setup.facts["trying"][1]
    job["of"] = _AIM
    for n in range(_AIM):
        job["sent"] = n + 1
        await say(head, command(mode, STRONG[mode]))
        await asyncio.sleep(_PAUSE_S)


def counted(setup, beeps):
    """How many of the ten the person heard."""
    if type(beeps) is not int or not 0 <= beeps <= _AIM:
        return "you can have counted 0 to %d" % _AIM
    if beeps >= _AIM - 1:
        setup.keep({"aim": beeps, "step": "test"})
    else:
        setup.keep({"aim": beeps})
    return None


def _room(setup):
    return setup.said[0] if setup.said else None
