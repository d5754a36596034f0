"""From the compiled home to what runs: the house, its heads, its wires.

Law: whatever is wrong with the home file shows here, before anything is sent; main.py then runs
the safe profile.
"""

from splitstat import units
from splitstat.app.house import House

VERSION = 1  # of the compiled home


def house_of(home: dict):
    """(House, [unit of each room]). Raises ValueError, KeyError, TypeError or IndexError where the
    home is not what a compiler would have written."""
    if home["version"] != VERSION:
        raise ValueError("home of version %s" % home["version"])
    found = []
    for room in home["rooms"]:
        found.append(units.load(room["unit"]))
    return House(home, [unit.traits for unit in found]), found
