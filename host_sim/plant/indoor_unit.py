"""An indoor unit: obeys its last command by its own thermostat on its own return air.

It only asks for capacity; the outdoor unit decides what comes. Heat is W into the room, cooling
negative.
"""

from math import exp, floor

from host_sim.plant.air import (
    AIR_J_KG_K,
    SATURATION_K,
    VAPOUR_J_KG,
    saturation_ratio,
    wet_bulb_c,
)
from host_sim.plant.thermostats import FANS, FORMS, HIGHEST, LOWEST, PERSONALITIES

FAN_ON_TAU_S = 90.0  # return sensor in moving air
FAN_OFF_TAU_S = 1200.0  # and in still air
SAMPLE_EVERY_S = 600.0
SAMPLE_FOR_S = 90.0
DRY_BELOW_K = 2.0  # dry goes on to this far below the setpoint
# Full air flow against nominal cooling: 9.6 m3/min for 2 kW, same source as capacity.py.
AIR_KG_S_PER_W = 0.193 / 2000.0
# Wet coil at full air flow, bypass factor 0.30: gives the sensible ratio near 0.85 that catalogues
# have at 27 degC with 19 degC wet bulb (general knowledge).
COIL_NTU = 1.2
# Water that the fins hold before it drips: 0.9 kg on 10.5 kW (order of size: Henderson, Shirey).
COIL_HOLDS_KG_PER_W = 0.9 / 10500.0
COIL_DRIES_S = 900.0  # time constant at full air flow


