"""From a controller to a gateway and back: real frames over a wire with noise.

What is said, how often again and what is believed is the firmware's own (modbus/conversation.py);
here its requests become bytes, and bytes become answers. While no fault is active a round of polls
is a pure function of what the gateway shows, and is remembered.

Faults: those of noisy_wire.py, and `unplugged` (the gateway lives, the unit behind it does not
answer) and `error` (the unit reports this code).
"""

from host_sim.channel.faults import Faults
from host_sim.channel.noisy_wire import Wire
from splitstat.control.types import CodecError
from splitstat.modbus import feel, pdu, rtu
from splitstat.modbus.conversation import Conversation

REMEMBERED = 20000
TRIES = 3
BUSY = (5, 6)


class Round(list):
    """Answers to one round of polls, with what the unit makes of them."""

    status = None
    asked: tuple | None = None
    same = None


class Reader:
    """The unit; what it makes of a remembered round is remembered too."""

    def __init__(self, unit):
        self.unit = unit
        self.polls = unit.polls
        self.writes = unit.writes

    def status(self, values):
        if not isinstance(values, Round):
            return self.unit.status(values)
        if values.status is None:
            values.status = self.unit.status(values)
        return values.status

    def confirms(self, command, values):
        if not isinstance(values, Round):
            return self.unit.confirms(command, values)
        asked = command, self.unit.fed
        if values.asked != asked:
            values.asked = asked
            values.same = self.unit.confirms(command, values)
        return values.same


class ModbusChannel:
    """unit: of splitstat.units; gateway: OnokomGateway or IntesisGateway.

    status is the last UnitStatus (None: never one), status_s when it came.
    """

    def __init__(self, unit, gateway, seed: int = 0, poll_s: int = 60, faults=()):
        self.unit = unit
        self.gateway = gateway
        self.talk = Conversation(Reader(unit))
        self.wire = Wire(gateway, seed)
        self.poll_s = poll_s
        self.faults = Faults(faults)
        self.due_s = 0
        self.status = None
        self.status_s = None
        self.seen = {}
        self.fed_cdeg = None
        self.shown = None
        self.sent = self.rejected = self.refused = 0

    def send(self, now_s: int, command):
        """Writes a command and reads it back; what fails now is put right by a later poll."""
        self._fault(now_s)
        self.sent += 1
        self._carry(now_s, self.talk.send(command))

    def feel(self, now_s: int, cdeg):
        """Writes the room temperature, or with None that the unit is to feel for itself. What is
        there already is not written again while the line is sound."""
        self._fault(now_s)
        if cdeg != self.fed_cdeg or self.wire.active:
            self.fed_cdeg = cdeg
            self._ask_all(feel.writes(self.unit, cdeg))

    def step(self, now_s: int, outdoor_c: float = 0.0, air_c: float | None = None):
        """Polls when it is time."""
        if now_s < self.due_s:
            return
        self.due_s = now_s + self.poll_s
        panel = self.gateway.panel
        panel.outdoor_c = outdoor_c
        panel.air_c = air_c
        self._fault(now_s)
        shown = None if self.wire.active else self.gateway.view()
        if shown is None or shown != self.shown:
            self._carry(now_s, self.talk.poll())
            # The same view again, once confirmed and believed, would say the same again.
            self.shown = shown if self.status_s == now_s and self.talk.settled else None
        else:
            self.status_s = now_s

    def _fault(self, now_s):
        self.shown = None if self.wire.active else self.shown
        if now_s >= self.faults.change_s:
            self.faults.step(now_s)
            active = self.wire.active = self.faults.active
            self.gateway.panel.linked = "unplugged" not in active
            self.gateway.panel.error = active.get("error", 0)

    def _carry(self, now_s, talk):
        """Takes a generator's requests to the gateway and the answers back."""
        news = self.talk.news
        self.shown = None
        answers = None
        try:
            while True:
                requests = talk.send(answers)
                polls = requests is self.unit.polls and not self.wire.active
                answers = self._remembered() if polls else self._ask_all(requests)
        except StopIteration:
            pass
        if self.talk.news != news:
            self.status, self.status_s = self.talk.status, now_s

    def _remembered(self):
        """A round over a wire without faults: the same view of the unit gives the same bytes."""
        view = self.gateway.view()
        if view not in self.seen:
            if len(self.seen) >= REMEMBERED:
                self.seen.clear()
            self.seen[view] = Round(self._ask(request) for request in self.unit.polls)
        return self.seen[view]

    def _ask_all(self, requests):
        """The answers to a list; after one that did not come the rest is not asked."""
        answers = []
        for request in requests:
            lost = answers and answers[-1] is None
            answers.append(None if lost else self._ask(request))
        return answers

    def _ask(self, request):
        """The values that answer a request, the code that refuses it, or None."""
        address = self.gateway.address
        frame = rtu.frame(address, request)
        left = 4 * TRIES
        silence = 4
        answer = refused = None
        while left > 0:
            data = self.wire.exchange(frame)
            if len(data) >= len(frame) + 5 and data.startswith(frame):
                data = data[len(frame) :]
            cost = silence
            try:
                answer = pdu.answer(request, rtu.unframe(address, data))
                if answer not in BUSY:
                    if not answer or isinstance(answer, list) or answer == refused:
                        break
                    refused = answer
                    cost = 1
            except CodecError:
                answer = None
                self.rejected += 1
                if data:
                    silence = 2
                    cost = 1
            left -= cost
            if not left & 3:  # the long pause
                self.wire.drain()
        self.refused += isinstance(answer, int)
        return answer
