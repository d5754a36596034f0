"""A serial line between one master and one gateway, with what real lines do to bytes.

Faults, by name and value: `noise` (bit error rate, both ways), `silent` (nobody answers),
`exception` (the device refuses everything with this code), and with a probability each `lost` (the
answer does not come), `truncated` (it breaks off), `late` (it comes in place of the next one),
`foreign` (another device's answer comes instead), `trailing` (garbage follows it), `slip` (either
way: a few bits are wrong, and the checksum fits nevertheless, as it does for one damaged frame in
65,536; a request to read stays one, see tests/host/test_modbus_odds.py); `echo` (the transceiver
hears itself).
"""

from math import log
from random import Random

from host_sim.channel.modbus_gateway import checksum, refusal


class Wire:
    """exchange() carries one request and brings what is heard until the line falls silent.

    slipped: how many damaged frames had a good checksum."""

    def __init__(self, gateway, seed: int = 0):
        self.gateway = gateway
        self.random = Random(seed)
        self.active = {}
        self.late = []
        self.frames = 0
        self.slipped = 0

    def exchange(self, frame: bytes) -> bytes:
        """The bytes heard after sending `frame`; empty when there were none."""
        self.frames += 1
        active = self.active
        if not active:
            return self.gateway.serve(frame) or b""
        if "silent" in active:
            return b""
        noise = active.get("noise", 0.0)
        if "exception" in active:
            answer = refusal(frame, active["exception"])
        else:
            answer = self.gateway.serve(self._damaged(frame, 2 if frame[1] < 5 else 0)) or b""
        draw = self.random.random
        if answer:
            if draw() < active.get("lost", 0.0):
                answer = b""
            if self.late or draw() < active.get("late", 0.0):
                # Once behind, every answer comes one request late until the master waits.
                heard = self.late.pop(0) if self.late else b""
                self.late.append(answer)
                answer = heard
            if draw() < active.get("truncated", 0.0):
                answer = answer[: self.random.randrange(len(answer) + 1)]
            if answer and draw() < active.get("foreign", 0.0):
                body = bytes([answer[0] % 247 + 1]) + answer[1:-2]
                answer = body + checksum(body)
            if draw() < active.get("trailing", 0.0):
                answer += self.random.randbytes(self.random.randint(1, 4))
        if "echo" in active:
            return self._flip(frame, noise) + self._damaged(answer)
        return self._damaged(answer)

    def drain(self):
        """The master listens until the line is silent; one answer in ten is later than that."""
        if self.late and self.random.random() < 0.9:
            self.late.clear()

    def _damaged(self, frame, safe=0):
        """What comes out at the other end. safe: so many bytes at the start are left alone by a
        slip."""
        draw = self.random
        if len(frame) > 2 and draw.random() < self.active.get("slip", 0.0):
            body = bytearray(frame[:-2])
            for _ in range(draw.randint(1, 6)):
                body[draw.randrange(safe, len(body))] ^= 1 << draw.randrange(8)
            heard = bytes(body) + checksum(bytes(body))
        else:
            heard = self._flip(frame, self.active.get("noise", 0.0))
        if heard is not frame and heard != frame and checksum(heard[:-2]) == heard[-2:]:
            self.slipped += 1
        return heard

    def _flip(self, data, rate):
        """The bytes with bits inverted at this rate."""
        if rate <= 0.0 or not data:
            return data
        # Gaps between errors are geometric: one draw an error in place of one a bit.
        scale = log(1.0 - rate)
        at = int(log(1.0 - self.random.random()) / scale)
        if at >= 8 * len(data):
            return data
        changed = bytearray(data)
        while at < 8 * len(data):
            changed[at >> 3] ^= 1 << (at & 7)
            at += 1 + int(log(1.0 - self.random.random()) / scale)
        return bytes(changed)
