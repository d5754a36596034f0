"""All reachable states of an outdoor unit, breadth first, against the oracle.

A state is the product's memory and the oracle's memory, stamps as ages, each age saturated at
the longest limit that it is compared with. From each state:
    every input of every head, then one unit of time passes
    one unit of time passes without a scan
    a reboot: the snapshot of the state is restored into a new product
Because a unit may pass without a scan, every sequence of scan times in whole units is explored.

Saturation is sound because the product does nothing with an age but compare it with a limit; the
tests walk a real product with a running clock beside it, and both must stay the same.
"""

from array import array
from itertools import product

from gate_oracle import Oracle, Scan, Violation

from splitstat.control import lockout
from splitstat.control.outdoor_unit import OutdoorUnit

NOW = 1_000_000
# Set before, or computed anew in, each step: no memory. A walk beside a real product shows
# it.
NO_MEMORY = {
    "config", "heads", "peers", "forbidden", "awake", "wants", "score", "end", "person",
    "automatic", "why", "wait_s", "asks", "wish", "wished",
}


class Setting:
    """Scaled-down limits and the inputs to try. A unit stands for any length of time."""

    def __init__(self, hour, day, inputs, known=(True,), at_once=False, **config):
        self.config: dict = {"season": "auto", "changeover": "auto"} | config
        self.hour = hour
        self.day = day
        self.inputs = inputs  # of one head: (want, score, person, end)
        self.known = known
        self.at_once = at_once  # more than one scan may fall in the same unit
        self.limits = {
            "min_on": config["min_on_s"], "min_off": config["min_off_s"],
            "reversal": config["reversal_s"], "latch": config["latch_s"],
            "person": config["person_reversal_s"], "spacing": config["spacing_s"],
            "hour": hour, "day": day, "starts": config["starts_per_h"],
            "reversals": config["reversals_per_day"],
            "auto": self.config["changeover"] == "auto",
            "never": {"heat_only": "cool", "cool_only": "heat"}.get(self.config["season"]),
        }

    def longest(self, name):
        """The longest limit that an attribute is compared with."""
        config = self.config
        gate = [config[key] for key in ("min_on_s", "min_off_s", "latch_s", "person_reversal_s")]
        return {
            "since_at": max(gate),
            "rest_at": max([config["reversal_s"], *gate]),
            "start_at": config["spacing_s"],
            "starts_at": self.hour,
            "reversals_at": self.day,
            "lost_at": max(config["hold_s"], config["min_off_s"]),
            "waits_at": config["max_wait_s"],
        }[name]

    def bounds(self, heads):
        """Longest wait of a head that wants the other class, and of any head, as changeover.py
        states them for scans without pause."""
        config = self.config
        rest = max(config["reversal_s"], config["latch_s"], config["min_off_s"])
        release = max(config["min_on_s"] + rest, self.hour) + heads * config["spacing_s"]
        other = max(config["max_wait_s"], self.day) + release
        return other, other + release


class Twin:
    """A product whose memory can be taken out as a tuple of ages, and put back."""

    def __init__(self, setting, heads):
        lockout.HOUR_S = setting.hour
        lockout.DAY_S = setting.day
        self.setting = setting
        self.heads = heads
        self.unit = self.power_up(None)
        unit = self.unit
        parts = {"changeover": unit.changeover, "lockout": unit.lockout, "unit": unit}
        get, put, self.fields = [], [], []
        for owner, thing in parts.items():
            for name, value in sorted(vars(thing).items()):
                if name in NO_MEMORY or (owner == "unit" and (name == "call" or name in parts)):
                    continue
                places = [f"{owner}.{name}"]
                if isinstance(value, list):
                    places = [f"{owner}.{name}[{i}]" for i in range(len(value))]
                for place in places:
                    self._field(name, place, get, put)
        top = " changeover = unit.changeover\n lockout = unit.lockout\n"
        source = f"def get(unit, now):\n{top} return ({''.join(get)})\n"
        source += f"def put(unit, s):\n{top}{''.join(put)}"
        made = {}
        exec(source, made)
        self.get = made["get"]
        self.put = made["put"]

    def power_up(self, data):
        unit = OutdoorUnit(self.setting.config, self.heads)
        unit.restore(NOW, data)
        return unit

    def _field(self, name, place, get, put):
        old = f"s[{len(put)}]"
        self.fields.append(place)
        if name.endswith("_at"):
            cap = self.setting.longest(name)
            get.append(f"None if {place} is None else min(now - {place}, {cap}), ")
            put.append(f" {place} = None if {old} is None else {NOW} - {old}\n")
        else:
            get.append(f"{place} & 1, " if name == "epoch" else f"{place}, ")
            put.append(f" {place} = {old}\n")


