"""One machine for all rooms and the hot water: who gets it, from which source, how warm.

Law: one scan after the rooms' own (controller.py), from what their valves were told. Hot water
and rooms take turns by hot_water.py; a boiler beside the heat pump by dual_fuel.py; the flow
temperature is flow.py's. The compressor is called for at least 10 min, rests as long, and
between heat and cool an hour. Heat pump and boiler never work against each other: the boiler is
off in cooling, and both heat only where one helps. Frost comes before everything but the
machine's own protection: cold water is moved, and warmed below 8 degC. A pump that stood for a
day runs for a minute.
"""

from splitstat.control.flow import Flow
from splitstat.control.plant_command import IDLE, PlantCommand
from splitstat.control.types import UnitCommand

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_ON_S = const(600)
_OFF_S = const(600)
_REVERSAL_S = const(3600)
# A thermostatic valve is half open at its setpoint: told so much more, it is so where it should.
_VALVE_CDEG = const(20)
_CALL_CDEG = const(-25)  # a valve a quarter open calls; at a twentieth the call ends
_END_CDEG = const(-45)
_SHORT_CDEG = const(10)  # a room so far short waits for the tank no longer than it must
_TANK_OVER_CDEG = const(500)
_BOILER_OVER_CDEG = const(300)
_MOVE_CDEG = const(500)
_WARM_CDEG = const(800)
_WARMED_CDEG = const(1500)
_IDLE_S = const(86400)
_SEIZE_S = const(60)


class PlantInputs:
    """What was read of the plant before a scan. supply_cdeg: flow temperature, or None; prices:
    electricity, gas, in thousandths of the money per kWh; shift_cdeg: so much warmer in heating,
    and cooler in cooling, the rooms shall be for the price's sake; tank: TankInputs or None."""

    def __init__(self, config: dict):
        self.supply_cdeg = None
        self.shift_cdeg = 0
        self.prices = tuple(config["prices"])
        self.tank = None
        if config["hot_water"] is not None:
            from splitstat.control.hot_water import TankInputs

            self.tank = TankInputs(config["hot_water"]["sensors"])


