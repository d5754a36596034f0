"""A learned start in a simulated fortnight: the room is as it is set when its people come."""

from dataclasses import replace

from host_sim.limit.recoveries import punctual, recoveries
from host_sim.limit.suite import Cell
from splitstat_cli.cell_home import home_of


def test_in_cooling_nine_in_ten_are_on_time():
    cell = replace(Cell("mixed", "cool", "scheduled", "heavy"), days=12)
    found = recoveries(cell, home_of(cell, "ir", 25.0, more="recovery = true"), 25.0)
    good, of = punctual(found)
    assert of >= 8, found
    assert good >= 0.9 * of, found
