"""An indoor unit behind a register map: commands to requests, answers to what the unit says of
itself.

Pure: who sends the requests, when, and how often again, is decided elsewhere. Native automatic
modes are understood but never written. As over infra-red, a setpoint between two steps goes the
way that meets the request (up in heat, down otherwise), a fan speed that the unit lacks becomes
the nearest one (the slower of two), and a louvre that it lacks is left alone. A unit that is
switched on gets its mode and setpoint first and its power last.
"""

from splitstat.control.types import CodecError, Traits, UnitStatus
from splitstat.modbus import pdu
from splitstat.modbus.register_map import (
    cdeg_of,
    counts_of,
    read_map,
    value_of,
    word_of,
    words,
)

SPEEDS = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")
LOUVRES = ("auto", "highest", "high", "middle", "low", "lowest")
WORKING = (("heat", "heating"), ("cool", "cooling"), ("dry", "drying"), ("fan_only", "fan"))
REPORTS = ("mode", "setpoint", "fan", "return", "outdoor", "action", "error", "defrost")
NOTHING = UnitStatus(None, None, None, None, None, None, None, None)
ONOFF = "off=0 on=1"
LONGEST_READ = 16


class ModbusUnit:
    """`text` is a map in the notation; `index` counts the units behind one gateway address."""

    kind = "modbus"

    def __init__(self, text: str, index: int = 0):
        self.registers, self.single = read_map(text, index)
        self.by_name = {}
        for r in self.registers:
            self.by_name[r.name] = r
        self.spans = self._spans()
        self.traits = self._traits()

    def _spans(self):
        """Neighbouring registers, to be read in one request: (table, address, count)."""
        spans = []
        for r in self.registers:
            if r.name != "feed":
                table, start, count = spans[-1] if spans else ("", 0, 0)
                if table == r.table and start + count == r.address and count < LONGEST_READ:
                    spans[-1] = (table, start, count + 1)
                else:
                    spans.append((r.table, r.address, 1))
        return spans

    def _traits(self):
        named = self.by_name
        modes = words(named["mode"].codes)
        setpoint = named["setpoint"]
        around = (setpoint.low, setpoint.high)
        fans = words(named["fan"].codes) if "fan" in named else ()
        swings = words(named["swing"].codes) if "swing" in named else ()
        return Traits(
            modes=("off",) + tuple([pair[0] for pair in WORKING if pair[0] in modes]),
            heat=around if "heat" in modes else None,
            cool=around if "cool" in modes else None,
            step_cdeg=setpoint.step,
            fans=tuple([word for word in SPEEDS if word in fans]),
            swings=tuple([word for word in LOUVRES if word in swings]),
            frost_cdeg=named["frost"].step if "frost" in named else None,
            toggles=(),
            reports=tuple([name for name in REPORTS if name in named]),
        )

    def _wanted(self, command):
        """[(register, value)] that this command puts into the unit, in the order of sending."""
        named = self.by_name
        power = named["power"]
        if command.mode == "off":
            return [(power, value_of(power.codes or ONOFF, "off"))]
        if command.mode == "heat_cool":
            raise CodecError("native automatic is never written")
        wanted = [(named["mode"], value_of(named["mode"].codes, command.mode))]
        if command.mode != "fan_only":
            setpoint = named["setpoint"]
            cdeg = command.setpoint_cdeg + (setpoint.step - 1 if command.mode == "heat" else 0)
            cdeg = cdeg // setpoint.step * setpoint.step
            wanted.append((setpoint, counts_of(setpoint, cdeg)))
        if command.fan is not None and self.traits.fans:
            fan = nearest_fan(command.fan, self.traits.fans)
            wanted.append((named["fan"], value_of(named["fan"].codes, fan)))
        if command.swing in self.traits.swings:
            wanted.append((named["swing"], value_of(named["swing"].codes, command.swing)))
        if "frost" in named:
            wanted.append((named["frost"], 1 if command.frost else 0))
        elif command.frost:
            raise CodecError("no frost function")
        wanted.append((power, value_of(power.codes or ONOFF, "on")))
        return wanted

    def writes(self, command, previous) -> list:
        """Requests that lead from `previous` (None: unknown) to `command`. Raises CodecError when
        the unit has no such mode, fan or louvre."""
        wanted = self._wanted(command)
        if previous is not None and previous.mode != "off" and command.mode != "off":
            had = self._wanted(previous)
            wanted = [pair for pair in wanted if pair not in had]
        spans = []
        for r, value in wanted:
            span = None if self.single else _beside(spans, r)
            if span is None:
                spans.append([r.table, r.address, [value]])
                continue
            span[2].insert(r.address - span[1] if r.address > span[1] else 0, value)
            span[1] = min(span[1], r.address)
            # A request that grew holds the newest register: power must not go before the rest.
            spans.remove(span)
            spans.append(span)
        return [pdu.write(table, address, values) for table, address, values in spans]

    def polls(self) -> list:
        """Requests that read everything the unit says of itself."""
        return [pdu.read(table, address, count) for table, address, count in self.spans]

    def raw(self, name: str, values):
        """A register's value among `values` (one list a poll, None where no answer came), or
        None."""
        r = self.by_name.get(name)
        return None if r is None else self._at(r, values)

    def _at(self, r, values):
        for i in range(len(self.spans)):
            table, start, count = self.spans[i]
            if table == r.table and start <= r.address < start + count:
                return None if values[i] is None else values[i][r.address - start]
        return None

    def confirms(self, command, values):
        """Whether the unit now is as the command says: True, False, or None where it did not
        answer."""
        for r, value in self._wanted(command):
            found = self._at(r, values)
            if found is None:
                return None
            if found != value:
                return False
        return True

    def _word(self, name, values):
        value = self.raw(name, values)
        return None if value is None else word_of(self.by_name[name].codes or ONOFF, value)

    def _cdeg(self, name, values):
        value = self.raw(name, values)
        return None if value is None else cdeg_of(self.by_name[name], value)

    def status(self, values) -> UnitStatus:
        """What the unit says of itself. Whatever did not come or is not plausible is None."""
        if self.raw("link", values) == 0:
            return UnitStatus(None, None, None, None, None, None, "unit_silent", None)
        power = self._word("power", values)
        mode = "off" if power == "off" else self._word("mode", values) if power == "on" else None
        fault = self.raw("error", values)
        if fault is not None:
            word = word_of(self.by_name["error"].codes, fault)
            fault = None if word == "ok" else word or fault
        defrost = self._word("defrost", values)
        return UnitStatus(
            mode=mode,
            setpoint_cdeg=self._cdeg("setpoint", values),
            fan=self._word("fan", values),
            return_cdeg=self._cdeg("return", values),
            outdoor_cdeg=self._cdeg("outdoor", values),
            action=self._action(mode, defrost, values),
            fault=fault,
            defrost=None if defrost is None else defrost == "on",
        )

    def _action(self, mode, defrost, values):
        if mode == "off":
            return "off"
        if defrost == "on" and mode is not None:
            return "defrosting"
        action = self._word("action", values)
        if action == "on" or mode == "fan_only" or (mode == "dry" and action == "cooling"):
            action = None
            for name, doing in WORKING:
                if name == mode:
                    action = doing
        return action

    def feed(self, room_cdeg: int):
        """Request that tells the unit the room's temperature, or None where it takes none."""
        r = self.by_name.get("feed")
        return None if r is None else pdu.write(r.table, r.address, [counts_of(r, room_cdeg)])


def nearest_fan(fan: str, fans) -> str:
    """The speed among `fans` (slow to fast) next to the wanted one."""
    best, far = fans[0], 99
    for word in fans:
        apart = abs(SPEEDS.index(word) - SPEEDS.index(fan))
        if apart == 0:
            return word
        if apart < far and word != "auto":
            best, far = word, apart
    return best


def _beside(spans, r):
    """The span of requests that this register prolongs, or None."""
    for span in spans:
        if span[0] == r.table and (
            span[1] + len(span[2]) == r.address or r.address + 1 == span[1]
        ):
            return span
    return None
