"""One room: the steps from its readings to its unit, and what is said of it afterwards.

Law: mode is what is wanted, a call is what we ask of the unit, action is what happens. How the
action is known is said with it: the unit reports it, the air at its outlet shows it, or it is only
assumed.
"""

from splitstat.control.intent import Intent
from splitstat.control.modulation import Modulation
from splitstat.control.room_reading import RoomReading
from splitstat.control.sender import Sender
from splitstat.control.types import OFF
from splitstat.control.verify import Verify
from splitstat.control.zone import Zone

const = int  # see zone.py

# For so long after a person's change of mode a call counts as that person's.
_PERSON_S = const(1800)
_IDLE_CDEG = const(50)  # the unit's own thermostat is taken to stop so far past its setpoint
_SUPPLY_CDEG = const(500)  # outlet air this far from the room's tells heating or cooling


class Room:
    """Everything that is remembered of one room.

    air and gate belong to its outdoor unit, where the room's unit is number `head`.
    """

    def __init__(self, config: dict, traits, air, gate, head: int):
        self.reading = RoomReading(config)
        if config.get("recovery"):
            from splitstat.control.recovery import RecoveringIntent

            self.intent = RecoveringIntent(config, self)
        else:
            self.intent = Intent(config)
        self.zone = Zone(config, traits)
        if config.get("feel"):
            from splitstat.control.led import led

            self.modulation = led(config["feel"], traits)
        else:
            self.modulation = Modulation(traits)
        if "power" in traits.toggles:
            from splitstat.control.toggling import TogglingSender

            self.sender = TogglingSender(config, traits, self)
        else:
            self.sender = Sender(config, traits)
        self.verify = Verify()
        self.air = air
        self.gate = gate
        self.head = head
        self.first = self.second = self.third = None  # faults

    def read(self, now_s: int, utc_min, week_min, inputs):
        """What the room is like and what people want of it. inputs: types.RoomInputs."""
        intent = self.intent
        if inputs.handset is not None or inputs.status is not None or self.sender.reread:
            from splitstat.control.hand import listen

            listen(self, now_s, utc_min, inputs)
        intent.step(now_s, utc_min, week_min, inputs.presence)
        called = self.gate.call[self.head] is not None
        self.reading.step(now_s, inputs, called, intent.sleep)

    def want(self, now_s: int, inputs, rooms_cdeg, shed: bool):
        """The room's demand, put before the gate of its outdoor unit."""
        reading = self.reading
        if reading.source == "none":
            reading.fallback(rooms_cdeg, inputs.status)
        zone = self.zone
        intent = self.intent
        gate = self.gate
        head = self.head
        zone.step(now_s, reading, intent, self.air, inputs, gate.call[head], shed)
        gate.wants[head] = zone.wants if reading.known else None
        gate.score[head] = zone.score
        gate.end[head] = zone.end is not None
        changed_s = intent.person_at_s
        gate.person[head] = changed_s is not None and now_s - changed_s < _PERSON_S

    def act(self, now_s: int, inputs, out):
        """What the unit is told, and what is said of it. out: types.RoomOutputs."""
        zone = self.zone
        intent = self.intent
        reading = self.reading
        gate = self.gate
        call = gate.call[self.head]
        why = gate.why[self.head]
        held = call is None and why is not None
        modulation = self.modulation
        if call is not None:
            modulation.step(now_s, call, reading, zone, intent)
        elif intent.mode == "fan_only" and not gate.releasing:
            modulation.blow(intent)
        else:
            modulation.stop()
        self.verify.step(now_s, call, zone, reading, self.air.cdeg, inputs.supply_cdeg)
        sender = self.sender
        out.send = None
        left = call is None and zone.wants is not None and self._left(why)
        if intent.person_off or (reading.known and not left):
            found = sender.found
            out.send = sender.step(
                now_s, modulation.command or OFF, intent.sleep, inputs.supply_cdeg
            )
            if found and call is None and out.send is not None:
                gate.lockout.stopped(now_s, self.head)  # only now: it may have run on
        out.before = sender.before
        out.command = sender.last
        out.mode = intent.mode
        out.heat_cdeg = intent.heat_cdeg
        out.cool_cdeg = intent.cool_cdeg
        out.room_cdeg = reading.cdeg
        out.feel_cdeg = modulation.feel_cdeg
        out.provenance = "assumed"
        if held and not zone.resting:
            out.reason = (why, gate.wait_s[self.head])
            out.action = "waiting"
        else:
            out.reason = ("frame_budget", 0) if sender.waits else zone.reason
            out.action = self._action(call, inputs, out)
        if intent.heard is not None:
            out.reason = intent.heard
            if intent.choice is None or intent.choice[0] != "heat_cool":
                intent.heard = None
        # Faults: a new tuple only when something in it changes.
        first = zone.fault
        second = reading.fault
        third = self.verify.fault
        if first != self.first or second != self.second or third != self.third:
            self.first = first
            self.second = second
            self.third = third
            out.faults = tuple([word for word in (first, second, third) if word is not None])

    def _left(self, why):
        """Whether a unit that may not be called yet is left as it is. One that was found running
        is not stopped just to be started again in its own class, nor one that a person has set
        (hand.py), unless other heads run in the other class."""
        gate = self.gate
        sender = self.sender
        wants = self.zone.wants
        last = sender.last
        choice = self.intent.choice
        if choice is not None and last is not None and last.mode in (choice[0], "off"):
            if last.mode == "off":
                return choice[6] is not None  # told once, and not again
            return wants == gate.cls or not (gate.lockout.running or gate.lockout.joined)
        return (
            sender.found
            and why not in (None, "other_class", "reversal")
            and (last is None or last.mode in ("off", wants))
        )

    def _action(self, call, inputs, out):
        status = inputs.status
        if status is not None and status.action is not None:
            out.provenance = "reported"
            return status.action
        if call is None:
            command = out.command
            if command is not None and command.mode == "fan_only":
                return "fan"
            return "off" if out.mode == "off" else "idle"
        if inputs.supply_cdeg is not None and out.room_cdeg is not None:
            out.provenance = "inferred"
            lift = inputs.supply_cdeg - out.room_cdeg
            if -_SUPPLY_CDEG < lift < _SUPPLY_CDEG:
                return "idle"
            return "heating" if lift > 0 else "cooling"
        short_cdeg = 0
        if out.room_cdeg is not None:
            short_cdeg = self.modulation.command.setpoint_cdeg - out.room_cdeg
        if call == "heat":
            return "heating" if short_cdeg > -_IDLE_CDEG else "idle"
        if short_cdeg >= _IDLE_CDEG:
            return "idle"
        return "drying" if self.zone.dry else "cooling"

    def snapshot(self, now_s: int) -> list:
        """What survives a power cut; readings begin anew.

        Intent, the class that is asked for (so that a call goes on, or None), what the unit's
        sensor gets wrong, the last command, the fault.
        """
        zone = self.zone
        modulation = self.modulation
        return [
            self.intent.snapshot(now_s),
            None if zone.resting or zone.dry else zone.wants,
            [modulation.trim_heat, modulation.trim_cool],
            self.sender.snapshot(now_s),
            self.verify.fault,
        ]

    def restore(self, now_s: int, data):
        modulation = self.modulation
        self.intent.restore(now_s, data[0])
        self.zone.wants = data[1]
        modulation.trim_heat, modulation.trim_cool = data[2]
        self.sender.restore(now_s, data[3])
        self.verify.fault = data[4]
