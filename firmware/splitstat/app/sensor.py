"""Sensors on wires of this board: one after the other, every ten seconds (wire_task.py).

Law: nothing here decides what to believe (control/sensor_health.py does). A value that cannot be
had is simply not heard, and grows old.
"""

import asyncio

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRIES = const(3)
OUTDOOR = -1
SUPPLY = -1


class Probe:
    """One sensor. house: which hears it; driver: a module of splitstat.sensors; where: its
    address, or None where it is alone on its wire. room OUTDOOR: the outdoor air; number SUPPLY:
    the unit's outlet air."""

    def __init__(self, house, driver, bus, where, room: int, number: int, offset_cdeg: int):
        self.house = house
        self.driver = driver
        self.bus = bus
        self.where = where
        self.room = room
        self.number = number
        self.offset_cdeg = offset_cdeg
        self.words = None  # what the chip said of itself, once

    async def step(self):
        """Reads, again if need be, and says what it found."""
        for _ in range(_TRIES):
            cdeg = cpct = None
            try:
                cdeg, cpct = await self._measure()
            except (OSError, IndexError):
                pass
            if cdeg is not None:
                break
            self.words = None
            recover = getattr(self.bus, "recover", None)
            if recover is not None:
                recover()
        self.say(cdeg, cpct)

    async def _measure(self):
        driver = self.driver
        where = self.where
        if self.words is None:
            once = getattr(driver, "once", None)
            self.words = b"" if once is None else once(self.bus, where) or b""
        driver.start(self.bus, where)
        if driver.WAIT_MS:
            await asyncio.sleep(driver.WAIT_MS / 1000)
        data = driver.read(self.bus, where)
        found = driver.decode(data, self.words) if self.words else driver.decode(data)
        return found[0], found[1]

    def say(self, cdeg, cpct):
        """Hands a value, or none, to the house."""
        house = self.house
        if self.room == OUTDOOR:
            if cdeg is not None:
                house.heard_outdoor(cdeg + self.offset_cdeg, 0)
        elif self.number == SUPPLY:
            house.inputs.rooms[self.room].supply_cdeg = cdeg
        else:
            house.heard(self.room, self.number, cdeg, cpct)
