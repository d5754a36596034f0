"""Corrections of a reading: two-point calibration, and what self-heating does to humidity.

One point is the `offset` of a home file (control/sensor_health.py). Two are worth it for a cheap
sensor that is wrong by a slope: read it beside a good one on a cold and on a warm day. A sensor
that is warmer than the room reads the room's humidity too low: the same water in warmer air.
Source of the 6.2 % a kelvin: the slope of saturation pressure at 20 degC after Magnus, with
17.62 and 243.12 degC (WMO No. 8, annex 4.B): 17.62 * 243.12 / 263.12^2 = 0.0619 / K.
"""


def two_point(cdeg: int, low_read: int, low_true: int, high_read: int, high_true: int) -> int:
    """The straight line through two pairs of readings and true values, all in cdeg. Both readings
    must differ by at least 5 K. Products stay below 31 bits within -40 to 85 degC.
    """
    span = high_read - low_read
    rise = (cdeg - low_read) * (high_true - low_true)
    return low_true + (2 * rise + span) // (2 * span)


def humidity_of_room(cpct: int, warmer_cdeg: int) -> int:
    """What the room has where a sensor that is warmer by warmer_cdeg (-500 to 500) reads cpct."""
    squared = warmer_cdeg * warmer_cdeg // 100  # e^x = 1 + x + x^2 / 2, x = 0.000619 a cdeg
    share = 10000 + (619 * warmer_cdeg + 50) // 100 + (1916 * squared + 5000) // 10000
    return min(cpct * share // 10000, 10000)
