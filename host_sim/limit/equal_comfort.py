"""Energy at equal comfort: every controller's target is moved until its discomfort is the same.

`life(target_c)` lives the cell; its target is moved on the active side until discomfort is at most
LIMIT_KH a week, and the figures are taken between the two nearest runs, at the limit itself. What
moves in whole steps of the unit's setpoint takes the first step that is comfortable.
"""

LIMIT_KH = 1.0
FIRST_K = 0.5
STRIDE_K = 0.75
FURTHEST_K = 6.0
HALVINGS = 3


def at_equal_comfort(life, cell, whole: bool = False):
    """Figures of score.Score at the limit, with "target_c"; None where no target reaches it."""
    way = 1.0 if cell.season == "heat" else -1.0

    def lived(offset):
        return {**life(cell.comfort_c + way * offset), "target_c": cell.comfort_c + way * offset}

    offset = 0.0 if whole else FIRST_K
    stride = 1.0 if whole else STRIDE_K
    good = bad = None
    while good is None and offset <= FURTHEST_K:
        figures = lived(offset)
        if figures["discomfort_kh"] <= LIMIT_KH:
            good = (offset, figures)
        else:
            bad = (offset, figures)
            offset += stride
    if good is None or whole:
        return None if good is None else good[1]
    while bad is None and good[0] > -FURTHEST_K:
        figures = lived(good[0] - STRIDE_K)
        if figures["discomfort_kh"] <= LIMIT_KH:
            good = (good[0] - STRIDE_K, figures)
        else:
            bad = (good[0] - STRIDE_K, figures)
    if bad is None:
        return good[1]
    for _ in range(HALVINGS):
        middle = 0.5 * (good[0] + bad[0])
        figures = lived(middle)
        if figures["discomfort_kh"] <= LIMIT_KH:
            good = (middle, figures)
        else:
            bad = (middle, figures)
    span = bad[1]["discomfort_kh"] - good[1]["discomfort_kh"]
    share = (LIMIT_KH - good[1]["discomfort_kh"]) / span if span > 0.0 else 0.0
    kwh = good[1]["kwh"] + share * (bad[1]["kwh"] - good[1]["kwh"])
    return {**good[1], "kwh": kwh, "discomfort_kh": LIMIT_KH}
