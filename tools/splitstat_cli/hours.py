"""Hours as people write them: "mon-fri 22:00-07:00" -> minutes of the week, Monday 00:00 = 0.

Days are mon tue wed thu fri sat sun, ranges (fri-mon goes over the weekend), lists (mon,wed), or
daily. Hours run over midnight where the end is not after the beginning; 24:00 is the end of the
day. The day is that of the beginning.
"""

import re

from splitstat_cli.mistakes import nearest
from splitstat_cli.table_rules import Wrong

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_MIN = 1440
WEEK_MIN = 10080
CLOCK = re.compile(r"(\d{1,2}):(\d\d)")
ALLOWED_HOURS = 'allowed is "mon-fri 22:00-07:00", "sat,sun 08:00-12:00" or "daily 18:00-23:00"'
ALLOWED_TIME = 'allowed is "mon-fri 06:30", "sat,sun 08:00" or "daily 22:00"'


def days(text: str, allowed: str) -> list[int]:
    """Numbers of the days, in the order written."""
    if text == "daily":
        return list(range(7))
    found: list[int] = []
    for part in text.split(","):
        ends = part.split("-")
        for day in ends:
            if day not in DAYS:
                raise Wrong(allowed, nearest(day, (*DAYS, "daily")))
        if len(ends) > 2:
            raise Wrong(allowed)
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        found += [(first + n) % 7 for n in range((last - first) % 7 + 1)]
    return found


def clock(text: str, allowed: str, latest: int = DAY_MIN) -> int:
    """ "07:30" -> 450; latest is the last minute allowed."""
    at = CLOCK.fullmatch(text)
    if at is None or int(at[2]) > 59 or int(at[1]) * 60 + int(at[2]) > latest:
        raise Wrong(allowed)
    return int(at[1]) * 60 + int(at[2])


class Hours:
    """ "DAYS HH:MM-HH:MM" -> [(from, to), ...] minutes of the week; to may lie beyond the week's
    end.
    """

    def read(self, value):
        parts = value.lower().split() if isinstance(value, str) else []
        times = parts[1].split("-") if len(parts) == 2 else []
        if len(times) != 2:
            raise Wrong(ALLOWED_HOURS)
        start, end = clock(times[0], ALLOWED_HOURS, DAY_MIN - 1), clock(times[1], ALLOWED_HOURS)
        if end <= start:
            end += DAY_MIN
        return [
            (day * DAY_MIN + start, day * DAY_MIN + end) for day in days(parts[0], ALLOWED_HOURS)
        ]


class Times:
    """ "DAYS HH:MM" -> [minute of the week, ...]."""

    def read(self, value):
        parts = value.lower().split() if isinstance(value, str) else []
        if len(parts) != 2:
            raise Wrong(ALLOWED_TIME)
        minute = clock(parts[1], ALLOWED_TIME, DAY_MIN - 1)
        return [day * DAY_MIN + minute for day in days(parts[0], ALLOWED_TIME)]


def merged(spans) -> list[list[int]]:
    """Any spans -> sorted [from, to) within the week, apart from each other."""
    folded = []
    for start, end in spans:
        folded.append((start, min(end, WEEK_MIN)))
        if end > WEEK_MIN:
            folded.append((0, end - WEEK_MIN))
    result: list[list[int]] = []
    for start, end in sorted(folded):
        if result and start <= result[-1][1]:
            result[-1][1] = max(result[-1][1], end)
        else:
            result.append([start, end])
    return result
