"""A unit whose remote toggles its power: of one lost frame it does the opposite from then on.
Found out by what the room does, and put right by one frame that toggles once more. Imported with
such units alone.

Law. Only a frame of ours that changed the power can have gone astray, so a trial follows each, on
samples of the room five minutes apart, from the fifth minute after the frame:
    on    in 20 min the room must turn 0.15 K from how it moved in the 20 min before; where that
          is not known, it has 40 min; or be 0.1 K nearer at any time, or within 0.3 K
    off   if the unit was at work and the weather 8 K or more against it: in 40 min the room must
          turn back 0.1 K
Otherwise the unit was missed: the frame goes out again, as a change, and is judged the same way.
Four such frames at most, an even number, so that a wrong guess takes itself back. A running unit
is doubted anew when its room is more than 1 K short and comes no nearer, at the earliest an hour
later; twice that for each guess that was wrong, up to eight hours. A unit that a person switched
at its handset is not put right. An open window, a defrost, or any reading but the room's own
sensor begins the trial anew.
"""

from splitstat.control.sender import Sender
from splitstat.control.types import OFF

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SAMPLE_S = const(300)
_SPAN = const(4)  # samples in 20 min
_SAMPLES = const(5)
_LONG = const(9)
_TURN_CDEG = const(15)
_NEARER_CDEG = const(10)
_SHORT_CDEG = const(30)
_LOST_CDEG = const(100)
_CALM = const(12)
_WEATHER_CDEG = const(800)
_TRIES = const(4)


class TogglingSender(Sender):
    """As Sender. room: the Room that it belongs to.

    before: what the unit is taken to obey when the frame of this scan goes out, where that is not
    what it was told last; else None.
    """

    def __init__(self, config: dict, traits, room):
        Sender.__init__(self, config, traits)
        self.room = room
        self.before = None
        self.past = [None] * (_SPAN + 1)  # the room, the newest last
        self.sample_s = None
        self.ran = OFF  # the last command that was not OFF
        self.trend = None  # of the room before the frame, cdeg in 20 min
        self.start = 0
        self.samples = -1  # since the frame; below 0: no trial
        self.tries = 0
        self.wrong = 0  # times that such a frame was the wrong one
        self.calm = 0  # samples until a room that answered may be doubted again

    def step(self, now_s: int, command, sleep: bool):
        was = self.last or OFF
        on = was.mode != "off"
        send = Sender.step(self, now_s, command, sleep)
        self.before = None
        if self._sampled(now_s) and send is None:
            if self.samples < 0:
                self.calm -= 1
                if on and self.calm <= 0 and self._lost():
                    self.samples = self.tries = 0
                    self.trend = None
            else:
                self.samples += 1
                if self._missed(on):
                    self.tries += 1
                    self._try(now_s)
                    self.before = OFF if on else self.ran
                    return was
        if send is not None:
            if send.mode != "off":
                self.ran = send
            if on != (send.mode != "off"):
                self.tries = self.wrong = 0
                self._try(now_s)
        return send

    def _sampled(self, now_s):
        """Whether there is a new sample of the room."""
        past = self.past
        if self._blind():
            self.sample_s = self.trend = None
            self.samples = min(self.samples, 0)
            for n in range(_SPAN + 1):
                past[n] = None
            return False
        if self.sample_s is not None and now_s - self.sample_s < _SAMPLE_S:
            return False
        self.sample_s = now_s
        for n in range(_SPAN):
            past[n] = past[n + 1]
        past[_SPAN] = self.room.reading.cdeg
        return True

    def _lost(self):
        """Whether a room that once answered is far off, and does not come nearer."""
        past = self.past
        if self.room.zone.error_cdeg <= _LOST_CDEG or past[0] is None:
            return False
        moved = past[_SPAN] - past[0]
        return (moved if self.ran.mode == "heat" else -moved) <= 0

    def heard(self, now_s: int, command):
        Sender.heard(self, now_s, command)
        self.samples = -1
        if command.mode != "off":
            self.ran = command

    def _try(self, now_s):
        """A trial of the frame that goes out now."""
        past = self.past
        self.trend = None if past[0] is None else past[_SPAN] - past[0]
        self.samples = 0
        self.sample_s = now_s

    def _blind(self):
        room = self.room
        window = room.zone.window
        return room.reading.source != "sensor" or window.open or window.defrost

    def _missed(self, on):
        """Whether the trial ends here, against the frame."""
        cdeg = self.room.reading.cdeg
        if self.samples == 1:
            self.start = cdeg
        # Mirrored for cooling and for OFF: up is what the frame was sent for.
        sign = 1 if (self.ran.mode == "heat") == on else -1
        moved = sign * (cdeg - self.start)
        answered = moved >= _NEARER_CDEG
        if not answered and on:
            if self.room.zone.error_cdeg <= _SHORT_CDEG:
                self.samples = 0
                self.trend = None
                return False
            if self.trend is not None and self.samples == _SAMPLES:
                turned = moved - sign * self.trend
                answered = turned >= _TURN_CDEG
                self.wrong += turned <= -_TURN_CDEG and self.tries > 0
                self.samples = _LONG
        elif not answered:
            answered = not self._tells(sign)
        if not answered and self.samples < _LONG:
            return False
        self.samples = -1
        if not answered and self.tries < _TRIES:
            return True
        self.wrong += not answered
        self.calm = _CALM << min(self.wrong, 3)
        return False

    def _tells(self, sign):
        """Whether the room turns back when the unit is off."""
        room = self.room
        outdoor_cdeg = room.air.cdeg
        if outdoor_cdeg is None or self.ran.setpoint_cdeg is None:
            return False
        lift = sign * (self.start - self.ran.setpoint_cdeg)
        return lift >= 0 and sign * (outdoor_cdeg - room.reading.cdeg) >= _WEATHER_CDEG