class WholeHome:
    """command: the PlantCommand. reason: (word, number). rooms: indexes of those behind it;
    valves: the UnitCommand of each one's valve, or None before its room is known."""

    def __init__(self, config: dict, rooms):
        self.rooms = rooms
        self.valves: list = [None] * len(rooms)
        self.flow = Flow(config)
        self.water = self.dual = None
        self.single = None
        if config["heat_pump"] or config["boiler"]:
            self.single = "heat_pump" if config["heat_pump"] else "boiler"
        if config["hot_water"] is not None:
            from splitstat.control.hot_water import HotWater

            self.water = HotWater(config["hot_water"])
        if config["boiler"] and config["heat_pump"]:
            from splitstat.control.dual_fuel import DualFuel

            self.dual = DualFuel(config)
        self.command = IDLE
        self.reason = ("starting", 0)
        self.calling = None  # heat, cool: what the rooms want
        self.since_s = -_REVERSAL_S  # of the heat pump's last start or stop
        self.last = None  # heat or cool: what it did last
        self.moved_s = 0
        self.frost = False

    def step(self, now_s: int, week_min, inputs, outputs, plant: PlantInputs):
        """inputs, outputs: of the scan that has just been; week_min: of the wall clock."""
        short, widest, dew = self._rooms(inputs, outputs, plant.shift_cdeg)
        calling = self.calling
        outdoor_cdeg = inputs.outdoor_cdeg
        command = self.command
        heating = command.heat_pump == "heat" or command.boiler == "heat"
        flow = self.flow
        if calling == "cool":
            flow.cool(dew)
        else:
            supply = plant.supply_cdeg
            if supply is None:
                supply = flow.cdeg
            flow.step(now_s, outdoor_cdeg, short, widest, supply if heating else None)
        use = self.single
        dual = self.dual
        if dual is not None:
            supply = plant.supply_cdeg
            dual.pump.watch(now_s, command.heat_pump == "heat", supply, command.flow_cdeg)
            burns = command.boiler == "heat"
            dual.boiler.watch(now_s, burns, supply, command.flow_cdeg)
            dual.step(now_s, outdoor_cdeg, flow.cdeg, plant.prices, short, heating)
            use = dual.use
        water = self.water
        tank = immersion = False
        tank_cdeg = command.tank_cdeg
        if water is not None and plant.tank is not None:
            own = short - max(plant.shift_cdeg, 0)  # warmer for the price's sake can wait
            waits = calling is not None and own > _SHORT_CDEG
            water.step(now_s, inputs.utc_min, week_min, plant.tank, waits, inputs.shed)
            tank_cdeg = water.target_cdeg
            tank = water.heat
            immersion = water.immersion
            boiler = self.single == "boiler" or (dual is not None and dual.boiler.able)
            spares = waits and self.single == "heat_pump" and water.config["immersion"]
            if spares and (tank or immersion):
                tank, immersion = False, True  # a room that is short keeps the machine
            elif boiler and (water.beyond or (tank and water.stage_two)):
                tank, immersion, use = True, False, "boiler"
            elif tank and use == "both":
                use = "heat_pump"
            elif tank and use is None:
                tank, immersion = False, True
        self._frost(plant.supply_cdeg)
        pump = flame = "off"
        if self.frost:
            self.reason = ("pipes", (plant.supply_cdeg or 0) // 10)
            calling, tank = "heat", False
        elif tank:
            self.reason = water.reason
        elif calling is None or inputs.shed or use is None:
            self.reason = ("load_limit", 0) if inputs.shed else ("no_call", 0)
            calling = None
        else:
            self.reason = (use, flow.cdeg // 10)
        if tank:
            pump, flame = ("off", "hot_water") if use == "boiler" else ("hot_water", "off")
        elif calling == "cool":
            pump = "cool" if self.single == "heat_pump" else "off"
        elif calling == "heat":
            pump = "off" if use == "boiler" else "heat"
            flame = "off" if use == "heat_pump" else "heat"
        pump = self._gate(now_s, pump)
        if pump == "cool":
            flame = "off"
        elif flame == "heat" and pump != "off" and use != "both":
            flame = "off"  # the heat pump's ten minutes first
        moving = pump in ("heat", "cool") or flame == "heat" or calling is not None
        cold = plant.supply_cdeg is not None and plant.supply_cdeg < _MOVE_CDEG
        moving = self._moved(now_s, moving or cold)
        flow_cdeg = tank_cdeg + _TANK_OVER_CDEG if pump == "hot_water" else flow.cdeg
        boiler_cdeg = flow.cdeg + _BOILER_OVER_CDEG
        told = (pump, flow_cdeg, flame, boiler_cdeg, tank_cdeg, immersion, moving)
        if told != command:
            self.command = PlantCommand(*told)

    def _rooms(self, inputs, outputs, shift_cdeg):
        """(shortest room, widest open valve, highest dew point): cdeg; sets calling."""
        short = widest = -1000
        dew = None
        cool = False
        for n in range(len(self.rooms)):
            i = self.rooms[n]
            out = outputs.rooms[i]
            command = out.command
            if command is None:
                continue
            mode = command.mode
            told = command.setpoint_cdeg
            if mode == "heat" and out.mode in (mode, "heat_cool") and out.heat_cdeg is not None:
                told = out.heat_cdeg + _VALVE_CDEG + shift_cdeg
            elif mode == "cool" and out.cool_cdeg is not None:
                told = out.cool_cdeg - _VALVE_CDEG - shift_cdeg
            valve = self.valves[n]
            if valve is None or valve.mode != mode or valve.setpoint_cdeg != told:
                self.valves[n] = UnitCommand(mode, told, "auto", None, False)
            if out.room_cdeg is None or mode not in ("heat", "cool"):
                continue
            opened = told - out.room_cdeg
            if mode == "cool":
                cool = True
                opened = -opened
                humidity = inputs.rooms[i].humidity_cpct
                if humidity is not None:
                    from splitstat.control.dry import dew_cdeg

                    dew = max(dew or 0, dew_cdeg(out.room_cdeg, humidity))
            elif out.heat_cdeg is not None:
                short = max(short, out.heat_cdeg + shift_cdeg - out.room_cdeg)
            widest = max(widest, opened)
        if widest > (_END_CDEG if self.calling else _CALL_CDEG):
            self.calling = "cool" if cool else "heat"
        else:
            self.calling = None
        return short, widest, dew

    def _gate(self, now_s, wanted):
        """The heat pump's least times. Hot water and heat are one run; cool is another."""
        now = self.command.heat_pump
        gone_s = now_s - self.since_s
        if wanted == now:
            return now
        if now == "off":
            cls = "cool" if wanted == "cool" else "heat"
            least_s = _OFF_S if self.last in (None, cls) else _REVERSAL_S
            if gone_s < least_s:
                return now
            self.last = cls
        elif wanted == "off" or "cool" in (now, wanted):
            if gone_s < _ON_S and not self.frost:
                return now
            wanted = "off"
        else:
            return wanted
        self.since_s = now_s
        return wanted

    def _frost(self, supply_cdeg):
        if supply_cdeg is not None:
            self.frost = supply_cdeg < (_WARMED_CDEG if self.frost else _WARM_CDEG)

    def _moved(self, now_s, moving):
        if moving:
            self.moved_s = now_s
        elif now_s - self.moved_s >= _IDLE_S:
            if now_s - self.moved_s >= _IDLE_S + _SEIZE_S:
                self.moved_s = now_s
            return True
        return moving

    def snapshot(self, now_s: int, utc_min) -> list:
        """What survives a power cut; the heat pump is taken to have stopped just now."""
        return [self.water.snapshot(utc_min) if self.water else None, self.flow.shift, self.last]

    def restore(self, now_s: int, data):
        """Goes on from a snapshot of the same home."""
        if self.water and data[0]:
            self.water.restore(data[0])
        self.flow.shift = data[1]
        self.last = data[2]
        self.since_s = now_s
