"""One scan, like a PLC: every input is read before, every output is written after, and this is the
order between.

Law: outputs = scan(now_s, inputs) depends on nothing else. No clock, no pin, no socket, no chance:
a home is replayed to the bit from its recorded inputs. Here is the order of the steps and nothing
of what they decide.
"""

from splitstat.control.intent import Intent
from splitstat.control.modulation import Modulation
from splitstat.control.outdoor_air import OutdoorAir
from splitstat.control.outdoor_unit import OutdoorUnit
from splitstat.control.room_reading import RoomReading
from splitstat.control.sender import Sender
from splitstat.control.telling import Telling
from splitstat.control.types import OFF, Outputs
from splitstat.control.verify import Verify
from splitstat.control.wall_clock import WallClock
from splitstat.control.zone import Zone

const = int  # see zone.py

_VERSION = const(1)  # of a snapshot
# For so long after a person's change of mode a call counts as that person's.
_PERSON_S = const(1800)


class Room:
    """Everything that is remembered of one room."""

    def __init__(self, config: dict, traits):
        self.reading = RoomReading(config)
        self.intent = Intent(config)
        self.zone = Zone(config, traits)
        self.modulation = Modulation(traits)
        self.sender = Sender(config, traits)
        self.verify = Verify()
        self.telling = Telling()
        self.gate = config["outdoor_unit"]
        self.head = 0

    def parts(self):
        """What survives a power cut; readings begin anew."""
        return (self.intent, self.zone, self.modulation, self.sender, self.verify)


class Controller:
    """The control core of one board.

    home: the compiled home (README, "The home file"); traits: the Traits of each room's unit, in
    order.
    """

    def __init__(self, home: dict, traits):
        self.clock = WallClock(home["tz"])
        self.rooms = [Room(home["rooms"][i], traits[i]) for i in range(len(traits))]
        self.rooms_cdeg: list = [None] * len(traits)
        self.airs = [OutdoorAir(config) for config in home["outdoor_units"]]
        self.gates = []
        for n, config in enumerate(home["outdoor_units"]):
            heads = 0
            for room in self.rooms:
                if room.gate == n:
                    room.head = heads
                    heads += 1
            self.gates.append(OutdoorUnit(config, heads, config.get("peers", ())))
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
            self._read(now_s, inputs.utc_min, week_min, rooms[i], inputs.rooms[i])
            self.rooms_cdeg[i] = rooms[i].reading.cdeg
        for i in range(len(rooms)):
            self._want(now_s, rooms[i], inputs.rooms[i], inputs.shed)
        for n in range(len(gates)):
            gates[n].step(now_s, inputs.peers, self.airs[n].known)
            self.outputs.classes[n] = gates[n].cls
        for i in range(len(rooms)):
            self._act(now_s, rooms[i], inputs.rooms[i], self.outputs.rooms[i])
        return self.outputs

    def _read(self, now_s, utc_min, week_min, room, read):
        """What the room is like and what people want of it."""
        intent = room.intent
        pressed = read.handset
        if pressed is not None:  # the unit has heard it already; here it is a person's word
            room.sender.heard(now_s, pressed)
            intent.event(now_s, utc_min, "mode", pressed.mode, None)
            if pressed.mode == "heat":
                intent.event(now_s, utc_min, "setpoint", pressed.setpoint_cdeg, None)
            elif pressed.mode == "cool":
                intent.event(now_s, utc_min, "setpoint", None, pressed.setpoint_cdeg)
        intent.step(now_s, utc_min, week_min, read.presence)
        called = self.gates[room.gate].call[room.head] is not None
        room.reading.step(now_s, read, called, intent.sleep)

    def _want(self, now_s, room, read, shed):
        """The room's demand, put before the gate of its outdoor unit."""
        reading = room.reading
        reading.fallback(self.rooms_cdeg, read.status)
        zone = room.zone
        intent = room.intent
        gate = self.gates[room.gate]
        head = room.head
        zone.step(now_s, reading, intent, self.airs[room.gate], read, gate.call[head], shed)
        gate.wants[head] = zone.wants
        gate.score[head] = zone.score
        gate.end[head] = zone.end is not None
        changed_s = intent.person_at_s
        gate.person[head] = changed_s is not None and now_s - changed_s < _PERSON_S

    def _act(self, now_s, room, read, out):
        """What the unit is told, and what is said of it."""
        zone = room.zone
        intent = room.intent
        gate = self.gates[room.gate]
        call = gate.call[room.head]
        waits = call is None and gate.why[room.head] is not None
        modulation = room.modulation
        if call is not None:
            modulation.step(now_s, call, room.reading, zone, intent)
        elif intent.mode == "fan_only" and not gate.releasing:
            modulation.blow()
        else:
            modulation.stop()
        room.verify.step(
            now_s, call, zone, room.reading, self.airs[room.gate].cdeg, read.supply_cdeg
        )
        sender = room.sender
        out.send = None
        # A unit that was found running is not stopped just to be started again in its own class.
        left = (
            waits
            and sender.found
            and gate.why[room.head] not in ("other_class", "reversal")
            and (sender.last is None or sender.last.mode in ("off", zone.wants))
        )
        if intent.person_off or (room.reading.known and not left):
            out.send = sender.step(now_s, modulation.command or OFF, intent.sleep)
        out.command = sender.last
        room.telling.step(room, gate, waits, read, out)

    def snapshot(self, now_s: int) -> list:
        """Everything that must survive a power cut, as integers, words and None; times as ages."""
        return [
            _VERSION,
            [air.snapshot(now_s) for air in self.airs],
            [gate.snapshot(now_s) for gate in self.gates],
            [[part.snapshot(now_s) for part in room.parts()] for room in self.rooms],
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
        for i in range(len(self.gates)):
            self.airs[i].restore(now_s, data[1][i])
            self.gates[i].restore(now_s, data[2][i])
        for i in range(len(self.rooms)):
            parts = self.rooms[i].parts()
            for k in range(len(parts)):
                parts[k].restore(now_s, data[3][i][k])
