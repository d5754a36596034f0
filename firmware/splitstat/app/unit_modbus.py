"""Commands to a unit behind Modbus, and what it says of itself. Loaded with such units alone."""

from splitstat.app.modbus_master import carry
from splitstat.modbus.conversation import Conversation

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_POLL_S = const(10)  # two rounds in vain show as a fault within 30 s
_FEED_S = const(60)


class ModbusHead:
    """master: modbus_master.Master; the status is Conversation's."""

    def __init__(self, house, room: int, unit, master, address: int):
        self.house = house
        self.room = room
        self.master = master
        self.address = address
        self.talk = Conversation(unit)
        self.command = None
        self.poll_at_s = self.feed_at_s = self.news = 0
        self.previous = None  # read back, not remembered
        self.feel = house.home["rooms"][room].get("feel") == 1  # control/feed.py

    @property
    def status(self):
        """UnitStatus, or None before the first answer."""
        return self.talk.status

    def tell(self, command):
        """To be written, and read back, as soon as the line is free."""
        self.command = command

    async def step(self):
        """Writes what is wanted, or asks how the unit is when that is due."""
        house = self.house
        talk = self.talk
        command = self.command
        try:
            if command is not None:
                await carry(self.master, self.address, talk.send(command))
                if command is self.command:
                    self.command = None
            elif house.now_s >= self.poll_at_s:
                self.poll_at_s = house.now_s + _POLL_S
                await carry(self.master, self.address, talk.poll())
            elif self.feel and house.now_s >= self.feed_at_s:
                self.feed_at_s = house.now_s + _FEED_S
                cdeg = house.outputs.rooms[self.room].feel_cdeg
                from splitstat.modbus.feel import writes

                for request in writes(talk.unit, cdeg):
                    await self.master.ask(self.address, request)
        except OSError:  # the port is gone: the next poll tries again, and says no_answer
            self.command = None
            talk.settled = False
            talk.wanted = command or talk.wanted
            await carry(NoPort, 0, talk.poll())
            return
        if talk.news != self.news:
            self.news = talk.news
            if talk.status.outdoor_cdeg is not None:
                house.heard_outdoor(talk.status.outdoor_cdeg, 1)


class NoPort:
    """A line that is not there: nothing answers."""

    @staticmethod
    async def ask(address, request):
        """None, as after three tries in vain."""
        return None
