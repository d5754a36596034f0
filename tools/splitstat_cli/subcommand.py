"""What every subcommand shares: how it is carried out, and the option for programs."""

from importlib import import_module
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


def call(module: str, **arguments) -> None:
    """Runs one subcommand, imported only now, and leaves with its exit status."""
    raise typer.Exit(import_module(f"splitstat_cli.{module}").run(**arguments))
