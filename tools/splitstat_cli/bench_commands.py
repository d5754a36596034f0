"""The words behind `splitstat bench`."""

from pathlib import Path
from typing import Annotated

import typer

from splitstat_cli.subcommand import Json, call

Quick = Annotated[bool, typer.Option("--quick", help="A few days only.")]

app = typer.Typer(no_args_is_help=True, help="Measure what the budgets are about.")


@app.command("firmware")
def firmware(as_json: Json = False) -> None:
    """Heap, garbage and time of the control core, on both MicroPython VMs."""
    call("bench_firmware", as_json=as_json)


@app.command("simulator")
def simulator(quick: Quick = False, as_json: Json = False) -> None:
    """A simulated home-year on one core, and a hundred on all of them."""
    call("bench_simulator", quick=quick, as_json=as_json)


@app.command("feel")
def feel(quick: Quick = False, as_json: Json = False) -> None:
    """Driving a unit by its setpoint against telling it the room's temperature."""
    call("bench_feel", quick=quick, as_json=as_json)


@app.command("wires")
def wires(quick: Quick = False, as_json: Json = False) -> None:
    """A room over infra-red against the same room over Modbus."""
    call("bench_wires", quick=quick, as_json=as_json)


@app.command("water")
def water(quick: Quick = False, as_json: Json = False) -> None:
    """A whole-home heat pump with hot water against what could be had."""
    call("bench_water", quick=quick, as_json=as_json)


@app.command("control")
def control(
    quick: Quick = False,
    report: Annotated[Path | None, typer.Option(help="Write an HTML report.")] = None,
    as_json: Json = False,
) -> None:
    """Splitstat beside other thermostats at equal comfort, and beside the best there can be."""
    call("bench_control", quick=quick, report=report, as_json=as_json)


@app.command("truth")
def truth(
    ashrae_weather: Annotated[
        str | None, typer.Option("--ashrae-weather", help="725650TYCST.epw of ASHRAE 140.")
    ] = None,
    as_json: Json = False,
) -> None:
    """The simulated rooms beside programs that others wrote."""
    call("bench_truth", ashrae_weather=ashrae_weather, as_json=as_json)


@app.command("recovery")
def recovery(as_json: Json = False) -> None:
    """Whether a learned start has the room as it is set when its people come."""
    call("bench_recovery", as_json=as_json)
