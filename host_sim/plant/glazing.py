"""How much sun a window lets in, by the angle at which it comes.

Two panes of clear glass by Fresnel's equations and Bouguer's law, multiple reflections included
(Duffie and Beckman, Solar Engineering of Thermal Processes, chapter 5; refraction index 1.526,
extinction 0.0196/mm, panes of 3.2 mm, the values of BESTEST's clear double glazing). The shape
over the angle comes from there; its height is the window's own g value at normal incidence, so
coatings are met by g alone.
"""

import numpy as np

INDEX = 1.526
EXTINCTION_PER_PANE = 0.0196 * 3.175
# Share of the sun absorbed in the glass that ends up inside: outer and inner pane of a double
# glazing, from the surface and gap resistances of EN 673 (0.04, 0.17, 0.13 m2K/W).
INWARD_OUTER = 0.04 / (0.04 + 0.17 + 0.13)
INWARD_INNER = (0.04 + 0.17) / (0.04 + 0.17 + 0.13)


def _pane(cosine, polarisation):
    """Transmittance, reflectance of one pane for one polarisation."""
    sine_in = np.sqrt(np.maximum(0.0, 1.0 - cosine**2)) / INDEX
    cos_in = np.sqrt(1.0 - sine_in**2)
    if polarisation == "s":
        edge = ((cosine - INDEX * cos_in) / (cosine + INDEX * cos_in)) ** 2
    else:
        edge = ((cos_in - INDEX * cosine) / (cos_in + INDEX * cosine)) ** 2
    through = np.exp(-EXTINCTION_PER_PANE / cos_in)
    trans = through * (1.0 - edge) ** 2 / (1.0 - (edge * through) ** 2)
    refl = edge * (1.0 + through * trans)
    return trans, refl


def _double(cosine):
    """Total gain of two panes for unpolarised light: (transmitted, transmitted + absorbed and let
    inwards)."""
    direct = gain = 0.0
    for polarisation in "sp":
        trans, refl = _pane(cosine, polarisation)
        absorbed = 1.0 - trans - refl
        between = 1.0 - refl**2
        both = trans**2 / between
        outer = absorbed * (1.0 + trans * refl / between)
        inner = absorbed * trans / between
        direct = direct + 0.5 * both
        gain = gain + 0.5 * (both + INWARD_OUTER * outer + INWARD_INNER * inner)
    return direct, gain


def _diffuse_gain():
    """Hemispherical average: the integral of gain cos(a) sin(a) da, normalised."""
    angle = np.radians(np.arange(0.5, 90.0, 1.0))
    weight = np.cos(angle) * np.sin(angle)
    return float((_double(np.cos(angle))[1] * weight).sum() / weight.sum())


_NORMAL = float(_double(np.array(1.0))[1])
DIFFUSE = _diffuse_gain() / _NORMAL


def beam_modifier(cosine):
    """Gain at this cosine of incidence relative to normal incidence, 0..1 (numpy array or
    float)."""
    cosine = np.asarray(cosine, dtype=float)
    return np.where(cosine > 0.02, _double(np.maximum(cosine, 0.02))[1] / _NORMAL, 0.0)
