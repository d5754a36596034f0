"""Energy at equal comfort: every controller's target is moved until its discomfort is the same.

`life(target_c)` lives the cell. Its target is moved on the active side until discomfort is
LIMIT_KH a week: warmth that people miss in occupied hours, and in cooling air that is too damp for
them, whichever is more. Discomfort falls with the target much like an exponential that ends at
none, so the next target is where a straight line through `_excess` says; energy is taken at the
limit itself, between the nearest lives on either side, all other figures from the nearer of the
two. What moves in whole steps of the unit's setpoint takes the first step that is comfortable.
"""

from math import log

LIMIT_KH = 1.0
FIRST_K = 1.5
FURTHEST_K = 6.0
CLOSE_K = 0.1  # between the two lives
NEAR = 0.1  # or so little excess
FADES_PER_K = 2.0  # excess, until it is known
STRIDE_K = (0.15, 1.5)
NONE_KH = 0.5  # added, for no discomfort has no logarithm
MOST_LIVES = 9


def at_equal_comfort(life, cell, whole: bool = False, first_k: float = FIRST_K):
    """Figures of score.Score at the limit, with "target_c"; None where no target reaches it.
    first_k: past comfort, where the search begins."""
    way = 1.0 if cell.season == "heat" else -1.0

    def lived(offset):
        target_c = cell.comfort_c + way * offset
        return {**life(target_c), "target_c": target_c}

    if whole:
        return _first_step(lived)
    good = bad = before = None
    offset = first_k
    for _ in range(MOST_LIVES):
        figures = lived(offset)
        here = (offset, _excess(figures), figures)
        if here[1] <= 0.0:
            good = here
        else:
            bad = here
        if good is not None and bad is not None:
            if good[0] - bad[0] <= CLOSE_K or min(-good[1], bad[1]) <= NEAR:
                break
            offset = _between(bad, good)
        elif abs(offset) >= FURTHEST_K:
            break
        else:
            offset = _further(before, here)
        before = here
    if good is None:
        return None
    if bad is None:
        return good[2]
    share = -good[1] / (bad[1] - good[1])
    kwh = good[2]["kwh"] + share * (bad[2]["kwh"] - good[2]["kwh"])
    nearer = good if share < 0.5 else bad
    return {**nearer[2], "kwh": kwh, "discomfort_kh": LIMIT_KH}


def _excess(figures) -> float:
    """Logarithm of discomfort against the limit, 0 at the limit."""
    most = max(figures["discomfort_kh"], figures.get("damp_kh", 0.0))
    return log((most + NONE_KH) / (LIMIT_KH + NONE_KH))


def _between(bad, good) -> float:
    share = min(max(bad[1] / (bad[1] - good[1]), 0.1), 0.9)
    return bad[0] + share * (good[0] - bad[0])


def _further(before, here) -> float:
    """The next target while all are on one side of the limit."""
    fades = FADES_PER_K
    if before is not None and here[0] != before[0]:
        fades = max((before[1] - here[1]) / (here[0] - before[0]), 0.5)
    shortest, longest = STRIDE_K
    stride = min(max(abs(here[1]) / fades * 1.1, shortest), longest)
    offset = here[0] + (stride if here[1] > 0.0 else -stride)
    return min(max(offset, -FURTHEST_K), FURTHEST_K)


def _first_step(lived):
    offset = 0.0
    while offset <= FURTHEST_K:
        figures = lived(offset)
        if _excess(figures) <= 0.0:
            return figures
        offset += 1.0
    return None
