"""The gateway of an air-to-water heat pump, made from its register map: it keeps what is written,
says what its machine measures, and tells what the registers together ask of the machine.

As map_gateway.py it proves nothing about its map: a wrong register is wrong on both sides.
"""

from host_sim.channel.map_gateway import TABLES, places
from host_sim.channel.modbus_gateway import Gateway, Refusal
from splitstat.control.types import CodecError
from splitstat.modbus.register_map import cdeg_of, counts_of, registers, value_of

WRITTEN = ("state", "flow", "flow_heat", "flow_cool", "tank")


class WaterGateway(Gateway):
    """unit: modbus.water.WaterUnit; water: the plant's WaterSide; outdoor_c: a function."""

    def __init__(self, unit, water, outdoor_c, address: int):
        super().__init__(address)
        self.unit = unit
        self.water = water
        self.outdoor_c = outdoor_c
        self.kept = {}
        self.lines = {}
        self.writable = set()
        for request in unit.polls:
            table = "CDHI"[request[0] - 1]
            first, count = request[1] << 8 | request[2], request[3] << 8 | request[4]
            self.kept |= dict.fromkeys(((table, first + n) for n in range(count)), 0)
        for words in registers(unit.text):
            write, read = places(unit, words)
            self.lines[read] = words
            if words[1] in WRITTEN:
                self.writable.add(write)

    def read(self, table, register):
        place = TABLES[table], register
        if place not in self.kept:
            raise Refusal(2)
        words = self.lines.get(place)
        measured = self._measured(words) if words is not None else None
        return self.kept[place] if measured is None else measured

    def _measured(self, words):
        water = self.water
        name = words[1]
        cdeg = {
            "supply": water.supply_c,
            "back": water.return_c,
            "top": water.sensors_c[0],
            "outdoor": self.outdoor_c(),
        }.get(name)
        if cdeg is not None:
            return counts_of(words, round(cdeg * 100))
        if name == "error":
            return value_of(words, "ok")
        if name == "action":
            running = water.heat_pump is not None and water.heat_pump.running
            cls = {"cool": "cooling", "hot_water": "hot_water"}.get(self.state, "heating")
            for word in (cls, "heating", "idle") if running else ("idle",):
                try:
                    return value_of(words, word)
                except CodecError:
                    continue
        return None

    def write(self, table, register, value):
        place = TABLES[table], register
        if place not in self.writable:
            raise Refusal(2)
        self.kept[place] = value

    @property
    def state(self) -> str:
        """off, heat, cool or hot_water: what the registers stand for together."""
        values = [
            [self.kept["CDHI"[one[0] - 1], (one[1] << 8 | one[2]) + n] for n in range(one[4])]
            for one in self.unit.polls
        ]
        return self.unit.status(values).mode or "off"

    def told_cdeg(self, *names):
        """The setpoint of the first line of one of these names, or None."""
        for words in registers(self.unit.text):
            if words[1] in names:
                return cdeg_of(words, self.kept[places(self.unit, words)[1]])
        return None
