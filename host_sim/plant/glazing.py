"""What becomes of the sun at a window: passed on, kept by the outer pane, kept by the inner one.

The shape over the angle is that of clear double glazing (two panes of 3 mm), as WINDOW 7 reckons
it and ASHRAE 140-2020 prints it for its case 600. Other windows have the same shape; their height
is their own g value, so coatings are met by g alone.
"""

import numpy as np

ANGLE_DEG = np.arange(0.0, 91.0, 10.0)
PASSED = (0.703, 0.702, 0.699, 0.692, 0.678, 0.646, 0.577, 0.438, 0.208, 0.0)
KEPT_OUTER = (0.096, 0.097, 0.099, 0.102, 0.106, 0.112, 0.119, 0.127, 0.130, 0.0)
KEPT_INNER = (0.072, 0.073, 0.074, 0.075, 0.077, 0.078, 0.077, 0.070, 0.050, 0.0)
NORMAL = (PASSED[0], KEPT_OUTER[0], KEPT_INNER[0])
DIFFUSE = (0.601, 0.110, 0.073)  # the hemisphere's mean
# Surface resistances of EN 673, m2K/W: how a g value is measured.
OUT_M2K_W = 0.04
IN_M2K_W = 0.13
EN_673_C = 10.0  # mean temperature of the panes behind a U value
AIR_W_MK = 0.025  # conductivity of air at 10 degC
STILL_AIR_W_M2K = AIR_W_MK / 0.012  # in a usual gap
AIR_AT_0_K = 0.1156  # ISO 15099: 2.873e-3 W/mK at 0 K, against that at 10 degC


def beam_parts(cosine):
    """Shares of the beam at this cosine of incidence: (passed, kept by the outer pane, kept by
    the inner pane), arrays. Nothing comes from behind."""
    angle = np.degrees(np.arccos(np.clip(cosine, 0.0, 1.0)))
    return [np.interp(angle, ANGLE_DEG, part) for part in (PASSED, KEPT_OUTER, KEPT_INNER)]


def gain_of(parts, gap_m2k_w):
    """g value: what passes and what the panes hand inwards, with gap_m2k_w between them."""
    whole = OUT_M2K_W + gap_m2k_w + IN_M2K_W
    passed, outer, inner = parts
    return passed + (outer * OUT_M2K_W + inner * (OUT_M2K_W + gap_m2k_w)) / whole


def clear_gap(emissivity, gap_m):
    """m2K/W between two panes at 10 degC by EN 673: radiation between their faces, and air that
    stands still (it does in gaps of up to some 15 mm)."""
    radiates = 4.0 * 5.670374e-8 * (EN_673_C + 273.15) ** 3 / (2.0 / emissivity - 1.0)
    return 1.0 / (radiates + AIR_W_MK / gap_m)


def gap_parts(gap_m2k_w):
    """W/m2K at 10 degC between the faces of a window: (through air that stands still, by
    radiation, which is what it conducts beyond)."""
    conducts = 1.0 / gap_m2k_w
    air = min(conducts, STILL_AIR_W_M2K)
    return air, conducts - air


def gap_at(parts, pane_c):
    """The resistance between the faces when the panes are at pane_c (a number or an array).
    Radiation grows with the cube of the temperature, the conductivity of air in line with it."""
    air, radiates = parts
    warmer = (pane_c + 273.15) / (EN_673_C + 273.15)
    return 1.0 / (air * (AIR_AT_0_K + (1.0 - AIR_AT_0_K) * warmer) + radiates * warmer**3)
