"""The heat pump behind its register map: commands to it, and what it says of itself."""

from splitstat.app.unit_modbus import ModbusHead
from splitstat.modbus.conversation import Conversation

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_STEP_CDEG = const(75)  # a flow temperature that moved less may wait: registers wear
_WAIT_S = const(900)
_AGAIN_S = const(600)  # what a person changed at the machine is put right after so long


class PlantHead(ModbusHead):
    """unit: modbus.water.WaterUnit. probes: [(number of Plant.heard, name of the reading)]."""

    feel = False

    def __init__(self, plant, unit, master, address: int, probes):
        self.plant = plant
        self.house = plant.house
        self.room = None
        self.master = master
        self.address = address
        self.talk = Conversation(unit)
        self.probes = probes
        self.command = self.told = self.previous = None
        self.told_s = self.poll_at_s = self.feed_at_s = self.news = 0

    def want(self, command):
        """What the plant wants now, each scan: told when it matters."""
        told = self.told
        now_s = self.house.now_s
        talk = self.talk
        if told is not None and command.heat_pump == told.heat_pump:
            if command.tank_cdeg == told.tank_cdeg or command.heat_pump == "off":
                moved = abs(command.flow_cdeg - told.flow_cdeg)
                if moved < _STEP_CDEG and (not moved or now_s - self.told_s < _WAIT_S):
                    wrong = talk.settled and not talk.same and talk.status is not None
                    if not wrong or now_s - self.told_s < _AGAIN_S:
                        return
        self.told = command
        self.told_s = now_s
        self.tell(command)

    async def step(self):
        """As ModbusHead; what it says goes to the plant."""
        news = self.news
        await ModbusHead.step(self)
        if self.news != news:
            talk = self.talk
            for n, name in self.probes:
                self.plant.heard(n, talk.unit.reading(name, talk.values))