class IndoorUnit:
    """One head.

    options (all optional): nominal_cool_w 2000, nominal_heat_w 1.25 times that, personality,
    hidden_offset_k, thermo_off_k, thermo_on_k, fan_after_off, form, step_k (setpoint 1.0 or 0.5),
    bias_k (this one's sensor), frost_c (8 or 10), dt_s. room: index of its room.
    """

    radiant_w = 0.0  # all of its heat goes into the air

    def __init__(self, room: int, options: dict, dt_s: int):
        self.room = room
        word = options.get("personality", "proportional")
        law, hidden, off_k, on_k, after = PERSONALITIES[word]
        self.personality = word
        self.law = law
        self.hidden_offset_k: float = options.get("hidden_offset_k", hidden)
        self.thermo_off_k: float = options.get("thermo_off_k", off_k)
        self.thermo_on_k: float = options.get("thermo_on_k", on_k)
        self.fan_after_off = options.get("fan_after_off", after)
        self.form = options.get("form", "wall")
        rest_k, load_k, cool_k = FORMS[self.form]
        self.rest_bias_k: float = rest_k
        self.load_bias_k: float = load_k
        self.cool_bias_k: float = cool_k
        self.bias_k: float = options.get("bias_k", 0.0)
        self.step_k: float = options.get("step_k", 1.0)
        self.frost_c: float = options.get("frost_c", 8.0)
        self.nominal_cool_w: float = options.get("nominal_cool_w", 2000.0)
        self.nominal_heat_w: float = options.get("nominal_heat_w", 1.25 * self.nominal_cool_w)
        self.dt_s = dt_s
        self._fast = 1.0 - exp(-dt_s / FAN_ON_TAU_S)
        self._slow = 1.0 - exp(-dt_s / FAN_OFF_TAU_S)
        self.command = None
        self.mode = "off"
        self.cls = None  # heat, cool or None: what it asks the outdoor unit for
        self.changed = True  # the outdoor unit looks again
        self.asking = False
        self.want: float = 0.0
        self.memory: float = 0.0
        self.memory_s: float = 0.0
        self.pause_s = 0.0
        self.running = False
        self.standing_by = False  # another head holds the outdoor unit
        self.heat_w: float = 0.0
        self.part_load: float = 0.0
        self.sensible_share: float = 1.0
        self.coil_water_kg: float = 0.0
        self.dried_kg_s: float = 0.0
        self.evaporation_w: float = 0.0
        self.sensed_c = None
        self.fed_c = None  # room temperature told from outside, in place of its own sensor's
        self.return_c = 20.0  # what it would report: half degrees
        self.fan: float = 0.0  # share of full air flow
        self.fan_w: float = 0.0
        self._target_c: float = 20.0
        self._aim_c: float = 20.0
        self._fan: float | None = None  # air flow of the word; None: by the speed
        self._most = HIGHEST
        self._coil_c: float = 12.0

    def obey(self, command):
        """Take a UnitCommand, as decoded from pulses or registers."""
        if command == self.command:
            return
        self.command = command
        mode = command.mode
        setpoint = 20.0 if command.setpoint_cdeg is None else command.setpoint_cdeg / 100.0
        setpoint = floor(setpoint / self.step_k + 0.5) * self.step_k
        low = 10.0 if mode == "heat" else 16.0
        self._target_c = self.frost_c if command.frost else min(max(setpoint, low), 31.0)
        cls = {"heat": "heat", "cool": "cool", "dry": "cool"}.get(mode)
        if mode == "heat_cool":
            cls = "heat" if self.return_c < self._target_c else "cool"
        if cls != self.cls:
            self.asking = False
            self.memory = 0.5
            self.memory_s = 0.0
        self.cls = cls
        self.mode = mode
        self.changed = True
        self._aim_c = self._target_c
        if cls == "heat":
            self._aim_c += self.hidden_offset_k
        elif mode == "dry":
            self._aim_c -= DRY_BELOW_K
        self._fan = FANS["quiet"] if mode == "dry" else FANS.get(command.fan)
        if mode == "fan_only" and self._fan is None:
            self._fan = FANS["medium_low"]
        # A weak fan halves what the coil can pass on.
        self._most = HIGHEST if self._fan is None else HIGHEST * (0.5 + 0.5 * self._fan)

    def feel(self, room_c):
        """The room as somebody else measures it, degC, or None: it feels for itself again.

        It stays until the next word: no source states a time-out of units in general. What has
        one is a matter of the way there (ir_channel.py).
        """
        self.fed_c = room_c

    def think(self, air_c: float) -> float:
        """One step of its own thermostat; returns and keeps `want`, against the head's nominal
        capacity."""
        heating = self.cls == "heat"
        if heating:
            at = air_c + self.rest_bias_k + self.load_bias_k * self.part_load
        else:
            at = air_c + self.cool_bias_k
        sensed = self.sensed_c
        if sensed is None:
            sensed = at
        elif self.fan > 0.0:
            sensed += (at - sensed) * self._fast
        else:
            sensed += (at - sensed) * self._slow
        self.sensed_c = sensed
        felt = sensed + self.bias_k if self.fed_c is None else self.fed_c
        self.return_c = shown = floor(felt * 2.0 + 0.5) * 0.5
        short = self._aim_c - shown if heating else shown - self._aim_c
        if self.asking:
            if short <= -self.thermo_off_k:
                self.asking = False
                self.pause_s = 0.0
                self.want = 0.0
                return 0.0
        elif short >= self.thermo_on_k:
            self.asking = True
        else:
            self.want = 0.0
            return 0.0
        want = LOWEST if self.mode == "dry" else self.law(self, short, self.dt_s)
        if want > self._most:
            want = self._most
        self.want = want
        return want

    def blow(self):
        """Set the fan for this step; after thermo-off as the make has it."""
        word = self._fan
        share = 0.0
        if word is not None and (self.running or self.asking or self.mode == "fan_only"):
            share = word
        elif self.running or self.asking:
            share = 0.35 + 0.5 * self.part_load
            if share > 1.0:
                share = 1.0
        else:
            if self.fan_after_off == "on":
                share = 0.35
            elif self.fan_after_off == "sampling":
                self.pause_s += self.dt_s
                if self.pause_s >= SAMPLE_EVERY_S:
                    share = 0.35
                    if self.pause_s >= SAMPLE_EVERY_S + SAMPLE_FOR_S:
                        self.pause_s = 0.0
        self.fan = share
        # Fan law; 30 W at full flow. The tables of capacity.py hold it while the compressor runs.
        self.fan_w = 0.0 if self.running or share == 0.0 else 2.0 + 28.0 * share * share * share

    def rest(self):
        """Off or standing by: nothing moves, the sensor sees still air."""
        self.asking = False
        self.running = False
        self.want = self.heat_w = self.part_load = self.fan = self.fan_w = 0.0
        self.sensed_c = None

    def coil(self, air_c: float, ratio: float, pressure_pa: float, dt_s: float):
        """Split cooling into sensible and latent, and keep the water on the fins. Called every few
        steps.

        The coil is one surface at the temperature where air leaving it through the bypass carries
        the capacity away; a low speed makes it warmer and so dries less. Water left on it
        evaporates again while the fan runs without the compressor (Henderson and Rengarajan 1996).
        """
        self.dried_kg_s = self.evaporation_w = 0.0
        if self.running and self.heat_w < 0.0:
            share = max(self.fan, 0.35)
            flow = AIR_KG_S_PER_W * self.nominal_cool_w * share
            contact = 1.0 - exp(-COIL_NTU / share**0.35)
            here = AIR_J_KG_K * air_c + ratio * (2.501e6 + 1860.0 * air_c)
            goal = here + self.heat_w / (flow * contact)
            c = self._coil_c
            for _ in range(2):  # Newton, from where it was a block ago
                w = saturation_ratio(c, pressure_pa)
                slope = AIR_J_KG_K + 2.5e6 * w * SATURATION_K / (237.3 + c) ** 2
                c -= (AIR_J_KG_K * c + w * (2.501e6 + 1860.0 * c) - goal) / slope
                c = -5.0 if c < -5.0 else 35.0 if c > 35.0 else c
            self._coil_c = c
            wet = flow * contact * (ratio - saturation_ratio(c, pressure_pa)) * VAPOUR_J_KG
            latent = min(max(wet, 0.0), -0.7 * self.heat_w)
            self.sensible_share = 1.0 + latent / self.heat_w
            self.dried_kg_s = latent / VAPOUR_J_KG
            most = COIL_HOLDS_KG_PER_W * self.nominal_cool_w
            self.coil_water_kg = min(self.coil_water_kg + self.dried_kg_s * dt_s, most)
        elif self.coil_water_kg > 0.0 and self.fan > 0.0 and not self.running:
            flow = AIR_KG_S_PER_W * self.nominal_cool_w * self.fan
            wet_c = wet_bulb_c(air_c, ratio, pressure_pa)
            contact = 1.0 - exp(-COIL_NTU / self.fan**0.35)
            can = max(flow * contact * (saturation_ratio(wet_c, pressure_pa) - ratio), 0.0)
            rate = min(can, self.coil_water_kg * self.fan / COIL_DRIES_S)
            self.coil_water_kg -= rate * dt_s
            self.dried_kg_s = -rate
            self.evaporation_w = -rate * VAPOUR_J_KG

    @property
    def noise_dba(self):
        """Sound pressure in the room: 19 dB(A) at the lowest, 41 at full air flow (catalogue order
        of size)."""
        return 0.0 if self.fan == 0.0 else 19.0 + 22.0 * (self.fan - 0.35) / 0.65

    @property
    def supply_c(self):
        """Temperature of the air that leaves it; None while the fan stands still."""
        if self.fan == 0.0 or self.sensed_c is None:
            return None
        flow = AIR_KG_S_PER_W * self.nominal_cool_w * self.fan
        share = self.sensible_share if self.heat_w < 0.0 else 1.0
        return self.sensed_c + self.heat_w * share / (flow * AIR_J_KG_K)
