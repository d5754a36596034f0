"""The `splitstat` command: which subcommands there are and what each takes.

The work is in their modules, imported when they are called, so that `splitstat check` does not
wait for the simulator.
Exit status: 0 good, 1 a budget or a comparison failed, 2 bad input.
"""

from importlib import metadata
from pathlib import Path
from typing import Annotated, Literal

import typer

from splitstat_cli import bench_commands, board_commands, ir_commands, unit_commands
from splitstat_cli.subcommand import Json, call
from splitstat_cli.terminal import BAD_INPUT, complain

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Thermostat firmware for split air conditioners, and the home to try it in.",
)
app.add_typer(bench_commands.app, name="bench")
app.add_typer(ir_commands.app, name="ir")
app.add_typer(unit_commands.app, name="unit")
app.add_typer(board_commands.app, name="board")

# Module and class of every error that means "the input is wrong": shown as lines, exit status 2.
INPUT_ERRORS = (
    ("splitstat_cli.mistakes", "FileError"),
    ("splitstat_cli.mistakes", "BoardError"),
    ("splitstat_cli.trace", "TraceError"),
    ("splitstat_cli.unit_port", "LineError"),
    ("splitstat_cli.vms", "VmMissing"),
    ("host_sim.plant.weather_files", "WeatherError"),
)

Home = Annotated[Path, typer.Argument(help="The home file (TOML).", metavar="HOME")]
Weather = Annotated[Path | None, typer.Option(help="An EPW weather file.", metavar="EPW")]
Price = Annotated[float, typer.Option(min=0, help="What a kWh of electricity costs.")]
Vm = Literal["cpython", "micropython", "micropython32"]


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"splitstat {metadata.version('splitstat')}")
        raise typer.Exit()


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    pass


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the report.", metavar="DIR")] = Path("out"),
    days: Annotated[int, typer.Option(min=1, max=90, help="How many days a season.")] = 28,
    price: Price = 0.30,
    as_json: Json = False,
) -> None:
    """Four ways to use the same machine in the same flat, in winter and in summer."""
    call("demo", out=out, days=days, price=price, as_json=as_json)


@app.command()
def sim(
    home: Home,
    scenario: Annotated[
        Path | None, typer.Option(help="Building, weather, occupants, faults, budgets.")
    ] = None,
    weather: Weather = None,
    start: Annotated[
        str | None, typer.Option("--from", help="First day of the simulation.", metavar="MM-DD")
    ] = None,
    days: Annotated[int | None, typer.Option(min=1, max=366, help="How many days.")] = None,
    seed: Annotated[int | None, typer.Option(help="Seed of everything random.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write an HTML report.")] = None,
    trace: Annotated[Path | None, typer.Option(help="Record every scan, for replay.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write the budgets as JUnit XML.")] = None,
    as_json: Json = False,
) -> None:
    """Simulate a home; exit status 1 when a budget of the scenario is missed."""
    call(
        "sim", home=home, scenario=scenario, weather=weather, start=start, days=days, seed=seed,
        report=report, trace=trace, junit=junit, as_json=as_json,
    )  # fmt: skip


@app.command()
def compare(
    home: Home,
    weather: Weather = None,
    price: Annotated[
        float | None, typer.Option(min=0, help="Of a kWh of electricity; else the home file's.")
    ] = None,
    gas_price: Annotated[
        float | None, typer.Option(min=0, help="Of a kWh of gas (upper heating value).")
    ] = None,
    climates: Annotated[
        str | None, typer.Option(help='"all": in each of the three climates.', metavar="WHICH")
    ] = None,
    year: Annotated[
        bool, typer.Option("--year", help="A whole year, not six fortnights.")
    ] = False,
    report: Annotated[Path | None, typer.Option(help="Write an HTML report.")] = None,
    as_json: Json = False,
) -> None:
    """Five ways to heat, cool and serve hot water, for your own home."""
    call(
        "compare", home=home, weather=weather, price=price, gas_price=gas_price,
        climates=climates, year=year, report=report, as_json=as_json,
    )  # fmt: skip


