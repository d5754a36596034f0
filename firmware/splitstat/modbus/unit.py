"""An indoor unit behind a register map: commands to requests, answers to what the unit says of
itself.

Pure: who sends the requests, when, and how often again, is decided elsewhere. Every register goes
in a request of its own: some gateways take no other, and none needs another. Native automatic
modes are understood but never written. As over infra-red, a setpoint between two steps goes the
way that meets the request (up in heat, down otherwise). A fan speed or a louvre that the unit
lacks is left alone: control/ asks for none. A unit that is switched on gets its mode and setpoint
first and its power last.
"""

from splitstat.control.types import CodecError
from splitstat.control.unit_status import UnitStatus
from splitstat.modbus import pdu
from splitstat.modbus.register_map import cdeg_of, counts_of, registers, value_of, word_of

# Each mode, and then what a unit does in it.
DOING = ("heat", "heating", "cool", "cooling", "dry", "drying", "fan_only", "fan")


class ModbusUnit:
    """`text` is a map in the notation; `index` counts the units behind one gateway address.

    fed: what the register of the room's temperature shall hold; None: nobody cares."""

    kind = "modbus"

    def __init__(self, text: str, index: int = 0):
        from splitstat.modbus.survey import survey

        self.text, self.feel, self.traits, self.polls = survey(text, index)
        self.fed = None

    def _wanted(self, command):
        """[(line, value)] that this command puts into the unit, in the order of sending."""
        wanted = []
        mode = command.mode
        traits = self.traits
        if mode not in traits.modes or (command.frost and not traits.frost_cdeg):
            raise CodecError(mode)
        for words in registers(self.text):
            name = words[1]
            value = None
            if name == "power":
                power = words
            elif name == "feel":
                value = self.fed
            elif mode == "off":
                continue
            elif name == "mode":
                value = value_of(words, mode)
            elif name == "setpoint" and mode != "fan_only":
                step = traits.step_cdeg
                value = command.setpoint_cdeg + (step - 1 if mode == "heat" else 0)
                value = counts_of(words, value // step * step)
            elif name == "fan" and command.fan in traits.fans:
                value = value_of(words, command.fan)
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
        had = ()
        if previous and previous.mode != "off" and command.mode != "off":
            had = self._wanted(previous)
        requests = []
        for pair in self._wanted(command):
            if pair not in had:
                place = pair[0][0].split(".")[0]
                requests.append(pdu.write(place[0], int(place[1:]), pair[1]))
        return requests

    def value_at(self, words, values):
        """A register's value among `values`: one list a poll, anything else where none came."""
        _, poll, at = words[0].split(".")
        found = values[int(poll)]
        return found[int(at)] if isinstance(found, list) else None

    def confirms(self, command, values):
        """Whether the unit now is as the command says: True, False, or None where it did not
        answer."""
        same = True
        for words in registers(self.text):
            if (
                words[1] == "feel"
                and self.fed is None
                and self.value_at(words, values) is not None
            ):
                # It can be read, and so must be right: what is there moves the unit's setpoint.
                self.fed = value_of(words, "none")
        for words, value in self._wanted(command):
            found = self.value_at(words, values)
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
            value = self.value_at(words, values)
            if value is None:
                continue
            if "=" not in words[2]:
                got[name] = cdeg_of(words, value)
                continue
            got[name] = word = word_of(words, value)
            if name == "error" and word != "ok":
                fault = word or value
        if got.get("link") == "off":
            fault = "unit_silent"
        if fault == "unit_silent":
            got = {}
        power = got.get("power")
        mode = got.get("mode") if power == "on" else power
        defrost = got.get("defrost")
        action = got.get("action")
        if mode == "off":
            action = mode
        elif mode and defrost == "on":
            action = "defrosting"
        elif action == "on" or mode == "fan_only" or (mode == "dry" and action == "cooling"):
            action = DOING[DOING.index(mode) + 1] if mode in DOING else None
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
