"""`splitstat unit`: which subcommands there are and what each takes.

As in main.py, the work is in their modules, imported when they are called.
"""

from importlib import import_module
from typing import Annotated, Literal

import typer

app = typer.Typer(
    no_args_is_help=True, help="Speak to a Modbus unit from this computer, without a board."
)

Unit = Annotated[str, typer.Argument(help="The unit: onokom.daikin.", metavar="UNIT")]
Port = Annotated[
    str | None, typer.Option(help="Serial port of a USB-RS-485 adapter: /dev/ttyUSB0, COM3.")
]
Tcp = Annotated[str | None, typer.Option(help="A Modbus TCP gateway.", metavar="HOST:PORT")]
Baud = Annotated[
    int | None,
    typer.Option(min=300, max=1000000, help="Of the serial line; else as the unit is delivered."),
]
Parity = Annotated[
    Literal["none", "even", "odd"] | None,
    typer.Option(help="Of the serial line; else as the unit is delivered."),
]
Stop = Annotated[int, typer.Option("--stop-bits", min=1, max=2, help="Of the serial line.")]
Address = Annotated[int, typer.Option(min=1, max=247, help="Modbus address of the unit.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


def call(module: str, line: dict, **arguments) -> None:
    """Opens the line and runs one subcommand on it; leaves with its exit status."""
    from splitstat_cli.unit_names import line_of, unit
    from splitstat_cli.unit_port import Line

    name = arguments.get("name")
    baud, parity = line_of(name) if name and unit(name) else (9600, "none")
    line = {**line, "baud": line["baud"] or baud, "parity": line["parity"] or parity}
    run = import_module(f"splitstat_cli.{module}").run
    raise typer.Exit(run(line=Line(**line), **arguments))


@app.command()
def scan(
    port: Port = None, tcp: Tcp = None, baud: Baud = None, parity: Parity = None, stop: Stop = 1,
    addresses: Annotated[
        str, typer.Option(help="Which to try.", metavar="FIRST-LAST")
    ] = "1-16",
    as_json: Json = False,
) -> None:  # fmt: skip
    """Which addresses answer, and whose registers they have; exit status 1 when none does."""
    line = {"port": port, "tcp": tcp, "baud": baud, "parity": parity, "stop_bits": stop}
    call("unit_scan", line, addresses=addresses, as_json=as_json)


@app.command()
def read(
    unit: Unit, port: Port = None, tcp: Tcp = None, baud: Baud = None, parity: Parity = None,
    stop: Stop = 1, address: Address = 1, as_json: Json = False,
) -> None:  # fmt: skip
    """What a unit says of itself."""
    line = {"port": port, "tcp": tcp, "baud": baud, "parity": parity, "stop_bits": stop}
    call("unit_read", line, name=unit, address=address, as_json=as_json)


@app.command("set")
def set_(
    unit: Unit, port: Port = None, tcp: Tcp = None, baud: Baud = None, parity: Parity = None,
    stop: Stop = 1, address: Address = 1,
    mode: Annotated[
        str | None, typer.Option(help="off, heat, cool, dry or fan_only; else as it is.")
    ] = None,
    setpoint: Annotated[float | None, typer.Option(help="In degC; else as it is.")] = None,
    fan: Annotated[str | None, typer.Option(help="auto, or quiet to high.")] = None,
    swing: Annotated[str | None, typer.Option(help="auto, or highest to lowest.")] = None,
    room: Annotated[
        float | None, typer.Option(help="The room's temperature, for units that take it.")
    ] = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Command a unit and read it back; exit status 1 when it does not confirm."""
    line = {"port": port, "tcp": tcp, "baud": baud, "parity": parity, "stop_bits": stop}
    call(
        "unit_set", line, name=unit, address=address, mode=mode, setpoint=setpoint, fan=fan,
        swing=swing, room=room, as_json=as_json,
    )  # fmt: skip


@app.command()
def watch(
    unit: Unit, port: Port = None, tcp: Tcp = None, baud: Baud = None, parity: Parity = None,
    stop: Stop = 1, address: Address = 1,
    every: Annotated[float, typer.Option(min=0.2, max=3600, help="Seconds.")] = 5,
    count: Annotated[int | None, typer.Option(min=1, help="How often; else for ever.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object a line.")] = False,
) -> None:  # fmt: skip
    """Ask a unit again and again, and say what changes."""
    line = {"port": port, "tcp": tcp, "baud": baud, "parity": parity, "stop_bits": stop}
    call("unit_watch", line, name=unit, address=address, every=every, count=count,
         as_json=as_json)  # fmt: skip
