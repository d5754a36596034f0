"""The tables of a whole-home system in a home file: [whole_home], [hot_water] and [prices].

Rooms behind it have `unit = "valve"` (or "valve.both", where cool water is let through as well).
Temperatures are degC, prices money per kWh. What stands in [whole_home.machine] is the simulated
plant; what is left out there is sized by the rules of host_sim/plant/sizing.py.
"""

from splitstat_cli.home_prices import COSTS, PRICES, night_of
from splitstat_cli.home_schema_plant import PIN, PROBE, WIRES
from splitstat_cli.hours import Hours, merged
from splitstat_cli.table_rules import Flag, Key, List, Number, Word

NAME = "whole_home"  # of its place among the outdoor units
SAFE_C = 55.0  # above this a mixing valve must keep people from being scalded

WHOLE_HOME = (
    *WIRES,
    Key("sources", List(Word(("heat_pump", "boiler"), "are"), 2), ["heat_pump"]),
    Key("parallel", Flag(), False),  # the boiler can add to the heat pump's heat
    Key("emitters", Word(("radiators", "underfloor"), "are"), "radiators"),
    Key("cooling", Flag(), False),
    Key("design_outdoor", Number(-30, 10, "degC outdoors"), -10.0),
    Key("flow_design", Number(25, 75, "degC"), 50.0),  # at design_outdoor
    Key("flow_warm", Number(20, 50, "degC"), 28.0),  # at 15 degC outdoors
    Key("flow_min", Number(20, 50, "degC"), 25.0),
    Key("flow_max", Number(30, 75, "degC"), 55.0),
    Key("flow_learns", Flag(), True),
    Key("room_influence", Number(0, 6, "K of flow per K of room", whole=True), 3),
    Key("cool_flow", Number(7, 24, "degC"), 18.0),
    # COP by data sheet at 7/35, -7/35 and 7/55 degC (outdoors/flow); hplib's mean unit.
    Key("cop_7_35", Number(1, 8), 5.06),
    Key("cop_minus7_35", Number(1, 8), 2.90),
    Key("cop_7_55", Number(1, 8), 3.31),
    Key("eer", Number(1, 10), 4.0),  # in cooling, by data sheet at 35 degC outdoors, 18 degC flow
    Key("accounts", Flag(), True),  # of energy and cost (control/energy.py)
    Key("boiler_efficiency", Number(0.5, 1.0), 0.92),  # heat per gas, upper heating value
)
HOT_WATER = (
    Key("sensors", Number(1, 2, whole=True), 2),  # or as many as [[hot_water.sensor]] are there
    Key("setpoint", Number(40, 70, "degC"), 50.0),
    Key("differential", Number(2, 15, "K"), 5.0),
    Key("floor", Number(38, 60, "degC"), 43.0),  # outside of the reheat windows
    Key("cheap", Number(40, 70, "degC")),
    Key("surplus", Number(40, 70, "degC")),
    Key("windows", List(Hours()), []),
    Key("longest_minutes", Number(10, 180), 20.0),  # while rooms wait
    Key("heat_pump_max", Number(40, 70, "degC"), 55.0),
    Key("immersion", Flag(), True),
    Key("immersion_pin", PIN),  # of its contactor's relay
    Key("hygiene", Number(55, 70, "degC"), 60.0),
    Key("hygiene_minutes", Number(3, 120), 30.0),
    Key("hygiene_days", Number(0, 14, whole=True), 7),  # 0: none
    Key("mixing_valve", Flag(), False),
)
MACHINE = (
    Key("heat_pump_w", Number(1000, 50000, "W")),  # at -7 degC outdoors, 52 degC flow
    Key("boiler_w", Number(1000, 100000, "W")),
    Key("tank_l", Number(50, 1000, "l"), 200.0),
    Key("draws", Word(("M", "L", "none"), "are"), "M"),
    Key("immersion_w", Number(500, 9000, "W"), 2000.0),
)
TABLES = ("whole_home", "hot_water", "prices", "costs")


