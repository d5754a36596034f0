"""A person at the unit itself: at its handset, or at the wall controller of a unit that is read
back. Heard here; held by intent.py, kept as it is by zone.py and modulation.py.

Law. What is chosen at the unit is held until the next block, or as long as the room's holds last:
mode, setpoint, fan and louvres, not a step changed. OFF is final, as everywhere. Only what the
unit can do counts; anything else is left to the next repeat of our own command ("unfit"). The
unit's own automatic is never sent and so not kept: it is held as heat and cool, half a deadband
below and above, in one frame of ours ("handset_auto").

What equals our standing command is no news; an OFF is, unless it may be the echo of our own.

A unit that is read back differs by a person's doing only after it has once done what it was told
last, when it says the same twice, and neither melts frost nor is out of reach.

Stronger than a person at the unit: frost duty, the limits of over-temperature, a load limit, an
open window contact, and the one class of an outdoor unit whose other heads run. The unit is then
told OFF, once, and what was chosen when that is over. A window that is only inferred is not
stronger, nor are the season, the differential, rest and sleep hours.
"""

from splitstat.control.held import within
from splitstat.control.types import OFF, UnitCommand

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_ECHO_S = const(120)  # our own frame comes back through our own receiver so late at most


def listen(room, now_s: int, utc_min, inputs):
    """room: room.Room; leaves intent.heard, the reason of this scan or of an automatic hold."""
    if hasattr(room.modulation, "status"):  # follow.py
        room.modulation.status = inputs.status
    pressed = inputs.handset
    sender = room.sender
    last = sender.last
    if pressed is None and sender.reread is not None:
        pressed = sender.reread
        sender.reread = None
    if pressed is not None:
        if last is not None and not _differs(last, pressed, pressed.swing):
            if pressed.mode != "off" or now_s - sender.last_s < _ECHO_S:
                return
    else:
        status = inputs.status
        if (
            last is None
            or status.mode is None
            or status.defrost
            or status.fault in ("refused", "no_answer")
        ):
            return
        if not _differs(last, status, None):
            sender.said = ()
            return
        if sender.said is None:
            return
        said = (status.mode, status.setpoint_cdeg, status.fan)
        if said != sender.said:
            sender.said = said
            return
        pressed = UnitCommand(said[0], said[1], said[2], None, False)
    intent = room.intent
    command = _able(pressed, room.modulation.traits)
    if command is None:
        intent.heard = ("unfit", 0)
        return
    sender.heard(now_s, pressed if pressed.mode in ("heat_cool", "off") else command)
    intent.heard = None
    if command.mode == "off":
        intent.event(now_s, utc_min, "mode", "off", None)
        return
    if pressed.mode == "heat_cool":
        intent.heard = ("handset_auto", (command.setpoint_cdeg + 5) // 10)
    if last is None or last.mode != command.mode or intent.person_off:
        intent.person_at_s = now_s
    if intent.person_off:
        intent.wish = command.mode if intent.before == "off" else intent.before
    intent.keep(now_s, intent.hold_min, _block(command, intent))
    intent.seen_s = now_s
    intent.decide(now_s, utc_min)


def _differs(told, says, swing) -> bool:
    """Whether a unit that says this of itself does something else than it was told."""
    mode = told.mode
    if says.mode != mode or mode == "off":
        return says.mode != mode
    cdeg = says.setpoint_cdeg
    return (
        (cdeg is not None and cdeg != told.setpoint_cdeg and mode != "fan_only" and not told.frost)
        or (says.fan is not None and says.fan != told.fan)
        or (swing is not None and told.swing is not None and swing != told.swing)
    )


def _able(pressed, traits):
    """The same as the unit takes it, or None: it can not be what this unit was told."""
    mode = pressed.mode
    cdeg = pressed.setpoint_cdeg
    if mode == "off":
        return OFF
    if mode == "heat_cool" and traits.heat is None:
        mode = "cool"
    elif mode == "heat_cool" and traits.cool is None:
        mode = "heat"
    if mode != "heat_cool" and mode not in traits.modes:
        return None
    span = traits.heat if mode == "heat" or traits.cool is None else traits.cool
    if mode == "fan_only":
        cdeg = span[1] if cdeg is None else cdeg
    elif not within(cdeg, span[0], span[1]):
        return None
    fan = pressed.fan if pressed.fan in traits.fans else traits.fans[0]
    swing = pressed.swing if pressed.swing in traits.swings else None
    return UnitCommand(mode, cdeg, fan, swing, False)


def _block(command, intent):
    """What was chosen, as a hold (held.py)."""
    mode = command.mode
    cdeg = exact_cdeg = command.setpoint_cdeg
    heat = intent.heat_cdeg
    cool = intent.cool_cdeg
    gap = intent.deadband_cdeg
    if mode == "heat_cool":
        heat = cdeg - gap // 2
        cool = heat + gap
        exact_cdeg = None
    elif mode == "heat":
        heat = cdeg
        cool = max(cool, cdeg + gap)
    elif mode != "fan_only":
        cool = cdeg
        heat = min(heat, cdeg - gap)
    return [mode, heat, cool, 1, command.fan, command.swing, exact_cdeg]


def blown(block, word: str, a: str):
    """A block with a fan or a swing that was asked for here."""
    block = block + [None] * (7 - len(block))
    block[4 if word == "fan" else 5] = None if word == "fan" and a == "auto" else a
    return block
