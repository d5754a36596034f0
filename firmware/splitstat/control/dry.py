"""Too humid although the temperature is right? Then cooling at a low fan dries the room. By dew
point.

Relative humidity moves with the temperature, the dew point only with the water. The room is to be
dried when its dew point is above the one that `dry_above_cpct` means at the cooling setpoint, and
until it is 0.5 K below; never under the heating setpoint + 1.5 K. Cool at a low fan is preferred
to the unit's own dry mode, whose temperature nobody controls; for the outdoor unit both are
cooling. Saturation pressure: Magnus formula over water, 611.2 Pa * exp(17.62 t / (243.12 + t)),
from WMO-No. 8 (Guide to Instruments and Methods of Observation), annex 4.B, every 2 K; linear
between, at most 0.3 % off.
"""

from splitstat.control.rounding import rounded

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

# Pa at 0, 2, ... 40 degC
SATURATION_PA = (
    611, 706, 813, 935, 1072, 1227, 1401, 1597, 1816, 2061, 2334,
    2639, 2978, 3354, 3772, 4234, 4745, 5309, 5930, 6613, 7363,
)  # fmt: skip
_FLOOR_CDEG = const(150)
_MARGIN_CDEG = const(50)


def saturation_pa(cdeg: int) -> int:
    """Vapour pressure of saturated air; clipped to 0..40 degC."""
    cdeg = min(max(cdeg, 0), 3999)
    i = cdeg // 200
    low = SATURATION_PA[i]
    return low + rounded((SATURATION_PA[i + 1] - low) * (cdeg - 200 * i), 200)


def dew_cdeg(cdeg: int, humidity_cpct: int) -> int:
    """Dew point; 0 where it is below freezing."""
    pa = rounded(saturation_pa(cdeg) * humidity_cpct, 10000)
    if pa <= SATURATION_PA[0]:
        return 0
    i = 0
    while i < 19 and SATURATION_PA[i + 1] < pa:
        i += 1
    low = SATURATION_PA[i]
    return 200 * i + rounded((pa - low) * 200, SATURATION_PA[i + 1] - low)


class Dry:
    """floor_cdeg: the room temperature at which drying stops."""

    def __init__(self, above_cpct: int):
        self.dry_above_cpct = above_cpct
        self.on = False
        self.floor_cdeg = 0

    def step(self, cdeg: int, humidity_cpct, heat_cdeg, cool_cdeg) -> int:
        """How far the dew point is above its limit (cdeg, at least 1 while drying), 0 when not to
        be dried.
        """
        if cool_cdeg is None:
            cool_cdeg = 2600 if heat_cdeg is None else heat_cdeg + 300
        if heat_cdeg is None:
            heat_cdeg = cool_cdeg - 300
        self.floor_cdeg = heat_cdeg + _FLOOR_CDEG
        on = False
        excess = 0
        if humidity_cpct is not None:
            excess = dew_cdeg(cdeg, humidity_cpct) - dew_cdeg(cool_cdeg, self.dry_above_cpct)
            if self.on:
                on = excess > -_MARGIN_CDEG and cdeg > self.floor_cdeg
            else:
                on = excess > 0 and cdeg > self.floor_cdeg + _MARGIN_CDEG
        self.on = on
        return max(1, excess) if on else 0
