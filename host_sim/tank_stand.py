"""A tank and its sources without any room, on real weather: what hot water alone takes, and what
becomes of hygiene when sensors fail, clocks are lost and boards restart.

The control is the firmware's own (whole_home.py with no rooms behind it). A witness that no board
has knows the true temperatures where the sensors sit (what lies below them nobody measures): every
minute more than a week (and a day of grace) after it was last hot enough for long enough must
stand under the alarm.
"""

from typing import Any

from host_sim.channel.plant_channel import PlantChannel
from host_sim.plant.capacity import weather_rows
from host_sim.plant.water_side import WaterSide
from host_sim.whole_home import YEAR_MIN
from splitstat.control.plant_command import IDLE
from splitstat.control.types import Inputs, Outputs
from splitstat.control.whole_home import PlantInputs, WholeHome

STEP_S = 60
BOOT_S = 1000
DAY_MIN = 1440
STORED_MIN = 10  # a board stores its state this often
GRACE_MIN = DAY_MIN
PUMP_MIN = 10  # the least of an automatic call, and of the rest after one


class TankStand:
    """config: a compiled [whole_home]; sizes: options of WaterSide; first_day: 1..365.

    price(week_min): electricity, money per kWh. cheap_under: a price below it is cheap.
    clock(minute): somebody knows the time. cut_min(minute): a power cut of so many minutes begins.
    """

    def __init__(
        self,
        config,
        sizes,
        weather,
        first_day=1,
        faults=None,
        price=None,
        cheap_under=None,
        clock=None,
        cut_min=None,
    ):
        self.config = config
        self.weather = weather
        self.start_h = (first_day - 1) * 24
        self.water = WaterSide([], {"emitters": "radiators", **sizes}, STEP_S)
        self.plant: Any = PlantInputs(config)
        self.control: Any = WholeHome(config, [])
        self.channel = PlantChannel(self.water, self.plant, first_day, faults or {})
        self.inputs, self.outputs = Inputs([]), Outputs(0, 0)
        self.price = price or (lambda week_min: 0.0)
        self.cheap_under = cheap_under
        self.clock = clock or (lambda minute: True)
        self.cut_min = cut_min or (lambda minute: 0)
        self.minute = 0
        self.now_s = BOOT_S
        self.dark_min = 0  # left of a power cut
        self.dark = False  # the board has no power in this minute
        self.kept = None
        self.cost = self.power_j = self.gas_j = 0.0
        self.proofs = self.overdue_min = self.unalarmed_min = self.cuts = 0
        self.hot_min = self.since_min = 0  # of the witness
        self.broken_limits = 0
        self.called = ("off", -DAY_MIN)

    def run(self, days: int):
        """Lives on for so many days; returns itself."""
        for _ in range(days * DAY_MIN):
            self._minute()
        return self

    def _minute(self):
        minute = self.minute
        if minute % 60 == 0:
            at = [(self.start_h + minute // 60) % 8760]
            air = self.weather.at("dry_c", at)
            ratio = self.weather.at("humidity_ratio", at)
            (self.row,) = weather_rows(air, ratio, air * 0.0, 101325.0)
        utc_min = YEAR_MIN + self.start_h * 60 + minute
        week_min = (utc_min + 5 * DAY_MIN) % (7 * DAY_MIN)
        if not self.dark_min:
            self.dark_min = self.cut_min(minute)
            if self.dark_min:
                self.cuts += 1
                self.water.obey(IDLE)
        self.dark = self.dark_min > 0
        if self.dark:
            self.dark_min -= 1
            if not self.dark_min:
                self._boot()
        else:
            self._scan(utc_min if self.clock(minute) else None, week_min)
        self.water.step(self.row, ())
        self.power_j += self.water.power_w * STEP_S
        self.cost += self.water.power_w * self.price(week_min) * STEP_S / 3.6e6
        self.gas_j += self.water.gas_w * STEP_S
        self._witness()
        self.minute += 1
        self.now_s += STEP_S

    def _scan(self, utc_min, week_min):
        inputs, plant = self.inputs, self.plant
        inputs.utc_min = utc_min
        inputs.outdoor_cdeg = round(self.row[0] * 100)
        self.channel.step(self.now_s)
        if self.cheap_under is not None:
            plant.tank.cheap = utc_min is not None and self.price(week_min) < self.cheap_under
        known = week_min if utc_min is not None else None
        self.control.step(self.now_s, known, inputs, self.outputs, plant)
        self.water.obey(self.control.command)
        if self.minute % STORED_MIN == 0:
            self.kept = self.control.snapshot(self.now_s, utc_min)
        self._limits(self.control.command.heat_pump)

    def _boot(self):
        """The board starts again: its own seconds anew, its state as last stored."""
        self.proofs += self._hygiene().proofs if self._hygiene() else 0
        self.control = WholeHome(self.config, [])
        if self.kept is not None:
            self.control.restore(self.now_s, self.kept)
        self.called = ("off", self.minute)

    def _hygiene(self):
        return self.control.water.hygiene

    def _limits(self, call):
        """Calls of the heat pump keep their least times; a fresh board counts from its start."""
        last, since = self.called
        if (call == "off") != (last == "off"):
            self.broken_limits += self.minute - since < PUMP_MIN
            self.called = (call, self.minute)

    def _witness(self):
        hygiene = self._hygiene()
        if hygiene is None:
            return
        hot = min(self.water.sensors_c) >= hygiene.cdeg / 100 - 0.5  # the probe's own error
        self.hot_min = self.hot_min + 1 if hot else 0
        self.since_min += 1
        if self.hot_min * 60 >= hygiene.hold_s:
            self.since_min = 0
        self.overdue_min += hygiene.overdue
        late = self.since_min > hygiene.period_min + GRACE_MIN
        self.unalarmed_min += late and not hygiene.overdue and not self.dark

    def figures(self) -> dict:
        """Over all that was lived: kWh, money, draws, cycles."""
        household, hygiene = self.water.household, self._hygiene()
        return {
            "days": self.minute / DAY_MIN,
            "kwh_electric": self.power_j / 3.6e6,
            "kwh_gas": self.gas_j / 3.6e6,
            "cost_electric": self.cost,
            "draws": household.draws,
            "draws_cold": household.cold,
            "coldest_c": round(household.coldest_c, 1),
            "proofs": self.proofs + (hygiene.proofs if hygiene else 0),
            "overdue_hours": round(self.overdue_min / 60, 1),
            "unalarmed_hours": round(self.unalarmed_min / 60, 1),
            "power_cuts": self.cuts,
            "broken_limits": self.broken_limits,
            "balance_error": self.water.balance()["error"],
        }
