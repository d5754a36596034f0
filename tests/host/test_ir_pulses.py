"""All vectors through the splitter: every mark and space keeps its length and level."""

import itertools

from ir_vectors import vectors
from splitstat.ir.pulses import PULSE_MAX_US, split


def test_all_vectors():
    long_ones = 0
    for vector in itertools.chain.from_iterable(vectors().values()):
        timings = vector["timings"]
        durations, levels = split(timings)
        long_ones += levels is not True
        if levels is True:
            levels = [1 - i % 2 for i in range(len(durations))]
        assert len(durations) == len(levels)
        assert 1 <= min(durations) and max(durations) <= PULSE_MAX_US
        runs = [
            (level, sum(us for _, us in group))
            for level, group in itertools.groupby(zip(levels, durations), lambda pair: pair[0])
        ]
        assert runs == [(1 - i % 2, us) for i, us in enumerate(timings)]
    assert long_ones == 390
