"""What `splitstat bench simulator` has measured in processes of their own: homes of ours, plain or
compiled (which is settled before anything of them is imported), and a room of EnergyPlus.

The demo home: three rooms and a hall, a multi-split outdoor unit, a scan every 60 s, every frame
encoded to pulses or register writes and decoded again at the unit.
"""

import time
from pathlib import Path

from host_sim.native import fresh

SCAN_S = 60
CLIMATES = ("mixed", "cold", "hot_humid")


def begin(compiled: bool) -> None:
    """First in a process."""
    if compiled and not fresh.use():
        raise RuntimeError("the compiled simulator has gone")


def live(days: int, seed: int = 1, progress=None) -> dict:
    """One home from 1 January on; every seed has other people and sensors, and one of three
    climates. wall_s, cpu_s, frames."""
    import host_sim
    from host_sim.plant.weather import load_weather
    from host_sim.world import World
    from splitstat_cli.home_file import load

    home = load(Path(host_sim.__file__).parent / "homes" / "flat.toml")
    weather = load_weather(CLIMATES[(seed - 1) % len(CLIMATES)])
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    world = World(home, weather, start_day=1, days=days, seed=seed, step_s=SCAN_S)
    result = world.run(progress)
    return {
        "wall_s": time.perf_counter() - wall_s,
        "cpu_s": time.process_time() - cpu_s,
        "frames": result.metrics["frames_total"],
        "kwh": result.metrics["kwh_electric"],
    }


def in_energyplus(days: int) -> float:
    """Wall seconds of a room of EnergyPlus with a step of SCAN_S, and a few lines of Python that
    hold it at 20 degC at every one."""
    from host_sim.truth import energyplus
    from host_sim.truth.energyplus_model import Model
    from host_sim.truth.homes import buildings, values_of

    keys, rooms = buildings()["light room"]
    (name,) = rooms
    model = Model(values_of(keys, rooms), None, 3600 // SCAN_S)
    heater = (*energyplus.POWER, f"{name} heater")
    model.equipment(name, heater[2], 0.0)
    model.run_period(1, days)
    read = (energyplus.TEMPERATURE, name)

    def hold(run):
        run.set(*heater, max(0.0, 20.0 - run.value(*read)) * 1000.0)

    epw = energyplus.weather_file("USA_VA_Sterling")
    begun = time.perf_counter()
    energyplus.Run(model.objects, epw, [read], [heater]).go(lambda run: None, hold)
    return time.perf_counter() - begun