class Explorer:
    """The states found so far, and the steps in which a head asked in vain."""

    def __init__(self, setting, heads=2):
        self.setting = setting
        self.heads = heads
        self.twin = Twin(setting, heads)
        self.oracle = Oracle(setting.limits, heads)
        self.inputs = [
            self._input(each, known)
            for each in product(setting.inputs, repeat=heads)
            for known in setting.known
        ]
        start = (self.twin.get(self.twin.unit, NOW), self.oracle.power_up(None))
        self.states = [start]
        self.number = {start: 0}
        self.parents = [(0, None)]
        self.transitions = 0
        # (head, class) -> states before and after the steps in which that head asked in vain,
        # while nobody acted and nothing kept the class from changing.
        self.waiting = {
            (i, cls): (array("i"), array("i")) for i in range(heads) for cls in ("heat", "cool")
        }

    def _input(self, each, known):
        wants, score, person, end = (list(column) for column in zip(*each, strict=True))
        fair = []
        if known and True not in person and True not in end and self.setting.limits["auto"]:
            never = self.setting.limits["never"]
            fair = [(i, wants[i]) for i in range(self.heads) if score[i] and wants[i] != never]
        scan = Scan(tuple(wants), tuple(person), tuple(end), known)
        return wants, score, person, end, scan, fair

    def run(self, most=None):
        """Until nothing new is reachable, or `most` states are done. Raises Violation, with the
        shortest way to it."""
        at = 0
        while at < len(self.states) and (most is None or at < most):
            self._expand(at)
            at += 1
        return self

    def _expand(self, at):
        unit, get, put = self.twin.unit, self.twin.get, self.twin.put
        oracle = self.oracle
        mine, memory = self.states[at]
        for entry in self.inputs:
            put(unit, mine)
            unit.wants, unit.score, unit.person, unit.end, scan, fair = entry
            unit.step(NOW, (), scan.known)
            calls = tuple(unit.call)
            try:
                seen = oracle.watch(memory, scan, calls)
            except Violation as broken:
                raise Violation(f"{broken}\n{self.way(at)}{scan} -> {calls}") from None
            if self.setting.at_once:
                self._reach((get(unit, NOW), seen), at, scan)
            target = self._reach((get(unit, NOW + 1), oracle.later(seen, 1)), at, scan)
            for asked in fair:
                if calls[asked[0]] is None:
                    self.waiting[asked][0].append(at)
                    self.waiting[asked][1].append(target)
        put(unit, mine)
        self._reach((get(unit, NOW + 1), oracle.later(memory, 1)), at, "no scan")
        put(unit, mine)
        fresh = self.twin.power_up(unit.snapshot(NOW))
        self._reach((get(fresh, NOW), oracle.power_up(memory)), at, "reboot")

    def _reach(self, state, parent, by):
        self.transitions += 1
        number = self.number.setdefault(state, len(self.states))
        if number == len(self.states):
            self.states.append(state)
            self.parents.append((parent, by))
        return number

    def way(self, at):
        """The inputs that lead to a state, one a line."""
        lines = []
        while at:
            at, by = self.parents[at]
            lines.append(f"{by}\n")
        return "".join(reversed(lines))

    def classes(self):
        """The outdoor unit's class in each state."""
        epoch = self.twin.fields.index("changeover.epoch")
        return ["cool" if state[0][epoch] else "heat" for state in self.states]
