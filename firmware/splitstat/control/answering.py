"""Is a unit that was switched on really on? Its room tells, or the air that it blows. Imported
with units that toggle their power alone (toggling.py).

Law. A unit counts as on when its room has answered: 0.3 K the right way in 10 min, beyond what its
last 20 min would have brought, and a third of what it usually answers, up to 0.5 K; on samples
five minutes apart. One that has not answered yet is tried as soon as its room is 0.3 K short; one
that has, when it is more than 1 K short and came no nearer in 20 min, or, asked for all it can do
in weather 15 K from the room, fell 0.2 K.

A trial: 10 min without an answer, then it is to be asked for more, and once more after 5 min, as
the one or other frame may be lost; after 15 min in all it is to be turned, again every 15 min. If
the room then falls 0.3 K it was on, and is turned back. Four turns at most, an even number; the
next doubt is an hour later, twice that for each one in vain, up to eight. An open window, a
defrost, or any reading but the room's own sensor begins a trial anew, ten minutes later; what
looks like a window or a defrost after a turn may well be the turn, and does not count.

Air 5 K from the room's on the right side proves a unit on. Where there is a probe for it, 5 min
stand for the 10, and 10 for the 15.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SAMPLE_S = const(300)
_SPAN = const(4)  # samples in 20 min
_ANSWER_CDEG = const(30)
_CLEAR_CDEG = const(50)
_STIRS_CDEG = const(20)  # in five minutes: the answer is coming
_SHORT_CDEG = const(30)
_LOST_CDEG = const(100)
_FALLS_CDEG = const(20)
_HARD_CDEG = const(1500)
_CALM = const(12)  # samples
_TURNS = const(4)
LIFT_CDEG = 500


class Answering:
    """room: the Room. known: the unit is on, and nobody switched it since. more: it is to be asked
    for more, once again in this scan where `again`."""

    def __init__(self, room):
        self.room = room
        self.known = False
        self.more = False
        self.again = False
        self.past: list = [None] * (_SPAN + 1)  # the room, the newest last
        self.sample_s = None
        self.tried = False  # a trial is on
        self.samples = 0
        self.start = 0
        self.trend = 0  # of the room before, the right way, cdeg in 20 min
        self.turns = 0
        self.usual = 0  # answer, cdeg
        self.vain = 0
        self.calm = 0  # samples until there may be a doubt again
        self.sign = 1  # the right way: up, or -1 down

    def step(self, now_s: int, on: bool, heats: bool, most: bool, lift_cdeg) -> bool:
        """Whether the unit has to be turned. on: told to work; most: asked for all it can do;
        lift_cdeg: how far its air is on the right side of the room's, or None."""
        self.again = False
        self.sign = 1 if heats else -1
        if on and lift_cdeg is not None and lift_cdeg >= LIFT_CDEG:
            self.answered()
        if not self._sampled(now_s):
            return False
        self.calm -= 1
        zone = self.room.zone
        short_cdeg = 0 if zone.resting or not on else zone.error_cdeg
        if self.tried:
            turn = self._judge(lift_cdeg is not None)
            if short_cdeg > _SHORT_CDEG:
                return turn
            self.tried = self.more = False
            self.turns = 0
        elif self.calm <= 0 and short_cdeg > _SHORT_CDEG:
            if not self.known:
                self._try(False)
            elif short_cdeg > _LOST_CDEG and self._doubtful(most):
                self._try(True)
        return False

    def switched(self, on: bool):
        """By a frame of ours."""
        self.known = self.tried = self.more = False
        self.turns = 0
        if on:
            self.vain = self.calm = 0
            self._try(False)

    def answered(self):
        """By the room, by its air, or by a person who switched it."""
        if self.turns:
            self.calm = _CALM << min(self.vain, 4) >> 1
        self.known = True
        self.tried = self.more = False
        self.turns = 0

    def _doubtful(self, most):
        past = self.past
        if past[0] is None:
            return False
        air_cdeg = self.room.air.cdeg
        hard = most and air_cdeg is not None and abs(air_cdeg - past[_SPAN]) >= _HARD_CDEG
        return self.sign * (past[_SPAN] - past[0]) <= (-_FALLS_CDEG if hard else 0)

    def _judge(self, probed):
        """As step(), at a sample in a trial."""
        past = self.past
        cdeg = past[_SPAN]
        self.samples += 1
        if self.samples <= 0:
            self.start = cdeg
            return False
        moved = self.sign * (cdeg - self.start)
        trend = self.trend * self.samples // _SPAN
        if not probed:
            answer = moved - max(trend, 0)
            if self.samples > 1 and answer >= max(_ANSWER_CDEG, min(self.usual // 3, _CLEAR_CDEG)):
                self.usual += (answer - self.usual) // 4
                self.answered()
                return False
            if self.turns & 1 and moved - min(trend, 0) <= -_ANSWER_CDEG:
                self.vain += 1
                return self._turn()
            before = past[_SPAN - 1]
            if before is not None and self.sign * (cdeg - before) >= _STIRS_CDEG:
                return False
        if not self.more:
            if self.samples >= (1 if probed else 2):
                self._try(True)
        elif self.samples == 1:
            self.again = True
        elif self.samples >= (2 if probed else 3):
            if self.turns < _TURNS:
                return self._turn()
            self.vain += 1
            self.tried = self.more = False
            self.turns = 0
            self.calm = _CALM << min(self.vain, 4) >> 1
        return False

    def _turn(self):
        self.turns += 1
        self._try(True)
        return True

    def _try(self, more):
        """A trial begins, or its next part."""
        past = self.past
        self.known = False
        self.tried = True
        self.more = more
        self.samples = 0
        self.start = past[_SPAN]
        self.trend = 0
        if self.start is None:
            self.samples = -1
        elif past[0] is not None:
            self.trend = self.sign * (self.start - past[0])

    def _sampled(self, now_s):
        """Whether there is a new sample of the room."""
        room = self.room
        past = self.past
        window = room.zone.window
        open_ = window.cause == "contact" if self.turns & 1 else window.open or window.defrost
        if room.reading.source != "sensor" or open_:
            self.sample_s = None
            self.trend = 0
            self.samples = -2
            for n in range(_SPAN + 1):
                past[n] = None
            return False
        if self.sample_s is not None and now_s - self.sample_s < _SAMPLE_S:
            return False
        self.sample_s = now_s
        for n in range(_SPAN):
            past[n] = past[n + 1]
        past[_SPAN] = room.reading.cdeg
        return True
