"""The limits, scaled down, under which all states are explored.

Scaling is sound because the product does nothing with a limit but compare an age with it, so
that only the order of limits and of their sums matters, not their size. `acts` keeps the order
of the defaults (spacing < latch = person < off < on < reversal < hour < day); the others stretch
one limit each, put limits in another order, or let other inputs in. What is not reached in any
of them (three heads, hundreds of scans within one limit) is the random tests' work.
"""

from gate_explorer import Setting

# (want, score, person, end)
NONE = (None, 0, False, False)
HEAT, COOL = ("heat", 1, False, False), ("cool", 1, False, False)
HEAT_2, COOL_2 = ("heat", 2, False, False), ("cool", 2, False, False)
HEAT_REST, COOL_REST = ("heat", 0, False, False), ("cool", 0, False, False)
HEAT_ACT, COOL_ACT = ("heat", 1, True, False), ("cool", 1, True, False)
HEAT_END, COOL_ACT_END = ("heat", 1, False, True), ("cool", 1, True, True)

ACTS = (NONE, HEAT, COOL, HEAT_ACT, COOL_ACT, HEAT_END)
SCORES = (NONE, HEAT_REST, HEAT, HEAT_2, COOL_REST, COOL, COOL_2)

ORDER = {
    "spacing_s": 1, "latch_s": 2, "person_reversal_s": 2, "min_off_s": 3, "min_on_s": 4,
    "reversal_s": 5, "hold_s": 2, "max_wait_s": 3, "starts_per_h": 2, "reversals_per_day": 1,
}
SHORT = {
    "spacing_s": 0, "latch_s": 1, "person_reversal_s": 1, "min_off_s": 1, "min_on_s": 2,
    "reversal_s": 3, "hold_s": 4, "max_wait_s": 6, "starts_per_h": 2, "reversals_per_day": 2,
}
TURNED = {
    "spacing_s": 1, "latch_s": 4, "person_reversal_s": 1, "min_off_s": 3, "min_on_s": 2,
    "reversal_s": 2, "hold_s": 2, "max_wait_s": 3, "starts_per_h": 1, "reversals_per_day": 1,
}

FAST = {
    "acts": Setting(hour=6, day=8, inputs=ACTS, **ORDER),
    "scores": Setting(hour=3, day=9, inputs=SCORES, **SHORT),
    "turned": Setting(hour=3, day=4, inputs=(*ACTS, COOL_ACT_END), **TURNED),
    "at_once": Setting(
        hour=3, day=4, inputs=(NONE, HEAT, COOL, COOL_ACT_END), known=(True, False), at_once=True,
        **TURNED
    ),
    "busy": Setting(hour=3, day=11, inputs=(NONE, HEAT, COOL), **TURNED | {"starts_per_h": 2}),
    "hour": Setting(hour=8, day=3, inputs=(NONE, HEAT, HEAT_ACT, HEAT_END), **SHORT),
    "day": Setting(hour=3, day=16, inputs=(NONE, HEAT, COOL), **SHORT),
    "wait": Setting(
        hour=9, day=5, inputs=(NONE, HEAT, COOL), **SHORT | {"max_wait_s": 14, "hold_s": 20}
    ),
    "manual": Setting(hour=3, day=4, inputs=ACTS, changeover="manual", **TURNED),
    "heat_only": Setting(hour=3, day=4, inputs=ACTS, season="heat_only", **TURNED),
    "cool_only": Setting(hour=3, day=4, inputs=ACTS, season="cool_only", **TURNED),
}
LARGE = {
    "large": Setting(
        hour=8, day=10, inputs=(*ACTS, HEAT_REST, COOL_ACT_END),
        **ORDER | {"person_reversal_s": 3, "min_off_s": 4, "min_on_s": 5, "reversal_s": 6},
    ),
    "two_reversals": Setting(hour=6, day=12, inputs=ACTS, **ORDER | {"reversals_per_day": 2}),
}
