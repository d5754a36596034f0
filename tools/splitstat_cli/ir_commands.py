"""The words behind `splitstat ir`."""

from pathlib import Path
from typing import Annotated

import typer

from splitstat_cli.subcommand import Json, call

app = typer.Typer(no_args_is_help=True, help="Infra-red messages: make, read and recognize them.")

Capture = typer.Argument(
    help="A capture: raw microseconds, Pronto, Flipper, Broadlink or LIRC; - is standard input.",
    metavar="FILE",
)
Lines = Annotated[
    bool, typer.Option("--jsonl", help="Answer JSON lines of standard input, one by one.")
]


@app.command("encode")
def encode(
    unit: Annotated[str | None, typer.Argument(help="The unit: gree.yaw1f.")] = None,
    mode: Annotated[str | None, typer.Option(help="off, heat, cool, dry or fan_only.")] = None,
    setpoint: Annotated[float, typer.Option(help="In degC.")] = 22,
    fan: Annotated[str, typer.Option(help="auto, or quiet to high.")] = "auto",
    swing: Annotated[str | None, typer.Option(help="Louvres: auto, or highest to lowest.")] = None,
    previous: Annotated[
        str | None,
        typer.Option(help="What it does now, for toggles.", metavar="MODE,SETPOINT,FAN,SWING"),
    ] = None,
    jsonl: Lines = False,
    as_json: Json = False,
) -> None:
    """Carrier and microseconds of the message that puts a unit into a state."""
    if jsonl:
        call("ir_batch", command="encode")
    call(
        "ir_encode", unit=unit, mode=mode, setpoint=setpoint, fan=fan, swing=swing,
        previous=previous, as_json=as_json,
    )  # fmt: skip


@app.command("decode")
def decode(
    file: Annotated[Path | None, Capture] = None,
    unit: Annotated[str | None, typer.Option(help="Read it as this unit's only.")] = None,
    jsonl: Lines = False,
    as_json: Json = False,
) -> None:
    """What a capture says; exit status 1 when no table can read it."""
    if jsonl:
        call("ir_batch", command="decode")
    if file is None:
        raise typer.BadParameter("needs FILE or --jsonl")
    call("ir_decode", file=file, unit=unit, as_json=as_json)


@app.command("learn")
def learn(
    names: Annotated[
        list[str], typer.Argument(help="What is pressed: cool_24_low, off.", metavar="NAME...")
    ],
    port: Annotated[
        str | None, typer.Option(help="Its serial device, as mpremote says it.", metavar="DEVICE")
    ] = None,
    board: Annotated[
        str | None, typer.Option(help="The board file that names the receiver's pin.")
    ] = None,
    pin: Annotated[int | None, typer.Option(min=0, help="Of the receiver, if another.")] = None,
    seconds: Annotated[float, typer.Option(min=1, help="How long to wait for a key.")] = 20,
    as_json: Json = False,
) -> None:
    """Record keys of a remote with the receiver of a board, a file each."""
    call(
        "ir_learn", names=names, port=port, board=board, pin=pin, seconds=seconds,
        as_json=as_json,
    )  # fmt: skip


@app.command("store")
def store(
    name: Annotated[str, typer.Argument(help="Of the unit: raw.NAME.")],
    files: Annotated[list[Path], typer.Argument(help="Recordings, named cool_24_low and so on.")],
    home: Annotated[Path | None, typer.Option(help="Write it beside this home file.")] = None,
    as_json: Json = False,
) -> None:
    """Make a unit of recordings, for a remote that no table fits."""
    call("ir_store", name=name, files=files, home=home, as_json=as_json)


@app.command("identify")
def identify(file: Annotated[Path, Capture], as_json: Json = False) -> None:
    """Which units fit a capture, ranked, with reasons; exit status 1 when none does."""
    call("ir_identify", file=file, as_json=as_json)