def read(check, data) -> dict:
    """{"whole_home", "hot_water", "prices", "machine"}: None where a table is not there."""
    found: dict = {"whole_home": None, "hot_water": None, "machine": {}}
    table = data.get("whole_home")
    if table is not None:
        inner = ("machine", "supply")
        found["whole_home"] = whole = check.table(table, WHOLE_HOME, ("whole_home",), inner)
        whole["supply"] = None
        if isinstance(table, dict) and "supply" in table:
            whole["supply"] = check.table(table["supply"], PROBE, ("whole_home", "supply"))
        machine = table.get("machine", {}) if isinstance(table, dict) else {}
        found["machine"] = check.table(machine, MACHINE, ("whole_home", "machine"))
        _flows(check, found["whole_home"])
    if "hot_water" in data:
        given = data["hot_water"]
        found["hot_water"] = water = check.table(given, HOT_WATER, ("hot_water",), ("sensor",))
        _probes(check, water, given)
        if table is None:
            check.wrong(("hot_water",), "there is no [whole_home] to heat it", "one is needed")
        _safe(check, water)
    found["prices"] = check.table(data.get("prices", {}), PRICES, ("prices",))
    hours = len(found["prices"]["hourly"])
    if hours not in (0, 24, 8760):
        allowed = "allowed are 24, or 8760 of a year"
        check.wrong(("prices", "hourly"), f"{hours} prices", allowed)
    found["costs"] = check.table(data.get("costs", {}), COSTS, ("costs",))
    for key, pair in found["costs"].items():
        if pair is not None and (len(pair) != 2 or pair[0] > pair[1]):
            check.wrong(("costs", key), str(pair), "allowed is [least, most]")
    return found


def _probes(check, water, given):
    """[[hot_water.sensor]], the upper one first; without any, `sensors` counts them for the
    simulator."""
    tables = check.tables(given, "sensor", ("hot_water",), 2) if isinstance(given, dict) else []
    where = ("hot_water", "sensor")
    water["sensor"] = [check.table(one, PROBE, (*where, n)) for n, one in enumerate(tables)]
    if tables:
        if "sensors" in given and given["sensors"] != len(tables):
            found = f"{given['sensors']}, and there are {len(tables)} [[hot_water.sensor]]"
            check.wrong(("hot_water", "sensors"), found, "it may be left out")
        water["sensors"] = len(tables)


def _flows(check, table):
    for low, high in (("flow_min", "flow_max"), ("flow_warm", "flow_design")):
        if table[low] >= table[high]:
            found = f"{table[low]:g} is not below {high} {table[high]:g}"
            check.wrong(("whole_home", low), found, f"allowed is less than {table[high]:g} degC")
    if table["cooling"] and table["emitters"] == "radiators":
        allowed = 'cooling needs emitters = "underfloor"'
        check.wrong(("whole_home", "cooling"), "radiators drip when they cool", allowed)


def _safe(check, water):
    """Scalding: a second at 60 degC burns a child; a limit in software protects nobody."""
    hot = [key for key in ("setpoint", "cheap", "surplus") if (water[key] or 0) > SAFE_C]
    if water["hygiene_days"]:
        hot.append("hygiene")
    for key in hot:
        if not water["mixing_valve"] and (water[key] or 0) > SAFE_C:
            found = f"{water[key]:g} degC scalds"
            allowed = (
                f"allowed is up to {SAFE_C:g} degC, or `mixing_valve = true` where there is one"
            )
            check.wrong(("hot_water", key), found, allowed)
    if water["floor"] > water["setpoint"]:
        found = f"{water['floor']:g} is above setpoint {water['setpoint']:g}"
        check.wrong(("hot_water", "floor"), found, "allowed is up to the setpoint")


