"""The one rounding division of the core, and the one filter that is built on it.

`x += (target - x) // 60` never arrives (from 0 towards 100 it stalls at 41), because floor
division throws the rest away. Filters therefore keep their state in 1/1024 cdeg, divide to the
nearest integer, and move by at least one unit while there is a gap. Every product stays inside 31
bits signed, the small integers of a 32-bit board.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

SCALE = const(1024)  # filter units per cdeg
# A filter sees at most 34 K at once: 3400 * 1024 * 300 s is just below 2**30.
_GAP_MAX = const(3400 * 1024)


def rounded(numerator: int, denominator: int) -> int:
    """The nearest integer of numerator / denominator, halves upwards. denominator > 0."""
    return (numerator + (denominator >> 1)) // denominator


def lag(state: int, cdeg: int, elapsed_s: int, tau_s: int) -> int:
    """First-order lag: the new state, in 1/1024 cdeg like the old one.

    Backward Euler, state += gap * elapsed / (tau + elapsed): never overshoots, whatever the
    period. elapsed_s is clipped to 300.
    """
    gap = cdeg * SCALE - state
    if gap == 0 or elapsed_s <= 0:
        return state
    if elapsed_s > 300:
        elapsed_s = 300
    if gap > _GAP_MAX:
        gap = _GAP_MAX
    elif gap < -_GAP_MAX:
        gap = -_GAP_MAX
    tau_s += elapsed_s
    step = (gap * elapsed_s + (tau_s >> 1)) // tau_s  # rounded(), without the call
    if step == 0:
        step = 1 if gap > 0 else -1
    return state + step
