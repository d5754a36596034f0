"""What is said of a room after a scan: its action with provenance, one reason, its faults.

Law: mode is what is wanted, a call is what we ask of the unit, action is what happens. How the
action is known is said with it: the unit reports it, the air at its outlet shows it, or it is only
assumed.
"""

const = int  # see zone.py

_SUPPLY_CDEG = const(500)  # outlet air this far from the room's tells heating or cooling


class Telling:
    """One room. step() fills a types.RoomOutputs; tuples are made anew only when something in them
    changes."""

    def __init__(self):
        self.first = self.second = self.third = None

    def step(self, room, gate, waits: bool, read, out):
        """waits: the gate holds back what the zone wants; read: types.RoomInputs; out:
        types.RoomOutputs."""
        zone = room.zone
        intent = room.intent
        out.mode = intent.mode
        out.heat_cdeg = intent.heat_cdeg
        out.cool_cdeg = intent.cool_cdeg
        out.room_cdeg = room.reading.cdeg
        if waits:
            out.reason = (gate.why[room.head], gate.wait_s[room.head])
        elif room.sender.waits:
            out.reason = ("frame_budget", 0)
        else:
            out.reason = zone.reason
        out.provenance = "assumed"
        out.action = self._action(room, gate.call[room.head], waits, read, out)
        self._faults(room, out)

    def _action(self, room, call, waits, read, out):
        status = read.status
        if waits:
            return "waiting"
        if status is not None and status.action is not None:
            out.provenance = "reported"
            return status.action
        if call is None:
            command = out.command
            if command is not None and command.mode == "fan_only":
                return "fan"
            return "off" if room.intent.mode == "off" else "idle"
        if read.supply_cdeg is not None and out.room_cdeg is not None:
            out.provenance = "inferred"
            lift = read.supply_cdeg - out.room_cdeg
            if -_SUPPLY_CDEG < lift < _SUPPLY_CDEG:
                return "idle"
            return "heating" if lift > 0 else "cooling"
        zone = room.zone
        if zone.resting or zone.wants != call:
            return "idle"
        if call == "heat":
            return "heating"
        return "drying" if zone.dry else "cooling"

    def _faults(self, room, out):
        first = room.zone.fault
        second = room.reading.fault
        third = room.verify.fault
        if first != self.first or second != self.second or third != self.third:
            self.first = first
            self.second = second
            self.third = third
            out.faults = tuple([word for word in (first, second, third) if word is not None])
