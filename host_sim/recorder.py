"""Keeps the series of a run that plots are made of: one sample every so many steps."""


class Recorder:
    """series: dict of lists, equally long; "rooms": a list of such dicts. minute counts from the
    start."""

    def __init__(self, world, every: int):
        self.world = world
        self.every = every
        self.series = {"minute": [], "outdoor_c": [], "power_w": [], "cls": []}
        words = (
            "air_c",
            "heat_c",
            "cool_c",
            "occupied",
            "action",
            "reason",
            "unit_setpoint_c",
            "heat_w",
        )
        self.rooms = [{word: [] for word in words} for _ in world.home.compiled["rooms"]]
        self.series["rooms"] = self.rooms
        self.energy_j = 0.0

    def step(self, k: int, outputs):
        world = self.world
        plant = world.plant
        series = self.series
        series["minute"].append(k * world.step_s // 60)
        series["outdoor_c"].append(round(plant.outdoor_c, 2))
        # The mean power since the last sample, so that the plot's area is the energy.
        used_j = plant.energy_j - self.energy_j
        self.energy_j = plant.energy_j
        steps = self.every if k else 1
        series["power_w"].append(round(used_j / (steps * world.step_s), 1))
        running = any(unit.running for unit in plant.outdoor_units)
        series["cls"].append(outputs.classes[0] if running and outputs.classes else None)
        here = plant.presence
        for i, room in enumerate(self.rooms):
            out = outputs.rooms[i]
            command = out.command
            room["air_c"].append(round(plant.air_c[i], 2))
            room["heat_c"].append(_degrees(out.heat_cdeg, out.mode, ("heat", "heat_cool")))
            room["cool_c"].append(_degrees(out.cool_cdeg, out.mode, ("cool", "heat_cool")))
            room["occupied"].append(here[i])
            room["action"].append(out.action)
            room["reason"].append(out.reason)
            if command is None or command.mode in ("off", "fan_only"):
                room["unit_setpoint_c"].append(None)
            else:
                room["unit_setpoint_c"].append(command.setpoint_cdeg / 100)
            room["heat_w"].append(round(plant.heat_w[i], 1))


def _degrees(cdeg, mode, modes):
    return cdeg / 100 if mode in modes else None
