"""Is a unit that was switched on really on? Its room tells, or the air that it blows. Imported
with units that toggle their power alone (toggling.py).

Law. A unit counts as on when its room has answered: 0.3 K the right way in 10 min (0.45 K in 15,
0.6 K in 20), beyond what its last 20 min would have brought, and half of what it usually answers,
up to 0.7 K; asked for more than its room needs, it may answer 0.5 K in 5 min. Samples are five
minutes apart. One that has not answered yet is tried as soon as its room is 0.3 K short. One that
has is tried when it came no nearer in 20 min and is more than 1 K short, or has been 0.3 K short
for half an hour; where more than 1.5 K short it has to come nearer by half of its usual answer. In
weather 15 K from the room one that is asked for all it can do has to fall 0.2 K. To a person's own
setpoint, which is not asked for more, a unit may be 1 K further off; one that dries is not tried.

A trial: 10 min without an answer, then it is to be asked for more, and again after 5 and 10 min,
as frames may be lost; after 15 min in all it is to be turned, again every 10 min. If the room then
falls 0.3 K it was on, and is turned back. Four turns at most, an even number; the next doubt is an
hour later, twice that for each one in vain and each first turn that was wrong, up to eight, until
it answers without. An open window, a defrost, or any reading
but the room's own sensor begins a trial anew, ten minutes later; what looks like a window or a
defrost after a turn may well be the turn, and does not count.

Air 5 K from the room's on the right side proves a unit on. Where there is a probe for it, 5 min
stand for the 10, and 10 for the 15. A room that moves 0.7 K in 10 min as if a unit worked that is
to be off, or to rest, has it told so once more, which does no harm.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SAMPLE_S = const(300)
_SPAN = const(4)  # samples in 20 min
_ANSWER_CDEG = const(30)
_QUICK_CDEG = const(50)
_CLEAR_CDEG = const(70)
_STIRS_CDEG = const(20)  # in five minutes: the answer is coming
_LAST = const(4)  # sample at which an answer has come or does not
_SHORT_CDEG = const(30)
_CHOSEN_CDEG = const(100)
_LOST_CDEG = const(100)
_LATE = const(6)  # samples
_FAR_CDEG = const(150)
_FALLS_CDEG = const(20)
_HARD_CDEG = const(1500)
_CALM = const(12)  # samples
_TURNS = const(4)
LIFT_CDEG = 500


class Answering:
    """room: the Room. known: the unit is on, and nobody switched it since. more: it is to be asked
    for more, once again in this scan where `again`; that also of one that is to do nothing."""

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
        self.late = 0  # samples with a room that is short
        self.idle = 0  # samples since it was to work
        self.sign = 1  # the right way: up, or -1 down

    def step(self, now_s: int, on: bool, heats: bool, most: bool, lift_cdeg) -> bool:
        """Whether the unit has to be turned. on: told to work; most: asked for all it can do;
        lift_cdeg: how far its air is on the right side of the room's, or None."""
        self.again = False
        if on:
            self.idle = 0
            self.sign = 1 if heats else -1
        if on and lift_cdeg is not None and lift_cdeg >= LIFT_CDEG:
            self.answered()
        if not self._sampled(now_s):
            return False
        self.calm -= 1
        if not on:
            self.idle += 1
            if self.idle > 2 and self.sign * self.moved() >= _CLEAR_CDEG:
                self.again = True
                self.idle = 0
        zone = self.room.zone
        short_cdeg = 0 if zone.resting or zone.dry or not on else zone.error_cdeg
        choice = self.room.intent.choice
        if choice is not None and choice[6] is not None:
            short_cdeg -= _CHOSEN_CDEG
        if self.tried:
            turn = self._judge(lift_cdeg is not None)
            if short_cdeg > _SHORT_CDEG:
                return turn
            self.tried = self.more = False
            self.turns = 0
        elif self.calm <= 0 and short_cdeg > _SHORT_CDEG:
            if not self.known:
                self._try(False)
            else:
                self.late += 1
                late = short_cdeg > _LOST_CDEG or self.late > _LATE
                if late and self._doubtful(short_cdeg, most):
                    self._try(True)
        else:
            self.late = 0
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
        else:
            self.vain = 0
        self.known = True
        self.tried = self.more = False
        self.turns = 0

    def moved(self):
        """How far the room has moved in ten minutes, cdeg; 0 where that is not known."""
        before = self.past[_SPAN - 2]
        return 0 if before is None else self.past[_SPAN] - before

    def _doubtful(self, short_cdeg, most):
        past = self.past
        if past[0] is None:
            return False
        air_cdeg = self.room.air.cdeg
        hard = most and air_cdeg is not None and abs(air_cdeg - past[_SPAN]) >= _HARD_CDEG
        least = min(self.usual // 2, _CLEAR_CDEG) if short_cdeg > _FAR_CDEG else 0
        if hard:
            least = -_FALLS_CDEG
        return self.sign * (past[_SPAN] - past[0]) <= least

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
            least = max(_ANSWER_CDEG * self.samples // 2, min(self.usual // 2, _CLEAR_CDEG))
            if answer >= least and (self.samples > 1 or (self.more and answer >= _QUICK_CDEG)):
                self.usual = max(answer, self.usual + (answer - self.usual) // 4)
                self.answered()
                return False
            if self.turns & 1 and moved - min(trend, 0) <= -_ANSWER_CDEG:
                if self.turns == 1:
                    self.vain += 1
                return self._turn()
            before = past[_SPAN - 1]
            stirs = before is not None and self.sign * (cdeg - before) >= _STIRS_CDEG
            if stirs and self.samples < _LAST:
                self.again = self.more
                return False
        if not self.more:
            if self.samples >= (1 if probed else 2):
                self._try(True)
        elif self.samples < (2 if probed or self.turns else 3):
            self.again = True
        elif self.turns < _TURNS:
            return self._turn()
        else:
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
        self.late = 0
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
        open_ = window.cause == "contact" if self.turns else window.open or window.defrost
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
