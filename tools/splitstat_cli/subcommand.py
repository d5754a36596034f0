"""What every subcommand shares: how it is carried out, and the option for programs."""

from importlib import import_module
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


# They simulate, and take the compiled simulator where it is ready. `bench truth` does not: it puts
# another room in the plant's place, which compiled code would refuse.
SIMULATE = (
    "bench_control", "bench_feel", "bench_recovery", "bench_water", "bench_wires", "compare",
    "demo", "sim",
)  # fmt: skip


def call(module: str, **arguments) -> None:
    """Runs one subcommand, imported only now, and leaves with its exit status."""
    if module in SIMULATE:
        from host_sim.native import fresh

        fresh.use()
    raise typer.Exit(import_module(f"splitstat_cli.{module}").run(**arguments))
