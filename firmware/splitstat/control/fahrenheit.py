"""Degrees Fahrenheit for people: whole ones, to and from cdeg, without floating point.

A whole degree Fahrenheit is 55.6 cdeg, so it survives the way through cdeg and back, and through
the half degrees Celsius of an infra-red state as well (25 cdeg off at most). The rooms themselves
are controlled in cdeg; page, MQTT and units convert here and nowhere else.
"""


def to_fahrenheit(cdeg: int) -> int:
    """The nearest whole degF, halves upwards: 2111 -> 70."""
    return (cdeg * 9 + 250) // 500 + 32


def from_fahrenheit(degf: int) -> int:
    """The nearest cdeg: 70 -> 2111."""
    return ((degf - 32) * 1000 + 9) // 18
