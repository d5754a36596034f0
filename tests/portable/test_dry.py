"""Too humid: by dew point, within the limits of temperature."""

from one_room import OneRoom, Wish
from splitstat.control.dry import Dry, dew_cdeg, saturation_pa


def test_dew_points_of_the_magnus_formula():
    """Reference: 243.12 g / (17.62 - g), g = ln(RH) + 17.62 t / (243.12 + t), in cdeg."""
    for cdeg, cpct, dew in (
        (2000, 5000, 926),
        (2500, 6500, 1796),
        (2600, 6500, 1890),
        (3000, 9000, 2815),
        (2200, 4000, 779),
        (1800, 8000, 1450),
        (2700, 10000, 2700),
        (3500, 3000, 1484),
    ):
        assert abs(dew_cdeg(cdeg, cpct) - dew) <= 8, (cdeg, cpct, dew_cdeg(cdeg, cpct))


def test_dew_point_at_the_edges():
    assert dew_cdeg(2000, 0) == 0
    assert dew_cdeg(-1000, 9000) == 0
    assert 3900 <= dew_cdeg(6000, 10000) <= 4000
    assert saturation_pa(0) == 611 and saturation_pa(3999) == 7359
    for cdeg in range(0, 3900, 100):
        assert dew_cdeg(cdeg, 10000) - cdeg in (-1, 0, 1), cdeg


def test_hysteresis_of_half_a_kelvin_of_dew_point():
    dry = Dry(6500)
    limit = dew_cdeg(2600, 6500)
    words = []
    for cpct in (7000, 7300, 7450, 7300, 7150, 7050, 7300):
        words.append(dry.step(2400, cpct, 2000, 2600) > 0)
        excess = dew_cdeg(2400, cpct) - limit
        assert words[-1] == (excess > 0 or (excess > -50 and words[-2])), (cpct, excess)
    assert words == [False, False, True, True, True, False, False], words


def test_never_below_the_floor_nor_without_humidity():
    dry = Dry(6500)
    assert dry.step(2200, 9000, 2000, 2600) == 0
    assert dry.step(2201, 9000, 2000, 2600) > 0
    assert dry.floor_cdeg == 2150
    assert dry.step(2151, 9000, 2000, 2600) > 0
    assert dry.step(2150, 9000, 2000, 2600) == 0
    assert dry.step(2400, None, 2000, 2600) == 0


def humid(mode, cdeg, cpct, outdoor_cdeg=2200):
    room = OneRoom(Wish(mode), outdoor_cdeg, dry_above_cpct=6500)
    room.inputs.humidity_cpct = cpct
    room.lasts(3, cdeg)
    return room


def test_a_humid_room_in_band_is_dried_by_cooling():
    room = humid("heat_cool", 2400, 8500)
    zone = room.zone
    assert zone.wants == "cool" and zone.dry and zone.target_cdeg == 2150
    assert zone.reason[0] == "dry" and zone.score > 0
    room.lasts(40)
    room.inputs.humidity_cpct = 5000
    assert room.lasts(2) is None and not zone.dry
    assert humid("heat", 2400, 8500).zone.wants is None
    assert humid("cool", 2400, 8500, 1000).zone.wants is None, "the season's gate holds"


def test_mode_dry_follows_the_dew_point():
    room = humid("dry", 2400, 8500)
    assert room.zone.wants == "cool" and room.zone.dry
    room = humid("dry", 2700, 5000)
    assert room.zone.wants is None
    room = humid("dry", 2700, None)
    assert room.zone.wants == "cool" and room.zone.dry, "no humidity: by temperature"


def test_cooling_comes_first():
    room = humid("cool", 2700, 8500)
    assert room.zone.wants == "cool" and not room.zone.dry and room.zone.reason[0] == "cool"


def test_dry_air_ends_it_though_cooling_would_go_on():
    room = humid("cool", 2550, 8500)
    assert room.zone.dry
    room.lasts(40)
    room.inputs.humidity_cpct = 4000
    assert room.lasts(3) is None
