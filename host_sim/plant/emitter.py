"""A radiator or a heated floor in one room, behind a thermostatic valve that obeys its board.

For the plant it is a head like an indoor unit's: it takes a UnitCommand and gives heat_w, W into
the room's air. What it radiates goes to the room's surfaces, block by block (`radiant`).

Sources: radiators by EN 442 (exponent 1.3, nominal at 50 K over the room, a third of it radiated);
floors by EN 1264 (8.92 W/m2K to the power of 1.1, half of it radiated); metal and water of steel
panels type 22 about 25 kJ/K a nominal kW, a 65 mm screed 120 kJ/m2K (general knowledge).
"""

NOMINAL_K = 50.0
DESIGN_K = 30.0  # 55 to 45 degC in a room of 20
SPREAD_K = 10.0  # flow to return, at the flow that a valve is set to
FLOOR_W_M2K = 8.92
PIPES_W_M2K = 11.0  # pipe to screed at 150 mm (general knowledge)
VALVE_BAND_K = 1.0  # an electronic valve goes from shut to open within this
VALVE_TAU_S = 300.0  # its motor and its sensor beside the radiator
KINDS = ("radiators", "underfloor")


class Emitter:
    """room: index; kind: of KINDS; size_w: radiators at 50 K over the room; area_m2: of the
    floor; bias_k: what the valve's sensor is off."""

    cls = None
    sensible_share = 1.0
    evaporation_w = dried_kg_s = coil_water_kg = fan_w = 0.0
    standing_by = False

    def __init__(self, room: int, kind: str, size_w: float, area_m2: float, dt_s: float, bias_k=0):
        self.room = room
        self.dt_s = dt_s
        self.floor = kind == "underfloor"
        self.bias_k = bias_k
        if self.floor:
            self.exponent, self.radiated = 1.1, 0.5
            self.k = FLOOR_W_M2K * area_m2
            self.heat_j_k = 120e3 * area_m2
            self.full_w_k = PIPES_W_M2K * area_m2
        else:
            self.exponent, self.radiated = 1.3, 0.3
            self.k = size_w / NOMINAL_K**self.exponent
            self.heat_j_k = 25.0 * size_w
            self.nominal_w_k = self.k * DESIGN_K**0.3
            self.full_w_k = self.nominal_w_k * DESIGN_K / SPREAD_K
        self.nominal_heat_w = self.nominal_cool_w = size_w
        self.temp_c = 20.0
        self.opening = 0.0
        self.command = None
        self.mode = "off"
        self.target_c = 20.0
        self.changed = True
        self.heat_w = self.radiant_w = self.radiant_j = self.water_w = 0.0
        self.given_j = self.on_its_way_j = 0.0
        self.return_c = 20.0
        self.start_j = self.stored_j()
        self._new = (0.0, 0.0)
        self._gives_w_k = 0.0
        self._room_c = 20.0

    def stored_j(self) -> float:
        """Heat above 0 degC, and what has left for the surfaces but is not there yet."""
        return self.heat_j_k * self.temp_c + self.radiant_j + self.on_its_way_j

    def obey(self, command):
        """Take a UnitCommand: heat or cool to a setpoint, all else shuts the valve."""
        self.command = command
        self.mode = command.mode
        self.cls = command.mode if command.mode in ("heat", "cool") else None
        self.target_c = 7.0 if command.frost else (command.setpoint_cdeg or 0) / 100.0

    def feel(self, room_c):
        """Valves feel for themselves."""

    def coil(self, air_c, ratio, pressure_pa, dt_s):
        """A block begins: what was radiated in the last one arrives in this one."""
        self.radiant_w = self.radiant_j / dt_s
        self.on_its_way_j += self.radiant_j
        self.radiant_j = 0.0

    def begin(self, air_c: float, cooling: bool, flowing: bool):
        """The valve, and how this step's heat depends on the supply: returns (a, b) with
        water_w = a * supply_c - b, and the flow in W/K."""
        short = air_c + self.bias_k - self.target_c
        if not cooling:
            short = -short
        wanted = 0.0
        if self.cls == ("cool" if cooling else "heat"):
            wanted = min(max(0.5 + short / VALVE_BAND_K, 0.0), 1.0)
        self.opening += (wanted - self.opening) * self.dt_s / (VALVE_TAU_S + self.dt_s)
        self.return_c = round((air_c + self.bias_k) * 2.0) / 2.0
        difference = abs(self.temp_c - air_c)
        gives = self.k * difference ** (self.exponent - 1.0) if difference > 0.05 else 0.0
        dt_s, heat_j_k = self.dt_s, self.heat_j_k
        flow_w_k = self.full_w_k * self.opening if flowing else 0.0
        takes = 0.0
        if flow_w_k > 0.0:
            # Mean of flow and return where much flows, its return's where little does.
            takes = flow_w_k
            if not self.floor:
                takes *= 1.0 + flow_w_k / (flow_w_k + self.nominal_w_k)
        below = heat_j_k + dt_s * (takes + gives)
        known = heat_j_k * self.temp_c + dt_s * gives * air_c
        self._new = (known / below, dt_s * takes / below)
        self._gives_w_k = gives
        self._room_c = air_c
        a = takes * (1.0 - dt_s * takes / below)
        return a, takes * known / below, flow_w_k

    def end(self, supply_c: float, a: float, b: float):
        """The supply temperature of this step is known: heat from the water, heat to the room."""
        self.water_w = a * supply_c - b
        known, share = self._new
        self.temp_c = known + share * supply_c
        given_w = self._gives_w_k * (self.temp_c - self._room_c)
        self.radiant_j += given_w * self.radiated * self.dt_s
        self.heat_w = given_w * (1.0 - self.radiated)
        self.on_its_way_j -= self.radiant_w * self.dt_s
        self.given_j += (self.heat_w + self.radiant_w) * self.dt_s
