"""A unit whose remote toggles its power: of one lost frame it does the opposite from then on. What
keeps that from doing harm, and puts it right. Imported with such units alone.

Law. Everything but the power is absolute, and a unit that is off stays off without the toggle. So
such frames are repeated like all others, and the power is turned as seldom as can be:
    pause  a call that ended by itself leaves the unit on for an hour, at the end of its range
           where it rests, in the class of its outdoor unit; a call that comes back needs no toggle
    OFF    carries that same setpoint, and a minute later a frame without the toggle says it once
           more, then every repeat: one that missed its OFF rests, and does no harm
Whether a unit is on that should be is told by its room (answering.py). While that is in doubt it
is asked for 3 K more than the room's target, as far as any setpoint may stand off it (what a
person chose at the unit is left as it is); a unit found off is turned on.

The power key of a handset says the opposite to a unit that is not as it is taken to be. Read as
OFF while in doubt, it is ON after all when within three hours the room moves by 0.7 K in 10 min
towards the setpoint that came with it.

A unit that a person switched off at its handset hears nothing until it is wanted again. A probe in
the supply air tells of a lost OFF: air that five minutes later is as warm as it was. Then, and
where the room told, the power is turned once more.
"""

from splitstat.control.answering import LIFT_CDEG, Answering
from splitstat.control.sender import Sender
from splitstat.control.types import OFF, UnitCommand

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_MORE_CDEG = const(300)
_PAUSE_S = const(3600)
_AFTER_S = const(60)
_PROBE_S = const(300)
_DOUBT_S = const(10800)
_MOVES_CDEG = const(70)


class TogglingSender(Sender):
    """As Sender. room: the Room that it belongs to.

    before: what the unit is taken to obey when the frame of this scan goes out; last: afterwards.
    """

    def __init__(self, config: dict, traits, room):
        Sender.__init__(self, config, traits)
        self.traits = traits
        self.room = room
        self.answering = Answering(room)
        self.idle_s = None  # since when nothing is asked of it
        self.after_s = None  # when OFF is followed by the frame without the toggle
        self.lift_cdeg = 0  # of the supply air when OFF went out
        self.left = False  # switched off by a person
        self.doubted = None  # what a person said when that was read as OFF, but may be ON

    def step(self, now_s: int, command, sleep: bool, supply_cdeg=None):
        was = self.last
        on = was is not None and was.mode != "off"
        heats = (was.mode if on else self.room.gate.cls) == "heat"
        lift_cdeg = self._lift(heats, supply_cdeg)
        answering = self.answering
        works = on and command.mode != "off"
        most = works and self._more(was) is was
        turn = answering.step(now_s, works, heats, most, lift_cdeg)
        self.before = was if on else OFF
        if command.mode != "off":
            self.idle_s = self.after_s = None
            self.left = False
            if answering.more:
                command = self._more(command)
            if turn:
                self.before = OFF
                self._told(now_s, command)
                self.repeated = False
                return command
        elif on:
            if self.idle_s is None:
                self.idle_s = now_s
            if self.room.intent.mode != "off" and now_s - self.idle_s < _PAUSE_S:
                command = self._rest(self.room.gate.cls)
        elif self.left:
            if self.doubted is not None and self.room.reading.cdeg is not None:
                self._read_again(now_s)
            return None
        send = Sender.step(self, now_s, command, sleep)
        if send is None:
            if answering.again and works and not sleep:
                return command
            if answering.again and not works:
                self.before = rest = self._rest(self.room.gate.cls)
                return rest
            return self._follow(now_s, lift_cdeg)
        if send.mode == "off":
            if not on:
                self.before = rest = self._rest(self.room.gate.cls)
                return rest
            self.after_s = now_s + (_AFTER_S if lift_cdeg is None else _PROBE_S)
            self.lift_cdeg = lift_cdeg or 0
            answering.switched(False)
            return self._off(was.mode)
        if not on:
            answering.switched(True)
        return send

    def _may(self, now_s, sleep, spare):
        """As Sender; what makes a unit rest waits for nothing, like OFF."""
        return self.idle_s is not None or Sender._may(self, now_s, sleep, spare)

    def _lift(self, heats, supply_cdeg):
        """How far the air that leaves the unit is on the right side of the room's, or None."""
        cdeg = self.room.reading.cdeg
        if supply_cdeg is None or cdeg is None:
            return None
        return supply_cdeg - cdeg if heats else cdeg - supply_cdeg

    def _rest(self, mode):
        """What makes a unit that is on do nothing."""
        traits = self.traits
        fans = traits.fans
        fan = fans[1] if len(fans) > 1 and fans[0] == "auto" else fans[0]
        if traits.heat is not None and (mode == "heat" or traits.cool is None):
            return UnitCommand("heat", traits.heat[0], fan, None, False)
        return UnitCommand("cool", traits.cool[1], fan, None, False)

    def _off(self, mode):
        """The toggle, with the same in it."""
        rest = self._rest(mode)
        return UnitCommand("off", rest.setpoint_cdeg, rest.fan, None, False)

    def _follow(self, now_s, lift_cdeg):
        """What comes after OFF: what makes it rest without the toggle, or the toggle again."""
        if self.after_s is None or now_s < self.after_s:
            return None
        mode = self.room.gate.cls
        self.before = rest = self._rest(mode)
        self.after_s = None
        if lift_cdeg is not None and lift_cdeg > LIFT_CDEG and lift_cdeg * 4 > self.lift_cdeg * 3:
            self.after_s = now_s + _PROBE_S
            return self._off(mode)
        return rest

    def _more(self, command):
        """The command, asking for as much as any may; itself where it does already."""
        room = self.room
        target_cdeg = room.zone.target_cdeg
        choice = room.intent.choice
        if target_cdeg is None or command.frost or (choice and choice[6] is not None):
            return command
        step = self.traits.step_cdeg
        if command.mode == "heat":
            cdeg = min((target_cdeg + _MORE_CDEG) // step * step, self.traits.heat[1])
            cdeg = max(cdeg, command.setpoint_cdeg)
        else:
            cdeg = max(-((_MORE_CDEG - target_cdeg) // step * step), self.traits.cool[0])
            cdeg = min(cdeg, command.setpoint_cdeg)
        if cdeg == command.setpoint_cdeg:
            return command
        return UnitCommand(command.mode, cdeg, command.fan, command.swing, False)

    def heard(self, now_s: int, command):
        was = self.last
        off = command.mode == "off"
        proved = was is None or was.mode == "off" or self.answering.known
        doubted = off and not proved and command.setpoint_cdeg is not None
        self.doubted = command if doubted else None
        Sender.heard(self, now_s, command)
        self.answering.answered()
        self.after_s = self.idle_s = None
        self.left = off

    def _read_again(self, now_s):
        """An OFF that was ON: the room moves to the setpoint that it carried."""
        said = self.doubted
        moved = self.answering.moved()
        short_cdeg = said.setpoint_cdeg - self.room.reading.cdeg + moved
        if now_s - self.last_s > _DOUBT_S:
            self.doubted = None
        elif abs(moved) >= _MOVES_CDEG and (moved > 0) == (short_cdeg > 0):
            mode = "heat" if moved > 0 else "cool"
            self.reread = UnitCommand(mode, said.setpoint_cdeg, said.fan, None, False)
            self.doubted = None
