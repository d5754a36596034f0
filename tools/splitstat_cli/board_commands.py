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
    folder: Annotated[
        Path | None, typer.Option(help="Where disks and settings live on; else it starts anew.")
    ] = None,
    empty: Annotated[
        bool, typer.Option("--empty", help="A board without a home: its page asks for one.")
    ] = False,
) -> None:
    """The firmware on a virtual board in your simulated home, with its page in your browser."""
    module = import_module("splitstat_cli.board_sim")
    raise typer.Exit(
        module.run(
            home=home,
            board=board,
            http=http,
            pty=pty,
            mqtt=mqtt,
            speed=speed,
            days=days,
            folder=folder,
            empty=empty,
        )
    )


Port = Annotated[
    str | None, typer.Option(help="Its serial device, as mpremote says it.", metavar="DEVICE")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Archive = Annotated[Path, typer.Argument(help="A zip archive.", metavar="FILE")]


def over_serial(word: str, **arguments) -> None:
    """Runs one of board_serial.py and leaves with its exit status."""
    raise typer.Exit(getattr(import_module("splitstat_cli.board_serial"), word)(**arguments))


@app.command("list")
def list_boards(as_json: Json = False) -> None:
    """Serial devices that may be boards."""
    over_serial("list_boards", as_json=as_json)


@app.command("info")
def info(port: Port = None, as_json: Json = False) -> None:
    """What a board runs, and how much room it has; it starts anew afterwards."""
    over_serial("info", port=port, as_json=as_json)


@app.command("logs")
def logs(
    port: Port = None,
    seconds: Annotated[float | None, typer.Option(min=0, help="Ends after so long.")] = None,
) -> None:
    """The console of a board, from a new start on."""
    over_serial("logs", port=port, seconds=seconds)


@app.command("backup")
def backup(file: Archive, port: Port = None, as_json: Json = False) -> None:
    """Home, settings and history into an archive; no password, no token."""
    over_serial("backup", file=file, port=port, as_json=as_json)


@app.command("restore")
def restore(file: Archive, port: Port = None, as_json: Json = False) -> None:
    """An archive of `board backup` back onto a board."""
    over_serial("restore", file=file, port=port, as_json=as_json)
