"""A home, the wires into it, and the controller: virtual time goes here.

Each step reads all sensors, scans once and sends what is to be sent, as a board does: over the
same unit files, in pulses or registers. The plant then lives through the step. Nothing else is
simulated of the controller: it is the firmware's own core, built from the compiled home.
"""

import gc
from typing import Any

from host_sim.channel.channels import channel_of
from host_sim.channel.handset import Handset
from host_sim.channel.ir_channel import IrChannel
from host_sim.channel.sensor import Sensor
from host_sim.judge import Judge
from host_sim.plant.plant import Plant
from host_sim.recorder import Recorder
from host_sim.whole_home import YEAR_MIN, WholeHomeLoop, water_options
from splitstat import units
from splitstat.control.controller import Controller
from splitstat.control.types import Inputs
from splitstat.control.wall_clock import WallClock

BOOT_S = 1000  # what the controller's seconds show when a run begins
WEEKDAY0 = 3
NOON_MIN = 720
OUTDOOR_LAG_S = 600.0
OUTDOOR_EVERY_S = 300
SUPPLY_LAG_S = 90.0  # a DS18B20 on a lead, and the coil that cools down behind it
HANDSET_SEEN = 0.9  # share of presses that a board's receiver sees; a unit read back tells them


class Result:
    """metrics: flat figures (judge.py); rooms: those of each room; series: for plots
    (recorder.py)."""

    def __init__(self, figures, series):
        self.rooms = figures.pop("rooms")
        self.metrics = figures
        self.series = series


