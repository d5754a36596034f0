"""From a controller to a gateway and back: real frames, a wire with noise, and what a careful
master does about it.

Every write is read back. What a unit says is taken only from a whole round of answers that fit
their requests, and a setting that changed without being asked for must be seen twice before it
counts as a person's doing. A setting that was never confirmed is written again at every poll.

While no fault is active a round of polls is a pure function of what the gateway shows, and is
remembered.

Faults: those of noisy_wire.py, and `unplugged` (the gateway lives, the unit behind it does not
answer) and `error` (the unit reports this code).
"""

from host_sim.channel.faults import Faults
from host_sim.channel.noisy_wire import Wire
from splitstat.control.types import CodecError, UnitStatus
from splitstat.modbus import pdu, rtu

REMEMBERED = 20000
TRIES = 3
WRITES = 3
MISSED = 2
SILENT = UnitStatus(None, None, None, None, None, None, "no_answer", None)


class ModbusChannel:
    """unit: of splitstat.units; gateway: OnokomGateway or IntesisGateway.

    status is the last UnitStatus (None: never one), status_s when it came.
    """

    def __init__(self, unit, gateway, seed: int = 0, poll_s: int = 60, faults=()):
        self.unit = unit
        self.gateway = gateway
        self.wire = Wire(gateway, seed)
        self.poll_s = poll_s
        self.faults = Faults(faults)
        self.polls = unit.polls()
        self.due_s = 0
        self.status = None
        self.status_s = None
        self.wanted = None
        # settled: the unit has once confirmed what is wanted; same: it did so at the last round.
        self.settled = True
        self.same = False
        self.missed = 0
        self.seen = {}
        self.sent = self.rejected = self.refused = self.repaired = 0

    def send(self, now_s: int, command):
        """Writes a command and reads it back; what fails now is put right by a later poll."""
        self._fault(now_s)
        previous = self.wanted if self.same else None
        self.wanted = command
        self.settled = self.same = False
        self.sent += 1
        self._write(now_s, previous)

    def step(self, now_s: int, outdoor_c: float = 0.0):
        """Polls when it is time."""
        if now_s >= self.due_s:
            self.due_s = now_s + self.poll_s
            self.gateway.panel.outdoor_c = outdoor_c
            self._fault(now_s)
            self._poll(now_s)

    def _fault(self, now_s):
        if now_s >= self.faults.change_s:
            self.faults.step(now_s)
            active = self.wire.active = self.faults.active
            self.gateway.panel.linked = "unplugged" not in active
            self.gateway.panel.error = active.get("error", 0)

    def _write(self, now_s, previous):
        for _ in range(WRITES):
            for request in self.unit.writes(self.wanted, previous):
                self._ask(request)
            _, status, same = self._round()
            if same:
                self._take(now_s, status, same)
                return
            previous = None

    def _poll(self, now_s):
        values, status, same = self._look()
        if None in values:
            self.missed += 1
            if self.missed >= MISSED:
                self.status, self.status_s = SILENT, now_s
        if same is False and not self.settled:
            self.repaired += 1
            self._write(now_s, None)
        elif None not in values:
            if self.status is None or said(status) != said(self.status):
                # It says something new: look again before it is believed.
                values, again, same = self._look()
                if None in values or said(again) != said(status):
                    return
            self._take(now_s, status, same)

    def _take(self, now_s, status, same):
        self.missed = 0
        self.status, self.status_s = status, now_s
        self.same = bool(same)
        self.settled = self.settled or self.same

    def _look(self):
        return self._round() if self.wire.active else self._remembered()

    def _remembered(self):
        """A round over a wire without faults: the same view of the unit gives the same bytes."""
        key = (self.gateway.view(), self.wanted)
        found = self.seen.get(key)
        if found is None:
            if len(self.seen) >= REMEMBERED:
                self.seen.clear()
            found = self.seen[key] = self._round()
        return found

    def _round(self):
        """One answer a poll (None where none came), what they say, and whether they say what is
        wanted."""
        values = [self._ask(request) for request in self.polls]
        same = None if self.wanted is None else self.unit.confirms(self.wanted, values)
        return values, self.unit.status(values), same

    def _ask(self, request):
        """The values that answer a request, or None."""
        address = self.gateway.address
        frame = rtu.frame(address, request)
        for _ in range(TRIES):
            data = self.wire.exchange(frame)
            if len(data) >= len(frame) + 5 and data.startswith(frame):
                data = data[len(frame) :]
            try:
                answer = pdu.answer(request, rtu.unframe(address, data))
            except CodecError:
                self.rejected += 1
                self.wire.drain()
                continue
            if isinstance(answer, int):
                self.refused += 1
                return None
            return answer
        return None


def said(status):
    """What must be heard twice before it counts: mode, setpoint, fan and fault."""
    return status.mode, status.setpoint_cdeg, status.fan, status.fault
