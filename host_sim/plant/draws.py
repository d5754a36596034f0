"""What a household draws: the tapping profiles M and L of EN 16147, the same every day.

Source: Regulation (EU) 812/2013, annex VII, table 3; profile M has 23 draws and 5.845 kWh a day,
L has 24 and 11.655 (a test adds them up). Cold water is 10 degC. Water is mixed at the tap to
40 degC, for the dishes to 55 degC, or as hot as it comes; a draw ends when its heat has come.
"""

COLD_C = 10.0
WATER_J_L_K = 4186.0
TAP_C = 40.0  # colder than this from the tank and somebody notices
DISHES_C = 55.0
_SMALL = (0.105, 3.0, TAP_C)  # kWh, l/min of mixed water, its degC
_SHOWER = (1.4, 6.0, TAP_C)
_BATH = (3.605, 10.0, TAP_C)
_LUNCH = (0.315, 4.0, DISHES_C)
_SUPPER = (0.735, 4.0, DISHES_C)
PROFILES = {
    "M": (
        (("07:05", "21:30"), _SHOWER),
        (("12:45",), _LUNCH),
        (("20:30",), _SUPPER),
        (
            "07:00 07:30 08:01 08:15 08:30 08:45 09:00 09:30 10:30 11:30 11:45 14:30 15:30 16:30 "
            "18:00 18:15 18:30 19:00 21:15".split(),
            _SMALL,
        ),
    ),
    "L": (
        (("07:05",), _SHOWER),
        (("08:05", "21:00"), _BATH),
        (("12:45",), _LUNCH),
        (("20:30",), _SUPPER),
        (
            "07:00 07:30 07:45 08:25 08:30 08:45 09:00 09:30 10:30 11:30 11:45 14:30 15:30 16:30 "
            "18:00 18:15 18:30 19:00 21:30".split(),
            _SMALL,
        ),
    ),
}


def draws_of(profile: str) -> list:
    """(minute of the day, kWh, l/min, degC), sorted. profile: "M" or "L"; "none" draws nothing."""
    if profile == "none":
        return []
    return sorted(
        (int(at[:2]) * 60 + int(at[3:]), *draw)
        for times, draw in PROFILES[profile]
        for at in times
    )


class Household:
    """Opens and shuts the taps. Figures: draws, cold (draws that fell below TAP_C at the tank's
    outlet), short_kwh (heat that was wanted and did not come in time), coldest_c of a draw."""

    def __init__(self, profile: str, dt_s: float):
        self.day = draws_of(profile)
        self.dt_s = dt_s
        self.next = 0
        self.open = []  # [J still wanted, l/min, degC, it was cold]
        self.draws = self.cold = 0
        self.used_j = self.short_j = 0.0
        self.coldest_c = 99.0

    def begin(self, minute: int):
        """The first step is at this minute of the day."""
        self.next = sum(draw[0] < minute for draw in self.day)

    def step(self, minute: float, tank):
        """minute of the day at the step's start; draws from `tank` (Tank.draw)."""
        day = self.day
        if self.next >= len(day) and day and minute < day[0][0] + 1:
            self.next = 0
        while self.next < len(day) and day[self.next][0] <= minute:
            _, kwh, flow, wanted_c = day[self.next]
            self.next += 1
            self.draws += 1
            self.open.append([kwh * 3.6e6, flow, wanted_c, False])
        for tap in list(self.open):
            left_j, flow, wanted_c, was_cold = tap
            top_c = tank.nodes[0]
            litres = flow * self.dt_s / 60.0
            litres *= min(1.0, (wanted_c - COLD_C) / max(top_c - COLD_C, 0.1))
            litres = min(litres, left_j / (WATER_J_L_K * max(top_c - COLD_C, 0.1)))
            if litres > 0.0:
                given_j, lowest_c = tank.draw(litres)
                self.used_j += given_j
                tap[0] -= given_j
                self.coldest_c = min(self.coldest_c, lowest_c)
                if lowest_c < TAP_C and not was_cold:
                    tap[3] = True
                    self.cold += 1
            if tap[0] < 1e3:
                self.open.remove(tap)
            elif top_c < TAP_C - 10.0:  # nobody waits for ever under cold water
                self.short_j += tap[0]
                self.open.remove(tap)
