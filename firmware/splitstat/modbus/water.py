"""An air-to-water heat pump behind a register map: a PlantCommand to requests, answers to what the
machine says of itself.

Pure, and spoken to as other units are (conversation.py). What the machine shall do (off, heat,
cool, hot_water) may take several registers: each is a line `state` with its own codes, and a word
that a line does not have leaves that register alone. Setpoints are written first, states after
them in the map's order. Temperatures go to the nearest step of the register.
"""

from splitstat.control.unit_status import UnitStatus
from splitstat.modbus import pdu
from splitstat.modbus.register_map import cdeg_of, counts_of, registers, word_of

STATES = ("off", "heat", "cool", "hot_water")


class WaterUnit:
    """`text` is a map in the notation. states: what it can be told to do."""

    kind = "water"

    def __init__(self, text: str):
        from splitstat.modbus import survey

        lines, _, _, self.polls = survey.surveyed(text, 0)
        survey.forget()
        self.text = "\n".join(lines)
        self.states = STATES if " cool=" in self.text else ("off", "heat", "hot_water")

    def _wanted(self, command) -> list:
        """[(line, value)] that this command puts into the machine, in the order of sending."""
        numbers = []
        states = []
        state = command.heat_pump
        for words in registers(self.text):
            name = words[1]
            cdeg = None
            if name == "state":
                value = _code(words, state)
                if value is not None:
                    states.append((words, value))
            elif name == "tank":
                cdeg = command.tank_cdeg
            elif name == "flow_" + state or (name == "flow" and state in ("heat", "cool")):
                cdeg = command.flow_cdeg
            if cdeg is not None:
                step = int(words[5])
                cdeg = (cdeg + step // 2) // step * step
                numbers.append((words, counts_of(words, cdeg)))
        return numbers + states

    def writes(self, command, previous) -> list:
        """Requests that lead from `previous` (None: unknown) to `command`."""
        had = self._wanted(previous) if previous else ()
        requests = []
        for pair in self._wanted(command):
            if pair not in had:
                place = pair[0][0].split(".")[0]
                requests.append(pdu.write(place[0], int(place[1:]), pair[1]))
        return requests

    def _at(self, words, values):
        _, poll, at = words[0].split(".")
        found = values[int(poll)]
        return found[int(at)] if isinstance(found, list) else None

    def confirms(self, command, values):
        """Whether the machine now is as the command says: True, False, or None where it did not
        answer."""
        same = True
        for words, value in self._wanted(command):
            found = self._at(words, values)
            if found is None:
                same = None
            elif found != value:
                return False
        return same

    def reading(self, name: str, values):
        """cdeg of a line of this name: supply, back (return water), top (of the tank), outdoor;
        None where the machine has no such, or did not say."""
        for words in registers(self.text):
            if words[1] == name and values:
                value = self._at(words, values)
                return None if value is None else cdeg_of(words, value)
        return None

    def status(self, values) -> UnitStatus:
        """Of the fields of UnitStatus: the state that the registers stand for, the tank's
        setpoint, outdoor air, action, fault, defrost."""
        able = self.states
        action = fault = defrost = None
        for words in registers(self.text):
            name = words[1]
            value = self._at(words, values)
            if value is None:
                continue
            if name == "state":
                able = [state for state in able if _code(words, state) in (None, value)]
            elif name == "action":
                action = word_of(words, value)
            elif name == "defrost":
                defrost = word_of(words, value) == "on"
            elif name == "error" and word_of(words, value) != "ok":
                fault = word_of(words, value) or value
        if defrost:
            action = "defrosting"
        if fault == "unit_silent" or None in values:
            able = ()
        state = able[0] if able else None
        tank = self.reading("tank", values)
        outdoor = self.reading("outdoor", values)
        return UnitStatus(state, tank, None, None, outdoor, action, fault, defrost)


def _code(words, state):
    """The register's value for a state, or None: it is left alone."""
    other = None
    for pair in words[2:]:
        word, _, number = pair.partition("=")
        if word == state:
            return int(number)
        if word == "*":
            other = int(number)
    return other
