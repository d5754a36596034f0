"""One scan, like a PLC: every input is read before, every output is written after, and this is the
order between.

Law: outputs = scan(now_s, inputs) depends on nothing else. No clock, no pin, no socket, no chance:
a home is replayed to the bit from its recorded inputs. Here is the order of the steps and nothing
of what they decide.
"""

from splitstat.control.outdoor_air import OutdoorAir
from splitstat.control.outdoor_unit import OutdoorUnit
from splitstat.control.room import Room
from splitstat.control.types import Outputs
from splitstat.control.wall_clock import WallClock

const = int  # see zone.py

_VERSION = const(1)  # of a snapshot


class Controller:
    """The control core of one board.

    home: the compiled home (README, "The home file"); traits: the Traits of each room's unit, in
    order.
    """

    def __init__(self, home: dict, traits):
        self.clock = WallClock(home["tz"])
        self.rooms_cdeg: list = [None] * len(traits)
        self.airs = []
        self.gates = []
        self.rooms = []
        units = home["outdoor_units"]
        heads = [0] * len(units)
        for config in home["rooms"]:
            heads[config["outdoor_unit"]] += 1
        for n in range(len(units)):
            self.airs.append(OutdoorAir(units[n]))
            self.gates.append(OutdoorUnit(units[n], heads[n], units[n].get("peers", ())))
            heads[n] = 0
        for i in range(len(traits)):
            config = home["rooms"][i]
            n = config["outdoor_unit"]
            self.rooms.append(Room(config, traits[i], self.airs[n], self.gates[n], heads[n]))
            heads[n] += 1
        self.outputs = Outputs(len(traits), len(self.gates))

    def scan(self, now_s: int, inputs) -> Outputs:
        """now_s: the controller's own seconds, never going back; inputs: types.Inputs, read just
        before.

        The Outputs returned are the same object each time, filled anew.
        """
        rooms = self.rooms
        gates = self.gates
        for event in inputs.events:
            rooms[event[0]].intent.event(now_s, inputs.utc_min, event[1], event[2], event[3])
        week_min = self.clock.step(inputs.utc_min)
        for n in range(len(gates)):
            self.airs[n].step(now_s, inputs.outdoor_cdeg, inputs.outdoor_age_s)
        for i in range(len(rooms)):
            rooms[i].read(now_s, inputs.utc_min, week_min, inputs.rooms[i])
            self.rooms_cdeg[i] = rooms[i].reading.cdeg
        for i in range(len(rooms)):
            rooms[i].want(now_s, inputs.rooms[i], self.rooms_cdeg, inputs.shed)
        for n in range(len(gates)):
            gates[n].step(now_s, inputs.peers, self.airs[n].known)
            self.outputs.classes[n] = gates[n].cls
        for i in range(len(rooms)):
            rooms[i].act(now_s, inputs.rooms[i], self.outputs.rooms[i])
        return self.outputs

    def snapshot(self, now_s: int) -> list:
        """Everything that must survive a power cut, as integers, words and None; times as ages."""
        return [
            _VERSION,
            _kept(now_s, self.airs),
            _kept(now_s, self.gates),
            _kept(now_s, self.rooms),
        ]

    def restore(self, now_s: int, data):
        """Go on from a snapshot of the same home; raises ValueError where it is of another version
        or shape."""
        if (
            data[0] != _VERSION
            or len(data[2]) != len(self.gates)
            or len(data[3]) != len(self.rooms)
        ):
            raise ValueError("a snapshot of another home")
        _restore(now_s, self.airs, data[1])
        _restore(now_s, self.gates, data[2])
        _restore(now_s, self.rooms, data[3])


def _kept(now_s, parts):
    return [part.snapshot(now_s) for part in parts]


def _restore(now_s, parts, kept):
    for i in range(len(parts)):
        parts[i].restore(now_s, kept[i])
