"""Commands on their way to the units: one head a room, one task a wire.

A wire is a lamp or a Modbus line. What is told while a command is still under way replaces the
one before: a unit needs to know what is wanted now.
"""

import asyncio

from splitstat.control.types import CodecError
from splitstat.ir.pulses import split

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRIES = const(3)


class IrHead:
    """unit: of splitstat.units; lamp: hardware.ir_transmitter.IrTransmitter."""

    status = None

    def __init__(self, house, room: int, unit, lamp):
        self.house = house
        self.room = room
        self.unit = unit
        self.lamp = lamp
        self.command = None
        self.tries = 0
        self.previous = None  # what the unit obeys now, as far as is known

    def tell(self, command):
        """To be sent as soon as the lamp is free."""
        self.command = command
        self.tries = _TRIES

    async def step(self):
        """Sends what there is to send. What the unit obeys now is what was sent before."""
        command = self.command
        if command is None:
            return
        house = self.house
        try:
            _, timings = self.unit.encode(command, self.previous)
            durations, levels = split(timings)
            async with house.quiet:
                await self._shine(durations, levels)
        except (CodecError, OSError, ValueError):
            self.tries -= 1
            if self.tries or command is not self.command:
                return
            house.log.add(house, self.room, "not_sent")
        else:
            self.previous = command
        if command is self.command:
            self.command = None

    async def _shine(self, durations, levels):
        """One frame, and the lamp is dark again. Raises OSError: busy, or it does not end."""
        self.lamp.start(durations, levels)
        await asyncio.sleep(sum(durations) / 1000000)
        for _ in range(50):
            if self.lamp.done():
                return
            await asyncio.sleep(0.02)
        raise OSError(116)  # ETIMEDOUT
