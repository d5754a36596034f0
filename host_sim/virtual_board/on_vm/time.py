"""time of the virtual board: the home's clock, and ticks that wrap at 2^30 as on an ESP32."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false

import board_wire
import uselect
import utime
from utime import gmtime, localtime, mktime  # noqa: F401

_PERIOD = 1 << 30
_HALF = 1 << 29
_wire = board_wire.wire
_events = uselect.poll()
_events.register(_wire.events, board_wire.POLLIN)
epoch_us = [0]  # Unix time in us at 0 of the home's clock
edge_us = None  # while a pin's handler runs: when it does


def ticks_us():
    if edge_us is not None:
        return edge_us & _PERIOD - 1
    return _wire.us() & _PERIOD - 1


def ticks_ms():
    return _wire.us() // 1000 & _PERIOD - 1


def ticks_cpu():
    return ticks_us()


def ticks_add(ticks, delta):
    if not -_HALF < delta < _HALF:
        raise OverflowError("ticks interval overflow")
    return ticks + delta & _PERIOD - 1


def ticks_diff(late, early):
    return (late - early + _HALF & _PERIOD - 1) - _HALF


def sleep_us(us):
    if us <= 0:
        return
    until_us = _wire.us() + us
    if not _wire.fast:
        while True:
            left_us = until_us - _wire.us()
            if left_us <= 0:
                return
            if left_us < 2000:
                utime.sleep_us(left_us)
            for _ in _events.ipoll(left_us // 1000):
                _wire.pump()
    if us < 1000:
        _wire.now_us = until_us
        return
    while _wire.now_us < until_us and not _wire.alone(until_us):
        number = _wire.begin_wait(until_us)
        while _wire.now_us < until_us:
            for _ in _events.ipoll(-1):
                pass
            if _wire.pump(number):
                break
            number = _wire.begin_wait(until_us)


def sleep_ms(ms):
    sleep_us(ms * 1000)


def sleep(s):
    sleep_us(int(s * 1000000))


def time():
    return (epoch_us[0] + _wire.us()) // 1000000


def time_ns():
    return (epoch_us[0] + _wire.us()) * 1000


def wide_ms():
    """For asyncio, whose queue in C knows no wrap: never behind the machine's own ticks."""
    return _wire.us() // 1000


def wide_add(ms, delta):
    if not -_HALF < delta < _HALF:
        raise OverflowError("ticks interval overflow")
    return ms + delta


def wide_diff(late, early):
    return late - early
