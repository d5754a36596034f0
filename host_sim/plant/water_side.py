"""Everything that water carries in a whole-home system: heat pump, boiler, pump, radiators or
floors, and the hot-water tank with its immersion heater.

One loop: its water (supply_c) takes the sources' heat and gives it to the emitters; with the
changeover valve on the tank, it goes through the tank's coil instead. Each step is solved
implicitly, so heat is neither made nor lost; `balance` proves it. Losses of pipes inside the
home are left out.

For the plant it stands where an outdoor unit stands: step(row, air), heat_w, power_w, starts.
"""

from typing import Any

from host_sim.plant.air_to_water import MAX_FLOW_C, MIN_FLOW_C, MIN_RATIO, STANDBY_W, AirToWater
from host_sim.plant.boiler import Boiler
from host_sim.plant.draws import WATER_J_L_K, Household
from host_sim.plant.tank import LOWER_SENSOR, UPPER_SENSOR, Tank
from splitstat.control.plant_command import IDLE

LOOP_L = 40.0  # pipes, machine, separator
BOILER_OVER_K = 15.0  # its flow over the tank's target
PUMP_W = 45.0  # EEI 0.2 class at a house's flow (general knowledge)
COIL_PUMP_W = 45.0
START_K = 3.0  # a source starts so far short of the told flow temperature, and stops so far past


