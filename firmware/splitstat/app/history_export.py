"""The history as text, a piece at a time. Loaded when somebody asks for it."""

from splitstat.app.history_read import points_of
from splitstat.control.wall_clock import days_before, month_days

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_DAY_MIN = const(1440)


def csv(history, room: int):
    """Lines of text of one room: UTC, degC, %, degC, action. A generator."""
    yield "utc,room_c,humidity_pct,setpoint_c,action\n"
    for utc_min, rooms in points_of(history):
        cdeg, percent, target, action = rooms[room]
        yield "%s,%s,%s,%s,%s\n" % (
            utc(utc_min),
            degrees(cdeg),
            "" if percent is None else percent,
            degrees(target),
            action,
        )


def json(history, room: int, since_min: int = 0):
    """Pieces of one JSON list of [utc_min, cdeg, %, setpoint cdeg, action]. A generator."""
    between = "["
    for utc_min, rooms in points_of(history, since_min):
        cdeg, percent, target, action = rooms[room]
        yield '%s[%d,%s,%s,%s,"%s"]' % (
            between,
            utc_min,
            "null" if cdeg is None else cdeg,
            "null" if percent is None else percent,
            "null" if target is None else target,
            action,
        )
        between = ",\n"
    yield "[]\n" if between == "[" else "]\n"


def degrees(cdeg) -> str:
    """ "21.50", or nothing."""
    if cdeg is None:
        return ""
    return "%s%d.%02d" % ("-" if cdeg < 0 else "", abs(cdeg) // 100, abs(cdeg) % 100)


def utc(utc_min: int) -> str:
    """ "2026-11-23T22:15Z"."""
    days = utc_min // _DAY_MIN
    year = 2000 + days * 100 // 36525
    while days_before(year + 1) <= days:
        year += 1
    while days_before(year) > days:
        year -= 1
    day = days - days_before(year)
    month = 1
    while month_days(year, month) <= day:
        month += 1
    minute = utc_min % _DAY_MIN
    return "%d-%02d-%02dT%02d:%02dZ" % (
        year,
        month,
        day - month_days(year, month - 1) + 1,
        minute // 60,
        minute % 60,
    )
