"""The wire to a whole-home plant: its probes are read, its PlantCommand is told.

Probes sit in pockets: first order, 60 s (general knowledge). Faults of ("whole_home", "supply"),
("whole_home", "tank_top"), ("whole_home", "tank_foot"): as in sensor.py; of ("whole_home",
"heat_pump") and ("whole_home", "boiler"): "dead", it does not start.
"""

from host_sim.channel.faults import Faults
from host_sim.channel.sensor import Sensor

NAME = "whole_home"
POCKET_S = 60.0


class PlantChannel:
    """water: the plant's WaterSide; inputs: control's PlantInputs, filled by step()."""

    def __init__(self, water, inputs, seed: int, faults: dict):
        self.water = water
        self.inputs = inputs

        def probe(n, part):
            return Sensor(seed * 7 + n, lag_s=POCKET_S, faults=faults.get((NAME, part), ()))

        self.supply = probe(0, "supply")
        count = 0 if inputs.tank is None else len(inputs.tank.cdeg)
        self.probes = [probe(1, "tank_top"), probe(2, "tank_foot")][:count]
        self.dead = [
            (machine, Faults(faults.get((NAME, part), ())))
            for part, machine in (("heat_pump", water.heat_pump), ("boiler", water.boiler))
            if machine is not None
        ]

    def step(self, now_s: int):
        """Reads every probe; machines fail and recover."""
        inputs, water = self.inputs, self.water
        self.supply.step(now_s, water.supply_c)
        inputs.supply_cdeg = self.supply.cdeg if self.supply.age_s(now_s) < 900 else None
        for n, probe in enumerate(self.probes):
            probe.step(now_s, water.sensors_c[n])
            inputs.tank.cdeg[n] = probe.cdeg
            inputs.tank.age_s[n] = probe.age_s(now_s)
        for machine, faults in self.dead:
            if now_s >= faults.change_s:
                faults.step(now_s)
                machine.failed = "dead" in faults.active
