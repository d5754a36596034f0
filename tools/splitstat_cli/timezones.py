"""Time zones for the board: IANA name or POSIX TZ string -> the integers of wall_clock.py.

The POSIX string of an IANA zone is the footer of its TZif file (RFC 8536, section 3.3), taken
from the `tzdata` package, so that the answer does not depend on the machine.
"""

import re
from functools import cache
from importlib import resources

# Zones that their POSIX string does not describe in full from 2027 to 2037, by tzdata 2026f:
# clocks put back early for Ramadan, whose dates follow the moon (Gaza, Hebron), and a winter that
# stays on summer time (Cuba, 2026/27). The tests compare every zone with zoneinfo; this list comes
# out.
IRREGULAR = (
    "America/Havana",
    "Asia/Gaza",
    "Asia/Hebron",
    "Cuba",
)
UNITED_STATES = ",M3.2.0,M11.1.0"  # where a string names no rule (tzcode's default)
ABBREVIATION = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
TIME = r"([+-]?)(\d{1,3})(?::(\d\d))?(?::(\d\d))?"
ZONE = re.compile(ABBREVIATION + f"({TIME})")
DST = re.compile(ABBREVIATION + f"({TIME})?")
RULE = re.compile(r",(?:M(\d{1,2})\.(\d)\.(\d)|(J?)(\d{1,3}))(?:/(" + TIME + "))?")
JULIAN_END = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)


@cache
def zone_names() -> frozenset:
    """Every IANA name that `tzdata` knows."""
    text = (resources.files("tzdata") / "zones").read_text("utf-8")
    return frozenset(text.split())


def posix_of(name: str) -> str:
    """The POSIX string of an IANA zone. Raises ValueError for an unknown one."""
    if name not in zone_names():
        raise ValueError(f"no time zone {name}")
    place = resources.files("tzdata") / "zoneinfo"
    for part in name.split("/"):
        place = place / part
    data = place.read_bytes()
    if data[:4] != b"TZif" or data[4:5] < b"2" or not data.endswith(b"\n"):
        raise ValueError(f"the file of time zone {name} has no footer")
    return data[:-1].rsplit(b"\n", 1)[1].decode("ascii")


def compiled(text: str) -> list:
    """IANA name or POSIX string -> [std_min] or [std_min, dst_min, start, end], or ValueError."""
    return parsed(posix_of(text) if text in zone_names() else text)


def parsed(text: str) -> list:
    """A POSIX string -> its integers. ValueError says what is wrong with it."""
    std = ZONE.match(text)
    if std is None:
        raise ValueError(
            "allowed are IANA names and POSIX strings (Europe/Berlin, CET-1CEST,M3.5.0,M10.5.0/3)"
        )
    std_min = -_minutes(std[2], 24)
    rest = text[std.end() :]
    if not rest:
        return [std_min]
    dst = DST.match(rest)
    if dst is None:
        raise ValueError(f"no abbreviation of summer time at {rest[:12]!r}")
    dst_min = -_minutes(dst[2], 24) if dst[2] else std_min + 60
    rules = rest[dst.end() :] or UNITED_STATES
    start = RULE.match(rules)
    end = RULE.match(rules, start.end()) if start else None
    if start is None or end is None or end.end() != len(rules):
        raise ValueError(f"no pair of rules in {rules[:40]!r}: they look like ,M3.5.0,M10.5.0/3")
    return [std_min, dst_min, _rule(start), _rule(end)]


def _minutes(text: str, most_h: int) -> int:
    found = re.fullmatch(TIME, text)
    assert found is not None  # POSIX and RULE have matched it before
    sign, hours, minutes, seconds = found.groups("0")
    if int(hours) > most_h or int(minutes) > 59 or int(seconds):
        raise ValueError(f"{text} is not whole minutes within {most_h} h")
    total = int(hours) * 60 + int(minutes)
    return -total if sign == "-" else total


def _rule(found) -> list:
    """One rule -> [month, week, weekday, minute]; a day of the year becomes one of a month."""
    minute = _minutes(found[6], 167) if found[6] else 120
    if found[1]:
        month, week, weekday = int(found[1]), int(found[2]), int(found[3])
        if not (1 <= month <= 12 and 1 <= week <= 5 and weekday <= 6):
            raise ValueError(f"no such day: M{month}.{week}.{weekday}")
        return [month, week, weekday, minute]
    day = int(found[5])
    if found[4]:  # 1..365, 29 February never counted
        if not 1 <= day <= 365:
            raise ValueError(f"no such day: J{day}")
        month = next(n for n in range(1, 13) if day <= JULIAN_END[n])
        return [month, 0, day - JULIAN_END[month - 1], minute]
    if day > 365:  # 0..365, 29 February counted: so many days after 1 January
        raise ValueError(f"no such day: {day}")
    return [1, 0, day + 1, minute]
