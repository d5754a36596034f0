"""Two rooms on one outdoor unit with the real controller: a scan a minute, what is sent is
kept, but for repeats."""

from splitstat.control.controller import Controller
from splitstat.control.types import Inputs, Traits

TRAITS = Traits(
    modes=("off", "heat", "cool", "fan_only"),
    heat=(1600, 3000),
    cool=(1600, 3000),
    step_cdeg=100,
    fans=("auto", "low", "high"),
    swings=(),
    frost_cdeg=None,
    toggles=(),
    reports=(),
    feel_cdeg=None,
)
OUTDOOR_UNIT = {
    "name": "balcony",
    "season": "auto",
    "changeover": "auto",
    "cool_above_cdeg": 1600,
    "heat_below_cdeg": 1800,
    "min_on_s": 1200,
    "min_off_s": 600,
    "reversal_s": 3600,
    "latch_s": 300,
    "starts_per_h": 2,
    "spacing_s": 30,
    "reversals_per_day": 2,
    "hold_s": 3600,
    "max_wait_s": 10800,
    "person_reversal_s": 300,
}
SENSOR = {"weight": 1, "offset_cdeg": 0, "when": "always", "stale_s": 900}


def room(name, **changed):
    config = {
        "name": name,
        "outdoor_unit": 0,
        "unit": "gree.yaw1f",
        "mode": "heat_cool",
        "heat_cdeg": 2000,
        "cool_cdeg": 2600,
        "setback_mode": None,
        "setback_heat_cdeg": 1700,
        "setback_cool_cdeg": 2800,
        "deadband_cdeg": 300,
        "differential_cdeg": 60,
        "priority": 1,
        "blocks": [],
        "sleep": [],
        "hold_min": 0,
        "sensors": [SENSOR],
        "fuse": "mean",
        "fallback": [["unit", 0]],
        "window": 0,
        "presence": 0,
        "frost_off": 0,
        "frames_per_h": 6,
        "frames_per_h_sleep": 2,
        "dry_above_cpct": None,
        "refresh_s": 10800,
    }
    config.update(changed)
    return config


class Home:
    """A controller and what it reads; temperatures stay as they are set."""

    def __init__(self, outdoor_cdeg, *rooms_cdeg, traits=TRAITS, **changed):
        """changed: keys of every room's entry in the compiled home."""
        names = ("bedroom", "office")
        rooms = [room(names[i], **changed) for i in range(len(rooms_cdeg))]
        self.traits = traits
        self.home = {"tz": [60], "outdoor_units": [OUTDOOR_UNIT], "rooms": rooms}
        self.inputs = Inputs([1] * len(rooms))
        self.inputs.outdoor_cdeg = outdoor_cdeg
        for i in range(len(rooms)):
            self.inputs.rooms[i].cdeg[0] = rooms_cdeg[i]
        self.now_s = 1000
        self.sent = []  # (room, command) of each frame that said something new
        self.frames = 0
        self.boot(None)

    @staticmethod
    def traits_with(*modes, swings=(), reports=False):
        """TRAITS with more modes, louvres, or read back."""
        more = list(TRAITS)
        more[0] = TRAITS.modes + modes
        more[5] = swings
        more[8] = reports
        return Traits(*more)

    def boot(self, snapshot):
        self.last = [None] * len(self.home["rooms"])  # what each unit was told, or has told us
        self.controller = Controller(self.home, [self.traits] * len(self.inputs.rooms))
        if snapshot is not None:
            self.controller.restore(self.now_s, snapshot)

    def scan(self, minutes=1):
        for _ in range(minutes):
            out = self.controller.scan(self.now_s, self.inputs)
            self.inputs.events = []
            for i in range(len(out.rooms)):
                self.inputs.rooms[i].handset = None
                command = out.rooms[i].send
                if command is not None and command != self.last[i]:
                    self.sent.append((i, command))
                self.frames += command is not None
                self.last[i] = out.rooms[i].command
            self.now_s += 60
        return out

    def modes(self):
        return [pair[1].mode for pair in self.sent]
