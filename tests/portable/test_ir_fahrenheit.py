"""Degrees Fahrenheit: through cdeg, through frames, a thousand times."""

from splitstat import units
from splitstat.control.fahrenheit import from_fahrenheit, to_fahrenheit
from splitstat.control.types import UnitCommand

# (unit, lowest and highest degF that it can be set to)
UNITS = (
    ("bosch144.f", 60, 86),
    ("delonghi_ac.f", 64, 90),
    ("eurom.f", 61, 90),
    ("fujitsu_ac.arrew4e.f", 60, 88),
    ("gree.yaw1f.f", 61, 86),
    ("gree.ybofb.f", 61, 86),
    ("gree.yx1fsf.f", 61, 86),
    ("midea.f", 62, 86),
    ("neoclima.f", 61, 90),
    ("technibel_ac.f", 61, 88),
    ("trotec_3550.f", 60, 86),
)


def test_known_points():
    for degf, cdeg in ((32, 0), (50, 1000), (68, 2000), (70, 2111), (77, 2500), (14, -1000)):
        assert (from_fahrenheit(degf), to_fahrenheit(cdeg)) == (cdeg, degf)
    assert (to_fahrenheit(2138), to_fahrenheit(2139)) == (70, 71)


def test_every_degree_comes_back_a_thousand_times():
    for degf in range(-60, 160):
        shown = degf
        for _ in range(1000):
            shown = to_fahrenheit(from_fahrenheit(shown))
        assert shown == degf


def test_every_setpoint_comes_back_through_the_frame():
    for name, low, high in UNITS:
        unit = units.load(name)
        seen = []
        for degf in range(low, high + 1):
            command = UnitCommand("cool", from_fahrenheit(degf), "auto", None, False)
            for _ in range(2):
                timings = unit.encode(command)[1]
                command = unit.decode(timings)
                assert to_fahrenheit(command.setpoint_cdeg) == degf, (name, degf)
            assert timings not in seen, (name, degf)
            seen.append(timings)


def test_what_is_out_of_range_becomes_its_end():
    for name, low, high in UNITS:
        unit = units.load(name)
        for cdeg, degf in ((1000, low), (3900, high)):
            timings = unit.encode(UnitCommand("cool", cdeg, "auto", None, False))[1]
            assert to_fahrenheit(unit.decode(timings).setpoint_cdeg) == degf, name


def test_there_is_no_fahrenheit_where_the_table_has_none():
    for name in ("coolix.f", "gree.f", "gree.yaw1f.c", "argo.wrem2.f", "fujitsu_ac.arry4.ff"):
        try:
            units.load(name)
            raise AssertionError(name)
        except ValueError:
            pass