class WaterSide:
    """emitters: list of Emitter; options: heat_pump_w (None: no heat pump), boiler_w (None),
    tank_l (None), draws ("M", "L", "none"), immersion_w, tank_start_c.

    obey(PlantCommand) tells it what to do. Figures, in J: see `uses`.
    """

    defrosts = 0  # inside hplib's COP
    standby_w = STANDBY_W
    defrosting = False

    def __init__(self, emitters: list, options: dict, dt_s: float):
        self.heads = emitters
        self.dt_s = dt_s
        get = options.get
        self.heat_pump: Any = None
        self.boiler: Any = None
        self.tank: Any = None
        if get("heat_pump_w"):
            self.heat_pump = AirToWater(options["heat_pump_w"], dt_s)
        if get("boiler_w"):
            self.boiler = Boiler(options["boiler_w"], dt_s)
        if get("tank_l"):
            self.tank = Tank(options["tank_l"], get("tank_start_c", 50.0))
        self.household = Household(get("draws", "M") if self.tank else "none", dt_s)
        self.immersion_w = get("immersion_w", 0.0)
        self.loop_j_k = LOOP_L * WATER_J_L_K
        self.supply_c = self.return_c = 25.0
        self.loop_start_j = self.loop_j_k * self.supply_c
        self.command = IDLE
        self.minute = 0.0
        self.power_w = self.gas_w = self.heat_w = self.immersion_now_w = 0.0
        self.running = False
        self.flow_w_k = 0.0
        # Electricity, gas and heat by use: "heat", "cool", "water".
        self.used_j = {"heat": 0.0, "cool": 0.0, "water": 0.0}
        self.gas_j = {"heat": 0.0, "water": 0.0}
        self.made_j = {"heat": 0.0, "cool": 0.0, "water": 0.0}
        self.heat_pump_made_j = {"heat": 0.0, "cool": 0.0, "water": 0.0}
        self.heat_pump_used_j = {"heat": 0.0, "cool": 0.0, "water": 0.0}
        self.immersion_j = self.emitted_j = 0.0

    @property
    def starts(self) -> int:
        """Of the heat pump's compressor."""
        return self.heat_pump.starts if self.heat_pump else 0

    @property
    def cls(self):
        """heat or cool while the rooms get any."""
        return self.command.heat_pump if self.command.heat_pump in ("heat", "cool") else None

    @property
    def sensors_c(self) -> tuple:
        """(upper, lower) of the tank; (None, None) without one."""
        nodes = self.tank.nodes if self.tank else ()
        return (nodes[UPPER_SENSOR], nodes[LOWER_SENSOR]) if nodes else (None, None)

    def obey(self, command):
        """Take a PlantCommand."""
        self.command = command

    def step(self, row, air):
        """One step. row: of capacity.weather_rows, air: temperatures of the rooms."""
        command = self.command
        self.household.step(self.minute, self.tank)
        self.minute = (self.minute + self.dt_s / 60.0) % 1440.0
        self.power_w = self.gas_w = 0.0
        to_tank = "hot_water" in (command.heat_pump, command.boiler) and self.tank is not None
        use = "water" if to_tank else "cool" if command.heat_pump == "cool" else "heat"
        coil_w = self._coil(row[0], command) if to_tank else 0.0
        self._rooms(row[0], air, command, to_tank)
        if self.tank is not None:
            self.immersion_now_w = self.immersion_w if command.immersion else 0.0
            self.tank.step(coil_w, self.immersion_now_w, self.dt_s)
            self.power_w += self.immersion_now_w
            self.immersion_j += self.immersion_now_w * self.dt_s
            self.used_j["water"] += self.immersion_now_w * self.dt_s
        self._book(use)

    def _coil(self, outdoor_c, command):
        """The changeover valve stands on the tank: whatever runs goes into its coil."""
        tank_c = self.tank.coil_c
        target_c = command.tank_cdeg / 100.0
        given_w = 0.0
        self.power_w += COIL_PUMP_W
        if command.heat_pump != "hot_water" and self.heat_pump is not None:
            self._rest(outdoor_c)
        if command.heat_pump == "hot_water" and self.heat_pump is not None:
            flow_c = self._charging_c(outdoor_c)
            most_w = self.tank.coil_takes_w(flow_c)
            enough = most_w < MIN_RATIO * self.heat_pump.performance.size_w
            self.heat_pump.ask(max(most_w, 1.0), outdoor_c, flow_c, not enough, enough)
            given_w += self.heat_pump.heat_w
        if command.boiler == "hot_water" and self.boiler is not None:
            want_w = self.tank.coil_takes_w(target_c + BOILER_OVER_K)
            self.boiler.ask(max(want_w, 1.0), tank_c + 5.0, want_w > 0.0, want_w <= 0.0)
            given_w += self.boiler.heat_w
        elif self.boiler is not None:
            self.boiler.ask(0.0, tank_c, False, True)
        return given_w

    def _rest(self, outdoor_c):
        self.heat_pump.off()
        self.heat_pump.ask(0.0, outdoor_c, 35.0, False, True)

    def _charging_c(self, outdoor_c):
        """The flow temperature at which the coil takes all that the machine can give there."""
        performance = self.heat_pump.performance
        flow_c = min(max(self.tank.coil_c + 5.0, 20.0), MAX_FLOW_C)
        flow_c = self.tank.coil_flow_c(performance.heat_w(outdoor_c, flow_c))
        return min(max(flow_c, 20.0), MAX_FLOW_C)

    def _rooms(self, outdoor_c, air, command, to_tank):
        """Emitters and, unless they are busy with the tank, the sources of the loop."""
        cooling = command.heat_pump == "cool"
        flowing = command.pump and not to_tank
        terms = []
        sum_a = sum_b = flow_w_k = 0.0
        for head in self.heads:
            a, b, flow = head.begin(air[head.room], cooling, flowing)
            terms.append((a, b))
            sum_a += a
            sum_b += b
            flow_w_k += flow
        dt_s, loop = self.dt_s, self.loop_j_k
        source_w = 0.0
        if not to_tank:
            source_w = self._sources(outdoor_c, command, sum_a, sum_b, flow_w_k)
        self.supply_c = (loop * self.supply_c + dt_s * (source_w + sum_b)) / (loop + dt_s * sum_a)
        emitted_w = 0.0
        for head, (a, b) in zip(self.heads, terms, strict=True):
            head.end(self.supply_c, a, b)
            emitted_w += head.water_w
        self.heat_w = emitted_w
        self.flow_w_k = flow_w_k
        self.return_c = self.supply_c - (emitted_w / flow_w_k if flow_w_k > 0.0 else 0.0)
        self.emitted_j += emitted_w * dt_s
        if flowing:
            self.power_w += PUMP_W

    def _sources(self, outdoor_c, command, sum_a, sum_b, flow_w_k):
        """Heat of pump and boiler into the loop in this step."""
        given_w = 0.0
        supply_c = self.supply_c
        if self.heat_pump is not None:
            if command.heat_pump in ("heat", "cool"):
                told_c = command.flow_cdeg / 100.0
                sign = -1.0 if command.heat_pump == "cool" else 1.0
                flow_c = min(max(told_c, MIN_FLOW_C), MAX_FLOW_C)
                want_w = self._want(flow_c, sum_a, sum_b)
                past = (supply_c - flow_c) * sign
                at_c = min(
                    max(flow_c, supply_c) if sign > 0 else min(flow_c, supply_c), MAX_FLOW_C
                )
                least_w = sign * max(sign * want_w, 1.0)
                start, stop = past <= -START_K, past >= START_K
                self.heat_pump.ask(least_w, outdoor_c, at_c, start, stop)
                given_w += self.heat_pump.heat_w
            else:
                self._rest(outdoor_c)
        if self.boiler is not None:
            on = command.boiler == "heat"
            want_w = self._want(command.boiler_cdeg / 100.0, sum_a, sum_b) - given_w
            past = supply_c - command.boiler_cdeg / 100.0
            start, stop = on and past <= -START_K, not on or past >= START_K
            self.boiler.ask(max(want_w, 1.0), min(self.return_c, supply_c), start, stop)
            given_w += self.boiler.heat_w
        return given_w

    def _want(self, flow_c, sum_a, sum_b):
        """Heat that brings the loop to flow_c within this step."""
        at_rest = self.loop_j_k * (flow_c - self.supply_c) / self.dt_s
        return at_rest + sum_a * flow_c - sum_b

    def _book(self, use):
        dt_s = self.dt_s
        if self.heat_pump is not None:
            self.power_w += self.heat_pump.power_w
            self.made_j[use] += self.heat_pump.heat_w * dt_s
            self.heat_pump_made_j[use] += self.heat_pump.heat_w * dt_s
            self.heat_pump_used_j[use] += self.heat_pump.power_w * dt_s
            self.running = self.heat_pump.running
        if self.boiler is not None:
            self.power_w += self.boiler.power_w
            self.gas_w = self.boiler.gas_w
            self.gas_j["heat" if use == "cool" else use] += self.boiler.gas_w * dt_s
            self.made_j[use] += self.boiler.heat_w * dt_s
        self.used_j[use] += (self.power_w - self.immersion_now_w) * dt_s

    def balance(self) -> dict:
        """J since the start: made_j (sources), emitted_j to rooms and drawn_j, lost_j by the tank,
        stored_j, error_j, error (against all that was made)."""
        made = sum(self.made_j.values()) + self.immersion_j
        stored = self.loop_j_k * self.supply_c - self.loop_start_j
        into_rooms = 0.0
        for head in self.heads:
            stored += head.stored_j() - head.start_j
            into_rooms += head.given_j
        drawn = lost = 0.0
        if self.tank is not None:
            drawn, lost = self.tank.drawn_j, self.tank.lost_j
            stored += self.tank.stored_j() - self.tank.start_j
        error = made - into_rooms - drawn - lost - stored
        through = sum(abs(j) for j in self.made_j.values()) + self.immersion_j
        return {
            "made_j": made, "into_rooms_j": into_rooms, "drawn_j": drawn, "lost_j": lost,
            "stored_j": stored, "error_j": error,
            "error": abs(error) / through if through else 0.0,
        }  # fmt: skip
