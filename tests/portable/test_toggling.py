"""A lost frame of a remote that toggles: found out by the room, and put right. A room whose air
moves as the unit really runs; times in minutes."""

from splitstat.control.toggling import TogglingSender
from splitstat.control.types import OFF, Traits, UnitCommand

CONFIG = {"frames_per_h": 6, "frames_per_h_sleep": 2, "refresh_s": 10800}
HEAT = UnitCommand("heat", 2100, "auto", None, False)
COOL = UnitCommand("cool", 2400, "auto", None, False)


class Window:
    open = False
    defrost = False


class Reading:
    source = "sensor"
    cdeg = 1800


class Zone:
    error_cdeg = 0

    def __init__(self):
        self.window = Window()


class Air:
    cdeg = 0


class Home:
    """A room, its unit and its remote: the unit takes what the remote says but for the power,
    which a frame only turns round. gain_cdeg: what the unit moves the room in five minutes;
    loss_cdeg: what the weather does."""

    def __init__(self, cdeg=1800, outdoor_cdeg=0, gain_cdeg=20, loss_cdeg=5):
        self.reading = Reading()
        self.zone = Zone()
        self.air = Air()
        self.reading.cdeg = cdeg
        self.air.cdeg = outdoor_cdeg
        traits = Traits(
            modes=("off", "heat", "cool"),
            heat=(1600, 3000),
            cool=(1600, 3000),
            step_cdeg=100,
            fans=("auto",),
            swings=(),
            frost_cdeg=None,
            toggles=("power",),
            reports=(),
            feel_cdeg=None,
        )
        self.sender = TogglingSender(CONFIG, traits, self)
        self.minute = 0
        self.told = OFF  # what the remote stands at
        self.runs = False
        self.gain_cdeg = gain_cdeg
        self.loss_cdeg = loss_cdeg
        self.lost = 0  # so many of the next frames do not arrive
        self.sent = []  # (minute, before) of each frame

    def live(self, minutes, command):
        sender = self.sender
        for _ in range(minutes):
            if self.minute % 5 == 0:
                sign = 1 if self.air.cdeg < self.reading.cdeg else -1
                self.reading.cdeg -= sign * self.loss_cdeg
                if self.runs:
                    self.reading.cdeg += sign * self.gain_cdeg
            if command.mode != "off":
                error = command.setpoint_cdeg - self.reading.cdeg
                self.zone.error_cdeg = error if command.mode == "heat" else -error
            send = sender.step(self.minute * 60, command, False)
            if send is not None:
                before = sender.before or self.told
                turns = (send.mode == "off") != (before.mode == "off")
                self.sent.append((self.minute, sender.before))
                self.told = send
                if self.lost:
                    self.lost -= 1
                elif turns:
                    self.runs = not self.runs
            self.minute += 1


def test_a_unit_that_answers_hears_nothing_twice():
    home = Home()
    home.live(90, HEAT)
    home.live(300, OFF)
    assert home.sent == [(0, None), (90, None)]
    assert not home.runs


def test_a_lost_start_is_put_right_within_the_hour():
    for cdeg, outdoor_cdeg, command in ((1800, 0, HEAT), (2700, 3500, COOL)):
        home = Home(cdeg, outdoor_cdeg)
        home.live(60, OFF)
        home.sent.clear()
        home.lost = 1
        home.live(120, command)
        assert home.runs
        assert len(home.sent) == 2, home.sent
        assert home.sent[1][1] is OFF
        assert home.sent[1][0] - home.sent[0][0] <= 60, home.sent


def test_a_start_lost_twice_is_said_once_more():
    home = Home()
    home.live(60, OFF)
    home.lost = 2
    home.live(180, HEAT)
    assert home.runs
    assert len(home.sent) == 4, home.sent  # OFF at the very first, and the start three times


def test_a_lost_off_is_put_right_within_the_hour():
    home = Home(1700)
    home.live(90, HEAT)
    assert home.runs and home.reading.cdeg < HEAT.setpoint_cdeg
    home.lost = 1
    home.live(60, OFF)
    assert not home.runs
    assert home.sent[-1][1] == HEAT
    count = len(home.sent)
    home.live(300, OFF)
    assert len(home.sent) == count


def test_a_wrong_guess_takes_itself_back():
    """A unit that hardly moves its room is thought off, turned off by that and on again, twice.
    It is left alone for two hours then, and for longer each time."""
    home = Home(gain_cdeg=2)
    home.live(60, OFF)
    home.live(1440, HEAT)
    assert home.runs
    starts = [minute for minute, before in home.sent[2:] if before is OFF]
    pauses = []
    for n in range(4, len(starts), 4):
        pauses.append(starts[n] - starts[n - 1])
    assert len(starts) % 2 == 0 and len(pauses) > 1
    assert pauses[0] >= 120 and pauses == sorted(pauses), pauses


def test_a_command_that_changes_little_is_no_trial():
    home = Home()
    home.live(60, HEAT)
    home.live(60, UnitCommand("heat", 2200, "auto", None, False))
    assert home.sent == [(0, None), (60, None)]


def test_what_the_weather_could_have_done_proves_nothing():
    home = Home(2050, outdoor_cdeg=1600, loss_cdeg=0)
    home.live(60, HEAT)
    home.lost = 1
    home.live(300, OFF)
    assert len(home.sent) == 2  # 4 K against it are too few


def test_a_window_begins_the_trial_anew():
    home = Home()
    home.live(60, OFF)
    home.lost = 1
    home.live(1, HEAT)
    home.zone.window.open = True
    home.live(120, HEAT)
    assert len(home.sent) == 2
    home.zone.window.open = False
    home.live(60, HEAT)
    assert home.runs and len(home.sent) == 3


def test_another_source_than_the_sensor_tells_nothing():
    home = Home()
    home.live(60, OFF)
    home.lost = 1
    home.reading.source = "other_room"
    home.live(300, HEAT)
    assert len(home.sent) == 2


def test_a_unit_switched_at_its_handset_is_left_alone():
    home = Home()
    home.live(60, HEAT)
    home.runs = False  # by the handset
    home.sender.heard(home.minute * 60, OFF)
    home.live(300, OFF)
    assert len(home.sent) == 1
