"""An infra-red receiver module on a pin, sampled by the I2S peripheral.

The peripheral writes the pin's level 156,800 times a second into memory by itself, so a stall of
the interpreter (flash, garbage) loses nothing until its 0.4 s of buffer are full. It has to drive
two clocks for that: pins that nothing hangs on. Facts from MicroPython's machine_i2s.c (frames of
two 32-bit words; polled, it reads only what is there) and general knowledge (no rate much below
2,450 Hz); not tried on hardware.
"""

import select

from machine import I2S, Pin

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_RATE_HZ = const(2450)  # frames of 64 samples
SAMPLE_NS = 6378
_BUFFER = const(8192)  # bytes of DMA memory
_PIECE = const(512)


class IrSampler:
    """pin: of the module's output; clocks: two pins that it may drive; samples: ir.samples.Samples
    of SAMPLE_NS."""

    def __init__(self, pin: int, clocks, samples):
        data = Pin(pin, Pin.IN, Pin.PULL_UP)
        self.i2s = I2S(
            0, sck=Pin(clocks[0]), ws=Pin(clocks[1]), sd=data, mode=I2S.RX, bits=32,
            format=I2S.STEREO, rate=_RATE_HZ, ibuf=_BUFFER,
        )  # fmt: skip
        self.ready = select.poll()
        self.ready.register(self.i2s, select.POLLIN)
        self.piece = bytearray(_PIECE)
        self.samples = samples

    def _read(self):
        while self.ready.poll(0):
            n = self.i2s.readinto(self.piece)
            if not n:
                return
            self.samples.feed(self.piece, n)

    def busy(self) -> bool:
        """A frame is coming in, or has come and was not taken yet."""
        self._read()
        return self.samples.begun

    def take(self):
        """The frame that is over: [us, ...], a mark first; None while there is none."""
        self._read()
        return self.samples.take()

    def drop(self):
        """Forgets what came in so far: our own echo."""
        self._read()
        self.samples.drop()
