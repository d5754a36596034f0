"""A whole-home system on its board: what was read of it, what it is told, and what a person asks.
control/whole_home.py decides. Loaded with such a home alone.

Law: one step after each scan of the rooms (plant_loop.py), from what the tasks left. Nothing that
hangs on wires is waited for: probes and the machine itself say what they know when they know it.
"""

from splitstat.control.tariff import Tariff
from splitstat.control.whole_home import PlantInputs, WholeHome

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_OLD_S = const(900)  # a flow temperature, and a surplus, older than this is none
_SHOWN_CDEG = const(50)  # a temperature that moved so far is news
_SAY_S = const(60)
SUPPLY = -1


class Plant:
    """control: WholeHome; inputs: what it reads; head: plant_head.PlantHead, or None without a
    register map; outputs: things with show(plant). setpoint_cdeg: what a person wants, or None."""

    def __init__(self, house, config: dict, rooms):
        self.house = house
        self.config = config
        self.inputs = PlantInputs(config)
        self.control = WholeHome(config, rooms)
        self.head = None
        self.accounts = None  # plant_energy.Accounts
        self.outputs = []
        self.at_s = [-_OLD_S, 0, 0]  # when supply, upper and lower sensor were heard
        self.surplus_s = -_OLD_S
        self.tariff = Tariff(config)
        self.setpoint_cdeg = None
        self.seen: tuple | None = None
        self.said_s = 0

    def heard(self, n: int, cdeg):
        """A probe spoke just now: SUPPLY, or a sensor of the tank, the upper one 0; cdeg None: it
        tried, and has nothing to say."""
        if cdeg is None:
            return
        self.at_s[n + 1] = self.house.now_s
        if n == SUPPLY:
            self.inputs.supply_cdeg = cdeg
        elif self.inputs.tank is not None and n < len(self.inputs.tank.cdeg):
            self.inputs.tank.cdeg[n] = cdeg

    def step(self):
        """Decides, once a scan."""
        house = self.house
        now_s = house.now_s
        inputs = self.inputs
        control = self.control
        week_min = house.controller.clock.week_min
        if now_s - self.at_s[0] > _OLD_S:
            inputs.supply_cdeg = None
        surplus = now_s - self.surplus_s < _OLD_S
        tariff = self.tariff
        tariff.step(house.utc_min, week_min, surplus)
        inputs.prices = (tariff.price, self.config["prices"][1])
        inputs.shift_cdeg = tariff.shift_cdeg
        tank = inputs.tank
        if tank is not None:
            for n in range(len(tank.cdeg)):
                tank.age_s[n] = now_s - self.at_s[n + 1]
            tank.cheap = tariff.cheap
            tank.surplus = surplus
        control.step(now_s, week_min, house.inputs, house.outputs, inputs)
        if tank is not None:
            tank.boost = False  # control keeps it in mind
        if self.head is not None:
            self.head.want(control.command)
        for output in self.outputs:
            output.show(self)
        if self.accounts is not None:
            self.accounts.step(self)
        self._look(now_s)

    def _look(self, now_s):
        """Has a person something new to see?"""
        control = self.control
        water = control.water
        command = control.command
        temps: list = [self.inputs.supply_cdeg]
        if water is not None:
            temps = temps + self.inputs.tank.cdeg
        was = self.seen
        if was is not None:
            for n in range(len(temps)):
                if temps[n] is not None and was[0][n] is not None:
                    if abs(temps[n] - was[0][n]) < _SHOWN_CDEG:
                        temps[n] = was[0][n]
        word = water and (water.reason[0], water.fault, water.hygiene and water.hygiene.overdue)
        now = (temps, command.heat_pump, command.boiler, command.immersion, command.pump,
               control.reason[0], word)  # fmt: skip
        if now != was or now_s - self.said_s >= _SAY_S:
            self.said_s = now_s
            if now != was:
                self.seen = now
                self.house.changes += 1
            self._say()

    def _say(self):
        """To the broker, where there is one."""
        house = self.house
        if house.network.get("mqtt") == "connected" and len(house.outbox) < 8:
            from splitstat.app.plant_state import payload

            house.outbox.append(("splitstat/" + house.board + "/plant/state", [payload(self)]))

    def state(self) -> dict:
        """All that is to say of it; always all keys (README, "The page and its API")."""
        from splitstat.app.plant_state import state

        return state(self)

    def ask(self, word: str, a=None):
        """What a person, or a program, wants: None when it is taken, or one sentence."""
        from splitstat.app.plant_asked import asked

        return asked(self, word, a)

    def snapshot(self) -> list:
        """What survives a power cut."""
        house = self.house
        return [self.control.snapshot(house.now_s, house.utc_min), self.setpoint_cdeg]

    def restore(self, now_s: int, data):
        """Goes on from a snapshot of the same home. Raises what a wrong one leads to."""
        self.control.restore(now_s, data[0])
        if data[1] is not None:
            self.setpoint(data[1])

    def setpoint(self, cdeg: int):
        """What the tank is heated to from now on."""
        self.setpoint_cdeg = cdeg
        self.config["hot_water"]["setpoint_cdeg"] = cdeg
