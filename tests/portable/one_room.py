"""One room from its readings to its demand: the real steps, wish and weather set by a test."""

from splitstat.control.outdoor_air import OutdoorAir
from splitstat.control.room_reading import RoomReading
from splitstat.control.types import RoomInputs, Traits
from splitstat.control.verify import Verify
from splitstat.control.zone import Zone

CONFIG = {
    "sensors": [{"weight": 1, "offset_cdeg": 0, "when": "always", "stale_s": 900}],
    "fuse": "mean",
    "fallback": [["unit", 0]],
    "differential_cdeg": 60,
    "setback_heat_cdeg": 1700,
    "priority": 1,
}


def traits(frost_cdeg=None, heat=(1600, 3000)):
    return Traits(
        modes=("heat", "cool"),
        heat=heat,
        cool=(1600, 3000),
        step_cdeg=100,
        fans=("auto", "low"),
        swings=(),
        frost_cdeg=frost_cdeg,
        toggles=(),
        reports=False,
        feel_cdeg=None,
    )


class Wish:
    """What the Intent of a room would say."""

    def __init__(self, mode="heat_cool", heat_cdeg=2000, cool_cdeg=2600):
        self.mode = mode
        self.wish = mode
        self.heat_cdeg = heat_cdeg
        self.cool_cdeg = cool_cdeg
        self.occupied = True
        self.sleep = False
        self.person_off = False
        self.person_at_s = None
        self.why = "schedule"
        self.choice = None


class OneRoom:
    """Steps of 60 s. The call is granted as soon as it is wanted, unless the test sets `grant`."""

    def __init__(self, wish=None, outdoor_cdeg=1400, unit=None, config=None, **changed):
        self.config = dict(config or CONFIG)
        self.config.update(changed)
        self.wish = wish or Wish()
        self.inputs = RoomInputs(len(self.config["sensors"]))
        self.reading = RoomReading(self.config)
        self.air = OutdoorAir({})
        self.zone = Zone(self.config, unit)
        self.verify = Verify()
        self.outdoor_cdeg = outdoor_cdeg
        self.cdeg = 2200
        self.call = None
        self.grants = True
        self.shed = False
        self.supply_cdeg = None
        self.now_s = 0
        self.ends = []  # what ended a call at once, each word as often as it ended one

    def step(self, cdeg=None, elapsed_s=60):
        """One scan, at a room temperature that stays until it is changed."""
        if cdeg is not None:
            self.cdeg = cdeg
        self.now_s += elapsed_s
        now_s = self.now_s
        for i in range(len(self.inputs.cdeg)):
            self.inputs.cdeg[i] = self.cdeg
        if self.outdoor_cdeg is not None:
            self.air.step(now_s, self.outdoor_cdeg, 0)
        self.reading.step(now_s, self.inputs, self.call is not None, self.wish.sleep)
        self.reading.fallback([self.reading.cdeg], self.inputs.status)
        zone = self.zone
        zone.step(now_s, self.reading, self.wish, self.air, self.inputs, self.call, self.shed)
        if zone.end is not None and self.call is not None:
            self.ends.append(zone.end)
        if self.grants:
            self.call = zone.wants
        self.verify.step(now_s, self.call, zone, self.reading, self.air.cdeg, self.supply_cdeg)
        return zone.wants

    def lasts(self, minutes, cdeg=None):
        """So many scans at one temperature; what is wanted at the end."""
        for _ in range(minutes):
            self.step(cdeg)
        return self.zone.wants

    def drifts(self, minutes, to_cdeg):
        """A straight line from the present temperature, a scan a minute."""
        from_cdeg = self.cdeg
        for k in range(1, minutes + 1):
            self.step(from_cdeg + (to_cdeg - from_cdeg) * k // minutes)
        return self.zone.wants

    def blind(self, minutes):
        """No sensor any more."""
        keep = self.cdeg
        for _ in range(minutes):
            self.cdeg = None
            self.step()
        self.cdeg = keep
        return self.zone.wants
