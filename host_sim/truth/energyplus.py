"""EnergyPlus as a library, headless: a model, a weather file, and a word at every step.

It comes from PyPI (pyenergyplus-lbnl) and is no dependency of the simulator: `missing` says
whether it is there.
"""

import importlib.util
import json
from pathlib import Path
from tempfile import TemporaryDirectory

TEMPERATURE = "Zone Mean Air Temperature"
RADIANT = "Zone Mean Radiant Temperature"
HUMIDITY_RATIO = "Zone Mean Air Humidity Ratio"
POWER = ("OtherEquipment", "Power Level")  # an actuator, with the equipment's name
HEATING = "Zone Air System Sensible Heating Rate"
COOLING = "Zone Air System Sensible Cooling Rate"


class EnergyPlusError(Exception):
    """What EnergyPlus itself said of a model."""


def missing() -> str | None:
    """What to do about it where it is not installed."""
    if importlib.util.find_spec("pyenergyplus") is None:
        return "EnergyPlus is missing: uv sync --group energyplus"
    return None


def weather_file(name: str) -> Path:
    """One of the TMY3 files that the package carries, by the beginning of its name."""
    spec = importlib.util.find_spec("pyenergyplus")
    assert spec is not None and spec.origin is not None
    return next((Path(spec.origin).parent / "data" / "weather").glob(name + "*.epw"))


class Run:
    """One run. `on_step(run)` is called at the end of every step of the zones, after warm-up;
    `.value(what, key)` reads an output variable then, `.set(component, control, key, value)`
    turns an actuator."""

    def __init__(self, objects: dict, epw: Path, variables=(), actuators=()):
        """variables: (name, key); actuators: (component, control, key)."""
        from pyenergyplus.api import EnergyPlusAPI  # pyright: ignore[reportMissingImports]

        self.objects, self.epw = objects, epw
        self.api = EnergyPlusAPI()
        self.exchange = self.api.exchange
        self.state = self.api.state_manager.new_state()
        self.variables, self.actuators = variables, actuators
        self.handles: dict = {}
        self.failure: BaseException | None = None

    @property
    def warming_up(self) -> bool:
        """The first day is reckoned again and again, until it repeats itself."""
        return bool(self.exchange.warmup_flag(self.state))

    def value(self, name, key) -> float:
        return self.exchange.get_variable_value(self.state, self.handles[name, key])

    def set(self, component, control, key, value: float) -> None:
        handle = self.handles[component, control, key]
        self.exchange.set_actuator_value(self.state, handle, value)

    def go(self, on_step, on_begin=None) -> None:
        """on_begin: called likewise before every step, in warm-up too."""
        state, runtime = self.state, self.api.runtime
        runtime.set_console_output_status(state, False)
        for name, key in self.variables:
            self.exchange.request_variable(state, name, key)

        def guarded(callback, in_warm_up):
            def call(_):
                if self.failure is not None:
                    return
                try:
                    if self._ready() and (in_warm_up or not self.warming_up):
                        callback(self)
                except BaseException as error:  # must not cross the C frames
                    self.failure = error
                    runtime.stop_simulation(state)

            return call

        runtime.callback_end_zone_timestep_after_zone_reporting(state, guarded(on_step, False))
        if on_begin is not None:
            runtime.callback_begin_zone_timestep_before_init_heat_balance(
                state, guarded(on_begin, True)
            )
        with TemporaryDirectory() as folder:
            model = Path(folder) / "model.epJSON"
            model.write_text(json.dumps(self.objects), "utf-8")
            status = runtime.run_energyplus(
                state, ["-w", str(self.epw), "-d", folder, str(model)]
            )
            said = Path(folder) / "eplusout.err"
            errors = said.read_text("utf-8", "replace") if said.exists() else ""
        self.api.state_manager.delete_state(state)
        if self.failure is not None:
            raise self.failure
        if status != 0:
            raise EnergyPlusError(errors)
        self.errors = errors

    def _ready(self) -> bool:
        if self.handles:
            return True
        if not self.exchange.api_data_fully_ready(self.state):
            return False
        for name, key in self.variables:
            self.handles[name, key] = self.exchange.get_variable_handle(self.state, name, key)
        for component, control, key in self.actuators:
            self.handles[component, control, key] = self.exchange.get_actuator_handle(
                self.state, component, control, key
            )
        absent = [name for name, handle in self.handles.items() if handle < 0]
        if absent:
            raise EnergyPlusError(f"EnergyPlus knows no {absent}")
        return True
