"""The words behind `splitstat bench`."""

import typer

from splitstat_cli.subcommand import Json, call

app = typer.Typer(no_args_is_help=True, help="Measure what the budgets are about.")


@app.command("firmware")
def firmware(as_json: Json = False) -> None:
    """Heap, garbage and time of the control core, on both MicroPython VMs."""
    call("bench_firmware", as_json=as_json)


@app.command("simulator")
def simulator(as_json: Json = False) -> None:
    """A simulated home-year on one core."""
    call("bench_simulator", as_json=as_json)
