"""One scan of everything: two rooms on one outdoor unit, by example. A scan a minute."""

import json

from splitstat.control.controller import Controller
from splitstat.control.types import Inputs, Traits, UnitCommand

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

    def __init__(self, outdoor_cdeg, *rooms_cdeg):
        names = ("bedroom", "office")
        rooms = [room(names[i]) for i in range(len(rooms_cdeg))]
        self.home = {"tz": [60], "outdoor_units": [OUTDOOR_UNIT], "rooms": rooms}
        self.inputs = Inputs([1] * len(rooms))
        self.inputs.outdoor_cdeg = outdoor_cdeg
        for i in range(len(rooms)):
            self.inputs.rooms[i].cdeg[0] = rooms_cdeg[i]
        self.now_s = 1000
        self.sent = []
        self.boot(None)

    def boot(self, snapshot):
        self.controller = Controller(self.home, [TRAITS] * len(self.inputs.rooms))
        if snapshot is not None:
            self.controller.restore(self.now_s, snapshot)

    def scan(self, minutes=1):
        for _ in range(minutes):
            out = self.controller.scan(self.now_s, self.inputs)
            self.inputs.events = []
            for i in range(len(out.rooms)):
                self.inputs.rooms[i].handset = None
                if out.rooms[i].send is not None:
                    self.sent.append((i, out.rooms[i].send))
            self.now_s += 60
        return out

    def modes(self):
        return [pair[1].mode for pair in self.sent]


def test_nothing_is_sent_before_the_sensor_is_known_and_the_unit_rested():
    home = Home(500, None)
    assert home.scan(5).rooms[0].reason == ("starting", 0)
    assert home.sent == []
    home.inputs.rooms[0].cdeg[0] = 1800
    out = home.scan(3)
    assert out.rooms[0].action == "waiting" and out.rooms[0].reason[0] == "min_off"
    assert home.sent == []
    out = home.scan(10)
    assert home.modes() == ["heat"]
    assert out.rooms[0].action == "heating" and out.rooms[0].provenance == "assumed"
    assert out.classes == ["heat"]


def test_a_satisfied_room_in_mild_weather_is_switched_off_once():
    home = Home(1700, 2200)
    home.scan(30)
    assert home.modes() == ["off"]
    assert home.scan().rooms[0].action == "idle"


def test_a_persons_off_goes_out_at_once_even_without_a_sensor():
    home = Home(500, None)
    home.inputs.events = [(0, "mode", "off", None)]
    out = home.scan()
    assert home.modes() == ["off"] and out.rooms[0].action == "off"


def test_heads_start_one_after_the_other_in_one_class():
    home = Home(1700, 1800, 2800)
    out = home.scan(60)
    assert out.classes == ["heat"]
    assert out.rooms[0].action == "heating"
    assert out.rooms[1].action == "waiting" and out.rooms[1].reason[0] == "other_class"
    assert home.modes().count("heat") == 1


def test_the_handset_is_a_persons_word_and_is_not_contradicted():
    home = Home(500, 1800)
    home.scan(20)
    home.inputs.rooms[0].handset = UnitCommand("heat", 2300, "low", None, False)
    out = home.scan()
    assert out.rooms[0].heat_cdeg == 2300
    home.inputs.rooms[0].handset = UnitCommand("off", 2300, "low", None, False)
    before = len(home.sent)
    out = home.scan(170)
    assert out.rooms[0].mode == "off" and len(home.sent) == before


def test_a_frozen_room_that_a_person_switched_off_raises_an_alarm():
    home = Home(-500, 600)
    home.inputs.events = [(0, "mode", "off", None)]
    out = home.scan(30)
    assert out.rooms[0].faults == ("frost_risk",)
    assert home.modes() == ["off"]


def test_shedding_ends_the_call_in_the_same_scan():
    home = Home(500, 1800)
    home.scan(30)
    home.inputs.shed = True
    out = home.scan()
    assert home.modes()[-1] == "off" and out.rooms[0].reason == ("load_limit", 0)


def test_a_reboot_goes_on_without_a_needless_frame():
    home = Home(500, 1800, 1900)
    home.scan(40)
    before = len(home.sent)
    snapshot = json.loads(json.dumps(home.controller.snapshot(home.now_s)))
    home.boot(snapshot)
    out = home.scan(9)
    assert len(home.sent) == before  # the units go on as they were found
    assert out.rooms[0].reason[0] == "min_off"
    home.scan(4)
    assert home.modes()[before:] == ["heat", "heat"]


def test_what_a_room_knows_survives():
    home = Home(500, 1800)
    home.scan(30)
    old = home.controller.rooms[0]
    assert old.zone.wants == "heat" and old.modulation.trim_heat > 0
    old.modulation.trim_cool = -70
    old.verify.fault = "no_heating"
    home.boot(json.loads(json.dumps(home.controller.snapshot(home.now_s))))
    new = home.controller.rooms[0]
    assert new is not old and new.zone.wants == "heat"
    assert new.modulation.trim_heat == old.modulation.trim_heat
    assert new.modulation.trim_cool == -70
    assert new.verify.fault == "no_heating"
    assert new.sender.last == old.sender.last
    home.inputs.rooms[0].cdeg[0] = 2200
    home.scan(40)
    assert new.zone.wants == "heat" and new.zone.resting
    home.boot(home.controller.snapshot(home.now_s))
    assert home.controller.rooms[0].zone.wants is None, "a resting zone asks for nothing"


def test_a_snapshot_is_small_plain_and_tied_to_its_home():
    home = Home(500, 1800, 1900)
    home.scan(40)
    snapshot = home.controller.snapshot(home.now_s)
    assert len(json.dumps(snapshot)) <= 512
    other = Home(500, 1800)
    try:
        other.boot(snapshot)
    except ValueError:
        return
    raise AssertionError("a snapshot of another home was taken")


def test_the_outputs_are_the_same_object_every_time():
    home = Home(500, 1800)
    assert home.scan() is home.scan()