@app.command(context_settings={"ignore_unknown_options": True})
def weather(
    latitude: Annotated[float, typer.Argument(min=-90, max=90, metavar="LAT")],
    longitude: Annotated[float, typer.Argument(min=-180, max=180, metavar="LON")],
    to: Annotated[Path | None, typer.Option(help="Where it goes.", metavar="EPW")] = None,
    file: Annotated[
        Path | None, typer.Option(help="An EPW that is there already.", metavar="EPW")
    ] = None,
    as_json: Json = False,
) -> None:
    """A typical year of a place from PVGIS, degrees north and east."""
    call("weather", latitude=latitude, longitude=longitude, to=to, file=file, as_json=as_json)


@app.command()
def check(home: Home, as_json: Json = False) -> None:
    """Find every mistake in a home file."""
    call("check", home=home, as_json=as_json)


@app.command()
def deploy(
    home: Annotated[
        Path | None, typer.Argument(help="The home file; none with --first-run.", metavar="HOME")
    ] = None,
    board: Annotated[
        str | None, typer.Option(help="Which board of the home; needed where there are several.")
    ] = None,
    port: Annotated[
        str | None, typer.Option(help="Its serial device, as mpremote says it.", metavar="DEVICE")
    ] = None,
    all_boards: Annotated[
        bool, typer.Option("--all", help="Every board, with --port NAME=DEVICE,NAME=DEVICE.")
    ] = False,
    secrets: Annotated[
        Path | None, typer.Option(help="Wi-Fi and broker: secrets.toml beside HOME.", metavar="F")
    ] = None,
    first_run: Annotated[
        str | None,
        typer.Option(help="The board then asks for its home on a page.", metavar="KIND"),
    ] = None,
    as_json: Json = False,
) -> None:
    """Put a home onto its board over mpremote and wait until it reports a healthy scan."""
    call(
        "deploy", home=home, board=board, port=port, all_boards=all_boards, secrets=secrets,
        first_run=first_run, as_json=as_json,
    )  # fmt: skip


@app.command()
def update(
    home: Annotated[
        Path | None, typer.Argument(help="The home file; none with --first-run.", metavar="HOME")
    ] = None,
    host: Annotated[
        str | None, typer.Option(help="Of its page: address, or address:port.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option(help="Is written, for the page to send.", metavar="FILE")
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="SPLITSTAT_TOKEN", help="As its serial line shows it; else asked for."
        ),
    ] = None,
    board: Annotated[
        str | None, typer.Option(help="Which board of the home; needed where there are several.")
    ] = None,
    secrets: Annotated[
        Path | None, typer.Option(help="With the home's key: secrets.toml beside HOME.")
    ] = None,
    first_run: Annotated[
        str | None, typer.Option(help="For a board that its page set up.", metavar="KIND")
    ] = None,
    as_json: Json = False,
) -> None:
    """Put this version onto a board over the network; it goes back by itself if it is no good."""
    call(
        "update", home=home, host=host, file=file, board=board, token=token, secrets=secrets,
        first_run=first_run, as_json=as_json,
    )  # fmt: skip


@app.command()
def units(as_json: Json = False) -> None:
    """Every unit that Splitstat can drive."""
    call("units_list", as_json=as_json)


@app.command()
def replay(
    trace: Annotated[Path, typer.Argument(help="A trace of `splitstat sim --trace`.")],
    vm: Annotated[Vm, typer.Option(help="The Python machine to run the core on.")] = "cpython",
    as_json: Json = False,
) -> None:
    """Run recorded inputs through the core and compare every output."""
    call("replay", trace=trace, vm=vm, as_json=as_json)


def is_bad_input(error: Exception) -> bool:
    """Whether the error speaks of the input. By name, so that nothing is imported for it."""
    names = {(kind.__module__, kind.__qualname__) for kind in type(error).__mro__}
    return not names.isdisjoint(INPUT_ERRORS)


def run() -> None:
    """The console script."""
    try:
        app()
    except Exception as error:
        if not is_bad_input(error):
            raise
        complain(str(error))
        raise SystemExit(BAD_INPUT) from None
