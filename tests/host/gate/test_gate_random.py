"""The defaults, at full length, three heads: what the exhaustive search can not afford.

Scan periods of 1 to 120 s, runs of days, clock origins that change at each reboot, snapshots as
old as the last change of a call or of the class, cuts of up to two hours. The oracle is that of
the search.
"""

import random

from gate_boards import DEFAULTS
from gate_oracle import Oracle, Scan
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from splitstat.control.outdoor_unit import OutdoorUnit

HEADS = 3
LIMITS = {
    "min_on": 1200, "min_off": 600, "reversal": 3600, "latch": 300, "person": 300, "spacing": 30,
    "hour": 3600, "day": 86400, "starts": 2, "reversals": 2, "auto": True, "never": None,
}
WANTS = st.sampled_from((None, "heat", "cool"))


class OneOutdoorUnit(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.oracle = Oracle(LIMITS, HEADS)
        self.wants: list = [(None, 0, False)] * HEADS
        self.known = True
        self.now_s = 0
        self.power_up(None, None)

    def power_up(self, data, memory):
        self.unit = OutdoorUnit(DEFAULTS, HEADS)
        self.unit.restore(self.now_s, data)
        self.memory = self.oracle.power_up(memory)
        self.stored = self.unit.snapshot(self.now_s)

    def scan(self, passed_s, ends=(False,) * HEADS):
        self.now_s += passed_s
        unit = self.unit
        for i in range(HEADS):
            unit.wants[i], unit.score[i], unit.person[i] = self.wants[i]
            unit.end[i] = ends[i]
        before = [*unit.call, unit.cls]
        unit.step(self.now_s, (), self.known)
        if before != [*unit.call, unit.cls]:
            self.stored = unit.snapshot(self.now_s)
        seen = Scan(tuple(unit.wants), tuple(unit.person), tuple(ends), self.known)
        memory = self.oracle.later(self.memory, passed_s)
        self.memory = self.oracle.watch(memory, seen, tuple(unit.call))

    @rule(i=st.integers(0, HEADS - 1), want=WANTS, score=st.sampled_from((0, 1, 60, 400)))
    def room_changes(self, i, want, score):
        self.wants[i] = (want, score if want else 0, False)

    @rule(i=st.integers(0, HEADS - 1), want=WANTS, passed_s=st.integers(1, 120))
    def person_acts(self, i, want, passed_s):
        self.wants[i] = (want, 100 if want else 0, want is not None)
        self.scan(passed_s, tuple(i == each for each in range(HEADS)))

    @rule(ends=st.tuples(*[st.booleans()] * HEADS), passed_s=st.integers(1, 120))
    def window_opens(self, ends, passed_s):
        self.scan(passed_s, ends)

    @rule(known=st.booleans())
    def outdoor_sensor(self, known):
        self.known = known

    @rule(for_s=st.sampled_from((60, 400, 1300, 4000, 20_000, 90_000)), seed=st.integers(0, 2**16))
    def time_passes(self, for_s, seed):
        chance = random.Random(seed)
        longest_s = chance.choice((2, 30, 120))
        end_s = self.now_s + for_s
        while self.now_s < end_s:
            self.scan(chance.randint(1, longest_s))

    @rule(for_s=st.integers(600, 20_000), seed=st.integers(0, 2**16))
    def rooms_waver(self, for_s, seed):
        """Wants come and go around the setpoint, faster than any limit."""
        chance = random.Random(seed)
        end_s = self.now_s + for_s
        while self.now_s < end_s:
            i = chance.randrange(HEADS)
            want = chance.choice((None, "heat", "cool", "cool"))
            self.wants[i] = (want, chance.choice((0, 30)) if want else 0, False)
            self.scan(chance.randint(1, 120))

    @rule(down_s=st.integers(0, 7200), newest=st.booleans(), origin_s=st.integers(0, 10**6))
    def reboot(self, down_s, newest, origin_s):
        data = self.unit.snapshot(self.now_s) if newest else self.stored
        memory = self.oracle.later(self.memory, down_s)
        self.now_s = origin_s
        self.power_up(data, memory)


TestOneOutdoorUnit = OneOutdoorUnit.TestCase
TestOneOutdoorUnit.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, derandomize=True
)
