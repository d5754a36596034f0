"""An indoor unit behind a register map: commands to requests, answers to what the unit says of
itself.

Pure: who sends the requests, when, and how often again, is decided elsewhere. Every register goes
in a request of its own: some gateways take no other, and none needs another. Native automatic
modes are understood but never written. As over infra-red, a setpoint between two steps goes the
way that meets the request (up in heat, down otherwise), a fan speed that the unit lacks becomes
the nearest one (the slower of two), and a louvre that it lacks is left alone. A unit that is
switched on gets its mode and setpoint first and its power last.
"""

from splitstat.control.types import CodecError, Traits
from splitstat.control.unit_status import UnitStatus
from splitstat.modbus import pdu
from splitstat.modbus.register_map import (
    cdeg,
    cdeg_of,
    counts_of,
    registers,
    span_of,
    value_of,
    word_of,
)

SPEEDS: str = "auto quiet low medium_low medium medium_high high"
DOING: str = "heat heating cool cooling dry drying fan_only fan"


class ModbusUnit:
    """`text` is a map in the notation; `index` counts the units behind one gateway address."""

    kind = "modbus"

    def __init__(self, text: str, index: int = 0):
        self.text = text
        self.shift = 0
        if text.startswith("stride"):
            _, first, each = text.split("\n")[0].split()
            self.shift = int(first) + int(each) * index
        # Neighbouring registers are read in one request: (table, address, count).
        self.spans = spans = []
        fans, swings, frost = (), (), None
        for words in registers(text):
            table, address = self._place(words, -1)
            if words[1] != "feed":
                before = spans[-1] if spans else ("", 0, 0)
                if before[0] == table and before[1] + before[2] == address:
                    spans[-1] = (table, before[1], before[2] + 1)
                else:
                    spans.append((table, address, 1))
            if words[1] == "mode":
                known = _once(words)
                modes = [word for word in DOING.split() if word in known]
            elif words[1] == "fan":
                fans = _once(words)
            elif words[1] == "swing":
                swings = _once(words)
            elif words[1] == "frost":
                frost = cdeg(words[2])
            elif words[1] == "setpoint":
                low, high, step = span_of(words)
        heat = (low, high) if "heat" in modes else None
        cool = (low, high) if "cool" in modes else None
        modes = tuple(["off"] + modes)
        self.traits = Traits(modes, heat, cool, step, fans, swings, frost, (), True, None)

    def _place(self, words, end):
        """(table, address) to write to (end 0) or to read from (end -1)."""
        where = words[0].split(":")[end]
        return where[0], int(where[1:]) + self.shift

    def _wanted(self, command):
        """[(line, value)] that this command puts into the unit, in the order of sending."""
        wanted = []
        mode = command.mode
        traits = self.traits
        if mode not in traits.modes or (command.frost and not traits.frost_cdeg):
            raise CodecError(mode)
        power = []
        for words in registers(self.text):
            name = words[1]
            value = None
            if name == "power":
                power = words
            elif mode == "off":
                continue
            elif name == "mode":
                value = value_of(words, mode)
            elif name == "setpoint" and mode != "fan_only":
                step = traits.step_cdeg
                value = command.setpoint_cdeg + (step - 1 if mode == "heat" else 0)
                value = counts_of(words, value // step * step)
            elif name == "fan" and command.fan:
                value = value_of(words, nearest(command.fan, traits.fans))
            elif name == "swing" and command.swing in traits.swings:
                value = value_of(words, command.swing)
            elif name == "frost":
                value = 1 if command.frost else 0
            if value is not None:
                wanted.append((words, value))
        wanted.append((power, value_of(power, "off" if mode == "off" else "on")))
        return wanted

    def writes(self, command, previous) -> list:
        """Requests that lead from `previous` (None: unknown) to `command`. Raises CodecError when
        the unit has no such mode."""
        wanted = self._wanted(command)
        had = ()
        if previous and previous.mode != "off" and command.mode != "off":
            had = self._wanted(previous)
        return [self._write(pair[0], pair[1]) for pair in wanted if pair not in had]

    def _write(self, words, value):
        table, address = self._place(words, 0)
        return pdu.write(table, address, (value,))

    def polls(self) -> list:
        """Requests that read everything the unit says of itself."""
        return [pdu.read(table, address, count) for table, address, count in self.spans]

    def _at(self, words, values):
        """A register's value among `values`: one list a poll, anything else where none came."""
        table, address = self._place(words, -1)
        for i in range(len(self.spans)):
            span = self.spans[i]
            if span[0] == table and span[1] <= address < span[1] + span[2]:
                return values[i][address - span[1]] if isinstance(values[i], list) else None
        return None

    def confirms(self, command, values):
        """Whether the unit now is as the command says: True, False, or None where it did not
        answer."""
        same = True
        for words, value in self._wanted(command):
            found = self._at(words, values)
            if found is None:
                same = None
            elif found != value:
                return False
        return same

    def status(self, values) -> UnitStatus:
        """What the unit says of itself, from one list of values a poll (None where no answer
        came). Whatever is missing or not plausible is None."""
        got = {}
        fault = None
        for words in registers(self.text):
            name = words[1]
            value = self._at(words, values)
            if value is None:
                continue
            if len(words) > 2 and "/" in words[2]:
                got[name] = cdeg_of(words, value)
            elif name == "error":
                word = word_of(words, value)
                fault = fault or (None if word == "ok" else word or value)
            elif name == "frost":
                got[name] = value
            else:
                got[name] = word_of(words, value)
        if got.get("link") == "off":
            got = {}
            fault = "unit_silent"
        power = got.get("power")
        mode = got.get("mode") if power == "on" else power
        defrost = got.get("defrost")
        action = got.get("action")
        if mode == "off":
            action = mode
        elif mode and defrost == "on":
            action = "defrosting"
        elif action == "on" or mode == "fan_only" or (mode == "dry" and action == "cooling"):
            doing = DOING.split()
            action = doing[doing.index(mode) + 1] if mode in doing else None
        return UnitStatus(
            mode,
            got.get("setpoint"),
            got.get("fan"),
            got.get("return"),
            got.get("outdoor"),
            action,
            fault,
            defrost and defrost == "on",
        )

    def feed(self, room_cdeg: int):
        """Request that tells the unit the room's temperature, or None where it takes none."""
        for words in registers(self.text):
            if words[1] == "feed":
                return self._write(words, counts_of(words, room_cdeg))
        return None


def _once(words):
    """The words of a line of codes, each once, in its order."""
    found = []
    for pair in words[2:]:
        word = pair.partition("=")[0]
        if word not in found:
            found.append(word)
    return tuple(found)


def nearest(fan: str, fans) -> str:
    """The speed among `fans` (slow to fast) next to the wanted one."""
    speeds = SPEEDS.split()
    best, far = fans[0], 99
    for word in fans:
        apart = abs(speeds.index(word) - speeds.index(fan))
        if apart == 0 or (apart < far and word != "auto"):
            best, far = word, apart
    return best
