"""What a whole-home system takes and gives: electricity, gas, heat, cost, starts, by use.

Law: what a meter says counts as it is; without one it is estimated, marked so, and carries its
error. The machine's COP is its data sheet's plane (dual_fuel.py), so heat, and the COP with it, is
an estimate always. One use at a time has the machine: heat, cool, water; what a meter sees while
nothing is called is standby. Energies in Wh, cost in thousandths of the money; remainders are
kept, so that nothing is lost by rounding.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

USES = ("heat", "cool", "water", "standby")
_METER_PCT = const(2)  # class B of EN 50470-3, and what a load on the same meter takes
_HEATER_PCT = const(10)
_GAS_PCT = const(40)
_PART_PCT = const(60)  # of its size a machine gives in the mean, at a guess
_LONGEST_S = const(300)


class Account:
    """Of one use: wh electricity, gas_wh, heat_wh (cold in cooling), cost (thousandths), error_wh:
    how far off wh may be, metered_wh: of wh, starts of the heat pump."""

    def __init__(self):
        self.wh = self.gas_wh = self.heat_wh = self.cost = self.error_wh = self.metered_wh = 0
        self.starts = 0
        self.rest = [0, 0, 0, 0, 0]  # electricity, gas, heat in Ws; cost / 1000; error / 100

    def add(
        self, elapsed_s: int, power_w: int, gas_w: int, heat_w: int, prices, pct: int, metered
    ):
        """Books a scan. prices: electricity and gas in thousandths per kWh; pct: error."""
        wh = self._whole(0, power_w * elapsed_s)
        gas_wh = self._whole(1, gas_w * elapsed_s)
        self.wh += wh
        self.gas_wh += gas_wh
        self.heat_wh += self._whole(2, heat_w * elapsed_s)
        if metered:
            self.metered_wh += wh
        rest = self.rest
        cost = rest[3] + wh * prices[0] + gas_wh * prices[1]
        self.cost += cost // 1000
        rest[3] = cost % 1000
        error = rest[4] + wh * pct
        self.error_wh += error // 100
        rest[4] = error % 100

    def _whole(self, n, joules) -> int:
        joules += self.rest[n]
        self.rest[n] = joules % 3600
        return joules // 3600

    def figures(self) -> list:
        """[wh, gas_wh, heat_wh, cost, error_wh, metered_wh, starts]."""
        return [self.wh, self.gas_wh, self.heat_wh, self.cost, self.error_wh, self.metered_wh,
                self.starts]  # fmt: skip

    def take(self, figures):
        """Goes on from figures()."""
        (self.wh, self.gas_wh, self.heat_wh, self.cost, self.error_wh, self.metered_wh,
         self.starts) = figures  # fmt: skip


class Energy:
    """accounts: of this month, by use. defrosts, reversals: of this month."""

    def __init__(self, config: dict):
        self.config = config
        self.accounts = [Account() for _ in USES]
        self.defrosts = self.reversals = 0
        self.at_s = None
        self.was = "off"
        self.cls = None
        self.defrosting = False

    def step(self, now_s: int, command, power_w, running, defrosting, outdoor_cdeg, prices):
        """command: PlantCommand of the last scan; power_w: of all that the machine takes, by a
        meter, or None; running: what the machine itself says (None: it does not)."""
        elapsed_s = 0 if self.at_s is None else min(now_s - self.at_s, _LONGEST_S)
        self.at_s = now_s
        pump = command.heat_pump
        use = "standby"
        for machine in (pump, command.boiler):
            if machine != "off":
                use = "water" if machine == "hot_water" else machine
                break
        if use == "standby" and command.immersion:
            use = "water"
        account = self.accounts[USES.index(use)]
        self._count(pump, account, defrosting)
        config = self.config
        heater_w = config["immersion_w"] if command.immersion else 0
        heat_w = 0
        pct = _METER_PCT
        machine_w = None if power_w is None else max(power_w - heater_w, 0)
        on = pump != "off" and running is not False
        cop_pct = self.cop_pct(outdoor_cdeg, command.flow_cdeg, pump) if on else 0
        if machine_w is None:
            pct = config["guess_pct"]
            machine_w = config["heat_pump_w"] * _PART_PCT // cop_pct if on else 0
        if on:
            heat_w = machine_w * cop_pct // 100
        gas_w = 0
        if command.boiler != "off":
            gas_w = config["boiler_w"] * _PART_PCT // config["boiler_pct"]
            heat_w += gas_w * config["boiler_pct"] // 100
        account.add(elapsed_s, machine_w, gas_w, heat_w, prices, pct, power_w is not None)
        if heater_w:
            self.accounts[2].add(elapsed_s, heater_w, 0, heater_w, prices, _HEATER_PCT, False)

    def _count(self, pump, account, defrosting):
        if pump != self.was:
            if self.was == "off":
                account.starts += 1
            self.was = pump
            cls = "cool" if pump == "cool" else "heat"
            if pump != "off":
                self.reversals += self.cls not in (None, cls)
                self.cls = cls
        self.defrosts += bool(defrosting) and not self.defrosting
        self.defrosting = bool(defrosting)

    def cop_pct(self, outdoor_cdeg, flow_cdeg: int, pump: str) -> int:
        """COP, or EER, in hundredths, by the data sheet; freezing outdoors where nobody knows."""
        if pump == "cool":
            return self.config["eer_pct"]
        at_zero, outdoors, of_flow = self.config["cop"]
        outdoor = outdoor_cdeg or 0
        return max(100, at_zero + (outdoors * outdoor + of_flow * flow_cdeg) // 10000)

    def close(self) -> list:
        """The figures of the month that ends, and a new one begins."""
        figures = self.snapshot()
        for n in range(len(USES)):
            rest = self.accounts[n].rest
            self.accounts[n] = Account()
            self.accounts[n].rest = rest
        self.defrosts = self.reversals = 0
        return figures

    def snapshot(self) -> list:
        """[defrosts, reversals, figures of each use]."""
        found: list = [self.defrosts, self.reversals]
        for account in self.accounts:
            found.append(account.figures())
        return found

    def restore(self, data):
        """Goes on from a snapshot."""
        self.defrosts, self.reversals = data[:2]
        for n in range(len(USES)):
            self.accounts[n].take(data[2 + n])
