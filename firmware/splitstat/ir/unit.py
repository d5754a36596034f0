"""An indoor unit that listens to infra-red: its table, what it can do, commands to pulses and
back. This is the one place where product words become a remote's words (back: state_reader.py).

What a unit cannot do is put right here, on purpose:
- the unit's own automatic mode is never sent; `heat_cool` is refused, the core resolves it before;
- a setpoint between two steps goes the way that meets the request: up in heat, down in cool and
  dry. Half a step too warm (too cool) is felt by nobody and lies well inside the +-3 K of a safe
  last command;
- a setpoint outside of the unit's range becomes its nearest end;
- a fan speed that the unit lacks becomes the next faster one that it has, else its fastest;
  where it has no automatic speed, auto is medium;
- louvres stay where they were told to be last when a command leaves them alone;
- a unit in degrees Fahrenheit (variant `f`) gets the nearest of its degrees.

Only sending is loaded with it: a board without a receiver never loads the readers.
"""

from splitstat.control.types import CodecError, Traits, UnitCommand
from splitstat.ir import frame, table

SPEEDS = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")


class IrUnit:
    """`text` is a table in the notation (ir/notation.md), `variant` names the lines that count: a
    name of its line `variants`, `f` for degrees Fahrenheit where it has such lines, or "yaw1f.f".

    Raises ValueError for a variant that the table does not have.
    """

    kind = "ir"

    def __init__(self, text: str, variant: str = ""):
        name, _, degf = ("." + variant if variant == "f" else variant).partition(".")
        if degf and (degf != "f" or "\n?f " not in text):
            raise ValueError("variant %s" % variant)
        # report: messages that say nothing but the room temperature.
        self.text, _, self.report = table.of_variant(text, variant).partition("\nreport\n")
        head = table.read(self.text)[0]
        if name not in head.get("variants", "").split(" "):
            raise ValueError("variant %s" % variant)
        self.fahrenheit = degf == "f"
        self.feel = head.get("feel", "")
        self.hz = int(head.get("hz", 38000))
        self.fans = head.get("fans", "auto")
        self.always = head.get("always", "")
        self.once = head.get("once", "").split()
        self.toggles = head.get("toggle", "").split()
        fans = []
        for word in self.fans.split(" "):
            fans.append(word.split("=")[0])
        self.traits = Traits(
            tuple(("off " + head.get("modes", "")).split()),
            table.numbers(head["heat"]) if "heat" in head else None,
            table.numbers(head["cool"]) if "cool" in head else None,
            int(head.get("step", 100)),
            tuple(fans),
            tuple(head.get("swings", "").split()),
            None,
            tuple(self.toggles),
            False,
            100 if self.feel else None,
        )

    def encode(self, command, previous=None, room_cdeg=None):
        """A UnitCommand -> (carrier in Hz, [us, ...]). `previous` is what the unit obeys now.

        room_cdeg: what the unit shall take for the air of the room, where its commands carry that;
        None leaves it to its own sensor.
        """
        if previous and previous.mode not in self.traits.modes:
            # Its own automatic mode, by its handset: on, in a mode that none of ours equals.
            previous = UnitCommand(self.traits.modes[1], *previous[1:])
        last = to_state(previous, None, self) if previous else None
        state = to_state(command, previous, self)
        if type(room_cdeg) is int and self.feel[:4] == "with":
            feels(state, room_cdeg)
        return self.send(state, last)

    def encode_feel(self, room_cdeg: int, command):
        """The room temperature -> (carrier in Hz, [us, ...]): see feel.py."""
        from splitstat.ir import feel

        return feel.encode(self, room_cdeg, command)

    def send(self, state, last):
        """A state in the table's words -> (carrier in Hz, [us, ...]). A toggle is sent as a change
        against `last`; with no `last` it is sent as it stands."""
        state = dict(state)
        for key in self.toggles + self.once:
            word = state.get(key)
            if key in self.once:
                if last and last.get(key) == word:
                    word = None
            else:
                word = word or "off"
                if last:
                    word = "off" if (word == "off") == (last.get(key, "off") == "off") else "on"
            state[key] = word
        return self.hz, frame.encode(self.text, state)

    def decode(self, timings, previous=None):
        """[us, ...] -> UnitCommand, or None: another wire. CodecError: this one, but broken."""
        from splitstat.ir import state_reader

        return state_reader.decode(self, timings, previous)

    def encode_state(self, state, previous=None):
        """A state in the sheets' words -> (carrier in Hz, [us, ...])."""
        from splitstat.ir import sheet

        return sheet.encode(self, state, previous)

    def decode_state(self, timings):
        """[us, ...] -> a state in the sheets' words or None. Toggles read "toggled" or None."""
        from splitstat.ir import sheet

        return sheet.decode(self, timings)


def to_state(command, previous, unit):
    """A UnitCommand in the table's words. CodecError when the unit has no such mode."""
    traits = unit.traits
    mode = command.mode
    if mode not in traits.modes or traits.cool is None:
        raise CodecError("mode %s" % mode)
    state: dict = {"power": "on"}
    for word in unit.always.split():
        key, _, state[key] = word.partition("=")
    if mode == "off":
        # An off message carries a mode all the same: the one it ends.
        state["power"] = mode
        mode = previous.mode if previous else mode
        if mode == "off":
            mode = traits.modes[1]
    state["mode"] = "fan" if mode == "fan_only" else mode
    low, high = traits.heat if mode == "heat" else traits.cool
    step = traits.step_cdeg
    cdeg = min(max(command.setpoint_cdeg, low), high)
    up = 25 if unit.fahrenheit else step - 1 if mode == "heat" else 0
    state["degrees"] = (cdeg + up) // step * step // 50
    state["fan"] = fan_word(command.fan, unit.fans)
    swing = command.swing or (previous.swing if previous else None)
    if swing in traits.swings:
        state["swingv"] = swing
    return state


def feels(state, room_cdeg: int):
    """Puts the air of the room into a state, to the nearest degree."""
    state["feel"] = "on"
    state["room"] = (room_cdeg + 50) // 100 * 2


def fan_word(fan: str, fans: str):
    """The remote's word for a fan speed; fans are our words, slow to fast, perhaps "=theirs"."""
    if fan == "auto" and fans[:4] != "auto":
        fan = "medium"
    for word in fans.split(" "):
        ours, _, theirs = word.partition("=")
        if SPEEDS.index(ours) >= SPEEDS.index(fan):
            break
    return theirs or ours
