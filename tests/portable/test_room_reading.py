"""Several sensors, one room: fusion, drop-outs, fallback, slope."""

from splitstat.control.room_reading import RoomReading
from splitstat.control.types import RoomInputs
from splitstat.control.unit_status import UnitStatus


def status(return_cdeg):
    return UnitStatus(
        mode=None,
        setpoint_cdeg=None,
        fan=None,
        return_cdeg=return_cdeg,
        outdoor_cdeg=None,
        action=None,
        fault=None,
        defrost=None,
    )


class Fed:
    """A room whose sensors are read every minute."""

    def __init__(self, sensors, fuse="mean", fallback=()):
        self.reading = RoomReading({"sensors": sensors, "fuse": fuse, "fallback": fallback})
        self.inputs = RoomInputs(len(sensors))
        self.now_s = 0

    def read(self, values, minutes=3, sleep=False, rooms_cdeg=(None, None)):
        for _ in range(minutes):
            self.now_s += 60
            for i in range(len(values)):
                self.inputs.cdeg[i] = values[i]
            self.reading.step(self.now_s, self.inputs, False, sleep)
            self.reading.fallback(rooms_cdeg, self.inputs.status)
        return self.reading.cdeg


def sensor(weight=1, when="always", offset_cdeg=0):
    return {"weight": weight, "when": when, "offset_cdeg": offset_cdeg, "stale_s": 900}


def test_weighted_mean():
    assert Fed([sensor(1), sensor(3)]).read([2000, 2100]) == 2075
    assert Fed([sensor(1), sensor(2)]).read([-100, -201]) == -167


def test_median():
    room = Fed([sensor(), sensor(), sensor()], "median")
    assert room.read([2000, 2600, 2100]) == 2100
    assert Fed([sensor()] * 4, "median").read([2000, 2600, 2100, 2000]) == 2050
    assert Fed([sensor()] * 2, "median").read([2000, 2101]) == 2051
    assert Fed([sensor()] * 3, "median").read([2000, 2000, 2000]) == 2000


def test_a_drop_out_leaves_the_weights_of_the_rest():
    room = Fed([sensor(1), sensor(1), sensor(2)])
    assert room.read([1800, 2000, 2100], 4) == 2000
    assert room.read([None, 2000, 2100], 10) == 2000, "it coasts"
    assert room.reading.source == "sensor"
    assert room.read([None, 2000, 2100], 10) == 2067
    assert room.reading.fault == "sensor_failed"
    assert room.read([1800, 2000, 2100], 2) == 2000, "back within two samples"
    assert room.reading.fault is None


def test_sensors_of_the_hour():
    room = Fed([sensor(1, "sleep"), sensor(1, "awake"), sensor(1, "always")])
    values = [1800, 2200, 2000]
    assert room.read(values) == 2100
    assert room.read(values, 1, sleep=True) == 1900
    assert room.read(values, 1, sleep=False) == 2100


def test_a_sensor_of_another_hour_is_better_than_none():
    room = Fed([sensor(1, "sleep"), sensor(1, "awake")], "mean", [["room", 1, 0]])
    room.read([1800, 2200], 4)
    assert room.read([1800, None], 20, rooms_cdeg=(None, 2500)) == 1800
    assert room.reading.source == "sensor"


def test_coasting_is_said():
    room = Fed([sensor()])
    room.read([2000], 4)
    assert room.read([None], 5) == 2000
    assert room.reading.source == "coasting"


def test_fallback_in_the_order_of_the_rules():
    room = Fed([sensor()], "mean", [["room", 1, -50], ["unit", -100]])
    room.read([2000], 4)
    assert room.read([None], 16, rooms_cdeg=(None, 2100)) == 2050
    assert room.reading.source == "other_room"
    assert room.reading.fault == "no_sensor"
    room.inputs.status = status(2300)
    assert room.read([None], 1) == 2200
    assert room.reading.source == "unit"
    room.inputs.status = status(None)
    assert room.read([None], 1) is None
    assert room.reading.source == "unit"
    assert room.read([2000], 2, rooms_cdeg=(None, 2100)) == 2000
    assert room.reading.source == "sensor"


def test_without_rules_nothing_is_left():
    room = Fed([sensor()])
    room.read([2000], 4)
    assert room.read([None], 16) is None
    assert room.reading.source == "none"


def test_nothing_falls_back_before_the_sensors_could_speak():
    room = Fed([sensor()], "mean", [["unit", 0]])
    assert room.read([None], 14) is None
    assert room.reading.source == "none" and not room.reading.known
    assert room.reading.fault is None
    room.read([None], 3)
    assert room.reading.source == "unit" and room.reading.known
    assert room.reading.fault == "no_sensor"


def test_a_room_without_sensors_is_left_to_its_unit_at_once():
    room = Fed([], "mean", [["unit", 0]])
    room.read([], 1)
    assert room.reading.source == "unit" and room.reading.known
    assert room.reading.fault is None, "nothing has failed"


def test_slope_of_a_ramp():
    room = Fed([sensor()])
    room.read([2000], 4)
    assert room.reading.slope_cdeg_h == 0
    for k in range(60):
        room.read([2000 + 2 * k], 1)
    assert 110 <= room.reading.slope_cdeg_h <= 122, room.reading.slope_cdeg_h
    room.read([2118], 60)
    assert -2 <= room.reading.slope_cdeg_h <= 2


def test_slope_is_not_fooled_by_a_sensor_that_drops_out():
    room = Fed([sensor(), sensor()])
    room.read([2000, 2200], 20)
    room.read([2000, None], 14)
    assert room.reading.cdeg == 2100
    for _ in range(10):
        room.read([2000, None], 1)
        assert room.reading.slope_cdeg_h == 0
    assert room.reading.cdeg == 2000


def test_the_period_of_the_scans_does_not_matter():
    values = []
    for period_s in (2, 10, 60):
        room = Fed([sensor()])
        for now_s in range(0, 3601, period_s):
            room.inputs.cdeg[0] = 2000 + now_s // 36
            room.reading.step(now_s, room.inputs, False, False)
        values.append((room.reading.cdeg, room.reading.slope_cdeg_h))
    for cdeg, slope in values:
        assert abs(cdeg - values[0][0]) <= 2, values
        assert abs(slope - values[0][1]) <= 8, values
