"""A unit that says how warm its return air is: its setpoint follows that.

Law: a unit's thermostat goes by the difference between its setpoint and its own return air, which
a running unit warms by a kelvin or two. Who knows both sets the difference itself: as large as the
room is short of where it ought to be led. So an inverter is kept at its lowest speed instead of
being stopped, and is stopped when the room, not the return air, has had enough. How low the
difference may go before this unit stops by itself is found out: up when it did so, down a little
each time that it had to be told. The room swings from 0.4 K short to 1 K past its target;
a rest or a run shorter than a quarter of an hour ends only 0.8 K short, or 1.2 K past.

The setpoint stays within 3 K of the target, as every last word must. No return air, no reading of
the room's own, frost duty, or a person at the unit: as in Modulation. A unit that does not say
whether it runs is taken to do as it was told.
"""

from splitstat.control.modulation import Modulation

const = int  # see zone.py

_REACH_CDEG = const(300)  # as in modulation.py
_SHORT_CDEG = const(40)  # a rest ends, or at once where twice as short
_PAST_CDEG = const(100)  # a run ends: the call ends or rests there (zone.py)
_FAR_CDEG = const(120)  # or at once
_SETTLED_S = const(900)
_START_CDEG = const(50)  # thermostats start so far short (general knowledge)
_LOW_CDEG = const(-150)  # and stop so far past, before it is known better
_LOWEST_CDEG = const(-450)  # hidden offsets of heating are up to 3 K
_STOPPED_CDEG = const(50)  # it stopped by itself: not so low again
_TOLD_CDEG = const(25)  # it had to be told: lower next time


class FollowModulation(Modulation):
    """status: the last UnitStatus (hand.py puts it there), or None. The rest as in Modulation."""

    status = None

    def __init__(self, traits):
        super().__init__(traits)
        self.wanted_cdeg = None
        self.runs = None
        self.asked = False  # to run
        self.low_cdeg = _LOW_CDEG
        self.since_s = -_SETTLED_S

    def step(self, now_s: int, cls: str, reading, zone, intent):
        status = self.status
        if status is not None:
            self._listen(now_s, status.action)
        super().step(now_s, cls, reading, zone, intent)
        choice = intent.choice
        if (
            status is not None
            and status.return_cdeg is not None
            and reading.source == "sensor"
            and zone.frost.duty is None
            and (choice is None or choice[6] is None)
            and self.wanted_cdeg is not None
        ):
            self._follow(now_s, cls, reading.cdeg, status.return_cdeg)

    def _listen(self, now_s, action):
        runs = self.asked if action is None else action not in ("idle", "off", "fan")
        if runs != self.runs:
            if self.runs is not None:
                self.since_s = now_s
            if self.asked and not runs:
                self.low_cdeg = min(0, self.low_cdeg + _STOPPED_CDEG)
            self.runs = runs

    def _follow(self, now_s, cls, room_cdeg, return_cdeg):
        sign = 1 if cls == "heat" else -1
        past = (room_cdeg - self.target_cdeg) * sign
        lead = (self.wanted_cdeg - room_cdeg) * sign
        settled = now_s - self.since_s >= _SETTLED_S
        if self.runs:
            asked = past <= (_PAST_CDEG if settled else _FAR_CDEG)
            if self.asked and not asked:
                self.low_cdeg = max(_LOWEST_CDEG, self.low_cdeg - _TOLD_CDEG)
            lead = max(lead, self.low_cdeg)
        else:
            asked = -past > (_SHORT_CDEG if settled else 2 * _SHORT_CDEG)
            lead = max(lead, _START_CDEG)
        self.asked = asked
        cdeg = return_cdeg + lead * sign
        if not asked:
            cdeg = self.target_cdeg - _REACH_CDEG * sign
        low = self.target_cdeg - _REACH_CDEG
        cdeg = max(low, min(low + 2 * _REACH_CDEG, cdeg))
        command = self.command
        self._tell(cls, super()._quantised(cls, cdeg), command.fan, False)

    def blow(self, intent):
        super().blow(intent)
        self.wanted_cdeg = None
        self.asked = False

    def stop(self):
        super().stop()
        self.wanted_cdeg = None
        self.asked = False

    def _quantised(self, cls, wanted_cdeg):
        self.wanted_cdeg = wanted_cdeg
        if self.command is not None:
            return self.command.setpoint_cdeg
        return super()._quantised(cls, wanted_cdeg)
