"""An indoor unit that listens to infra-red: its table, what it can do, and commands to pulses and back."""

from splitstat.control.types import CodecError, Traits
from splitstat.ir import frame, state, table


class IrUnit:
    """`text` is a table in the notation (ir/notation.md), `variant` names the lines that count.

    Raises ValueError for a variant that the table does not have.
    """

    kind = "ir"

    def __init__(self, text: str, variant: str = ""):
        self.text = text
        self.variant = variant
        self.hz = 38000
        self.toggles = self.once = ()
        self.fans = (("auto", "auto"),)
        self.swings = ()
        self.always = {}
        heat = cool = None
        variants, modes, step = ("",), ("off",), 100
        for row in table.lines(text, variant):
            word, _, rest = row.partition(" ")
            rest = tuple(rest.split(" "))
            if word == "variants":
                variants = rest
            elif word == "hz":
                self.hz = int(rest[0])
            elif word == "toggle":
                self.toggles = rest
            elif word == "once":
                self.once = rest
            elif word == "modes":
                modes += rest
            elif word == "heat":
                heat = _range(rest)
            elif word == "cool":
                cool = _range(rest)
                step = 50 if rest[-1] == "half" else 100
            elif word == "fans":
                self.fans = _pairs(rest)
            elif word == "swings":
                self.swings = _pairs(rest)
            elif word == "always":
                for key, what in _pairs(rest):
                    self.always[key] = what
        if variant not in variants:
            raise ValueError("variant %s" % variant)
        fans = tuple([pair[0] for pair in self.fans])
        swings = tuple([pair[0] for pair in self.swings])
        self.traits = Traits(modes, heat, cool, step, fans, swings, None, self.toggles, False)

    def encode(self, command, previous=None):
        """A UnitCommand -> (carrier in Hz, [us, ...]). `previous` is the command that the unit obeys now."""
        last = state.to_state(previous, None, self) if previous else None
        return self._send(state.to_state(command, previous, self), last)

    def decode(self, timings, previous=None):
        """[us, ...] -> UnitCommand, or None when it is another protocol. CodecError: this one, but broken."""
        known = frame.decode(self.text, self.variant, timings)
        return None if known is None else state.to_command(known, previous, self)

    def encode_state(self, words, previous=None):
        """A state in the sheets' words -> (carrier in Hz, [us, ...])."""
        return self._send(_plain(words), _plain(previous) if previous else None)

    def decode_state(self, timings):
        """[us, ...] -> a state in the sheets' words, or None. Keys not carried are None, toggles "toggled"."""
        known = frame.decode(self.text, self.variant, timings)
        if known is None:
            return None
        words = {}
        for key in KEYS:
            word = state.first(known, key)
            if key in self.toggles:
                word = "toggled" if word not in (None, "off") else None
            elif key == "degrees":
                word = None if word is None else word / 2
            elif table.words(key) is table.SWITCH and word is not None:
                word = word == "on"
            words[key] = word
        return words

    def _send(self, words, last):
        full = {"power": "on", "mode": "auto", "degrees": 48, "fan": "auto"}
        for key in KEYS:
            word = words.get(key)
            if word is not None:
                full[key] = word
            elif key not in full:
                full[key] = "off"
            if key in self.toggles:
                old = last.get(key, "off") if last else "off"
                if (full[key] == "off") == (old == "off"):
                    full[key] = "off"
                elif full[key] == "off":
                    full[key] = "auto" if key[0:5] == "swing" else "on"
            elif key in self.once and (word is None or last and last.get(key) == word):
                full[key] = None
        return self.hz, frame.encode(self.text, self.variant, full)


KEYS = (
    "power mode degrees fan swingv swingh quiet turbo econo light filter clean beep sleep".split(" ")
)


def _range(rest):
    low, high = rest[0].split("..")
    return int(low) * 100, int(high) * 100


def _pairs(rest):
    """("auto", "low=min") -> (("auto", "auto"), ("low", "min"))."""
    out = []
    for word in rest:
        ours, _, theirs = word.partition("=")
        out.append((ours, theirs or ours))
    return tuple(out)


def _plain(words):
    """A state in the sheets' words -> the table's. CodecError for a word that no sheet has."""
    out = {}
    for key in KEYS:
        word = words.get(key)
        if word is None:
            continue
        if key == "degrees":
            out[key] = int(word * 2)
            continue
        if word == "toggled":
            word = "auto" if key[0:5] == "swing" else "on"
        elif word is True or word is False:
            word = "on" if word else "off"
        if word not in table.words(key):
            raise CodecError("%s %s" % (key, word))
        out[key] = word
    return out
