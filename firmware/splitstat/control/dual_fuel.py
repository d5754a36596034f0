"""Heat pump or boiler? By what a kilowatt-hour of heat costs now, unless one of them cannot.

The heat pump's COP is a plane over outdoor air and flow, from its data sheet or learned by the
meter; the boiler has one efficiency. The cheaper source changes only when the other is 3 %
better and half an hour has passed. The boiler helps when the rooms stay short for an hour:
beside the heat pump where the plumbing allows it (parallel), else in its place. A source that is
called and does not warm the water within 45 min is taken to have failed, and tried again after
four hours.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_DWELL_S = const(1800)
_BETTER = const(33)  # one part in so many
_HELP_CDEG = const(80)
_HELP_S = const(3600)
_HELPED_CDEG = const(20)
_ANSWER_S = const(2700)
_FAR_CDEG = const(600)
_RISE_CDEG = const(100)
_RETRY_S = const(14400)


class Source:
    """One source of heat: is it there, has it failed?"""

    def __init__(self, there):
        self.there = bool(there)
        self.failed_s = self.since_s = self.base_cdeg = None

    def watch(self, now_s: int, called: bool, supply_cdeg, told_cdeg: int):
        """Does the water get warm? supply_cdeg: None without a sensor: nothing is judged."""
        if self.failed_s is not None and now_s - self.failed_s >= _RETRY_S:
            self.failed_s = None
        if not called or supply_cdeg is None or supply_cdeg > told_cdeg - _FAR_CDEG:
            self.since_s = None
        elif self.since_s is None or supply_cdeg >= self.base_cdeg + _RISE_CDEG:
            self.since_s = now_s
            self.base_cdeg = supply_cdeg
        elif now_s - self.since_s >= _ANSWER_S:
            self.failed_s = now_s
            self.since_s = None

    @property
    def able(self) -> bool:
        """There, and not failed of late."""
        return self.there and self.failed_s is None


class DualFuel:
    """pump, boiler: Source. use: "heat_pump", "boiler" or "both" (the boiler helps). help: it
    does."""

    def __init__(self, config: dict):
        self.config = config
        self.pump = Source(config["heat_pump"])
        self.boiler = Source(config["boiler"])
        self.cheaper = "heat_pump" if config["heat_pump"] else "boiler"
        self.use = self.cheaper
        self.since_s = -_DWELL_S
        self.short_s = None
        self.help = False

    def cop_pct(self, outdoor_cdeg: int, flow_cdeg: int) -> int:
        """COP in hundredths, at least 100."""
        at_zero, outdoors, of_flow = self.config["cop"]
        return max(100, at_zero + (outdoors * outdoor_cdeg + of_flow * flow_cdeg) // 10000)

    def step(self, now_s: int, outdoor_cdeg, flow_cdeg: int, prices, short_cdeg: int, heating):
        """outdoor_cdeg: None: not known, the heat pump is preferred. prices: electricity and gas
        in thousandths of the money per kWh. heating: the rooms have a source."""
        if not (self.pump.there and self.boiler.there):
            return
        if outdoor_cdeg is not None and now_s - self.since_s >= _DWELL_S:
            cop_pct = self.cop_pct(outdoor_cdeg, flow_cdeg)
            by_pump = prices[0] * 10000 // cop_pct
            by_boiler = prices[1] * 10000 // self.config["boiler_pct"]
            now, other = by_pump, by_boiler
            if self.cheaper == "boiler":
                now, other = by_boiler, by_pump
            if now - other > now // _BETTER:
                self.cheaper = "heat_pump" if self.cheaper == "boiler" else "boiler"
                self.since_s = now_s
        if short_cdeg < _HELP_CDEG or not heating:
            self.short_s = None
            if short_cdeg < _HELPED_CDEG:
                self.help = False
        elif self.short_s is None:
            self.short_s = now_s
        elif now_s - self.short_s >= _HELP_S:
            self.help = True
        use = self.cheaper
        if not self.pump.able:
            use = "boiler"
        elif not self.boiler.able:
            use = "heat_pump"
        elif self.help and use == "heat_pump":
            use = "both" if self.config["parallel"] else "boiler"
        self.use = use
