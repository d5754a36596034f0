"""Looks for a fault in the product that it imports. For seeded bugs.

    python gate_hunt.py states|boards ...
explores small settings, simulates boards, or both; prints what it found and leaves with 1, or
with 0.
"""

import sys

import numpy as np
from gate_boards import QUICK, QUICK_WAIT_S, Home, after_partition
from gate_explorer import Explorer, Violation
from gate_settings import FAST
from gate_waiting import longest_wait

STATES = 5_000  # of each setting; a bug shows early in a search by breadth
SEEDS = 12
SETTINGS = (
    "turned", "heat_only", "cool_only", "manual", "hour", "busy", "at_once", "scores", "acts"
)


def in_states(name):
    setting = FAST[name]
    explorer = Explorer(setting)
    try:
        explorer.run(STATES)
    except Violation as broken:
        return str(broken)
    classes = np.array(explorer.classes())
    for asked in explorer.waiting:
        other, longest = setting.bounds(2)
        for start, bound in ((classes != asked[1], other), (None, longest)):
            if longest_wait(explorer, asked, start, bound) > bound:
                return f"head {asked[0]} asks in vain for {asked[1]} for more than {bound}"
    return None


def in_boards(seed):
    home = Home(seed, QUICK).run(43_200)
    if home.opposite_s:
        return f"{home.opposite_s} s of opposite classes"
    if home.disagreement():
        return home.disagreement()
    calm = Home(seed, QUICK, reboots=False, people=False).run(43_200)
    if calm.vain_s > QUICK_WAIT_S:
        return f"a head asked in vain for {calm.vain_s} s"
    return after_partition(seed, 7200)[1]


def main(hunts):
    if "states" in hunts:
        for name in SETTINGS:
            found = in_states(name)
            if found:
                sys.exit(f"{name}: {found}")
    if "boards" in hunts:
        for seed in range(SEEDS):
            found = in_boards(seed)
            if found:
                sys.exit(f"boards, seed {seed}: {found}")


main(sys.argv[1:])
