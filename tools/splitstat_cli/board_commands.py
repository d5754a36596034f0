"""The words behind `splitstat board`."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Boards, and virtual ones without hardware.")


@app.command("sim")
def sim(
    home: Annotated[Path, typer.Argument(help="A home file.", metavar="HOME")],
    board: Annotated[str | None, typer.Option(help="One board of several.")] = None,
    http: Annotated[int, typer.Option(min=1, max=65535, help="Port of the page.")] = 8080,
    pty: Annotated[
        Path | None, typer.Option(help="A link to the terminal, for `mpremote connect port:PATH`.")
    ] = None,
    mqtt: Annotated[str | None, typer.Option(help="A broker.", metavar="HOST:PORT")] = None,
    speed: Annotated[float, typer.Option(min=1, max=3600, help="Times real time.")] = 1,
    days: Annotated[
        float | None, typer.Option(min=0, help="Ends after so many simulated days.")
    ] = None,
) -> None:
    """The firmware on a virtual board in your simulated home, with its page in your browser."""
    module = import_module("splitstat_cli.board_sim")
    raise typer.Exit(
        module.run(home=home, board=board, http=http, pty=pty, mqtt=mqtt, speed=speed, days=days)
    )
