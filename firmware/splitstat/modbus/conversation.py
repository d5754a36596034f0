"""What is said to one unit, how often again, and what of its answers is believed.

Pure: send() and poll() are generators that give lists of requests and are sent the list of their
answers back (a list of values, an int for a refusal, None where no answer came). Who carries them,
at what time, is decided elsewhere.

Every write is read back, and written again until the unit confirms it, at this poll or at a later
one. A setting that was confirmed once and then differs is a person's doing and is left alone.
Mode, setpoint, fan and fault count only when two rounds say the same: one garbled answer in 73,000
passes every check of its form (measured). A command that the unit refuses shows as the fault
`refused`, a unit that does not answer as `no_answer`.
"""

from splitstat.control.unit_status import UnitStatus

WRITES = 3
MISSED = 2


class Conversation:
    """status is what the unit last said (None: nothing yet), news counts the rounds believed.

    settled: the unit has once confirmed what is wanted; same: it did so at the last round."""

    def __init__(self, unit):
        self.unit = unit
        self.polls = unit.polls()
        self.status = None
        self.news = 0
        self.wanted = None
        self.settled = True
        self.same = False
        self.missed = 0
        self.values = None

    def send(self, command):
        """Says a command and reads it back."""
        previous = self.wanted if self.same else None
        self.wanted = command
        self.settled = self.same = False
        self.values = None
        return self._write(previous)

    def _write(self, previous):
        refused = False
        for _ in range(WRITES):
            answers = yield self.unit.writes(self.wanted, previous)
            for answer in answers:
                refused = refused or isinstance(answer, int)
            values = yield self.polls
            same = self.unit.confirms(self.wanted, values)
            if same or (same is None and None not in values):
                self._believe(values, self.unit.status(values), same)
                return
            if values[0] is None:
                # It does not answer: a later poll goes on, and the others on the line need not
                # wait.
                return
            previous = None
        if refused:
            was = self.unit.status(values)
            self.status = UnitStatus(
                was[0], was[1], was[2], was[3], was[4], was[5], "refused", was[7]
            )
            self.news += 1

    def poll(self):
        """Asks how the unit is, and puts right what it never confirmed."""
        values = yield self.polls
        if values == self.values:
            self.missed = 0
            self.news += 1
            return
        missing = None in values
        if missing:
            self.missed += 1
            if self.missed >= MISSED:
                self.status = UnitStatus(None, None, None, None, None, None, "no_answer", None)
                self.values = None
                self.news += 1
        same = self.unit.confirms(self.wanted, values) if self.wanted else None
        lives = values[0] is not None
        if not self.settled and (same is False or (missing and lives)):
            yield from self._write(None)
        elif not missing:
            status = self.unit.status(values)
            if self.status is None or said(status) != said(self.status):
                again = yield self.polls
                if None in again or said(self.unit.status(again)) != said(status):
                    return
            self._believe(values, status, same)

    def _believe(self, values, status, same):
        self.missed = 0
        self.news += 1
        self.values = values
        self.status = status
        self.same = bool(same)
        self.settled = self.settled or self.same


def said(status):
    """What must be heard twice before it counts."""
    return status.mode, status.setpoint_cdeg, status.fan, status.fault
