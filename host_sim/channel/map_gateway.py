"""A gateway made from a unit's own register map, for makers whose gateway is not written apart.

It shows how a home with such a unit behaves, and proves nothing about its map: a wrong register is
wrong on both sides. onokom_gateway.py and intesis_gateway.py are the ones that share no table.
"""

from host_sim.channel.modbus_gateway import Gateway, Refusal
from splitstat.control.types import CodecError
from splitstat.modbus.register_map import (
    cdeg_of,
    counts_of,
    registers,
    value_of,
    word_of,
)

FUNCTIONS = "CDHI"
TABLES = {"coil": "C", "discrete": "D", "holding": "H", "input": "I"}
WRITTEN = ("power", "mode", "setpoint", "fan", "swing", "frost", "feel")


def places(unit, words) -> tuple[tuple[str, int], tuple[str, int]]:
    """((table, address) that a register is written to, the same where it is read) of a line of
    unit.text."""
    write, poll, at = words[0].split(".")
    request = unit.polls[int(poll)]
    read = FUNCTIONS[request[0] - 1], (request[1] << 8 | request[2]) + int(at)
    return (write[0], int(write[1:])), read


class MapGateway(Gateway):
    """`unit` is of splitstat.units; return air is reported in steps of return_step_c."""

    def __init__(self, unit, panel, address=1, return_step_c=0.5):
        super().__init__(address)
        self.panel = panel
        self.return_step_c = return_step_c
        self.to_read = {}
        for request in unit.polls:
            first, count = request[1] << 8 | request[2], request[3] << 8 | request[4]
            table = FUNCTIONS[request[0] - 1]
            self.to_read |= dict.fromkeys((table, first + n) for n in range(count))
        self.to_write = {}
        for words in registers(unit.text):
            write, read = places(unit, words)
            self.to_read[read] = words
            if words[1] in WRITTEN:
                self.to_write[write] = words
        if unit.feel:
            words = unit.feel.split()
            self.to_write[words[0][0], int(words[0][1:])] = words

    def view(self) -> tuple:
        """Everything that a register's value hangs on."""
        panel = self.panel
        panel.look()
        air = round(panel.return_c / self.return_step_c)
        outdoor = round(panel.outdoor_c)
        return (panel.told, panel.mode, air, outdoor, panel.action, panel.error, panel.linked)

    def read(self, table, register):
        place = TABLES[table], register
        if place not in self.to_read:
            raise Refusal(2)
        words = self.to_read[place]
        self.panel.look()
        return 0 if words is None else self._shown(words)

    def _shown(self, words):
        panel = self.panel
        name = words[1]
        if name == "power":
            return value_of(words, "on" if panel.power else "off")
        if name in ("mode", "fan", "swing"):
            word = getattr(panel, name)
            try:
                return value_of(words, word or "auto")
            except CodecError:
                return 0
        if name == "setpoint":
            return counts_of(words, panel.setpoint_cdeg)
        if name == "return":
            air = round(panel.return_c / self.return_step_c) * self.return_step_c
            return counts_of(words, round(air * 100))
        if name == "outdoor":
            return counts_of(words, round(panel.outdoor_c) * 100)
        if name == "action":
            return self._action(words)
        if name == "defrost":
            return int(panel.action == "defrosting")
        if name == "error":
            return panel.error or value_of(words, "ok")
        if name == "link":
            return int(panel.linked)
        return int(panel.frost) if name == "frost" else 0

    def _action(self, words):
        action = self.panel.action
        for word in (action, "cooling" if action == "drying" else "on", "idle"):
            if word == "on" and action in ("off", "idle", "fan"):
                continue
            try:
                return value_of(words, word)
            except CodecError:
                continue
        return 0

    def write(self, table, register, value):
        words = self.to_write.get((TABLES[table], register))
        if words is None:
            raise Refusal(2)
        panel = self.panel
        panel.look()
        name = words[1]
        if name == "setpoint":
            cdeg = cdeg_of(words, value)
            if cdeg is None:
                raise Refusal(3)
            panel.setpoint_cdeg = cdeg
        elif name == "frost":
            panel.frost = bool(value)
        elif name == "feel":
            panel.feel(_felt_c(words, value))
        else:
            word = word_of(words, value)
            if word is None:
                raise Refusal(3)
            if name == "power":
                panel.power = word == "on"
            else:
                setattr(panel, name, word)
        panel.tell()


def _felt_c(words, value):
    """degC, or None: nobody measures."""
    if word_of(words, value) == "none":
        return None
    cdeg = cdeg_of(words, value)
    if cdeg is None:
        raise Refusal(3)
    return cdeg / 100