def gate(table: dict, outdoor_unit: dict) -> dict:
    """The entry among the outdoor units: valves may open and shut as they like."""
    return {
        **outdoor_unit,
        "name": NAME,
        "season": "auto" if table["cooling"] else "heat_only",
        "min_on_minutes": 5.0,
        "min_off_minutes": 3.0,
        "spacing_seconds": 0.0,
        "starts_per_hour": 6,
        "machine": {},
    }


def compiled(home: dict) -> dict | None:
    """What control/whole_home.py reads: integers."""
    table, water, prices = home["whole_home"], home["hot_water"], home["prices"]
    if table is None:
        return None
    c = cdeg_of(table)
    return {
        "heat_pump": int("heat_pump" in table["sources"]),
        "boiler": int("boiler" in table["sources"]),
        "parallel": int(table["parallel"]),
        "design_cdeg": c("design_outdoor"),
        "flow_design_cdeg": c("flow_design"),
        "flow_warm_cdeg": c("flow_warm"),
        "flow_min_cdeg": c("flow_min"),
        "flow_max_cdeg": c("flow_max"),
        "flow_learns": int(table["flow_learns"]),
        "influence": table["room_influence"],
        "cool_flow_cdeg": c("cool_flow"),
        "cop": cop_plane(table),
        "boiler_pct": round(table["boiler_efficiency"] * 100),
        "prices": [round(prices["electricity"] * 1000), round(prices["gas"] * 1000)],
        "night": night_of(prices),
        "band_cdeg": round(prices["rooms_band"] * 100),
        "hot_water": None if water is None else _water(water),
        "energy": _energy(table, home.get("machine") or {}),
    }


def _energy(table: dict, machine: dict) -> dict | None:
    """What control/energy.py guesses by, where no meter says it: a machine whose size nobody told
    is taken for a usual one, and known worse."""
    if not table["accounts"]:
        return None
    size_w = machine.get("heat_pump_w")
    return {
        "heat_pump_w": round(size_w or 6000),
        "boiler_w": round(machine.get("boiler_w") or 12000),
        "immersion_w": round(machine.get("immersion_w") or 2000),
        "boiler_pct": round(table["boiler_efficiency"] * 100),
        "eer_pct": round(table["eer"] * 100),
        "guess_pct": 40 if size_w else 60,
        "cop": cop_plane(table),
    }


def cdeg_of(table):
    """name of a key in degC -> cdeg."""
    return lambda key: round(table[key] * 100) if table[key] else 0


def cop_plane(table) -> list:
    """[at 0 degC outdoors and flow, per K outdoors, per K of flow], COP in hundredths, the two
    slopes a hundred times as much."""
    outdoors = (table["cop_7_35"] - table["cop_minus7_35"]) / 14
    of_flow = (table["cop_7_55"] - table["cop_7_35"]) / 20
    at_zero = table["cop_7_35"] - 7 * outdoors - 35 * of_flow
    return [round(at_zero * 100), round(outdoors * 10000), round(of_flow * 10000)]


def _water(water: dict) -> dict:
    c = cdeg_of(water)
    spans = merged(span for spans in water["windows"] for span in spans)
    return {
        "sensors": water["sensors"],
        "setpoint_cdeg": c("setpoint"),
        "most_cdeg": round((70.0 if water["mixing_valve"] else SAFE_C) * 100),
        "differential_cdeg": c("differential"),
        "floor_cdeg": c("floor"),
        "cheap_cdeg": c("cheap"),
        "surplus_cdeg": c("surplus"),
        "windows": [minute for span in spans for minute in span],
        "max_s": round(water["longest_minutes"] * 60),
        "heat_pump_cdeg": c("heat_pump_max"),
        "immersion": int(water["immersion"]),
        "hygiene_cdeg": c("hygiene"),
        "hygiene_s": round(water["hygiene_minutes"] * 60),
        "hygiene_days": water["hygiene_days"],
    }
