"""machine.I2S of the virtual board, as far as it samples a receiver's pin.

The peripheral fills its memory by itself: what the home tells of the pin's edges becomes bits when
somebody reads, up to that moment. What the memory could not hold is lost, the oldest first.
"""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false

import board_wire
import ustruct

_wire = board_wire.wire
_PAIR = 8  # bytes: a frame of two words of 32 samples


class I2S:
    RX, TX, MONO, STEREO = 1, 2, 0, 1

    def __init__(self, id, *, sck, ws, sd, mode, bits, format, rate, ibuf):
        if mode != self.RX or bits != 32 or format != self.STEREO or not 2450 <= rate <= 48000:
            raise ValueError("not simulated")
        self.ns = 1000000000 // (rate * 64)  # of a sample
        self.held = ibuf // 2048 * 256  # frames: whole DMA buffers
        self.swapped = _wire.config["i2s_swapped"]
        self.begun_us = _wire.us()
        self.frames = 0  # handed over, or lost
        self.edges = []  # (sample, level) still to come
        self.level = 1
        _wire.listeners[80, sd.id] = self._edges
        _wire.call(b"i", bytes((sd.id, 2)))

    def _edges(self, data):
        for k in range(0, len(data), 9):
            us, level = ustruct.unpack_from("<qB", data, k)
            self.edges.append(((us - self.begun_us) * 1000 // self.ns, level))

    def _waiting(self):
        return (_wire.us() - self.begun_us) * 1000 // (64 * self.ns) - self.frames

    def soft_ready(self):
        return 1 if self._waiting() > 0 else 0

    def readinto(self, buffer):
        waiting = self._waiting()
        while self.edges and waiting > self.held:
            self._frame()
            waiting -= 1
        self.frames += max(0, waiting - self.held)
        waiting = min(waiting, self.held)
        count = min(waiting, len(buffer) // _PAIR)
        if not self.edges:
            level = b"\xff" if self.level else b"\x00"
            buffer[: count * _PAIR] = level * (count * _PAIR)
            self.frames += count
            return count * _PAIR
        for k in range(count):
            data = self._frame()
            words = (data[4:], data[:4]) if self.swapped else (data[:4], data[4:])
            for n in range(2):  # little-endian words
                for byte in range(4):
                    buffer[k * _PAIR + 4 * n + byte] = words[n][3 - byte]
        return count * _PAIR

    def _frame(self):
        """The bytes of the next 64 samples, as they came."""
        first = self.frames * 64
        self.frames += 1
        data = bytearray(_PAIR)
        for n in range(64):
            while self.edges and self.edges[0][0] <= first + n:
                self.level = self.edges.pop(0)[1]
            if self.level:
                data[n >> 3] |= 128 >> (n & 7)
        return data
