"""From a lamp to an indoor unit: pulses, what the air and the receiver do to them, and what the
unit makes of them.

Every frame is encoded to microseconds and decoded again. A demodulating receiver lengthens marks
and shortens spaces by some 50-100 us (general knowledge): the same for every frame, so encoding
and decoding are remembered; jitter and corruption are drawn anew and decoded anew.

A room temperature told by infra-red stays until a command that does not carry it, where the
unit's commands could (`feel with`), and until feels_s have gone by where the unit gives it up.

Faults: `dark` (nothing arrives), `loss` and `corrupt` (the value is the probability that a frame
is lost or has some of its pulses changed), `jitter` (standard deviation in us).
"""

from random import Random

from host_sim.channel.faults import Faults
from splitstat.control.types import OFF, CodecError

REMEMBERED = 20000
FEEL_EVERY_S = 180


class IrChannel:
    """unit: of splitstat.units; indoor_unit: of the plant. Counts frames sent, lost, and arrived
    but not understood."""

    # An infra-red unit never answers.
    status = None
    status_s = None

    def __init__(
        self,
        unit,
        indoor_unit,
        seed: int = 0,
        loss: float = 0.0,
        corrupt: float = 0.0,
        stretch_us: int = 60,
        jitter_us: float = 0.0,
        faults=(),
        feels_s: int | None = None,
    ):
        self.unit = unit
        self.indoor_unit = indoor_unit
        self.random = Random(seed)
        self.loss = loss
        self.corrupt = corrupt
        self.stretch_us = stretch_us
        self.jitter_us = jitter_us
        self.faults = Faults(faults)
        # A unit whose remote toggles its power is known to be off when all begins.
        self.previous = OFF if "power" in unit.traits.toggles else None
        self.heard = {}
        self.feels_s = feels_s
        self.fed_s = self.fed_at_s = None  # told to the unit; sent at all
        self.sent = self.lost = self.corrupted = self.misread = 0

    def step(self, now_s: int, outdoor_c: float = 0.0, air_c: float | None = None):
        """Nothing to ask: a lamp only talks. What the unit was told of its room grows old."""
        if self.fed_s is not None and self.feels_s and now_s - self.fed_s >= self.feels_s:
            self._felt(now_s, None)

    def feel(self, now_s: int, cdeg):
        """The room temperature every FEEL_EVERY_S, beside the command that stands; None is said
        once, by that command."""
        self.step(now_s)
        command = self.previous
        if command is None or command.mode == "off":
            return
        if cdeg is None:
            if self.fed_at_s is not None:
                self.fed_at_s = None
                if self.unit.feel[:4] == "with":
                    self.send(now_s, command)
            return
        if self.fed_at_s is not None and now_s - self.fed_at_s < FEEL_EVERY_S:
            return
        self.fed_at_s = now_s
        self.sent += 1
        if now_s >= self.faults.change_s:
            self.faults.step(now_s)
        active = self.faults.active
        if "dark" in active or self.random.random() < active.get("loss", self.loss):
            self.lost += 1
            return
        _, timings = self.unit.encode_feel(cdeg, command)
        said = self.unit.decode_state(timings)
        self._felt(now_s, said["feel"])

    def _felt(self, now_s, room_c):
        self.fed_s = None if room_c is None else now_s
        self.indoor_unit.feel(room_c)

    def send(self, now_s: int, command):
        """One frame into the room; the unit obeys what it understands."""
        if now_s >= self.faults.change_s:
            self.faults.step(now_s)
        active = self.faults.active
        previous, self.previous = self.previous, command
        self.sent += 1
        draw = self.random.random
        if "dark" in active or draw() < active.get("loss", self.loss):
            self.lost += 1
            return
        corrupt = draw() < active.get("corrupt", self.corrupt)
        jitter_us = active.get("jitter", self.jitter_us)
        obeyed = self.indoor_unit.command or (previous and OFF)
        try:
            meant = self._remembered(command, previous, obeyed)
        except CodecError:  # a raw unit that never learned this
            self.lost += 1
            return
        if corrupt or jitter_us > 0.0:
            self.corrupted += corrupt
            pulses = self._disturb(self._pulses(command, previous), jitter_us, corrupt)
            understood = self._understand(pulses, obeyed)
        else:
            understood = meant
        if understood is None:
            self.lost += 1
            return
        self.misread += understood != meant
        if self.fed_s is not None and self.unit.feel[:4] == "with":
            self._felt(now_s, None)
            self.fed_at_s = None
        self.indoor_unit.obey(understood)

    def _remembered(self, command, previous, obeyed):
        """What the unit makes of the frame when nothing happens to it on the way."""
        key = (command, previous, obeyed)
        if key not in self.heard:
            if len(self.heard) >= REMEMBERED:
                self.heard.clear()
            self.heard[key] = self._understand(self._pulses(command, previous), obeyed)
        return self.heard[key]

    def _pulses(self, command, previous):
        """Marks and spaces at the receiver's output, in us."""
        _, timings = self.unit.encode(command, previous)
        stretch = self.stretch_us
        return [us - stretch if i & 1 else us + stretch for i, us in enumerate(timings)]

    def _disturb(self, pulses, jitter_us, corrupt):
        if jitter_us > 0.0:
            gauss = self.random.gauss
            pulses = [max(50, round(us + gauss(0.0, jitter_us))) for us in pulses]
        if corrupt:
            # A burst of foreign light: some neighbouring marks and spaces come out anyhow.
            at = self.random.randrange(len(pulses))
            for i in range(at, min(at + self.random.randint(1, 8), len(pulses))):
                pulses[i] = self.random.randint(100, 2500)
        return pulses

    def _understand(self, pulses, obeyed):
        """What the unit takes from it, given what it does now, or None."""
        try:
            return self.unit.decode(pulses, obeyed)
        except CodecError:
            return None
