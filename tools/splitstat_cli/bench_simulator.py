"""`splitstat bench simulator`: how long a simulated home-year takes on one core, measured in this
run.

The demo home: three rooms, a multi-split outdoor unit, a scan every 60 s, every frame encoded to
pulses or register writes and decoded again at the unit.
"""

import time
from pathlib import Path

from rich.progress import Progress

import host_sim
from host_sim.plant.weather import load_weather
from host_sim.world import World
from splitstat_cli.home_file import load
from splitstat_cli.terminal import GOOD, MISSED, err, out, print_json

BUDGET_S = 30.0
DAYS = 365
SCAN_S = 60
FLAT = Path(host_sim.__file__).parent / "homes" / "flat.toml"


def run(as_json: bool = False, days: int = DAYS) -> int:
    """Exit status 1 when a home-year takes longer than BUDGET_S."""
    home = load(FLAT)
    world = World(home, load_weather("mixed"), start_day=1, days=days, step_s=SCAN_S)
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("a home-year", total=1.0)
        wall_s = time.perf_counter()
        cpu_s = time.process_time()
        result = world.run(lambda part: progress.update(task, completed=part))
        cpu_s = time.process_time() - cpu_s
        wall_s = time.perf_counter() - wall_s
    per_year = DAYS / days
    figures = {
        "days": days,
        "rooms": len(home.compiled["rooms"]),
        "scan_s": SCAN_S,
        "wall_s_per_home_year": round(wall_s * per_year, 2),
        "cpu_s_per_home_year": round(cpu_s * per_year, 2),
        "home_years_per_wall_second": round(1 / (wall_s * per_year), 6),
        "us_per_scan": round(wall_s / (days * 86400 / SCAN_S) * 1e6, 2),
        "frames": result.metrics["frames_total"],
        "budget_s": BUDGET_S,
    }
    if as_json:
        print_json(figures)
    else:
        out.print(
            f"a home-year of {figures['rooms']} rooms, a scan every {SCAN_S} s: "
            f"{figures['wall_s_per_home_year']} s on one core, {figures['us_per_scan']} us a scan"
            f" ({figures['frames']} frames in {days} days); budget {BUDGET_S:.0f} s"
        )
    return GOOD if figures["wall_s_per_home_year"] <= BUDGET_S else MISSED
