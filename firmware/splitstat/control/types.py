"""What the steps of one scan hand to each other. Data only: nothing is decided here.

Temperatures are centi-degrees Celsius, humidity centi-percent, power watts, times whole seconds of
the controller's own clock. Absence is None. Objects that live through every scan are plain
classes, filled anew each time and never kept by reference, so that a steady scan allocates next to
nothing on a board.

The words (they are the words of Home Assistant and MQTT):
    mode        off heat cool heat_cool dry fan_only            what is wanted
    class       heat cool (dry belongs to cool)                 what an outdoor unit does for all
    its heads action      off idle heating cooling drying fan defrosting waiting
    provenance  reported inferred assumed
    fan         auto quiet low medium_low medium medium_high high
    swing       auto highest high middle low lowest (None: leave the louvres alone)
"""

from collections import namedtuple


class CodecError(Exception):
    """The wire lied: a frame or an answer is ours but broken, or a unit cannot say what it is told
    to."""


# What an indoor unit is told. `frost` asks for its own 8 or 10 degC function in place of the
# setpoint.
UnitCommand = namedtuple("UnitCommand", ("mode", "setpoint_cdeg", "fan", "swing", "frost"))

OFF = UnitCommand("off", 2200, "auto", None, False)

# What an indoor unit can do, from its file in units/. heat and cool are (min_cdeg, max_cdeg) or
# None, fans are ordered from slow to fast with "auto" first where the unit has it, frost_cdeg is
# the setpoint of its own frost function or None, toggles names the state keys that mean "change
# it", feel_cdeg is the step of the room temperature that the unit takes in place of its own
# sensor's, or None.
Traits = namedtuple(
    "Traits",
    "modes heat cool step_cdeg fans swings frost_cdeg toggles reports feel_cdeg".split(),
)


class RoomInputs:
    """One room, as it was read before this scan.

    cdeg and age_s hold one entry per sensor of the room, in the order of the configuration: the
    last good value (None: never one) and how old it is. window and presence are None where there
    is no such sensor; status is a UnitStatus (unit_status.py).
    """

    def __init__(self, sensors: int):
        self.cdeg: list[int | None] = [None] * sensors
        self.age_s = [0] * sensors
        self.humidity_cpct: int | None = None
        self.window: bool | None = None
        self.presence: bool | None = None
        self.supply_cdeg: int | None = None
        self.status: tuple | None = None
        self.handset: UnitCommand | None = None


class Inputs:
    """Everything a scan may know.

    utc_min: minutes since 2000-01-01 UTC, or None while nobody knows the time.
    outdoor_cdeg, outdoor_age_s: the outdoor air, or None.
    events: what people asked for since the last scan, as (room index, word, number or None, number
    or None). peers: what other boards said, as PeerReport (peers.py).
    shed: True while a load limit forbids automatic calls.
    """

    def __init__(self, sensors):
        self.utc_min: int | None = None
        self.outdoor_cdeg: int | None = None
        self.outdoor_age_s = 0
        self.rooms = []
        for n in sensors:
            self.rooms.append(RoomInputs(n))
        self.events = []
        self.peers = []
        self.shed = False


class RoomOutputs:
    """One room after a scan. send is the UnitCommand to transmit now, or None; before what the
    unit is taken to obey until then, where its remote toggles the power (toggling.py); command is
    the standing one, afterwards; feel_cdeg what it is told of its room (feed.py), or None."""

    def __init__(self):
        self.send: UnitCommand | None = None
        self.command: UnitCommand | None = None
        self.before: UnitCommand | None = None
        self.mode = "off"
        self.heat_cdeg: int | None = None
        self.cool_cdeg: int | None = None
        self.room_cdeg: int | None = None
        self.feel_cdeg: int | None = None
        self.action = "off"
        self.provenance = "assumed"
        self.reason = ("starting", 0)
        self.faults = ()


class Outputs:
    """What a scan leaves behind: one RoomOutputs a room, one class an outdoor unit."""

    def __init__(self, rooms: int, outdoor_units: int):
        self.rooms = []
        for _ in range(rooms):
            self.rooms.append(RoomOutputs())
        self.classes: list[str | None] = [None] * outdoor_units
