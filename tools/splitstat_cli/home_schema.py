"""The keys of a home file, as data: README, "The home file", says the same in twenty lines.

Temperatures are degC as a person writes them (20.5); differences of temperature are K. What the
simulated building may say stands in host_sim/plant/building.py alone.
"""

from host_sim.plant.building import HOME_KEYS, ROOM_KEYS
from splitstat.ir.blaster_words import KINDS as BLASTERS
from splitstat_cli.board_files import known_boards
from splitstat_cli.hours import Hours, Times
from splitstat_cli.sensor_names import known_kinds
from splitstat_cli.table_rules import Either, Flag, Key, List, Name, Number, Text, Word

MODES = ("off", "heat", "cool", "heat_cool", "dry", "fan_only")
SETPOINT = Number(5, 35, "degC")
OFFSET = Number(-5, 5, "K")
BOARD = Word(known_boards, "are")
SETBACK = Either((SETPOINT, Word(("off",))), 'allowed is a number from 5 to 35 degC, or "off"')
HOLD = Either(
    (Number(1, 10080, whole=True), Word(("next_block", "forever"))),
    'allowed are "next_block", "forever" and whole minutes from 1 to 10080',
)

HOME = (
    Key("name", Name(), "home"),
    Key("timezone", Text(), required=True),
)
BOARDS = (
    Key("name", Name(), required=True),
    Key("kind", BOARD, "esp32_devkitc"),
)
OUTDOOR_UNIT = (
    Key("name", Name(), required=True),
    Key("season", Word(("auto", "heat_only", "cool_only"), "are"), "auto"),
    Key("changeover", Word(("auto", "manual"), "are"), "auto"),
    Key("cool_above", Number(-10, 30, "degC outdoors"), 16.0),
    Key("heat_below", Number(0, 40, "degC outdoors"), 18.0),
    Key("min_on_minutes", Number(5, 120), 20.0),
    Key("min_off_minutes", Number(3, 60), 10.0),
    Key("reversal_minutes", Number(10, 720), 60.0),
    Key("hold_minutes", Number(0, 720), 60.0),
    Key("latch_minutes", Number(1, 30), 5.0),
    Key("max_wait_minutes", Number(60, 1440), 180.0),
    Key("person_reversal_minutes", Number(3, 60), 5.0),
    Key("spacing_seconds", Number(0, 600), 30.0),
    Key("starts_per_hour", Number(1, 6, whole=True), 2),
    Key("reversals_per_day", Number(0, 12, whole=True), 2),
)
ROOM = (
    Key("name", Name(("unit", "room")), required=True),
    Key("unit", Text(), required=True),
    Key("outdoor_unit", Name()),
    Key("board", Name()),
    Key("pin", Number(0, 48, whole=True)),
    Key("blaster", Word(BLASTERS, "are")),  # at the MQTT broker, in place of a lamp on a pin
    Key("blaster_topic", Text()),
    Key("valve_topic", Text()),  # a thermostatic valve at the broker: {valve_field: degC}
    Key("valve_field", Name()),
    Key("port", Name()),
    Key("host", Text()),
    Key("address", Number(1, 247, whole=True)),
    Key("baud", Number(1200, 115200, whole=True)),  # of the serial line; else as delivered
    Key("parity", Word(("none", "even", "odd"), "are")),
    Key("mode", Word(MODES, "are")),
    Key("heat", SETPOINT, 20.0),
    Key("cool", SETPOINT, 26.0),
    Key("setback_heat", SETBACK, 17.0),
    Key("setback_cool", SETBACK, 28.0),
    Key("deadband", Number(1, 10, "K"), 3.0),
    Key("differential", Number(0.2, 2, "K"), 0.6),
    Key("priority", Number(1, 4, whole=True), 1),
    Key("occupied", List(Hours())),
    Key("sleep", List(Hours()), []),
    Key("hold", HOLD, "next_block"),
    Key("fuse", Word(("mean", "median"), "are"), "mean"),
    Key("fallback", List(Text(), 8), []),
    Key("window", Flag(), False),
    Key("window_pin", Number(0, 48, whole=True)),  # a contact to ground, open with the window
    Key("presence", Flag(), False),
    Key("presence_pin", Number(0, 48, whole=True)),  # high while it sees somebody
    Key("receiver_pin", Number(0, 48, whole=True)),  # an infra-red receiver that sees the handset
    Key("supply_pin", Number(0, 48, whole=True)),  # a DS18B20 in the unit's outlet air
    Key("feel", Flag(), False),  # tell the unit its room's temperature (control/feed.py)
    Key("follow", Flag(), None),  # its setpoint follows its return air (control/follow.py)
    Key("recovery", Flag(), False),  # start early, learned (control/recovery.py)
    Key("frost_off", Flag(), False),
    Key("dry_above", Number(30, 95, "% relative humidity")),
    Key("frames_per_hour", Number(2, 60, whole=True)),  # 6; 30 where the setpoint follows
    Key("frames_per_hour_sleep", Number(1, 60, whole=True)),  # 2; 30
    Key("refresh_hours", Number(0.5, 24), 3.0),
)
BLOCK = (
    Key("at", List(Times()), required=True),
    Key("mode", Word(MODES, "are")),
    Key("heat", SETPOINT),
    Key("cool", SETPOINT),
    Key("occupied", Flag(), True),
)
# A room without [[room.sensor]] has one SHT4x on the board's first I2C bus.
WIRED = (
    Key("kind", Word(known_kinds, "are"), "sht4x"),
    Key("port", Name()),  # I2C: one of the board file's buses, the first where left out
    Key("pin", Number(0, 48, whole=True)),  # 1-Wire and DHT22
    # On I2C a number, on 1-Wire the 16 digits of the chip, on Bluetooth A4:C1:38:12:34:56
    Key(
        "address", Either((Number(1, 127, whole=True), Text(17)), "allowed is 1 to 127 or a text")
    ),
    Key("offset", OFFSET, 0.0),
)
CORRECTED = (
    # Beside a good one on a cold day and on a warm one: read, true, read, true
    Key("two_points", List(Number(-40, 85, "degC"), 4), []),
    Key("self_heating", Number(0, 5, "K"), 0.0),  # warmer than its room by its own heat
)
OUTDOOR = (*WIRED, *CORRECTED, Key("board", Name()))
SENSOR = (
    *WIRED,
    *CORRECTED,
    Key("weight", Number(1, 10, whole=True), 1),
    Key("when", Word(("always", "sleep", "awake"), "are"), "always"),
    Key("stale_minutes", Number(1, 120), 15.0),
)
# The simulated machine behind a room and behind an outdoor unit (host_sim/plant/indoor_unit.py,
# outdoor_unit.py).
ROOM_MACHINE = (
    Key("nominal_cool_w", Number(500, 20000, "W")),
    Key("nominal_heat_w", Number(500, 20000, "W")),
    Key(
        "personality",
        Word(("proportional", "hidden_offset", "integrator", "coarse", "fixed"), "are"),
    ),
    Key("form", Word(("wall", "ceiling", "floor"), "are")),
    Key("hidden_offset_k", Number(-5, 5, "K")),
    Key("thermo_off_k", Number(0, 5, "K")),
    Key("thermo_on_k", Number(-2, 5, "K")),
    Key("fan_after_off", Word(("on", "off", "sampling"), "are")),
    Key("step_k", Number(0.5, 1, "K")),
    Key("bias_k", Number(-5, 5, "K")),
)
OUTDOOR_MACHINE = (
    Key("nominal_heat_w", Number(500, 50000, "W")),
    Key("nominal_cool_w", Number(500, 50000, "W")),
    Key("min_ratio", Number(0.05, 1)),
    Key("cop_heat", Number(1, 8)),
    Key("eer_cool", Number(1, 10)),
    Key("fan_only_holds", Flag()),
    Key("leak", Flag()),
)


def plant_keys(rows) -> tuple:
    """Keys from a table of host_sim/plant/building.py."""
    keys = []
    for name, (kind, unit, low, high, _, _) in rows.items():
        if kind == "number":
            keys.append(Key(name, Number(low, high, unit or "")))
        elif kind == "word":
            keys.append(Key(name, Word(tuple(low), "are") if low else Text(1000)))
        else:
            keys.append(Key(name, List(Name(), 16)))
    return tuple(keys)


BUILDING = plant_keys(HOME_KEYS)
ROOM_BUILDING = plant_keys(ROOM_KEYS)
SPACE = (Key("name", Name(("unit", "room")), required=True), *ROOM_BUILDING)
