"""What a unit that can be read back says of itself; every field may be None. Imported with such
units alone."""

from collections import namedtuple

UnitStatus = namedtuple(
    "UnitStatus",
    ("mode", "setpoint_cdeg", "fan", "return_cdeg", "outdoor_cdeg", "action", "fault", "defrost"),
)
