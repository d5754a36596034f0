"""A transmission as the ESP32's transmitter (esp32.RMT) takes it.

Law: the sum of marks and of spaces stays what it was, and nothing is sent that the hardware would
bend in silence: one of its durations has 15 bits, longer ones are cut to them, and a zero ends a
message early (MicroPython's esp32_rmt.c). A mark in the middle of a gap would flash, so the parts
of a split duration stand side by side with the same level, each told by itself.
"""

PULSE_MAX_US = 32767


def split(timings):
    """Durations in us, a mark first -> (durations, levels) for write_pulses(durations, levels).

    levels is True, alternating from a mark on, where nothing is too long: then durations are the
    timings themselves. Else both are lists of the exact size, levels of 1 and 0. The parts of a
    long one are equal within 1 us. Raises ValueError for a duration below 1 us and for none.
    """
    n = 0
    for us in timings:
        if us < 1:
            raise ValueError("pulse of %d us" % us)
        n += (us + PULSE_MAX_US - 1) // PULSE_MAX_US
    if not n:
        raise ValueError("no pulses")
    if n == len(timings):
        return timings, True
    durations, levels = [0] * n, [0] * n
    n = 0
    for i in range(len(timings)):
        us = timings[i]
        parts = (us + PULSE_MAX_US - 1) // PULSE_MAX_US
        while parts:
            durations[n] = us // parts
            levels[n] = 1 - (i & 1)
            us -= durations[n]
            parts -= 1
            n += 1
    return durations, levels
