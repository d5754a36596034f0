"""A blaster at the broker in the place of a lamp: it sees a unit that this board does not see.

Law: what is told waits while there is no broker, and the newest is what counts. Beyond the broker
nobody answers: a frame that the blaster did not get is a frame lost, and repeated like one.
"""

from splitstat.app.unit_tasks import IrHead
from splitstat.ir.blaster_words import words


class Blaster:
    """In a lamp's place. kind, topic: of the home file."""

    def __init__(self, house, kind: str, topic: str, hz: int):
        self.outbox = house.outbox = house.outbox or []
        self.kind = kind
        self.topic = "cmnd/%s/IRSend" % topic if kind == "tasmota" else topic
        self.hz = hz
        self.message = None

    def start(self, durations, levels):
        """As IrTransmitter.start()."""
        timings = []
        last = 0
        for i in range(len(durations)):
            level = 1 - (i & 1) if levels is True else levels[i]
            if level == last:
                timings[-1] += durations[i]
            else:
                timings.append(durations[i])
            last = level
        if not self.done():
            self.outbox.remove(self.message)
        self.message = (self.topic, words(self.kind, self.hz, timings))
        self.outbox.append(self.message)

    def done(self) -> bool:
        """The message is out."""
        return self.message not in self.outbox


class BlastedHead(IrHead):
    """As IrHead; waits for the broker."""

    async def step(self):
        if self.house.network.get("mqtt") == "connected":
            await IrHead.step(self)
