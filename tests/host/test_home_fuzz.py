"""Whatever stands in a home file: a Home or a HomeError, never another exception."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from host_sim.plant.building import HOME_KEYS, ROOM_KEYS
from splitstat_cli import home_file, home_schema, scenario_file
from splitstat_cli.mistakes import HomeError, ScenarioError, shown

HOMES = Path(home_schema.__file__).parents[2] / "host_sim" / "homes"
FLAT = (HOMES / "flat.toml").read_text("utf-8").splitlines()
TABLES = (
    home_schema.HOME,
    home_schema.BOARDS,
    home_schema.OUTDOOR_UNIT,
    home_schema.ROOM,
    home_schema.BLOCK,
    home_schema.SENSOR,
    home_schema.ROOM_MACHINE,
)
KEYS = sorted({key.name for table in TABLES for key in table} | {*HOME_KEYS, *ROOM_KEYS})
VALUES = st.sampled_from(
    [
        *("nan", "inf", "-inf", "-1", "0", "1", "2.5", "22", "1e300", "999999999999999999999"),
        *("true", "false", "1979-05-27", "07:32:00", "[]", "[[]]", "{}", '[1, "a"]', "[{}]"),
        *("{name = 1}", '[{name = "a"}]', '["unit", "unit"]', '""', '"off"', '"unit"', '"hall"'),
        *('"bedroom"', '"office -0.5"', '"office x"', '"next_block"', '"heat"', '"intesis"'),
        *('"onokom.md_1"', '"gree."', '".gree"', '"__init__"', '"\\u0000"', '"\u00e4"'),
        *('"Europe/Berlin"', '"CET-1CEST"', '"mon-fri 22:00-07:00"', '"daily 00:00-24:00"'),
        *('"mon 25:00-26:00"', '"mon-mon-mon 1:00-2:00"', '["sun 23:00-01:00", "mon 0:30-24:00"]'),
    ]
)
HEADERS = st.sampled_from(
    "[[room]]|[room]|[room.building]|[[room.block]]|[[room.sensor]]|[room.sensor]|[[space]]|[building]"
    "|[[board]]|[board]|[[outdoor_unit]]|[outdoor_unit.machine]|[room.machine]|[[room.building]]"
    "|[[fault]]|[budget]|[rooom]|[[building]]".split("|")
)
ASSIGNMENTS = st.builds("{} = {}".format, st.sampled_from(KEYS), VALUES)
LINES = st.one_of(ASSIGNMENTS, ASSIGNMENTS, ASSIGNMENTS, HEADERS, st.text(max_size=20))
EDITS = st.lists(
    st.tuples(st.sampled_from(("put", "cut", "over")), st.integers(0, len(FLAT) + 10), LINES),
    min_size=1,
    max_size=4,
)


def edited(edits) -> str:
    lines = list(FLAT)
    for how, place, line in edits:
        if how == "put":
            lines.insert(place, line)
        elif place < len(lines):
            lines[place : place + 1] = [] if how == "cut" else [line]
    return "\n".join(lines)


def one_line_each(error):
    for line in shown(error.mistakes):
        assert line.isprintable() and len(line) < 500, line
    assert len(shown(error.mistakes)) <= 21


@given(EDITS)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edited_home(tmp_path_factory, edits):
    path = tmp_path_factory.getbasetemp() / "edited.toml"
    path.write_text(edited(edits), "utf-8", newline="\n")
    try:
        home = home_file.load(path)
    except HomeError as error:
        one_line_each(error)
        return
    for room in home.compiled["rooms"]:
        starts = [minute for block in room["blocks"] for minute in block[4:]]
        assert len(starts) == len(set(starts))
        assert all(0 <= minute < 10080 for minute in starts)
        for block in room["blocks"]:
            assert block[2] - block[1] >= room["deadband_cdeg"]
        assert len(room["sleep"]) % 2 == 0
        assert all(0 <= minute <= 10080 for minute in room["sleep"])


@given(EDITS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edited_scenario(tmp_path_factory, edits):
    home = home_file.load(HOMES / "flat.toml")
    path = tmp_path_factory.getbasetemp() / "edited_scenario.toml"
    path.write_text("\n".join(line for _, _, line in edits), "utf-8", newline="\n")
    try:
        scenario_file.load(path, home)
    except ScenarioError as error:
        one_line_each(error)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(raw)
    try:
        home_file.load(path)
    except HomeError as error:
        one_line_each(error)
