"""What is said to one unit, how often again, and what of its answers is believed.

Pure: send() and poll() are generators that give lists of requests and are sent the list of their
answers back (a list of values, an int for a refusal, None where no answer came). Who carries them,
at what time, is decided elsewhere.

Every write is read back, and written again until the unit confirms it, at this poll or at a later
one. A setting that was confirmed once and then differs is a person's doing and is left alone.
Mode, setpoint, fan and fault count only when two rounds say the same: one garbled answer in 73,000
passes every check of its form (measured). A poll that was heard as a command on its way, as its
answer tells, makes that everything is written again. A unit that refuses its command, or every
question, shows the fault `refused`, one that does not answer `no_answer`. What a gateway confirms
while the unit behind it is silent is not confirmed.
"""

from splitstat.control.unit_status import UnitStatus

WRITES = 3
MISSED = 2


class Conversation:
    """status is what the unit last said (None: nothing yet), news counts the rounds believed.

    settled: the unit has once confirmed what is wanted; same: it did so at the last round."""

    def __init__(self, unit):
        self.unit = unit
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
        unit = self.unit
        refused = False
        requests = unit.writes(self.wanted, previous)
        for _ in range(WRITES):
            answers = yield requests
            for answer in answers:
                refused = refused or isinstance(answer, int)
            values = yield unit.polls
            status = unit.status(values)
            same = status.fault != "unit_silent" and unit.confirms(self.wanted, values)
            if (same and 0 not in values) or (status.fault and None not in values):
                self._believe(values, status, same)
                return
            if values[0] is None:
                # It does not answer: a later poll goes on, and the others on the line need not
                # wait.
                break
            requests = requests[len(answers) - answers.count(None) :]
            requests = requests or unit.writes(self.wanted, None)
        if refused:
            self.status = UnitStatus(*(status[:6] + ("refused", status[7])))
            self.news += 1
        else:
            self._miss("no_answer")

    def poll(self):
        """Asks how the unit is, and puts right what it never confirmed."""
        unit = self.unit
        values = yield unit.polls
        if values == self.values:
            self.missed = 0
            self.news += 1
            return
        if 0 in values and self.wanted:
            yield from self._write(None)
            return
        missing = None in values
        status = unit.status(values)
        heard = not missing and (status.mode or status.setpoint_cdeg or status.fault)
        if not heard:
            self._miss("no_answer" if missing else "refused")
        same = None
        if self.wanted and status.fault != "unit_silent":
            same = unit.confirms(self.wanted, values)
        if not self.settled and (same is False or (missing and values[0] is not None)):
            yield from self._write(None)
        elif heard:
            known = self.status
            if known is None or known[:3] != status[:3] or known.fault != status.fault:
                again = yield unit.polls
                if None in again:
                    return
                known = unit.status(again)
                if known[:3] != status[:3] or known.fault != status.fault:
                    return
            self._believe(values, status, same)

    def _miss(self, fault):
        """A round in vain; the second one shows."""
        self.missed += 1
        if self.missed >= MISSED:
            self.status = UnitStatus(None, None, None, None, None, None, fault, None)
            self.values = None
            self.news += 1

    def _believe(self, values, status, same):
        self.missed = 0
        self.news += 1
        self.values = values
        self.status = status
        self.same = bool(same)
        self.settled = self.settled or self.same