class World:
    """home: splitstat_cli.home_file.Home; weather: plant Weather; start_day: 1..365 of the
    weather's year.

    scenario: scenario_file.Scenario or None; step_s: seconds between scans, a divisor of 300;
    record_s: of the series kept for plots.
    """

    def __init__(
        self, home, weather, start_day=1, days=7, seed=1, scenario=None, step_s=60, record_s=600
    ):
        compiled = home.compiled
        self.home = home
        self.days = days
        self.step_s = step_s
        self.start_min = (start_day - 1) * 1440
        self.utc_min = YEAR_MIN + self.start_min - compiled["tz"][0]
        rooms = compiled["rooms"]
        self.wall_clock = WallClock(compiled["tz"])
        self.units = [units.load(room["unit"]) for room in rooms]
        self.plant = self._plant(home, weather, seed, start_day)
        self.controller = Controller(compiled, [unit.traits for unit in self.units])
        self.inputs = Inputs([len(room["sensors"]) for room in rooms])
        faults = scenario.faults if scenario is not None else {}
        self.channels = [
            channel_of(
                self.units[i],
                room,
                self.plant.heads[i],
                seed * 100 + i,
                faults,
                self.plant.outdoor_units[room["outdoor_unit"]],
            )
            for i, room in enumerate(rooms)
        ]
        self.whole_home: Any = None
        if self.plant.water_sides:
            water = self.plant.water_sides[0]
            self.whole_home = WholeHomeLoop(home, water, self.channels, seed, faults)
        self.sensors = [
            [
                Sensor(seed * 1000 + 10 * i + k, faults=faults.get((room["name"], "sensor"), ()))
                for k in range(len(room["sensors"]))
            ]
            for i, room in enumerate(rooms)
        ]
        self.outdoor_due_s = 0
        self.outdoor = Sensor(
            seed * 1000 + 999, lag_s=OUTDOOR_LAG_S, faults=faults.get(("outdoor", "sensor"), ())
        )
        self.probes = [
            (i, Sensor(seed * 1000 + 10 * i + 9, lag_s=SUPPLY_LAG_S))
            for i, room in enumerate(rooms)
            if room["supply_pin"] is not None
        ]
        self.contacts = [i for i, room in enumerate(rooms) if room["window"]]
        self.watched = [i for i, room in enumerate(rooms) if room["presence"]]
        self.speaking = [
            (i, c) for i, c in enumerate(self.channels) if self.units[i].kind == "modbus"
        ]
        self.fed = [i for i, room in enumerate(rooms) if room.get("feel") == 1]
        self.handsets = []
        if self.plant.home["handset_per_day"]:
            self.handsets = [
                Handset(h, seed * 10 + i, HANDSET_SEEN, c) if u.kind == "ir" else Handset(h)
                for i, (h, c, u) in enumerate(
                    zip(self.plant.heads, self.channels, self.units, strict=False)
                )
            ]
        self.record_steps = max(1, record_s // step_s)
        self.recorder = Recorder(self, self.record_steps)
        self.judge = Judge(self)
        self.listeners = []  # called with (now_s, inputs, outputs) after each scan

    def _plant(self, home, weather, seed, start_day):
        spaces = [dict(space) for space in home.spaces]
        for space, unit in zip(spaces, self.units, strict=False):
            space["unit"] = {"step_k": unit.traits.step_cdeg / 100, **space["unit"]}
        outdoor_units = list(home.outdoor_units)
        if home.plant is not None:
            served = [i for i, unit in enumerate(self.units) if unit.kind == "valve"]
            water, sizes = water_options(home.plant, home.building, spaces, weather, served)
            outdoor_units[len(home.compiled["outdoor_units"]) - bool(served) :] = [water]
            for i, size_w in zip(served, sizes, strict=True):
                spaces[i]["radiator_w"] = spaces[i]["unit"].get("nominal_heat_w", size_w)
        return Plant(
            home.building,
            spaces,
            outdoor_units,
            weather,
            seed=seed,
            dt_s=self.step_s,
            start_h=self.start_min // 60,
            weekday0=(WEEKDAY0 + start_day - 1) % 7,
            wall_shift_min=self._wall_shift_min(0),
        )

    def _wall_shift_min(self, k):
        """People live by the wall clock; the weather's year knows no daylight saving time."""
        clock = self.wall_clock
        clock.step(self.utc_min + k * self.step_s // 60 + NOON_MIN)
        return clock.offset_min - clock.tz[0]

    def run(self, progress=None):
        """Live through all days; progress(fraction) is called once a simulated day. Returns a
        Result."""
        per_day = 86400 // self.step_s
        collects = gc.isenabled()
        gc.disable()  # a step leaves no cycles behind, so there is nothing to look for
        try:
            for day in range(self.days):
                self.plant.wall_shift_min = self._wall_shift_min(day * per_day)
                for k in range(day * per_day, (day + 1) * per_day):
                    self.step(k)
                if progress is not None:
                    progress((day + 1) / self.days)
        finally:
            if collects:
                gc.enable()
        return Result(self.judge.result(), self.recorder.series)

    def step(self, k: int):
        """One scan, then the home lives through step_s."""
        plant = self.plant
        step_s = self.step_s
        now_s = BOOT_S + k * step_s
        inputs = self.inputs
        inputs.utc_min = self.utc_min + k * step_s // 60
        self._read(now_s, inputs)
        outputs = self.controller.scan(now_s, inputs)
        channels = self.channels
        frames = self.judge.frames
        rooms = outputs.rooms
        for i in range(len(channels)):
            send = rooms[i].send
            if send is not None and self.units[i].kind != "valve":
                channel = channels[i]
                before = rooms[i].before
                if before is not None and isinstance(channel, IrChannel):
                    channel.previous = before
                    channel.send(now_s, send)
                    channel.previous = rooms[i].command
                else:
                    channel.send(now_s, send)
                frames[i].sent(now_s)
        for i in self.fed:
            channels[i].feel(now_s, rooms[i].feel_cdeg)
        if self.whole_home is not None:
            week_min = self.controller.clock.week_min
            self.whole_home.step(now_s, week_min, inputs, outputs, frames)
        for listener in self.listeners:
            listener(now_s, inputs, outputs)
        plant.step(k)
        self.judge.step(k)
        if k % self.record_steps == 0:
            self.recorder.step(k, outputs)

    def _read(self, now_s, inputs):
        plant = self.plant
        air = plant.air_c
        i = 0
        for room in inputs.rooms:
            n = 0
            for sensor in self.sensors[i]:
                sensor.step(now_s, air[i])
                room.cdeg[n] = sensor.cdeg
                if sensor.at_s is not None:
                    room.age_s[n] = now_s - sensor.at_s
                n += 1
            i += 1
        outdoor_c = plant.outdoor_c
        for i, channel in self.speaking:
            channel.step(now_s, outdoor_c, air[i])
            inputs.rooms[i].status = channel.status
        for i, probe in self.probes:
            supply_c = plant.heads[i].supply_c
            probe.step(now_s, air[i] if supply_c is None else supply_c)
            inputs.rooms[i].supply_cdeg = probe.cdeg
        for i in self.contacts:
            inputs.rooms[i].window = plant.window_open[i] == 1
        for i in self.watched:
            inputs.rooms[i].presence = plant.presence[i] == 1
        if self.handsets:
            for room in inputs.rooms:
                room.handset = None
            for head, command in plant.handset():
                inputs.rooms[head].handset = self.handsets[head].press(now_s, command)
        if now_s >= self.outdoor_due_s:  # a battery's sensor on the balcony
            self.outdoor_due_s = now_s + OUTDOOR_EVERY_S
            self.outdoor.step(now_s, outdoor_c)
        inputs.outdoor_cdeg = self.outdoor.cdeg
        inputs.outdoor_age_s = self.outdoor.age_s(now_s)
