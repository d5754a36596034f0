"""An indoor unit that listens to infra-red: its table, what it can do, commands to pulses and
back.

Only sending is loaded with it: a board without a receiver never loads the readers.
"""

from splitstat.control.types import Traits
from splitstat.ir import frame, table
from splitstat.ir.state import to_state


class IrUnit:
    """`text` is a table in the notation (ir/notation.md), `variant` names the lines that count.

    Raises ValueError for a variant that the table does not have.
    """

    kind = "ir"

    def __init__(self, text: str, variant: str = ""):
        head = table.read(text, variant)[0]
        if variant not in head.get("variants", "").split(" "):
            raise ValueError("variant %s" % variant)
        self.text = text
        self.variant = variant
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
        )

    def encode(self, command, previous=None):
        """A UnitCommand -> (carrier in Hz, [us, ...]). `previous` is what the unit obeys now."""
        last = to_state(previous, None, self) if previous else None
        return self.send(to_state(command, previous, self), last)

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
        return self.hz, frame.encode(self.text, self.variant, state)

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
