"""The rooms, people and machines behind the wires, stepped along by the home's clock.

The home is host_sim's World without its controller: the same plant, units, gateways and faults.
"""

from importlib import import_module

from host_sim.virtual_board.air_at_chip import LAG_S, AirAtChip
from host_sim.virtual_board.chips import I2C as I2C_KINDS
from host_sim.virtual_board.chips import ONE_WIRE, chip
from host_sim.virtual_board.chips.air import Air
from host_sim.virtual_board.lamp import Frame, Lamp
from host_sim.virtual_board.plant_on_pins import PlantOnPins
from host_sim.virtual_board.receiver import Receiver
from host_sim.world import BOOT_S, OUTDOOR_LAG_S

STEP_S = 10
MINUTES_2000_S = 946684800  # Unix time of 2000-01-01
# The weather's year is said to be 2037: the same weekdays and changes of the clocks as in the year
# of host_sim's homes, and later than the oldest time that app/clock.py believes.
LATER_MIN = 4018 * 1440
DS18B20_FAMILY = 0x28
FLOW_KG_S_PER_W = 0.193 / 2000.0  # as in plant/indoor_unit.py
AIR_J_KG_K = 1006.0


class HomePlant:
    """world: host_sim.world.World with step_s STEP_S. Seconds count from the run's start."""

    def __init__(self, world):
        self.world = world
        self.plant = world.plant
        self.frames: list[Frame] = []
        self.k = 0
        self.receivers: dict[str, Receiver] = {}  # by room
        self.listeners = []  # called with the run's second after each step
        self.on_pins = []  # PlantOnPins of a whole-home system

    def attach(self, server):
        self.server = server
        self.start_us = server.clock.at_us
        self._appoint()

    @property
    def now_s(self) -> float:
        return (self.server.now_us() - self.start_us) / 1e6

    def unix_s(self) -> float:
        """What a time server says."""
        return MINUTES_2000_S + self.utc_min0 * 60 + self.now_s

    @property
    def utc_min0(self) -> int:
        """Minutes since 2000-01-01 UTC at the start of the run, as the boards are told."""
        return self.world.utc_min + LATER_MIN

    def _appoint(self):
        due_us = self.start_us + (self.k + 1) * STEP_S * 1_000_000
        self.server.later.at(due_us, self._step)

    def _step(self):
        per_day = 86400 // STEP_S
        if self.k % per_day == 0:
            self.plant.wall_shift_min = self.world._wall_shift_min(self.k)
        for each in self.on_pins:
            each.step()
        self.plant.step(self.k)
        self.world.judge.step(self.k)
        self.k += 1
        for listener in self.listeners:
            listener(self.k * STEP_S)
        self._appoint()

    def index(self, room: str) -> int:
        return [each["name"] for each in self.world.home.compiled["rooms"]].index(room)

    def press(self, room: str, command):
        """Somebody presses a key of the handset: the unit obeys, and the receiver sees it too."""
        i = self.index(room)
        head = self.plant.heads[i]
        _, timings = self.world.units[i].encode(command, head.command)
        head.obey(command)
        if room in self.receivers:
            self.receivers[room].see(timings)

    def hang(self, wires, name: str, buses: dict, i2c: dict, chip_faults: dict):
        """Hangs what the home has on the board `name` on its pins.

        buses, i2c: of the board file. chip_faults: (room, number) -> dict of faults for
        chips/__init__.py, filled with one for every chip and read at every access.
        """
        world = self.world
        compiled = world.home.by_board[name]
        usual = next(iter(i2c.values()), None)
        lines = {}
        for room in compiled["rooms"]:
            i = self.index(room["name"])
            for n, sensor in enumerate(room["sensors"]):
                faults = chip_faults.setdefault((room["name"], n), {})
                feel = self._air(
                    lambda i=i: self.plant.air_c[i],
                    lambda i=i: 100 * self.plant.rh[i],
                    100 * i + n,
                    world.sensors[i][n].faults.faults,
                    faults,
                )
                bus = i2c.get(sensor["port"], usual)
                self._sensor(wires, sensor, bus, feel, faults, 100 * i + n)
            if room["supply_pin"] is not None:
                faults = chip_faults.setdefault((room["name"], "supply"), {})
                supply = {"kind": "ds18b20", "pin": room["supply_pin"], "address": None}
                self._sensor(wires, supply, None, self._supply_air(i), faults, 100 * i + 90)
            if room["window_pin"] is not None:
                wires.levels[room["window_pin"]] = lambda i=i: int(self.plant.window_open[i] == 1)
            if room["presence_pin"] is not None:
                wires.levels[room["presence_pin"]] = lambda i=i: int(self.plant.presence[i] == 1)
            unit = world.units[i]
            if unit.kind == "ir":
                lamp = Lamp(self, name, room["name"], unit, world.channels[i])
                wires.lamps[room["pin"]] = lamp
                if room["receiver_pin"] is not None:
                    wires.receivers[room["name"]] = Receiver(wires, room["receiver_pin"])
                    self.receivers[room["name"]] = wires.receivers[room["name"]]
            elif room["bus"] in buses:
                lines.setdefault(buses[room["bus"]][0], []).append(self._line(i))
        wires.lines.update(lines)
        if "whole_home" in compiled:
            on_pins = PlantOnPins(self, wires, compiled, buses)
            self.on_pins.append(on_pins)
            for n, (sensor, degrees, lag_s) in enumerate(on_pins.probes()):
                faults = chip_faults.setdefault(("whole_home", n), {})
                water = self._air(degrees, 50.0, 8000 + n, (), faults, lag_s)
                bus = i2c.get(sensor["port"], usual)
                self._sensor(wires, sensor, bus, water, faults, 8000 + n)
        if compiled.get("outdoor"):
            faults = chip_faults.setdefault(("outdoor", 0), {})
            sensor = compiled["outdoor"]
            bus = i2c.get(sensor["port"], usual)
            planned = world.outdoor.faults.faults
            air = self._air(
                lambda: self.plant.outdoor_c, 70.0, 9999, planned, faults, OUTDOOR_LAG_S
            )
            self._sensor(wires, sensor, bus, air, faults, 9999)

    def hang_receiver(self, wires, name: str, pin: int):
        """A receiver for the first infra-red room of the board `name`, where it has none."""
        for room in self.world.home.compiled["rooms"]:
            if room["board"] == name and self.world.units[self.index(room["name"])].kind == "ir":
                if room["name"] not in wires.receivers:
                    self.receivers[room["name"]] = Receiver(wires, pin)
                    wires.receivers[room["name"]] = self.receivers[room["name"]]
                return

    def _sensor(self, wires, sensor, bus, air, faults, seed):
        kind = sensor["kind"]
        if kind not in (*I2C_KINDS, *ONE_WIRE, "dht22"):
            return
        made = chip(kind, air, faults, lambda: self.server.now_us() // 1000, seed)
        if kind in I2C_KINDS:
            wires.i2c[bus[1], sensor["address"] or _usual_address(kind)] = made
        elif kind in ONE_WIRE:
            number = sensor["address"]
            if number is not None:
                made.chip.number = bytes.fromhex(number)
            wires.one_wires.setdefault(sensor["pin"], []).append(made)
        else:
            wires.dhts[sensor["pin"]] = made

    def _air(self, air_c, humidity_pct, seed, faults, chip_faults, lag_s=LAG_S) -> Air:
        """faults: a scenario's, for this sensor."""
        at_chip = AirAtChip(air_c, self._fault_s, seed, faults, chip_faults, lag_s)
        if faults:
            at_chip.step()
            self.listeners.append(lambda _: at_chip.step())
        return Air(at_chip, humidity_pct)

    def _fault_s(self) -> float:
        return BOOT_S + self.now_s

    def _supply_air(self, i) -> Air:
        head = self.plant.heads[i]

        def degrees():
            flow = head.fan * FLOW_KG_S_PER_W * head.nominal_cool_w
            rise = head.heat_w / (flow * AIR_J_KG_K) if flow > 0 else 0.0
            return self.plant.air_c[i] + min(max(rise, -15.0), 35.0)

        return Air(degrees)

    def _line(self, i):
        """The wire to a gateway, which learns at each request what its unit measures."""
        return _FedWire(self, i)


class _FedWire:
    def __init__(self, home, i):
        self.home = home
        self.i = i
        self.channel = home.world.channels[i]

    def exchange(self, frame: bytes) -> bytes:
        plant = self.home.plant
        panel = self.channel.gateway.panel
        panel.outdoor_c = plant.outdoor_c
        panel.air_c = plant.air_c[self.i]
        self.channel._fault(BOOT_S + int(self.home.now_s))
        told = panel.told
        answer = self.channel.wire.exchange(frame)
        if panel.told is not told and panel.told != told:
            name = self.home.world.home.compiled["rooms"][self.i]["name"]
            frame_ = Frame(self.home.now_s, "", name, panel.told, 0, ())
            self.home.frames.append(frame_)
        return answer


def _usual_address(kind: str) -> int:
    return import_module(f"splitstat.sensors.{kind}").ADDRESS
