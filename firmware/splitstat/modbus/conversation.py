"""What is said to one unit, how often again, and what of its answers is believed.

Pure: send() and poll() are generators that give lists of requests and are sent the list of their
answers back (a list of values, an int for a refusal, None where no answer came). Who carries them,
at what time, is decided elsewhere.

Every write is read back, and written again until the unit confirms it, at this poll or at a later
one. A setting that was confirmed once and then differs is a person's doing and is left alone.
Mode, setpoint, fan and fault count only when two rounds say the same: one garbled answer in 73,000
passes every check of its form (measured). A command is settled when all of it was acknowledged
and then read back, or read back twice. A poll that was heard as a command on its way, as its
answer tells, makes that everything is written again. A unit that refuses its command, or every
question, shows the fault `refused`, one that does not answer `no_answer`. What a gateway confirms
while the unit behind it is silent is not confirmed.
"""

from splitstat.control.unit_status import UnitStatus

WRITES = 3
MISSED = 2
LOST = 4
NOTHING = UnitStatus(None, None, None, None, None, None, None, None)


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
        previous = self.wanted if self.settled and self.same else None
        self.wanted = command
        self.settled = self.same = False
        self.values = None
        return self._write(previous)

    def _write(self, previous):
        unit = self.unit
        refused = status = None
        requests = unit.writes(self.wanted, previous)
        for _ in range(WRITES):
            answers = yield requests
            for answer in answers:
                refused = refused or answer
            values = yield unit.polls
            before = status
            status = unit.status(values)
            again = before and before[:3] == status[:3] and before.fault == status.fault
            same = status.fault != "unit_silent" and unit.confirms(self.wanted, values)
            if (same and 0 not in values) or (again and status.fault and None not in values):
                self._believe(values, status, same, len(answers) == answers.count([]))
                return
            if values[0] is None and [] not in answers:
                # It does not answer: a later poll goes on, and the others on the line need not
                # wait.
                break
            # It goes on where it broke off: power comes last. When all were answered, one may have
            # been heard as another.
            requests = requests[len(answers) - answers.count(None) :]
            requests = requests or unit.writes(self.wanted, None)
        if refused:
            if not again:
                status = NOTHING
            self.status = UnitStatus(*(status[:6] + ("refused", status[7])))
            self.news += 1
        else:
            self._miss("no_answer")

    def poll(self):
        """Asks how the unit is, and puts right what it never confirmed."""
        unit = self.unit
        values = yield unit.polls
        if values == self.values:
            self._believe(values, self.status, self.same)
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
        # One that never answers is asked, and told no more: the others on the line need not wait.
        if not self.settled and (
            same is False or (missing and (values[0] is not None or self.missed < LOST))
        ):
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
            self.status = UnitStatus(*(NOTHING[:6] + (fault, None)))
            self.values = None
            self.news += 1

    def _believe(self, values, status, same, sure=False):
        self.missed = 0
        self.news += 1
        self.values = values
        self.status = status
        self.settled = self.settled or bool(same and (sure or self.same))
        self.same = bool(same)
