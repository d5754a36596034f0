"""Minute of the local week, from UTC and the time-zone rule of the home.

Law: local time serves schedules alone. The rule is that of POSIX (IEEE Std 1003.1, section 8.3,
TZ), compiled on the host to integers:
    [std_min]                               offset east of UTC, no daylight saving time
    [std_min, dst_min, start, end]          start and end: [month, week, weekday, minute]
weekday 0 is Sunday, week 5 the last one; minute counts from that day's local midnight and may be
negative or beyond a day. Week 0 means that "weekday" is a day counted from the first of the month
(what the forms Jn and n come to).
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_WEEK_MIN = const(10080)
_DAY_MIN = const(1440)
MONTH_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


def days_before(year: int) -> int:
    """Days from 2000-01-01 to 1 January of year (2000..2099)."""
    return (year - 2000) * 365 + (year - 1997) // 4


def month_days(year: int, month: int) -> int:
    """Days from 1 January to the end of a month, 0 to 12."""
    return MONTH_DAYS[month] + (month > 1 and year % 4 == 0)


def rule_minute(year: int, rule) -> int:
    """Local minute since 2000-01-01 at which a rule strikes in a year."""
    month, week, weekday, minute = rule
    day = days_before(year) + month_days(year, month - 1)
    if week == 0:
        day += weekday - 1
    else:
        # 2000-01-01 was a Saturday, so day 1 of this count is a Sunday.
        day += (weekday + 1 - day) % 7 + 7 * week - 7
        if day >= days_before(year) + month_days(year, month):
            day -= 7
    return day * _DAY_MIN + minute


class WallClock:
    """The home's local time. step() leaves .week_min (0: Monday 00:00) and .offset_min."""

    def __init__(self, tz):
        self.tz = tz
        self.offset_min = tz[0]
        self.from_min = 0
        self.until_min = 0
        self.week_min = None

    def step(self, utc_min: int | None) -> int | None:
        """utc_min: minutes since 2000-01-01 UTC -> minute of the week; None -> None."""
        if utc_min is None:
            self.week_min = None
        else:
            if not self.from_min <= utc_min < self.until_min:
                self._find(utc_min)
            self.week_min = (utc_min + self.offset_min + 5 * _DAY_MIN) % _WEEK_MIN
        return self.week_min

    def _find(self, utc_min):
        """The last change of the offset and the next, looked for once, then only compared with."""
        tz = self.tz
        self.from_min = -_WEEK_MIN
        self.until_min = utc_min + 366 * _DAY_MIN
        if len(tz) == 1:
            return
        year = 2000 + utc_min // (_DAY_MIN * 365 + 360)
        for y in range(year - 1, year + 2):
            # Where a summer ends in the minute in which the next begins, it goes on (>= below).
            for n in (2, 3):
                minute = rule_minute(y, tz[n]) - tz[n - 2]
                if minute > utc_min:
                    self.until_min = min(self.until_min, minute)
                elif minute >= self.from_min:
                    self.from_min = minute
                    self.offset_min = tz[3 - n]
