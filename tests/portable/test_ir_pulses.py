"""What the transmitter is given: nothing too long, nothing lost, nothing of no length."""

from splitstat import units
from splitstat.ir.pulses import PULSE_MAX_US, split


def joined(durations, levels):
    """Neighbours of one level are one pulse again."""
    out, last = [], None
    for i in range(len(durations)):
        if levels[i] == last:
            out[-1] += durations[i]
        else:
            out.append(durations[i])
        last = levels[i]
    return out


def test_short_ones_stay_as_they_are():
    timings = [9000, 4500, 620, 540, 620, 32767]
    assert split(timings) == (timings, True)


def test_a_gap_is_split_without_a_mark_inside():
    durations, levels = split([560, 105600, 4480, 32768])
    assert durations == [560, 26400, 26400, 26400, 26400, 4480, 16384, 16384]
    assert levels == [1, 0, 0, 0, 0, 1, 0, 0]


def test_every_length_keeps_its_total():
    for us in (1, 2, 32766, 32767, 32768, 65533, 65534, 65535, 98301, 98302, 200000, 1000000):
        durations, levels = split([us, 70000])
        assert joined(durations, levels) == [us, 70000], us
        assert 0 < min(durations) and max(durations) <= PULSE_MAX_US


def test_a_whole_message():
    unit = units.load("midea")
    state = {"mode": "cool", "degrees": 24.0, "quiet": False, "turbo": True}
    timings = unit.encode_state(state)[1]
    durations, levels = split(timings)
    assert joined(durations, levels) == timings and levels[0] == 1
    assert len(durations) == len(levels) == len(timings) + 9


def test_no_length_is_refused():
    for timings in ([], [0], [500, 0, 500], [500, -1], [500, 540, 0]):
        try:
            split(timings)
            raise AssertionError(timings)
        except ValueError:
            pass
