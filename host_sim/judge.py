"""Keeps the score of a run: every step adds to it, `result` says it in the words that reports and
budgets use."""

from functools import lru_cache

import numpy as np

from host_sim.metrics import Frames, Peak, RoomMetrics
from host_sim.plant import capacity
from host_sim.water_judge import WaterJudge
from host_sim.whole_home import price_at

COMFORT_S = 300


@lru_cache(maxsize=4096)
def catalogue(cls: str, outdoor_dc: int) -> float:
    """Heat moved per electricity at nominal speed by the catalogue, against the nominal point's.

    outdoor_dc: outdoor air in tenths of a degC; the room as in the standard (20 or 27 degC).
    """
    at_c = outdoor_dc / 10
    if cls == "heat":
        heat = np.interp(at_c, capacity.HEAT_C, capacity.HEAT_W) / 2500.0
        return float(heat / (np.interp(at_c, capacity.HEAT_C, capacity.HEAT_POWER_W) / 500.0))
    cool = np.interp(at_c, capacity.COOL_C, capacity.COOL_W) / 2000.0
    return float(cool / (np.interp(at_c, capacity.COOL_C, capacity.COOL_POWER_W) / 440.0))


class Judge:
    """world: the World that is judged. step() after each of its steps."""

    def __init__(self, world):
        self.world = world
        rooms = world.home.compiled["rooms"]
        self.rooms = [
            RoomMetrics(room["name"], room["heat_cdeg"] / 100, room["cool_cdeg"] / 100)
            for room in rooms
        ]
        self.frames = [Frames() for _ in rooms]
        self.peak = Peak(world.step_s)
        self.called = [False] * len(rooms)
        self.calls = [0] * len(rooms)
        self.running = [0] * len(world.controller.gates)
        self.start_at = [None] * len(world.controller.gates)
        self.starts = 0
        self.heating_j = self.cooling_j = self.catalogue_j = self.by_catalogue_j = 0.0
        self.cost = 0.0
        self.water = WaterJudge(world) if world.whole_home is not None else None
        self.head_j = [0.0] * len(rooms)
        self.gates = world.controller.gates
        self.count = len(rooms)
        self.prices = world.home.prices
        self.varies = bool(
            self.prices and (self.prices["electricity_night"] or self.prices["hourly"])
        )
        self.price = self.prices["electricity"] if self.prices else 0.0
        self.comfort_steps = COMFORT_S // world.step_s
        self.epochs = [gate.changeover.epoch for gate in self.gates]
        self.changeovers = 0

    def step(self, k: int):
        """After step k. Rooms move in minutes: their air is looked at every COMFORT_S."""
        world = self.world
        plant = world.plant
        if k % self.comfort_steps == 0:
            air = plant.air_c
            here = plant.presence
            for i in range(self.count):
                self.rooms[i].step(air[i], here[i])
        self.peak.step(plant.power_w)
        if self.prices is not None:
            price = self.price
            if self.varies:
                price = price_at(
                    self.prices, world.controller.clock.week_min, world.inputs.utc_min
                )
            self.cost += plant.power_w * price
        if self.water is not None:
            self.water.step()
        n = 0
        for gate in self.gates:
            heat_w = plant.outdoor_units[n].heat_w
            if heat_w:
                self._moved(plant.outdoor_units[n], heat_w * world.step_s, plant.outdoor_c)
            lockout = gate.lockout
            if lockout.running != self.running[n] or lockout.start_at != self.start_at[n]:
                self.starts += lockout.running > 0 and not self.running[n]
                self.running[n] = lockout.running
                self.start_at[n] = lockout.start_at
                self._calls()
            if gate.changeover.epoch != self.epochs[n]:
                self.changeovers += gate.changeover.epoch - self.epochs[n]
                self.epochs[n] = gate.changeover.epoch
            n += 1
        i = 0
        for head in plant.heads:
            if head.heat_w:
                self.head_j[i] += abs(head.heat_w) * world.step_s
            i += 1

    def _moved(self, unit, heat_j, outdoor_c):
        if heat_j > 0.0:
            self.heating_j += heat_j
        else:
            self.cooling_j -= heat_j
        if unit in self.world.plant.water_sides:
            return
        self.by_catalogue_j += abs(heat_j)
        outdoor_dc = round(outdoor_c * 10)
        if heat_j > 0.0:
            self.catalogue_j += heat_j / (unit.cop_heat * catalogue("heat", outdoor_dc))
        else:
            self.catalogue_j -= heat_j / (unit.eer_cool * catalogue("cool", outdoor_dc))

    def _calls(self):
        """Some head began or ended its call."""
        for i, room in enumerate(self.world.controller.rooms):
            called = room.gate.call[room.head] is not None
            self.calls[i] += called and not self.called[i]
            self.called[i] = called

    def result(self) -> dict:
        """The flat figures of the run, and under "rooms" those of each room."""
        world = self.world
        plant = world.plant
        days = world.days
        kwh = plant.energy_j / 3.6e6
        moved = (self.heating_j + self.cooling_j) / 3.6e6
        rooms = []
        for i, room in enumerate(self.rooms):
            figures = {"name": room.name, **room.result(world.step_s * self.comfort_steps)}
            figures["mould_hours"] = round(plant.mould_h[i], 1)
            figures["frames"] = self.frames[i].total
            figures["calls"] = self.calls[i]
            figures["kwh_heat_moved"] = round(self.head_j[i] / 3.6e6, 1)
            rooms.append(figures)
        books = plant.balance()
        catalogue_cop = None
        if self.catalogue_j:
            catalogue_cop = round(self.by_catalogue_j / self.catalogue_j, 3)
        figures = {
            "days": days,
            "kwh_electric": round(kwh, 2),
            "kwh_heat_moved": round(moved, 2),
            "kwh_heating": round(self.heating_j / 3.6e6, 2),
            "kwh_cooling": round(self.cooling_j / 3.6e6, 2),
            "cop": round(moved / kwh, 3) if moved else None,
            "catalogue_cop": catalogue_cop,
            "cost_electric": round(self.cost * world.step_s / 3.6e6, 2),
            "discomfort_kh": round(sum(r["discomfort_kh"] for r in rooms), 2),
            "cold_kh": round(sum(r["cold_kh"] for r in rooms), 2),
            "occupied_room_hours": round(sum(r["occupied_hours"] for r in rooms), 1),
            "comfortable_room_hours": round(sum(r["comfortable_hours"] for r in rooms), 1),
            "starts_per_day": round(self.starts / days, 2),
            "compressor_starts_per_day": round(plant.compressor_starts / days, 2),
            "changeovers": self.changeovers,
            "frames_per_hour": max((f.worst for f in self.frames), default=0),
            "frames_total": sum(f.total for f in self.frames),
            "peak_power_w": round(self.peak.peak_w),
            "defrosts": sum(unit.defrosts for unit in plant.outdoor_units),
            "mould_hours": round(sum(plant.mould_h), 1),
            "balance_error": books["error"],
            "rooms": rooms,
        }
        if self.water is not None:
            figures.update(self.water.result())
            figures["cop"] = figures["heat_pump_cop"]
        return figures
